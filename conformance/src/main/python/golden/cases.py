"""A category under construction: calls NumPy and writes down what went in and what came out."""

import contextlib
import inspect
import warnings
import zlib

import numpy as np

import encode
from folder import Folder

# Where it is not the first array whose kind a function works on: the position of the argument
DECIDING = {"extract": 1, "select": 1, "where": 1, "compress": 1, "choose": 1}
CONTEXTS = {
    "printoptions": np.printoptions,
    "set_printoptions": np.printoptions,
    "errstate": np.errstate,
    "seterr": np.errstate,
}


def resolve(call):
    """NumPy's function for a dotted name; an attribute of arrays becomes a function of the array."""
    owner, target = np, np
    for part in call.split("."):
        owner, target = target, getattr(target, part)
    if owner is np.ndarray and not callable(target):
        return lambda array: getattr(array, call.split(".")[-1])
    if not callable(target) or call in VALUES:
        return lambda: target
    return target


VALUES = set()  # names that stand for themselves: constants and scalar types, filled in by their category


def parameters(call):
    """Names of a function's positional parameters, where it tells them."""
    target = resolve(call)
    if isinstance(target, np.ufunc):
        return [f"x{i + 1}" for i in range(target.nin)] + ["out"] * target.nout
    try:
        signature = inspect.signature(target)
    except (ValueError, TypeError):
        return []
    return [name if kind.kind != kind.VAR_POSITIONAL else "*" for name, kind in signature.parameters.items()]


def arrays(value):
    """All arrays in a value."""
    if isinstance(value, (np.ndarray, np.generic)):
        yield value
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from arrays(item)


class Suite:
    def __init__(self, category):
        self.category = category
        self.rng = np.random.default_rng(zlib.crc32(category.encode()))
        self.lines, self.ids, self.errors, self.covered = [], set(), {}, {}
        self.numbers, self.known_parameters = {}, {}

    def add(
        self,
        id,
        call,
        args=(),
        kw=None,
        *,
        name=None,
        covers=(),
        function=None,
        fails=False,
        ulp=0,
        norm=False,
        floor=0,
        shares=False,
        layout=True,
        data=True,
        strings=False,
        within=(),
    ):
        """One case. fails: True = NumPy must refuse, None = it may; shares: compare view or copy;
        data=False: the elements are not defined; an id that ends in "#" gets a running number."""
        kw = kw or {}
        args = [_repeats(args, position) for position in range(len(args))]
        folder = Folder(args)
        same = lambda value: args[value.position] if isinstance(value, encode.Same) else folder.path(value)
        given, options = [same(value) for value in args], {key: same(value) for key, value in kw.items()}
        fields = {"id": self._unique(id), "name": name or "numpy." + call.split(".")[0], "call": call}
        fields |= _asked(args, kw, given, within)
        before = dict(_contents(given, kw))
        outcome, error = self._run(function or resolve(call), given, options, within)
        if fails is None and error is None and _outside(outcome) and not strings:
            return None  # objects and other element types that this library does not have
        if error is not None and fails is False:
            raise error
        if error is None and fails is True:
            raise ValueError(f"{self.category}: {id} was to fail")
        chance = error is not None and fails is None
        fields["covers"] = list(covers) if covers and not chance else self._covers(call, args, kw, outcome, error)
        if error is not None:
            fields["error"] = self._kind(error)
        else:
            fields |= _answered(outcome, given, layout, data, shares)
        changed = {key: value for key, value in _contents(given, kw) if before[key] != value}
        after = {key: value for key, value in changed.items() if not _repeated(key, args)}
        if error is None:  # what a call leaves that fails half-way is nobody's wish
            after |= dict(folder.changed(args))
        folder.close()
        if after:
            fields["after"] = after
        if ulp and error is None:
            results = list(arrays(outcome)) + [value for key, value in _arrays(given, options) if key in after]
            fields |= _tolerance(outcome, results, ulp, norm, floor)
        self.covered.setdefault(fields["name"], set()).update(fields["covers"])
        self.lines.append(encode.line(fields))
        return outcome

    def _unique(self, id):
        if id.endswith("#"):
            self.numbers[id] = self.numbers.get(id, -1) + 1
            id = id[:-1] + str(self.numbers[id])
        if id in self.ids:
            raise ValueError(f"{self.category}: two cases {id}")
        self.ids.add(id)
        return id

    def _kind(self, error):
        """An exception's name; the header keeps its ancestors."""
        ancestors = list(dict.fromkeys(parent.__name__ for parent in type(error).__mro__))
        self.errors[type(error).__name__] = ancestors[: ancestors.index("Exception") + 1]
        return type(error).__name__

    def _run(self, function, args, kw, within):
        with np.errstate(all="ignore"), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                with contextlib.ExitStack() as stack:
                    for outer, keys in within:
                        stack.enter_context(CONTEXTS[outer](**keys))
                    return function(*args, **kw), None
            except Exception as error:
                return None, error

    def _covers(self, call, args, kw, outcome, error):
        if error is not None:
            return ["error"]
        if call not in self.known_parameters:
            self.known_parameters[call] = parameters(call)
        names = self.known_parameters[call]
        star = names.index("*") if "*" in names else len(names)
        used = [names[min(i, star)] for i in range(len(args)) if i < len(names) or star < len(names)]
        covers = {f"param:{name}" for name in used + list(kw) if name != "*"}
        found = [
            array
            for value in list(args) + [v for k, v in kw.items() if k not in ("where", "out")]
            for array in arrays(value)
        ]
        deciding = found if isinstance(resolve(call), np.ufunc) else found[:1] or list(arrays(outcome))[:1]
        if call in DECIDING:
            deciding = list(arrays(list(args[DECIDING[call] :])))[:1]
        covers |= {f"kind:{array.dtype.kind}" for array in deciding if array.dtype.kind in "biufcMm"}
        for array in found:
            if array.ndim == 0:
                covers.add("0d")
            elif array.size == 0:
                covers.add("empty")
            elif not array.flags.c_contiguous:
                covers.add("strided")
        if call.startswith("ndarray."):
            covers |= {"member:" + call.split(".")[1], "value"}
        elif not found or any(isinstance(value, encode.File) for value in args):
            covers.add("value")
        return sorted(covers)

    def packed(self):
        header = {
            "category": self.category,
            "numpy": encode.VERSION,
            "cases": len(self.lines),
            "errors": dict(sorted(self.errors.items())),
        }
        return encode.pack([encode.line(header)] + self.lines)


