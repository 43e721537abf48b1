"""Arrays of the JVM that shares this process, as Python sees them."""

import itertools
import linecache
import traceback


class Array:
    """An array of the JVM. numpy.from_dlpack, torch.from_dlpack and others take it without a copy."""

    __slots__ = ("_handle", "__weakref__")

    def __init__(self, handle):
        self._handle = handle

    def __dlpack__(self, *, stream=None, max_version=None, dl_device=None, copy=None):
        major, minor = (-1, -1) if max_version is None else max_version
        device_type, device_id = (-1, -1) if dl_device is None else dl_device
        wish = -1 if copy is None else int(bool(copy))
        return _export(self._handle, stream, major, minor, int(device_type), device_id, wish)

    def __dlpack_device__(self):
        return _device(self._handle)

    def __array__(self, dtype=None, copy=None):
        import numpy

        array = numpy.from_dlpack(self)
        if dtype is not None and array.dtype != dtype:
            if copy is False:
                raise ValueError("the array is %s, and %s would be a copy" % (array.dtype, dtype))
            return array.astype(dtype)
        return array.copy() if copy else array

    @property
    def shape(self):
        return _describe(self._handle)[0]

    @property
    def dtype(self):
        """The name of the element type."""
        return _describe(self._handle)[1]

    @property
    def readonly(self):
        return not _describe(self._handle)[2]

    def __repr__(self):
        return "arrayport.Array(shape=%s, dtype=%s)" % (self.shape, self.dtype)


class Passing:
    """A capsule on its way: NumPy takes none itself, only from an object, and asks that once."""

    __slots__ = ("capsule",)

    def __init__(self, capsule):
        self.capsule = capsule

    def __dlpack__(self, **_):
        return self.capsule

    def __dlpack_device__(self):
        return (1, 0)


def from_dlpack(x, /, *, device=None, copy=None):
    """An array of the JVM over the memory of x, which speaks DLPack; writes on either side are seen on the other."""
    if hasattr(type(x), "is_neg") and not plain(x):
        raise BufferError("this tensor takes part in a gradient, which writes would not see; call detach()")
    return Array(_import(capsule(x, (1, 3), None, device, copy)))


def capsule(x, max_version, stream, dl_device, copy):
    """x's capsule of the newest version that it has; older producers do not know the newer keyword arguments."""
    if getattr(x, "requires_grad", False):
        x = x.detach()
    keywords = {}
    if max_version is not None:
        keywords["max_version"] = max_version
    if stream is not None:
        keywords["stream"] = stream
    if copy is not None:
        keywords["copy"] = copy
    if dl_device is not None:
        keywords["dl_device"] = dl_device
    try:
        return x.__dlpack__(**keywords)
    except TypeError:
        if not keywords:
            raise
        if copy:
            raise TypeError("%s cannot be asked for a copy; make one there" % type(x).__name__) from None
        if dl_device is not None and tuple(dl_device) != tuple(x.__dlpack_device__()):
            raise TypeError("%s cannot be asked for another device" % type(x).__name__) from None
    return x.__dlpack__() if stream is None else x.__dlpack__(stream=stream)


def plain(tensor):
    """Whether a tensor of PyTorch takes no part in a gradient; its bytes must be its values."""
    if tensor.is_neg():
        raise BufferError("this tensor is lazily negated, so its bytes are not its values; call resolve_neg()")
    if tensor.is_conj():
        raise BufferError("this tensor is lazily conjugated, so its bytes are not its values; call resolve_conj()")
    return not tensor.requires_grad


_numbers = itertools.count(1)


def _compiled(source, mode):
    # Tracebacks show the lines of code only if linecache knows them.
    name = "<java %d>" % next(_numbers)
    code = compile(source, name, mode)
    linecache.cache[name] = (len(source), None, source.splitlines(True), name)
    old = [known for known in linecache.cache if known.startswith("<java ")][:-64]
    for known in old:
        del linecache.cache[known]
    return code


def namespace():
    return {"__name__": "__java__", "__builtins__": __builtins__}


def run(source, names):
    exec(_compiled(source, "exec"), names)


def evaluate(source, names):
    return eval(_compiled(source, "eval"), names)


def describe(error):
    """The name of an exception's class, what it says, and what Python would print."""
    # All of it may be the code of the class, and what that raises must not come out: it would be described in turn.
    kind = type(error)
    return (
        _told(lambda: _name(kind), "BaseException"),
        _told(lambda: str(error), "(its text cannot be had)"),
        _told(lambda: "".join(traceback.format_exception(kind, error, _trace(error))), ""),
    )


def _told(part, otherwise):
    try:
        return str.encode(part(), "utf-8", "backslashreplace").decode("utf-8")
    except BaseException:
        return otherwise


def _name(kind):
    return kind.__qualname__ if kind.__module__ in ("builtins", "__main__") else kind.__module__ + "." + kind.__qualname__


def _trace(error):
    """Where it was raised, without the lines of this file."""
    trace = BaseException.__traceback__.__get__(error)
    while trace is not None and trace.tb_frame.f_code.co_filename == __file__:
        trace = trace.tb_next
    return trace


def _complete(hosted):
    import sys

    Array.__dlpack_c_exchange_api__ = _api
    if hosted:
        return
    # The JVM may end before Python writes out what it holds back.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(line_buffering=True)


def _farewell():
    def gone(*_):
        raise BufferError("the JVM that this array came from has ended")

    globals().update(_export=gone, _import=gone, _device=gone, _describe=gone)
    del Array.__dlpack_c_exchange_api__
