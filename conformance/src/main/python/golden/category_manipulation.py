"""Changing shapes and the order of axes and elements: view or copy, and the memory order of the result, exactly."""

import itertools

import numpy as np

import manipulation_joining
from sweep import sweep


def numbered(*shape, dtype="i4"):
    return np.arange(int(np.prod(shape)), dtype=dtype).reshape(shape)


def subjects():
    base = numbered(4, 6, 5, dtype="i2")
    return {
        "1": numbered(1),
        "6": numbered(6),
        "3x4": numbered(3, 4),
        "2x3x4": numbered(2, 3, 4),
        "2x1x3x2": numbered(2, 1, 3, 2),
        "0": numbered(0),
        "0x3": numbered(0, 3),
        "2x0x4": numbered(2, 0, 4),
        "0d": numbered(),
        "T": numbered(3, 4).T,
        "window": base[::2, 1:5:3, ::-1],
        "row": base[2, ::-1, 1],
        "reversed": numbered(3, 4)[::-1],
        "broadcast": np.broadcast_to(numbered(4), (3, 4)),
        "swapped": numbered(2, 3, 4).swapaxes(0, 1),
        "F": np.asfortranarray(numbered(2, 3, 4)),
        "1x1": numbered(1, 1),
        "half": numbered(4, 4)[:, :2],
    }


def build(suite):
    reshaping(suite)
    axes(suite)
    dimensions(suite)
    broadcasting(suite)
    rearranging(suite)
    repeating(suite)
    queries(suite)
    manipulation_joining.build(suite)


def reshaping(suite):
    shapes = {
        12: [(12,), (3, 4), (4, 3), (2, 6), (2, 2, 3), (-1,), (-1, 4), (3, -1), (1, 12, 1), 12, -1],
        24: [(24,), (6, 4), (2, 12), (4, -1, 2), (3, 8)],
        6: [(2, 3), (6, 1), (1, 6), (-1, 2)],
        1: [(), (1,), (1, 1, 1), 1],
        0: [(0,), (0, 5), (3, 0), (-1, 2), -1],
        8: [(2, 4), (8,), (2, 2, 2)],
    }
    for (label, array), order in itertools.product(subjects().items(), "CFA"):
        for shape in shapes.get(array.size, [(-1,)]):
            suite.add("reshape/#", "reshape", [array, shape], {"order": order}, shares=True, fails=None)
            suite.add("ndarray.reshape/#", "ndarray.reshape", [array, shape], {"order": order}, shares=True, fails=None)
            for copy in (True, False):
                suite.add(
                    "reshape/copy/#", "reshape", [array, shape], {"order": order, "copy": copy}, shares=True, fails=None
                )
        for shape in ((5,), (7, -1), (-1, -1), (2, -3), (-2,)):
            suite.add("reshape/refused/#", "reshape", [array, shape], {"order": order}, fails=None)
    for (label, array), order in itertools.product(subjects().items(), "CFAK"):
        for name in ("ravel", "ndarray.ravel", "ndarray.flatten"):
            suite.add(f"{name}/{label}/{order}", name, [array], {"order": order}, shares=True)
    for name, more in (("ravel", []), ("reshape", [(3, 2)])):
        suite.add(f"{name}/unknown order", name, [numbered(6), *more], {"order": "Z"}, fails=True)
        sweep(suite, name, lambda array: [array, *more], special=False, shares=True)
    suite.add("reshape/order K", "reshape", [numbered(6), (2, 3)], {"order": "K"}, fails=True)
    suite.add("reshape/float", "reshape", [numbered(6), (2.0, 3)], fails=True)
    for array, shape in (
        (numbered(3, 4), (6,)),
        (numbered(3), (2, 4)),
        (numbered(0), (3,)),
        (numbered(3, 4).T, 5),
        (numbered(2), ()),
        (numbered(2), -1),
    ):
        suite.add("resize/#", "resize", [array, shape], fails=None)
    sweep(suite, "resize", lambda array: [array, (2, 2)], special=False)


