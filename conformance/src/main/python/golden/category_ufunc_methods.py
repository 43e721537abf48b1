"""reduce, accumulate, reduceat, outer and at of every ufunc that has them, over every loop of two equal types.

The operands are small whole numbers, so that sums are exact in any order. Functions that libm computes get one
application an element, whose correctly rounded value is known.
"""

import numpy as np

import encode
import layouts
import reference
import tolerance
import ufunc_methods_more
import ufuncs
from ufunc_operands import inexact, operand, put

SKIP = {"divmod", "ldexp"}


def build(suite):
    for name, ufunc in ufuncs.every().items():
        if ufuncs.is_general(ufunc):
            continue
        if ufunc.nin != 2 or ufunc.nout != 1 or name in SKIP:
            ufunc_methods_more.refused(suite, ufunc)
            continue
        with np.errstate(all="ignore"):
            for dtypes in ufuncs.loops(ufunc):
                if dtypes[0] == dtypes[1]:
                    methods(suite, ufunc, dtypes[0])
                else:
                    outer(suite, ufunc, dtypes)
            ufunc_methods_more.errors(suite, ufunc)
            ufunc_methods_more.by_type(suite, ufunc)
    ufunc_methods_more.unary_at(suite)
    ufunc_methods_more.fractions(suite)
    ufunc_methods_more.of_class(suite)


def methods(suite, ufunc, dtype):
    if inexact(ufunc, dtype):
        single(suite, ufunc, dtype)
    elif without_reduction(ufunc, dtype):
        for method, args in (("reduce", [0]), ("accumulate", [0]), ("reduceat", [np.array([0, 1])])):
            put(suite, ufunc, dtype, method, "no loop", [operand(ufunc, dtype, (3, 4)), *args], fails=True)
    else:
        reduce(suite, ufunc, dtype)
        accumulate(suite, ufunc, dtype)
        reduceat(suite, ufunc, dtype)
    outer(suite, ufunc, (dtype, dtype))
    at(suite, ufunc, dtype)


def without_reduction(ufunc, dtype):
    """Comparisons, and times that divide to plain numbers, do not fit into themselves."""
    try:
        ufunc.reduce(operand(ufunc, dtype, (2, 3)))
        return False
    except TypeError:
        return True


def single(suite, ufunc, dtype):
    """Two rows, so that one application gives the result."""
    accurate = reference.accurate(ufunc)
    for layout in ("contiguous", "strided", "transposed", "foreign"):
        rows = layouts.lay(operand(ufunc, dtype, (2, 4), 1), layout)
        put(
            suite,
            ufunc,
            dtype,
            "reduce",
            f"two rows {layout}",
            [rows, 0],
            function=lambda a, axis: accurate(a[0], a[1]),
        )
        put(
            suite,
            ufunc,
            dtype,
            "accumulate",
            f"two rows {layout}",
            [rows],
            function=lambda a: laid(ufunc.accumulate(a), np.stack([a[0].astype(dtype), accurate(a[0], a[1])])),
        )


def laid(like, elements):
    """The elements, in the memory order of another array."""
    result = np.empty_like(like)
    result[...] = elements
    return result


