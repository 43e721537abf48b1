"""What lies in small modules: linalg without decompositions, emath, lib, dtypes, exceptions."""

import itertools

import numpy as np

import layouts
import modules_main
import modules_testing
import reference
import values

DTYPES = """Bool Byte UByte Short UShort Int UInt Long ULong LongLong ULongLong Int8 Int16 Int32 Int64 UInt8
    UInt16 UInt32 UInt64 Float16 Float32 Float64 Complex64 Complex128 String""".split()


def build(suite):
    products(suite)
    matrices(suite)
    norms(suite)
    chains(suite)
    complex_domains(suite)
    strides(suite)
    axes(suite)
    exceptions(suite)
    for name in DTYPES:
        call = f"dtypes.{name}DType"
        suite.add(call, call, name="numpy." + call, covers=["value"])
    modules_main.build(suite)
    modules_testing.build(suite)


def array(shape, dtype="f8", start=0):
    return values.plain(dtype, int(np.prod(shape)), start).reshape(shape)


def add(suite, id, call, args, kw=None, **more):
    """A case that counts for the module's own name."""
    suite.add(f"{call}/{id}", call, args, kw, name="numpy." + call, **more)


def products(suite):
    for name, shapes in (
        ("cross", [((3,), (3,)), ((2, 3), (3,)), ((2, 1, 3), (4, 3)), ((0, 3), (3,)), ((2,), (2,)), ((3,), (2,))]),
        ("matmul", [((2, 3), (3, 2)), ((3,), (3, 2)), ((4, 2, 3), (3, 2)), ((2, 0), (0, 3)), ((2, 3), (2, 3))]),
        ("outer", [((3,), (2,)), ((0,), (2,)), ((2, 2), (3,)), ((), (3,))]),
        ("tensordot", [((2, 3, 4), (3, 4, 2)), ((2, 3), (2, 3)), ((3,), (3,)), ((2, 2), (2, 2))]),
        ("vecdot", [((3,), (3,)), ((2, 3), (3,)), ((2, 1, 3), (4, 3)), ((0,), (0,)), ((3,), (2,)), ((), (3,))]),
    ):
        call = "linalg." + name
        times = ("<m8[s]", "<M8[D]") if name in ("cross", "outer") else ()
        for (a, b), dtype in itertools.product(shapes, ("?", "i4", "u1", "f4", "f8", "c16", *times)):
            add(suite, "#", call, [array(a, dtype), array(b, dtype, 4)], fails=None)
        a, b = shapes[0]
        for left, right in itertools.product(("strided", "reversed", "transposed", "foreign"), repeat=2):
            add(suite, "layout/#", call, [layouts.lay(array(a), left), layouts.lay(array(b), right)])
    cube, other = array((3, 4, 3)), array((3, 4, 3), start=5)
    for name, axis in itertools.product(("cross", "vecdot"), (0, -3, 2, 1, -1, 3, -4)):
        add(suite, "axis/#", "linalg." + name, [cube, other], {"axis": axis}, fails=None)
    for axes in (0, 1, 2, 4, ([0], [0]), ([2, 0], [0, 2]), ([7], [0]), ([0, 1], [0])):
        add(suite, "axes/#", "linalg.tensordot", [cube, other], {"axes": axes}, fails=None)


def matrices(suite):
    shapes = ((2, 3), (3, 3), (2, 3, 4), (0, 2), (3,), ())
    for dtype, shape in itertools.product(("?", "i4", "f8", "c8", "<m8[s]"), shapes):
        for name in ("diagonal", "trace", "matrix_transpose"):
            add(suite, "#", "linalg." + name, [array(shape, dtype)], fails=None, shares=name != "trace")
    for name, offset in itertools.product(("diagonal", "trace"), (0, 1, -1, 2, 5, -5)):
        add(suite, "offset/#", "linalg." + name, [array((2, 3, 4), "i2")], {"offset": offset})
    for dtype in (np.dtype("f4"), np.dtype("i2"), np.dtype("c16")):
        add(suite, "dtype/#", "linalg.trace", [array((3, 3), "i4")], {"dtype": dtype})
    for name, layout in itertools.product(("diagonal", "trace", "matrix_transpose"), layouts.LAYOUTS):
        add(suite, "layout/#", "linalg." + name, [layouts.lay(array((2, 3, 3)), layout)])


