"""Diagonals, functions that make indices, and positions of what is not zero."""

import itertools

import numpy as np

import values
from sweep import sweep

MODES = ("raise", "wrap", "clip")


def numbered(*shape, dtype="i4"):
    return np.arange(int(np.prod(shape)), dtype=dtype).reshape(shape)


def build(suite):
    diagonals(suite)
    indices(suite)
    positions(suite)


def diagonals(suite):
    for array in (
        numbered(3, 4),
        numbered(3, 4).T,
        numbered(2, 3, 4),
        numbered(4, 6)[::2, ::-1],
        numbered(0, 2),
        numbered(2, 3, 3).swapaxes(0, 2),
    ):
        for offset, (one, two) in itertools.product((-5, -1, 0, 1, 2), ((0, 1), (1, 0), (-1, -2), (0, 2))):
            for name in ("diagonal", "trace"):
                suite.add(f"{name}/#", name, [array, offset, one, two], fails=None, shares=name == "diagonal")
        for dtype in ("f4", "i8", "c8"):
            suite.add("trace/dtype/#", "trace", [array], {"dtype": np.dtype(dtype)})
    for name in ("diagonal", "trace"):
        for one, two in ((0, 0), (0, 5)):
            suite.add(f"{name}/refused/#", name, [numbered(2, 2), 0, one, two], fails=True)
        suite.add(f"{name}/row", name, [numbered(3)], fails=True)
        sweep(suite, name, special=False, shares=name == "diagonal")
    suite.add("trace/out", "trace", [numbered(2, 3, 3)], {"axis1": 1, "axis2": 2, "out": np.zeros(2, "i8")})
    suite.add("ndarray.diagonal", "ndarray.diagonal", [numbered(3, 3), 1], shares=True)
    suite.add("ndarray.trace", "ndarray.trace", [numbered(3, 3), 1])


def indices(suite):
    for n, k, m in itertools.product((0, 1, 3), (-2, 0, 1), (None, 2, 4)):
        for name in ("tril_indices", "triu_indices"):
            suite.add(f"{name}/#", name, [n, k, m])
    for name in ("tril_indices_from", "triu_indices_from"):
        for k in (-1, 0, 2):
            suite.add(f"{name}/#", name, [numbered(3, 4), k])
        sweep(suite, name, special=False)
        suite.add(f"{name}/refused", name, [numbered(3)], fails=True)
    for n, ndim in itertools.product((0, 1, 3), (0, 1, 2, 3)):
        suite.add("diag_indices/#", "diag_indices", [n, ndim])
    for name in ("tril_indices", "triu_indices", "diag_indices"):
        suite.add(f"{name}/kind", name, ["a"], fails=True)
    sweep(suite, "diag_indices_from", special=False, shape=(2, 2))
    suite.add("diag_indices_from/refused", "diag_indices_from", [numbered(2, 3)], fails=True)
    for n, function, k in itertools.product((2, 3), (np.triu, np.tril), (0, 1)):
        suite.add(
            "mask_indices/#",
            "mask_indices",
            [n, function, k],
            covers=["param:n", "param:mask_func", "param:k", "value"],
        )
    suite.add("mask_indices/refused", "mask_indices", [-1, np.triu], fails=True)
    for given in (
        [[0, 2], [1, 3]],
        [np.array([True, False, True]), [1]],
        [[0], [1, 2], [0, 1]],
        [range(2)],
        [np.empty(0)],
        [numbered(4)[::2]],
    ):
        suite.add("ix_/#", "ix_", given)
    suite.add("ix_/refused", "ix_", [numbered(2, 2)], fails=True)
    sweep(suite, "ix_", special=False, shape=(4,))
    flat(suite)


def flat(suite):
    for index, shape, order in itertools.product(
        (0, 11, 12, -1, [3, 7], [[0, 5], [11, 2]], np.array([1, 2], "u1"), []), ((3, 4), (12,), (2, 3, 2), 12), "CF"
    ):
        suite.add("unravel_index/#", "unravel_index", [index, shape, order], fails=None)
    sweep(
        suite,
        "unravel_index",
        lambda array: [array, (20, 20)],
        special=False,
        types=["bool"] + values.INTEGERS + ["float64"],
    )
    for index, dims, mode, order in itertools.product(
        (([0, 2], [1, 3]), (1, 2), ([0, -1], [4, 5]), (numbered(2)[:, None], numbered(3)), ([], [])),
        ((3, 4), (2, 2)),
        MODES + (("clip", "wrap"),),
        "CF",
    ):
        suite.add("ravel_multi_index/#", "ravel_multi_index", [index, dims, mode, order], fails=None)
    suite.add("ravel_multi_index/count", "ravel_multi_index", [([0], [1], [0]), (3, 4)], fails=True)
    suite.add(
        "ravel_multi_index/value",
        "ravel_multi_index",
        [(1, 2), (3, 4)],
        covers=["value", "param:multi_index", "param:dims"],
    )


def positions(suite):
    for name in ("nonzero", "argwhere", "flatnonzero"):
        sweep(suite, name)
    suite.add("ndarray.nonzero", "ndarray.nonzero", [numbered(2, 3).T])
    suite.add("nonzero/0d", "nonzero", [np.array(1)], fails=True)
    for name in ("argwhere", "flatnonzero"):
        suite.add(f"{name}/ragged", name, [[[1], [1, 2]]], fails=True)
    for name, args in (("take", [[1, 2]]), ("compress", [[True, False, True]]), ("put", [[1], 9]), ("repeat", [2])):
        suite.add(f"ndarray.{name}", f"ndarray.{name}", [numbered(3), *args])
    suite.add("ndarray.choose", "ndarray.choose", [np.array([0, 1]), [numbered(2), numbered(2) + 5]])