def axes(suite):
    for label, array in subjects().items():
        n = array.ndim
        for order in [None, *itertools.permutations(range(n)), tuple(range(-n, 0))]:
            for name in ("transpose", "permute_dims", "ndarray.transpose"):
                suite.add(f"{name}/#", name, [array] if order is None else [array, order], shares=True)
        for order in ((0,) * max(n, 2), (0,) * (n + 1), tuple(range(n - 1)) + (n,), (0.5,)):
            suite.add("transpose/refused/#", "transpose", [array, order], fails=None)
            suite.add("permute_dims/refused/#", "permute_dims", [array, order], fails=None)
        for a, b in itertools.product(range(-n - 1, n + 1), repeat=2):
            suite.add("swapaxes/#", "swapaxes", [array, a, b], fails=None, shares=True)
            suite.add("moveaxis/#", "moveaxis", [array, a, b], fails=None, shares=True)
            suite.add("rollaxis/#", "rollaxis", [array, a, b + 1], fails=None, shares=True)
        for name in ("matrix_transpose", "ndarray.T", "ndarray.mT"):
            suite.add(f"{name}/{label}", name, [array], shares=True, fails=None)
    cube = numbered(2, 3, 4, 1)
    for source, target in (
        ((0, 1), (1, 0)),
        ((0, 1), (-1, -2)),
        ([0, 3], [2, 0]),
        ((0,), (3,)),
        ((0, 0), (1, 2)),
        ((0, 1), (1,)),
        ((), ()),
    ):
        suite.add("moveaxis/several/#", "moveaxis", [cube, source, target], fails=None, shares=True)
    for name, more in (
        ("transpose", []),
        ("permute_dims", []),
        ("matrix_transpose", []),
        ("swapaxes", [0, 1]),
        ("moveaxis", [0, 1]),
        ("rollaxis", [1]),
    ):
        sweep(suite, name, lambda array: [array, *more], special=False, shares=True)


def dimensions(suite):
    for label, array in subjects().items():
        for name in ("atleast_1d", "atleast_2d", "atleast_3d"):
            suite.add(f"{name}/{label}", name, [array], shares=True)
        for axis in (0, -1, 1, array.ndim, array.ndim + 1, -array.ndim - 2, (0, 1), (0, -1), (0, 0), ()):
            suite.add("expand_dims/#", "expand_dims", [array, axis], fails=None, shares=True)
        for axis in (None, 0, 1, -1, 5, (0, 1), (), (1, 1)):
            suite.add("squeeze/#", "squeeze", [array, axis], fails=None, shares=True)
            suite.add("ndarray.squeeze/#", "ndarray.squeeze", [array, axis], fails=None, shares=True)
    for name in ("atleast_1d", "atleast_2d", "atleast_3d", "squeeze"):
        sweep(suite, name, special=False, shares=True)
        (
            sweep(suite, "expand_dims", lambda array: [array, 1], special=False, shares=True)
            if name == "squeeze"
            else suite.add(f"{name}/several", name, [numbered(2), numbered(), 5], shares=True)
        )
        suite.add(f"{name}/ragged", name, [[[1, 2], [3]]], fails=True)


def broadcasting(suite):
    for label, array in subjects().items():
        for shape in ((3, 4), (2, 3, 4), (5, 1), (3, 3, 4), (1,), (6,), (0, 3), (2, 0, 4), (4,), ()):
            suite.add("broadcast_to/#", "broadcast_to", [array, shape], fails=None, shares=True)
    shapes = [(), (1,), (3,), (4, 1), (4, 3), (2, 1, 3), (0,), (1, 0), (2, 4, 3), (5,)]
    for a, b in itertools.product(shapes, repeat=2):
        suite.add("broadcast_shapes/#", "broadcast_shapes", [a, b], fails=None)
        suite.add("broadcast_arrays/#", "broadcast_arrays", [np.zeros(a, "i2"), np.zeros(b)], fails=None)
    suite.add("broadcast_shapes/int", "broadcast_shapes", [3, (2, 1)])
    suite.add("broadcast_shapes/none", "broadcast_shapes", [])
    suite.add("broadcast_shapes/negative", "broadcast_shapes", [(-1,)], fails=True)
    suite.add("broadcast_to/negative", "broadcast_to", [numbered(1), (-1,)], fails=True)
    sweep(suite, "broadcast_to", lambda array: [array, (2, *array.shape)], special=False, shares=True)
    sweep(suite, "broadcast_arrays", lambda array: [array, np.zeros((2, 1, 1))], special=False)


