"""Methods of ufuncs: types without a loop, errors, unary at, sums of fractions."""

import numpy as np

import reference
import tolerance
import ufuncs
import values
from ufunc_operands import inexact, operand, put


def by_type(suite, ufunc):
    """What sum and product make of narrow types, and types without a loop."""
    for dtype in map(np.dtype, values.NUMERIC):
        if inexact(ufunc, dtype) or ufunc.__name__ in reference.FUNCTIONS:
            continue
        array = operand(ufunc, dtype, (5,), 1)
        for method in ("reduce", "accumulate"):
            put(suite, ufunc, dtype, method, "by type", [array], fails=None)


def errors(suite, ufunc):
    dtype = [dtypes for dtypes in ufuncs.loops(ufunc) if dtypes[0] == dtypes[1]] or [(np.dtype("f8"),)]
    dtype = dtype[-1][0]
    cube = operand(ufunc, dtype, (2, 3, 4))
    go = lambda method, id, args, kw=None: put(suite, ufunc, dtype, method, "error " + id, args, kw, fails=True)
    for axis in (3, -4, (0, 0), (0, 3), 1.5):
        go("reduce", f"axis {axis}", [cube], {"axis": axis})
    for axis in (3, -4):
        go("accumulate", f"axis {axis}", [cube], {"axis": axis})
        go("reduceat", f"axis {axis}", [cube, [0, 1]], {"axis": axis})
    go("reduceat", "float indices", [cube, np.array([0.5])])
    go("outer", "one", [cube])
    go("at", "text", [cube, "a", 1])


def refused(suite, ufunc):
    array = np.ones(3, ufuncs.loops(ufunc)[-1][0] if ufuncs.loops(ufunc)[-1][0].kind not in "Mm" else "f8")
    for method, args in (
        ("reduce", [array]),
        ("accumulate", [array]),
        ("reduceat", [array, [0]]),
        ("outer", [array, array]),
    ):
        if method == "outer" and ufunc.nin == 2:
            continue
        put(suite, ufunc, array.dtype, method, "refused", args, fails=True)


def unary_at(suite):
    for name, ufunc in ufuncs.every().items():
        if ufunc.nin == 1 and ufunc.nout == 1:
            for dtypes in ufuncs.loops(ufunc):
                dtype = dtypes[0]
                if dtype.kind in "Mm" or name in reference.FUNCTIONS:
                    continue
                array = values.plain(dtype, 5, 2)
                put(
                    suite,
                    ufunc,
                    dtype,
                    "at",
                    "some",
                    [array[array != 0] if name == "reciprocal" else array, np.array([0, 3, 3])],
                    fails=None,
                )


def fractions(suite):
    """Sums and products of fractions: the order of addition is NumPy's affair, so within a tolerance."""
    for dtype, count in (
        ("float32", 300),
        ("float64", 300),
        ("float64", 1000),
        ("complex64", 200),
        ("complex128", 200),
    ):
        numbers = suite.rng.integers(1, 1000, count) / 997
        array = numbers.astype(dtype) if "f" in dtype else (numbers + 1j * numbers[::-1]).astype(dtype)
        for name in ("add", "multiply"):
            given = array if name == "add" else array[:40]
            for method in ("reduce", "accumulate"):
                suite.add(
                    f"fractions/{name}.{method}/#",
                    f"{name}.{method}",
                    [given],
                    name="numpy." + name,
                    ulp=4 * tolerance.REDUCTION if name == "add" else 40,
                    norm=True,
                )
        suite.add("fractions/rows/#", "add.reduce", [array[:60].reshape(3, 20), 1], ulp=4, norm=True, name="numpy.add")


def of_class(suite):
    """The class of ufuncs has its methods."""
    array = np.arange(6).reshape(2, 3)
    for method, args in (
        ("reduce", [array]),
        ("accumulate", [array]),
        ("reduceat", [array, [0, 1]]),
        ("outer", [array, array]),
        ("at", [array.copy(), np.array([0, 0]), 1]),
    ):
        suite.add(f"class/{method}", f"add.{method}", args, name="numpy.ufunc", covers=["member:" + method, "value"])