def _asked(args, kw, given, within):
    """The fields that say what NumPy is asked."""
    fields = {}
    fields["args"] = [
        encode.encode(value, lambda array: encode.argument(array, given[:i])) for i, value in enumerate(args)
    ]
    if kw:
        over = lambda array: encode.argument(array, given)
        fields["kwargs"] = {key: encode.encode(value, over) for key, value in kw.items()}
    if within:
        plain = lambda keys: {key: encode.encode(value) for key, value in keys.items()}
        fields["within"] = [{"call": outer, "kwargs": plain(keys)} for outer, keys in within]
    return fields


def _answered(outcome, given, layout, data, shares):
    """The fields that say what came out."""
    fields = {"result": encode.encode(outcome, lambda array: encode.result(array, layout))}
    if isinstance(outcome, np.ndarray) and not outcome.flags.writeable:
        fields["result"]["writeable"] = False
    if not data:
        del fields["result"]["data"]
    # A string of any length, taken out of its array, is one of Python's
    if shares and not isinstance(outcome, (str, float)) and all(isinstance(array, np.ndarray) and array.size for array in arrays(outcome)):
        fields["shares"] = [i for i, value in enumerate(given) if _shares(outcome, value)]
    return fields


def _tolerance(outcome, results, ulp, norm, floor):
    if not isinstance(outcome, (float, complex)) and not any(array.dtype.kind in "fc" for array in results):
        return {}
    fields = {"ulp": ulp}
    if norm and any(array.dtype.kind == "c" for array in results):
        fields["complex"] = "norm"
    if floor:
        fields["floor"] = floor
    return fields


def _arrays(args, kw):
    """The arrays among the arguments, by position or keyword."""
    for key, value in [*((str(position), value) for position, value in enumerate(args)), *kw.items()]:
        if isinstance(value, np.ndarray):
            yield key, value


def _contents(args, kw):
    for key, value in _arrays(args, kw):
        yield key, encode.result(value, layout=False)


def _shares(outcome, value):
    return any(
        np.shares_memory(one, other)
        for one in arrays(outcome)
        for other in arrays(value)
        if isinstance(one, np.ndarray) and isinstance(other, np.ndarray)
    )


def _repeats(args, position):
    """The same array a second time is said to be the same."""
    value = args[position]
    for earlier in range(position):
        if isinstance(value, np.ndarray) and args[earlier] is value:
            return encode.Same(earlier)
    return value


def _outside(outcome):
    foreign = [array for array in arrays(outcome) if array.dtype.kind in "OSU" or array.dtype.char in "gG"]
    return bool(foreign) or type(outcome).__module__ in ("datetime", "fractions")


def _repeated(key, args):
    return key.isdigit() and isinstance(args[int(key)], encode.Same)