def rearranging(suite):
    for label, array in subjects().items():
        for axis in (None, 0, 1, -1, (0, 1), (0, -1), 3, (0, 0), ()):
            suite.add("flip/#", "flip", [array, axis], fails=None, shares=True)
        for name in ("fliplr", "flipud"):
            suite.add(f"{name}/{label}", name, [array], fails=None, shares=True)
        for k, axes in itertools.product((0, 1, 2, 3, -1, 5), ((0, 1), (1, 0), (-1, -2))):
            suite.add("rot90/#", "rot90", [array, k, axes], fails=None, shares=True)
        for shift, axis in (
            (1, None),
            (-2, None),
            (7, None),
            (1, 0),
            (-1, -1),
            (2, 1),
            ((1, 2), (0, 1)),
            (1, (0, 1)),
            ((1, 1), 0),
            (0, 0),
            (1, 4),
        ):
            suite.add("roll/#", "roll", [array, shift, axis], fails=None, shares=True)
    for axes in ((0, 0), (0, 5), (0, 1, 2)):
        suite.add("rot90/refused/#", "rot90", [numbered(2, 3), 1, axes], fails=True)
    for name, more in (("flip", []), ("fliplr", []), ("flipud", []), ("rot90", []), ("roll", [1])):
        sweep(suite, name, lambda array: [array, *more], special=False, shares=True)


def repeating(suite):
    for label, array in subjects().items():
        for repeats, axis in (
            (2, None),
            (0, None),
            (3, 0),
            (1, -1),
            ([2], None),
            ([1, 2, 0], 0),
            ([1, 0, 2, 1], -1),
            (2, 5),
            (-1, None),
            ([1, 2], 0),
            (np.array([2, 1, 0, 1, 1, 3]), None),
        ):
            suite.add("repeat/#", "repeat", [array, repeats, axis], fails=None)
        for reps in (2, 0, (2,), (2, 1), (1, 2, 2), (2, 0), (), (3, 1, 1, 1)):
            suite.add("tile/#", "tile", [array, reps], shares=True)
    suite.add("tile/negative", "tile", [numbered(3), -1], fails=True)
    suite.add("tile/fraction", "tile", [numbered(3), 1.5], fails=True)
    suite.add("ndarray.repeat", "ndarray.repeat", [numbered(2, 2), 2, 1])
    sweep(suite, "repeat", lambda array: [array, 2], special=False)
    sweep(suite, "tile", lambda array: [array, (2, 1)], special=False)


def queries(suite):
    for name in ("shape", "ndim", "size"):
        sweep(suite, name, special=False)
        suite.add(f"{name}/list", name, [[[1, 2], [3, 4]]])
        suite.add(f"{name}/number", name, [5])
    for axis in (0, -1, (0, 1), 2):
        suite.add("size/axis/#", "size", [numbered(2, 3), axis], fails=None)
    for (label, a), (other, b) in itertools.product(list(subjects().items())[:6], repeat=2):
        for name in ("shares_memory", "may_share_memory"):
            suite.add(f"{name}/{label}/{other}", name, [a, b])
    base = numbered(10)
    for one, two in (
        (slice(0, 9, 2), slice(1, 8, 2)),
        (slice(0, 5), slice(5, 10)),
        (slice(0, 6), slice(2, 5)),
        (slice(None), slice(None, None, 3)),
    ):
        for name in ("shares_memory", "may_share_memory"):
            suite.add(f"{name}/same base/#", name, [base[one], base[two]])
    for name in ("shares_memory", "may_share_memory"):
        sweep(suite, name, lambda array: [array, np.zeros(2)], special=False)
        suite.add(f"{name}/refused", name, [base, [[1], [2, 3]]], fails=True)
    for name in ("isfortran", "iscomplexobj", "isrealobj", "isscalar"):
        sweep(suite, name, special=False)
    for value in (1, 1.5, 2j, True, "text", [1], None, np.float32(1), (1,)):
        suite.add("isscalar/#", "isscalar", [value])
        suite.add("iterable/#", "iterable", [value])
    sweep(suite, "iterable", special=False)
    for order in "CF":
        array = np.zeros((2, 3), order=order)
        suite.add(f"isfortran/{order}", "isfortran", [array])
    suite.add("isfortran/list", "isfortran", [[[1]]], fails=True)