def norms(suite):
    call = "linalg.vector_norm"
    orders = (0, 1, 2, 3, 0.5, -1, -2, np.inf, -np.inf)
    for dtype, order in itertools.product(("?", "i4", "u1", "f2", "f4", "f8", "c8", "c16"), orders):
        given = array((2, 3), dtype, 2)
        if order < 0 and np.isfinite(order):
            given = given + np.ones((), given.dtype) * (11 if dtype not in "?u1" else 1)
        add(suite, "order/#", call, [given], {"ord": order}, ulp=16)
    cube = array((2, 3, 4))
    several = (None, 0, -1, (0, 2), (2, 1), (0, 1, 2))
    for axis, keep, order in itertools.product(several, (False, True), (2, 1, np.inf, 3)):
        add(suite, "axis/#", call, [cube], {"axis": axis, "keepdims": keep, "ord": order}, ulp=16)
    for layout in layouts.LAYOUTS:
        add(suite, "layout/#", call, [layouts.lay(array((2, 3)), layout)], {"axis": 1}, ulp=16)
    for special in ([np.nan, 1], [np.inf, -np.inf], [-0.0, 0.0], [1e300, 1e300]):
        for order in orders:
            with np.errstate(all="ignore"):
                add(suite, "special/#", call, [np.array(special)], {"ord": order}, ulp=16)
    for order in (2, 1, 0, np.inf):
        add(suite, "empty/#", call, [np.empty((0,))], {"ord": order}, fails=None)
        add(suite, "0d/#", call, [np.array(-3.0)], {"ord": order})
    for axis in (3, -4, (0, 0), (0, 5)):
        add(suite, "refused/#", call, [cube], {"axis": axis}, fails=True)


def chains(suite):
    call = "linalg.multi_dot"
    shapes = [
        [(2, 3), (3, 4)],
        [(2, 3), (3, 4), (4, 2)],
        [(5, 2), (2, 6), (6, 1), (1, 3)],
        [(3,), (3, 4), (4, 2)],
        [(2, 3), (3, 4), (4,)],
        [(3,), (3, 4), (4,)],
        [(3,), (3,)],
        [(2, 0), (0, 3), (3, 2)],
        [(2, 3), (3, 4), (3, 2)],
        [(2, 3), (3,), (3, 2)],
        [(2, 2, 2), (2, 2), (2, 2)],
        [(2, 3)],
        [],
    ]
    for several, dtype in itertools.product(shapes, ("i8", "f4", "f8", "c16")):
        given = [array(shape, dtype, i) for i, shape in enumerate(several)]
        add(suite, "#", call, [given], fails=None)
    square = [array((2, 2), start=i) for i in range(4)]
    for out in (np.zeros((2, 2)), np.zeros((3, 2)), np.zeros((2, 2), "f4")):
        add(suite, "out/#", call, [square], {"out": out}, fails=None)


def real_roots(x):
    return not np.iscomplexobj(x) and bool(np.any(x < 0))


def outside_one(x):
    return not np.iscomplexobj(x) and bool(np.any(np.abs(x) > 1))


def as_complex(x):
    return x.astype("c8" if x.dtype.char in "fbhBHF" else "c16")


def complex_domains(suite):
    """NumPy says the type and the signs; the digits are rounded correctly."""
    for name, outside in (
        ("sqrt", real_roots),
        ("log", real_roots),
        ("log2", real_roots),
        ("log10", real_roots),
        ("arccos", outside_one),
        ("arcsin", outside_one),
        ("arctanh", outside_one),
    ):
        call = "emath." + name
        ufunc = getattr(np, name)

        def exact(x, ufunc=ufunc, outside=outside, theirs=getattr(np.emath, name)):
            x = np.asarray(x)
            given = theirs(x)
            mine = reference.accurate(ufunc)(as_complex(x) if outside(x) else x)
            if given.dtype != mine.dtype:
                raise ValueError(f"{call}: {given.dtype} is not {mine.dtype}")
            return mine

        points = [[0.25, 0.5, 1], [-1, 0.5, 2], [-4, -0.25, 3], [2, 7, 1]]
        for numbers, dtype in itertools.product(points, ("i1", "i4", "i8", "u2", "f2", "f4", "f8", "c8", "c16", "?")):
            if "u" in dtype and min(numbers) < 0:
                continue
            given = np.array(numbers).astype(dtype)
            complexes = outside(given) or given.dtype.kind == "c"
            close = {"ulp": 4, "norm": True} if complexes else {"ulp": 2}
            with np.errstate(all="ignore"):
                add(suite, f"{dtype}/#", call, [given], function=exact, **close)
        for number in (-1, 2, -0.5, 0.5):
            add(suite, "number/#", call, [number], function=exact, ulp=4, norm=True)
        add(suite, "0d", call, [np.array(-2.0)], function=exact, ulp=4, norm=True)
        add(suite, "empty", call, [np.empty((0, 2))])
        add(suite, "strided", call, [np.array([[-1.0, 0.25], [0.5, 3]])[::-1, ::2]], function=exact, ulp=4, norm=True)
        for layout in ("reversed", "transposed", "foreign"):
            given = layouts.lay(np.array([[-1.0, 0.25], [0.5, 3]]), layout)
            add(suite, "layout/#", call, [given], function=exact, ulp=4, norm=True)
        add(suite, "refused", call, [array((3,), "<M8[s]")], fails=True)
    for call, pairs in (
        ("emath.logn", [(2, [1.0, 4, 8]), (2, [-4.0, 8]), (-2, [4.0, 8]), ([2.0, 4], [8.0, -8]), (10, [1000, 100])]),
        (
            "emath.power",
            [([2, 4], 2), ([2, 4], -2), ([-2, 4], 2), ([-2.5, 4], 0.5), ([2, 4], [2, -2]), ([-1, 4], -1)],
        ),
    ):
        for one, other in pairs:
            for dtype in ("i4", "i8", "f4", "f8", "c16"):
                given = [np.asarray(one).astype(dtype), np.asarray(other).astype(dtype)]
                add(suite, "#", call, given, ulp=64, norm=True, floor=1e-6 if dtype == "f4" else 1e-15)
            add(suite, "#", call, [one, other], ulp=64, norm=True, floor=1e-15)
        add(suite, "refused/0", call, [np.ones(2), np.ones(3)], fails=True)
        add(suite, "refused/1", call, [np.ones(2), array((2,), "<M8[s]")], fails=True)