def reduce(suite, ufunc, dtype):
    go = lambda id, args, kw=None, fails=None: put(suite, ufunc, dtype, "reduce", id, args, kw, fails=fails)
    cube = lambda: operand(ufunc, dtype, (2, 3, 4), 2)
    own = ufunc.reduce(cube()).dtype
    for axis in (None, 0, 1, 2, -1, -3, (0, 1), (0, 2), (2, 0), (-1, -2), (), (0, 1, 2)):
        go(f"axis {axis}", [cube()], {"axis": axis})
    for axis in (None, 1, (0, 2)):
        go(f"keepdims {axis}", [cube()], {"axis": axis, "keepdims": True})
    for layout in ("strided", "reversed", "transposed", "foreign", "unaligned"):
        go(f"{layout}", [layouts.lay(cube(), layout)], {"axis": 1})
    go("transposed axis 0", [layouts.lay(cube(), "transposed")], {"axis": 0})
    if not tolerance.of(ufunc, {dtype.kind}):
        many = few(operand(ufunc, dtype, (151,), 1), ufunc)
        for layout in ("contiguous", "strided", "reversed"):
            go(f"long {layout}", [layouts.lay(many, layout)])
        go("long rows", [many[:150].reshape(3, 50)], {"axis": 1})
        go("long columns", [many[:150].reshape(50, 3)])
    go("one", [operand(ufunc, dtype, (1,), 3)])
    go("0d", [operand(ufunc, dtype, (1,), 3).reshape(())], {"axis": None})
    go("0d axis 0", [operand(ufunc, dtype, (1,), 3).reshape(())])
    go("empty", [operand(ufunc, dtype, (0,))])
    go("empty axis 0", [operand(ufunc, dtype, (0, 3))])
    go("empty axis 1", [operand(ufunc, dtype, (0, 3))], {"axis": 1})
    if dtype.kind not in "Mm":
        go("initial", [cube()], {"axis": 1, "initial": 2})
        go("initial empty", [operand(ufunc, dtype, (0, 3))], {"initial": 3})
        go("initial none", [cube()], {"axis": 2, "initial": None})
        mask = np.arange(24).reshape(2, 3, 4) % 3 != 0
        go("where", [cube()], {"axis": 1, "where": mask})
        go("where initial", [cube()], {"axis": 1, "where": mask[0, 0], "initial": 1})
        go("where false", [cube()], {"axis": 1, "where": False})
        for target in ("float64", "complex64", "int16", "bool"):
            if not (dtype.kind in "fc" and np.dtype(target).kind in "ib" or dtype.kind == "c" and target == "float64"):
                if ufunc.__name__ not in reference.FUNCTIONS:
                    go(f"dtype {target}", [cube()], {"axis": 1, "dtype": np.dtype(target)})
    go("out", [cube()], {"axis": 1, "out": np.zeros((2, 4), own)})
    go("out strided", [cube()], {"axis": 1, "out": layouts.lay(np.zeros((2, 4), own), "strided")})
    go("out keepdims", [cube()], {"axis": 1, "out": np.zeros((2, 1, 4), own), "keepdims": True})
    go("out shape", [cube()], {"axis": 1, "out": np.zeros((2, 3), own)})
    if own.kind in "iub":
        go("out float", [cube()], {"axis": 1, "out": np.zeros((2, 4))})


def few(array, ufunc):
    """For products: ones and twos, so that no order of multiplication meets infinity and zero."""
    if ufunc.__name__ != "multiply" or array.dtype.kind in "bMm":
        return array
    return np.where(np.arange(array.size) % 9 == 4, 2, 1).astype(array.dtype)


def accumulate(suite, ufunc, dtype):
    go = lambda id, args, kw=None: put(suite, ufunc, dtype, "accumulate", id, args, kw, fails=None)
    matrix = lambda: operand(ufunc, dtype, (3, 4), 4)
    for axis in (0, 1, -1):
        go(f"axis {axis}", [matrix(), axis])
    for layout in ("strided", "reversed", "transposed", "foreign"):
        go(layout, [layouts.lay(matrix(), layout)], {"axis": 1})
    go("empty", [operand(ufunc, dtype, (0,))])
    go("empty rows", [operand(ufunc, dtype, (2, 0))], {"axis": 1})
    go("0d", [operand(ufunc, dtype, (1,)).reshape(())])
    own = ufunc.accumulate(matrix()).dtype
    go("out", [matrix()], {"out": np.zeros((3, 4), own)})
    if own == dtype:
        go("in place", [matrix(), 0, None, encode.Same(0)])
    if dtype.kind in "iub" and ufunc.__name__ not in reference.FUNCTIONS:
        go("dtype", [matrix()], {"dtype": np.dtype("f4"), "axis": 1})


