"""matmul, matvec, vecmat, vecdot: whole numbers, on which every order of summation gives the same bits."""

import numpy as np

import layouts
import ufuncs
import values

SHAPES = {
    "matmul": [
        ((2, 3), (3, 4)),
        ((3,), (3,)),
        ((2, 3), (3,)),
        ((3,), (3, 2)),
        ((5, 2, 3), (3, 2)),
        ((2, 1, 2, 3), (3, 3, 1)),
        ((0, 3), (3, 2)),
        ((2, 0), (0, 3)),
        ((1, 1), (1, 1)),
        ((4, 4), (4, 4)),
    ],
    "matvec": [((2, 3), (3,)), ((4, 2, 3), (3,)), ((2, 3), (5, 3)), ((0, 3), (3,)), ((2, 0), (0,))],
    "vecmat": [((3,), (3, 2)), ((4, 3), (3, 2)), ((3,), (5, 3, 2)), ((0,), (0, 3))],
    "vecdot": [((3,), (3,)), ((2, 3), (3,)), ((2, 3), (2, 3)), ((2, 1, 3), (4, 3)), ((0,), (0,)), ((3, 0), (3, 0))],
}
REFUSED = {
    "matmul": [((2, 3), (2, 3)), ((), (3,)), ((3,), ()), ((3,), (4,)), ((2, 2, 3), (3, 3, 2))],
    "matvec": [((3,), (3,)), ((2, 3), (2,)), ((2, 3), ())],
    "vecmat": [((3,), (3,)), ((2,), (3, 2))],
    "vecdot": [((3,), (4,)), ((), (3,)), ((2, 3), (3, 3))],
}


def array(dtype, shape, start):
    return values.plain(dtype, int(np.prod(shape)), start).reshape(shape)


def build(suite, ufunc):
    name = ufunc.__name__
    put = lambda id, args, kw=None, **more: suite.add(f"{name}/{id}", name, args, kw, **more)
    for dtypes in ufuncs.loops(ufunc):
        label = ufuncs.label(dtypes)
        if dtypes[0].kind in "Mm":
            continue
        for number, (a, b) in enumerate(SHAPES[name]):
            put(f"{label}/{number}", [array(dtypes[0], a, 0), array(dtypes[1], b, 5)])
        a, b = SHAPES[name][0]
        for layout in ("strided", "reversed", "transposed", "foreign", "unaligned"):
            put(
                f"{label}/{layout}",
                [layouts.lay(array(dtypes[0], a, 1), layout), layouts.lay(array(dtypes[1], b, 2), layout)],
            )
        left, right = array(dtypes[0], a, 3), array(dtypes[1], b, 4)
        shape = ufunc(left, right).shape
        put(f"{label}/out", [left, right], {"out": np.zeros(shape, dtypes[0])})
        put(f"{label}/out transposed", [left, right], {"out": layouts.lay(np.zeros(shape, dtypes[0]), "transposed")})
        put(f"{label}/order", [left, right], {"order": "F", "casting": "safe", "dtype": dtypes[0]})
    for a, b in REFUSED[name]:
        put("refused/#", [np.ones(a), np.ones(b)], fails=True)
    a, b = SHAPES[name][0]
    put("where", [np.ones(a), np.ones(b)], {"where": True}, fails=None)
    for one in values.NUMERIC:
        for other in values.NUMERIC[::3]:
            put(f"mixed/{one},{other}", [array(one, a, 0), array(other, b, 1)])
    cube = array("f8", (2, 3, 4), 0)
    options = {
        "matmul": [{"axes": [(0, 1), (0, 1), (0, 1)]}, {"axes": [(-1, -2), (-2, -1), (0, 1)]}],
        "vecdot": [{"axis": 0}, {"axis": -1}, {"axis": 1}, {"axes": [0, 0]}],
        "matvec": [{"axes": [(1, 2), 1, 0]}],
        "vecmat": [{"axes": [0, (0, 2), 1]}],
    }[name]
    for keys in options:
        put("axes/#", [cube, cube], keys, fails=None)
    if name == "vecdot":
        put("keepdims", [cube, cube], {"keepdims": True}, fails=None)
    if name == "matvec":
        put("axes last", [array("i4", (3, 2), 0).T, array("i4", (3,), 1)], {"axes": [(0, 1), 0, 0]})
        put("axes first", [array("i4", (3, 2), 0), array("i4", (3,), 1)], {"axes": [(1, 0), 0, 0]})
    if name == "vecmat":
        put("axes last", [array("i4", (3,), 1), array("i4", (3, 2), 0)], {"axes": [0, (0, 1), 0]})
        put("axes first", [array("i4", (3,), 1), array("i4", (2, 3), 0)], {"axes": [0, (1, 0), 0]})
    put("axis error", [cube, cube], {"axis": 7}, fails=True)
