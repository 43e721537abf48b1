"""Products of vectors and matrices. Whole numbers: every order of summation gives the same bits."""

import itertools

import numpy as np

import layouts
import linear_einsum
import values
from sweep import sweep


def array(shape, dtype="f8", start=0):
    return values.plain(dtype, int(np.prod(shape)), start).reshape(shape)


SHAPES = {
    "dot": [
        ((3,), (3,)),
        ((2, 3), (3,)),
        ((3,), (3, 2)),
        ((2, 3), (3, 4)),
        ((2, 2, 3), (3,)),
        ((2, 2, 3), (4, 3, 2)),
        ((), (3,)),
        ((2, 3), ()),
        ((), ()),
        ((0,), (0,)),
        ((2, 0), (0, 3)),
        ((3,), (4,)),
        ((2, 3), (2, 3)),
        ((1, 3), (3, 1)),
    ],
    "inner": [
        ((3,), (3,)),
        ((2, 3), (3,)),
        ((2, 3), (4, 3)),
        ((2, 2, 3), (4, 3)),
        ((), (3,)),
        ((), ()),
        ((0,), (0,)),
        ((3,), (4,)),
        ((2, 0), (3, 0)),
    ],
    "outer": [((3,), (2,)), ((), (3,)), ((2, 2), (3,)), ((0,), (2,)), ((), ())],
    "vdot": [((3,), (3,)), ((2, 3), (3, 2)), ((6,), (2, 3)), ((), ()), ((0,), (0,)), ((3,), (2,))],
    "kron": [((2,), (3,)), ((2, 2), (2, 3)), ((2,), (2, 2)), ((2, 1, 2), (3, 2)), ((), (3,)), ((), ()), ((0,), (2,))],
}


def build(suite):
    for name, shapes in SHAPES.items():
        for (a, b), dtype in itertools.product(shapes, ("f8", "i4", "c16", "?", "f4", "u1")):
            suite.add(f"{name}/#", name, [array(a, dtype), array(b, dtype, 5)], fails=None)
        for one, other in itertools.product(values.NUMERIC + ["<m8[s]"], repeat=2):
            suite.add(f"{name}/{one},{other}", name, [array((2, 2), one), array((2, 2), other, 3)], fails=None)
        a, b = shapes[1 if name in ("dot", "inner") else 0]
        for left, right in itertools.product(("contiguous", "strided", "reversed", "transposed", "foreign"), repeat=2):
            if () not in (a, b):
                suite.add(
                    f"{name}/layout {left},{right}", name, [layouts.lay(array(a), left), layouts.lay(array(b), right)]
                )
        sweep(
            suite,
            name,
            lambda given: [
                given,
                given.copy() if given.ndim < 2 else given.T.copy() if name == "dot" else given.copy(),
            ],
            special=False,
        )
        suite.add(f"{name}/list", name, [[1, 2], [3, 4]])
        suite.add(f"{name}/ragged", name, [[[1], [1, 2]], [1]], fails=True)
    for name, shape in (("dot", (2, 4)), ("outer", (6, 12))):
        for dtype, order in itertools.product(("f8", "f4", "i8", "c16"), "CF"):
            suite.add(f"{name}/out/#", name, [array((2, 3)), array((3, 4)), np.zeros(shape, dtype, order)], fails=None)
        suite.add(f"{name}/out shape", name, [array((2, 3)), array((3, 4)), np.zeros((3, 3))], fails=True)
    suite.add("ndarray.dot", "ndarray.dot", [array((2, 3)), array((3, 2))])
    tensors(suite)
    crosses(suite)
    linear_einsum.build(suite)


def tensors(suite):
    a, b = array((3, 4, 5), "i4"), array((4, 3, 2), "i4", 3)
    for axes in (([1, 0], [0, 1]), (1, 0), ([0], [1]), ((1,), (0,))):
        suite.add("tensordot/#", "tensordot", [a, b, axes], fails=None)
    for n, (left, right) in itertools.product(
        (0, 1, 2, 3), (((2, 3), (3, 2)), ((2, 3, 4), (3, 4, 2)), ((3,), (3,)), ((2, 2), (2, 2)), ((0, 2), (2, 3)))
    ):
        suite.add("tensordot/count/#", "tensordot", [array(left, "f4"), array(right, "f4")], {"axes": n}, fails=None)
    suite.add("tensordot/strided", "tensordot", [a.T, b[::-1], ([1, 2], [0, 1])])
    sweep(
        suite,
        "tensordot",
        lambda given: [given, given.copy(), ([0], [0])] if given.ndim else [given, given, 0],
        special=False,
    )
    for axes in (5, ([0], [0]), ([0, 1], [0]), ([7], [0])):
        suite.add("tensordot/refused/#", "tensordot", [a, b, axes], fails=True)


def crosses(suite):
    for dtype in values.NUMERIC + values.TIMES:
        suite.add(f"cross/{dtype}", "cross", [array((3,), dtype), array((3,), dtype, 4)], fails=None)
        suite.add(f"cross/rows {dtype}", "cross", [array((2, 3), dtype), array((3,), dtype, 4)], fails=None)
    a, b = array((3, 4, 3), "i4"), array((3, 4, 3), "i4", 5)
    for axis in (0, -1, 2, 1):
        suite.add("cross/axis/#", "cross", [a, b], {"axis": axis}, fails=None)
    for one, two, three in itertools.product((0, -1), (0, 2), (0, 1, -1)):
        suite.add(
            "cross/axes/#", "cross", [a, b.swapaxes(0, 2) if two == 0 and one == -1 else b, one, two, three], fails=None
        )
    suite.add("cross/strided", "cross", [a[:, ::2, ::-1], b[:, ::-2]])
    suite.add("cross/empty", "cross", [np.empty((0, 3)), np.empty((0, 3))])
    for left, right in (((4,), (4,)), ((3,), (4,)), ((), (3,)), ((2, 3), (4, 3))):
        suite.add("cross/refused/#", "cross", [array(left), array(right)], fails=True)
    suite.add("cross/plane", "cross", [array((2,)), array((2,), start=3)], fails=None)