def reduceat(suite, ufunc, dtype):
    go = lambda id, args, kw=None: put(suite, ufunc, dtype, "reduceat", id, args, kw, fails=None)
    row, matrix = operand(ufunc, dtype, (8,), 5), operand(ufunc, dtype, (3, 4), 1)
    for number, indices in enumerate(([0, 4], [0, 3, 1, 5], [0, 0, 7], [7, 2], [3], [])):
        go(f"indices {number}", [row, np.array(indices, "i8")])
    go("axis 0", [matrix, np.array([0, 2])])
    go("axis 1", [layouts.lay(matrix, "transposed"), np.array([0, 2, 1])], {"axis": 1})
    go("strided", [layouts.lay(row, "strided"), np.array([1, 4], "i4")])
    go("foreign", [layouts.lay(row, "foreign"), [0, 5]])
    go("beyond", [row, np.array([0, 8])])
    go("negative", [row, np.array([-1, 2])])
    go("0d", [row[0].reshape(()), np.array([0])])
    if dtype.kind in "iub" and ufunc.__name__ not in reference.FUNCTIONS:
        go("dtype", [row, np.array([0, 4])], {"dtype": np.dtype("f4")})


def outer(suite, ufunc, dtypes):
    a, b = operand(ufunc, dtypes[0], (3,), 1), operand(ufunc, dtypes[1], (2, 2), 2)
    if ufunc.__name__ == "ldexp" or dtypes[1].kind == "i" and ufunc.__name__ == "power":
        b = abs(b)
    accurate = reference.accurate(ufunc)
    function = lambda x, y, **kw: accurate(np.reshape(x, np.shape(x) + (1,) * np.ndim(y)), y, **kw)
    go = lambda id, args, kw=None: put(
        suite, ufunc, dtypes[0], "outer", ufuncs.label(dtypes[1:]) + "/" + id, args, kw, function=function
    )
    go("1-D 2-D", [a, b])
    go("2-D strided", [layouts.lay(b.astype(dtypes[0]), "strided"), layouts.lay(a.astype(dtypes[1]), "reversed")])
    go("0d", [a[0].reshape(()), b[0]])
    go("empty", [a[:0], b[0]])


def at(suite, ufunc, dtype):
    if dtype.kind == "M":
        return
    accurate = reference.accurate(ufunc)
    go = lambda id, args, fails=None: put(suite, ufunc, dtype, "at", id, args, fails=fails)
    row = lambda: operand(ufunc, dtype, (6,), 3)
    with np.errstate(all="ignore"):
        own = accurate(row(), row()).dtype
    if own != dtype:
        go("result type", [row(), np.array([1]), row()[:1]])
        return
    if inexact(ufunc, dtype):

        def once(array, indices, operand):
            array[indices] = accurate(array[indices], operand)

        put(suite, ufunc, dtype, "at", "once", [row(), np.array([4, 0]), row()[1:3]], function=once)
        return
    go("repeated", [row(), np.array([0, 2, 2, 5, -1]), operand(ufunc, dtype, (5,), 1)])
    go("scalar", [row(), np.array([1, 1]), operand(ufunc, dtype, (1,), 2).reshape(())])
    go("slice", [row(), slice(None, None, 2), operand(ufunc, dtype, (3,), 1)])
    go("mask", [row(), np.arange(6) % 2 == 0, operand(ufunc, dtype, (3,), 1)])
    go("strided", [layouts.lay(row(), "strided"), np.array([3, 3]), operand(ufunc, dtype, (2,), 1)])
    matrix = operand(ufunc, dtype, (3, 4))
    go("tuple", [matrix, (np.array([0, 0, 2]), np.array([1, 1, 3])), operand(ufunc, dtype, (3,), 1)])
    go("rows", [matrix.copy(), np.array([0, 0]), operand(ufunc, dtype, (4,), 1)])
    if dtype.kind in "iuf":
        go("weak", [row(), np.array([1, 1, 4]), 2])
        go("fraction", [row(), np.array([1]), 1.5])
    go("beyond", [row(), np.array([6]), row()[:1]], fails=True)
