"""NumPy's ufuncs and their loops over the element types that Arrayport has."""

import numpy as np

OURS = "?bhilBHILefdFD"
SKIPPED = set("gGOqQSUV")  # no longdouble, no objects, no strings; q and Q are l and L here


def every():
    """Name -> ufunc of the main namespace, aliases left out."""
    return {
        name: value
        for name, value in sorted(vars(np).items())
        if isinstance(value, np.ufunc) and name in np.__all__ and value.__name__ == name
    }


def aliases():
    return {
        name: value
        for name, value in sorted(vars(np).items())
        if isinstance(value, np.ufunc) and name in np.__all__ and value.__name__ != name
    }


def loops(ufunc):
    """Input types of each loop, as dtypes, each once; times with a unit."""
    found = []
    for types in ufunc.types:
        inputs = types.split("->")[0]
        if set(types) & SKIPPED or inputs in found:
            continue
        found.append(inputs)
    times = {"M": "<M8[s]", "m": "<m8[s]"}
    return [tuple(np.dtype(times.get(char, char)) for char in inputs) for inputs in found]


def is_general(ufunc):
    """A generalised ufunc works on cores of axes instead of elements."""
    return ufunc.signature is not None


def label(dtypes):
    return ",".join(dtype.name if dtype.kind not in "Mm" else dtype.str[1:] for dtype in dtypes)