def strides(suite):
    call = "lib.stride_tricks.sliding_window_view"
    grid = array((4, 5), "i4")
    windows = [((2, 3), None), (2, 0), (3, -1), ((2, 2), (0, 1)), ((2, 2), (1, 1)), ((4, 5), None), ((1, 1), None)]
    for window, axis in windows:
        add(suite, "#", call, [grid.copy(), window, axis], shares=True)
    add(suite, "one axis", call, [np.arange(6), 3], shares=True)
    add(suite, "strided", call, [grid[::2, ::-1], (2, 2)], shares=True)
    for flag in (True, False):
        add(suite, "writeable/#", call, [np.arange(6), 3], {"writeable": flag}, shares=True)
        add(suite, "writeable/readonly/#", call, [layouts.lay(np.arange(6), "readonly"), 3], {"writeable": flag})
    for window, axis in (((5, 1), None), (2, None), ((2, 2), 0), (-1, 0), (2, 2), ((2, 2), (0, 5))):
        add(suite, "refused/#", call, [grid, window, axis], fails=True)
    call = "lib.stride_tricks.as_strided"
    row = np.arange(8, dtype="i2")
    views = [((4,), (4,)), ((3, 4), (2, 2)), ((2, 2, 2), (8, 4, 2)), ((5,), (0,)), ((8,), None), (None, (0,)), ((), ())]
    for shape, steps in views:
        add(suite, "#", call, [row.copy(), shape, steps], shares=True)
    add(suite, "keywords", call, [row.copy()], {"shape": (2, 2), "strides": (4, 2)}, shares=True)
    for flag in (True, False):
        add(suite, "writeable/#", call, [row.copy(), (4,), (4,)], {"writeable": flag}, shares=True)
    for shape, steps in (((4,), (2, 2)), ((2, 2), (2,)), ((-1,), (2,))):
        add(suite, "refused/#", call, [row, shape, steps], fails=True)


def axes(suite):
    call = "lib.array_utils.normalize_axis_index"
    for axis, ndim in ((0, 3), (2, 3), (-1, 3), (-3, 3), (0, 1)):
        add(suite, "#", call, [axis, ndim])
    add(suite, "prefix", call, [-1, 2, "sum"])
    for axis, ndim in ((3, 3), (-4, 3), (0, 0)):
        add(suite, "refused/#", call, [axis, ndim], fails=True)
    add(suite, "refused/prefix", call, [5, 3, "sum"], fails=True)
    call = "lib.array_utils.normalize_axis_tuple"
    for axis, ndim in ((0, 3), (-1, 3), ((0, -1), 3), ([2, 0, 1], 3), ((), 2)):
        add(suite, "#", call, [axis, ndim])
    for axis, keys in (((0, 0), {"allow_duplicate": True}), ((0, -3), {"argname": "axes", "allow_duplicate": True})):
        add(suite, "duplicates/#", call, [axis, 3], keys)
    add(suite, "argname", call, [(0, 1), 3], {"argname": "axes"})
    for axis, keys in (((0, 3), {}), ((0, 0), {}), ((0, -3), {"argname": "axes"}), ((-4,), {"allow_duplicate": True})):
        add(suite, "refused/#", call, [axis, 3], keys, fails=True)


def exceptions(suite):
    """An exception is there if what NumPy refuses with it is refused so."""
    kind = lambda name: {"name": "numpy.exceptions." + name, "covers": ["value"], "fails": True}
    suite.add("exceptions.AxisError/0", "sum", [array((2, 3))], {"axis": 2}, **kind("AxisError"))
    suite.add("exceptions.AxisError/1", "transpose", [array((2, 3)), (0, -3)], **kind("AxisError"))
    suite.add("exceptions.AxisError/2", "concatenate", [[array((2,)), array((2,))], 1], **kind("AxisError"))
    times = [np.dtype("<M8[s]"), np.dtype("f8")]
    suite.add("exceptions.DTypePromotionError/0", "promote_types", times, **kind("DTypePromotionError"))
    several = [array((2,), "<M8[s]"), array((2,), "f8")]
    suite.add("exceptions.DTypePromotionError/1", "concatenate", [several], **kind("DTypePromotionError"))
    row, tricks = np.arange(4000, dtype="i1"), np.lib.stride_tricks
    hard = [
        tricks.as_strided(row, (9,) * 4, (191, 101, 61, 13)),
        tricks.as_strided(row[1:], (9,) * 4, (185, 97, 59, 17)),
    ]
    suite.add("exceptions.TooHardError", "shares_memory", hard, {"max_work": 1}, **kind("TooHardError"))
