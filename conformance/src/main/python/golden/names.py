"""The public names of NumPy's modules and what a name needs to count as present: names.json.gz.

requires, for the main namespace:
    param:x      a parameter of the signature
    kind:f       a dtype kind (b i u f c M m) that it accepts, found by trying
    0d empty strided    where it takes arrays and accepts such
    error        a call that it refuses
    member:x     a method or attribute of ndarray and ufunc
    value        constants, classes, and functions without arrays
The other modules state their parameters only, until they have cases of their own.
"""

import inspect
import types
import warnings

import numpy as np

import encode
import probes

MODULES = """numpy numpy.linalg numpy.fft numpy.random numpy.ma numpy.ma.mrecords numpy.strings numpy.char numpy.rec
    numpy.testing numpy.testing.overrides numpy.exceptions numpy.dtypes numpy.emath numpy.lib numpy.lib.stride_tricks
    numpy.lib.format numpy.lib.npyio numpy.lib.mixins numpy.lib.scimath numpy.lib.array_utils numpy.lib.introspect
    numpy.polynomial numpy.polynomial.polynomial numpy.polynomial.chebyshev numpy.polynomial.legendre
    numpy.polynomial.hermite numpy.polynomial.hermite_e numpy.polynomial.laguerre numpy.polynomial.polyutils
    numpy.ctypeslib numpy.typing numpy.version""".split()

# Parameters that are no part of this library, and why
LEFT_OUT = {
    "subok": "there are no subclasses of arrays",
    "like": "there is no __array_function__ protocol",
    "device": "the namespace carries the device: np.on(device)",
    "signature": "dtype says it",
    "args": "a variadic tail is no keyword",
    "kwargs": "a variadic tail is no keyword",
    "allow_pickle": "there are no object arrays",
    "fix_imports": "there is no pickling",
    "pickle_kwargs": "there is no pickling",
    "encoding": "text is UTF-8",
    "legacy": "printing as old versions did",
    "formatter": "functions of Python",
    "ldict": "names of Python",
    "gdict": "names of Python",
    "busdaycal": "weekmask and holidays say it",
    "converters": "functions of Python",
    "einsum_call": "internal",
    "max_work": "the exact answer is always sought",
    "buffersize": "what is converted is converted as a whole",
}
# Keywords that a signature hides behind **kwargs, or that no signature tells
HIDDEN = {
    "einsum": ["dtype", "order", "casting"],
    "pad": ["constant_values", "end_values", "stat_length", "reflect_type"],
    "fromstring": ["string", "dtype", "count", "sep"],
    "printoptions": "precision threshold edgeitems linewidth suppress nanstr infstr sign floatmode".split(),
    "errstate": ["divide", "over", "under", "invalid", "all"],
    "vecdot": ["axis", "keepdims"],
}
# Accepted by accident of the implementation: nothing sensible is said about them
ACCIDENTS = {
    "format_float_positional": {"kind:c", "strided"},
    "format_float_scientific": {"kind:c", "strided"},
    "common_type": {"kind:m"},
    "i0": {"kind:M", "kind:m"},
    "poly": {"kind:M", "kind:m"},
    "roots": {"kind:M", "kind:m"},
    "frexp": {"param:dtype"},
}
# Of other modules, what takes everything
NEVER_FAILS = {"format_float"}
UFUNC_KEYWORDS = ["out", "where", "casting", "order", "dtype"]
NO_MEMBERS = {
    "ctypes": "C types of Python",
    "dump": "pickling",
    "dumps": "pickling",
    "data": "a Python buffer",
    "base": "views hold no base",
    "device": "devices are values of their own",
    "to_device": "np.on(device)",
    "setflags": "access is the storage's",
    "tostring": "gone",
    "newbyteorder": "gone",
    "identity": "a constant, not a call",
    "types": "strings of C types",
    "ntypes": "strings of C types",
    "signature": "text",
    "nin": "a number",
    "nout": "a number",
    "nargs": "a number",
    "resolve_dtypes": "promotion says it",
    "flags": "access is the storage's",
    "flat": "an iterator of Python",
    "tobytes": "no V for bytes",
}


def kind(value):
    if isinstance(value, np.ufunc):
        return "ufunc"
    if isinstance(value, types.ModuleType):
        return "module"
    if isinstance(value, type):
        return "exception" if issubclass(value, Exception) else "class"
    return "function" if callable(value) else "const"


def module(name):
    value = np
    for part in name.split(".")[1:]:
        if not hasattr(value, part):
            __import__(name)
        value = getattr(value, part)
    return value


def public(owner):
    return sorted(set(getattr(owner, "__all__", None) or [name for name in dir(owner) if name[0] != "_"]))


def parameters(function):
    if isinstance(function, np.ufunc):
        general = {"where": "axes"} if function.signature else {}
        return [f"x{i + 1}" for i in range(function.nin)] + [general.get(name, name) for name in UFUNC_KEYWORDS]
    try:
        signature = inspect.signature(function)
    except (ValueError, TypeError):
        return []
    return [
        name
        for name, value in signature.parameters.items()
        if name not in LEFT_OUT
        and value.kind not in (value.VAR_POSITIONAL, value.VAR_KEYWORD)
        and not name.startswith("_")
    ]


def members(owner):
    names = [name for name in dir(owner) if not name.startswith("_") and name not in NO_MEMBERS]
    extra = ["__getitem__", "__setitem__"] if owner is np.ndarray else []
    return ["member:" + name for name in names + extra]


def requires(name, value, main):
    what = kind(value)
    if what == "module":
        return []
    if what == "exception":
        return ["value"]
    if what in ("const", "class"):
        return members(value) if main and value in (np.ndarray, np.ufunc) else ["value"]
    needs = ["param:" + parameter for parameter in parameters(value)]
    if main:
        needs += ["param:" + parameter for parameter in HIDDEN.get(name, ())]
        needs += probes.probe(name, value) or ["value"]
        needs = [need for need in needs if need not in ACCIDENTS.get(name, ())]
        if name in probes.NEVER_FAILS:
            return needs
    elif name in NEVER_FAILS:
        return needs
    return needs + ["error"]


def build():
    modules = {}
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        for path in MODULES:
            owner = module(path)
            main = path == "numpy"
            modules[path] = [
                {"name": name, "requires": requires(name, getattr(owner, name), main)}
                for name in public(owner)
            ]
    return {"numpy": encode.VERSION, "modules": modules}


def packed():
    return encode.pack([encode.line(build())])
