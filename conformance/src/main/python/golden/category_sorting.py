"""Sorting, partitioning, searching in sorted arrays; NaN and NaT last, complex numbers by their parts."""

import itertools

import numpy as np

import layouts
import values
from sweep import sweep

KINDS = ("quicksort", "mergesort", "heapsort", "stable", None)


def cube(dtype="i4"):
    return values.plain(dtype, 24, 3).reshape(2, 3, 4)


def distinct(dtype, count, rng):
    return rng.permutation(count).astype(dtype)


def build(suite):
    sorts(suite)
    argsorts(suite)
    partitions(suite)
    searches(suite)
    lexical(suite)


def sorts(suite):
    sweep(suite, "sort", zeros=False)
    sweep(suite, "ndarray.sort", lambda array: [array if array.flags.writeable else array.copy()], special=False)
    for layout, axis, kind in itertools.product(
        ("contiguous", "strided", "transposed", "reversed", "foreign"), (-1, 0, 1, None, 5), KINDS
    ):
        suite.add("sort/axis/#", "sort", [layouts.lay(cube(), layout)], {"axis": axis, "kind": kind}, fails=None)
    for stable in (True, False):
        suite.add("sort/stable/#", "sort", [cube()], {"stable": stable})
        suite.add("argsort/stable/#", "argsort", [distinct("i4", 9, suite.rng)], {"stable": stable})
    for dtype in values.NUMERIC + values.TIMES:
        for kind in KINDS[:4]:
            suite.add(
                f"sort/{dtype}/{kind}",
                "sort",
                [np.tile(values.one_zero(values.special(dtype))[::-1], 2)],
                {"kind": kind},
            )
    for length in (2, 3, 16, 17, 33, 100):
        for dtype in ("i2", "f8"):
            suite.add(f"sort/length {length} {dtype}", "sort", [distinct(dtype, length, suite.rng)])
            suite.add(f"argsort/length {length} {dtype}", "argsort", [distinct(dtype, length, suite.rng)])
    for name in ("sort", "argsort"):
        suite.add(f"{name}/unknown kind", name, [cube()], {"kind": "bogus"}, fails=True)
        suite.add(f"{name}/both", name, [cube()], {"kind": "stable", "stable": True}, fails=True)
        suite.add(f"{name}/0d axis", name, [np.array(1)], {"axis": 0}, fails=None)
    sweep(suite, "sort_complex", special=False, shape=(6,))
    suite.add("sort_complex/ragged", "sort_complex", [[[1], [1, 2]]], fails=True)
    suite.add("sort_complex/special", "sort_complex", [values.one_zero(values.special("c16"))])


def argsorts(suite):
    """Ties are ordered only by a stable sort, so other kinds are given distinct elements."""
    sweep(suite, "argsort", kw={"kind": "stable"})
    sweep(suite, "ndarray.argsort", kw={"kind": "stable"}, special=False)
    for layout, axis in itertools.product(
        ("contiguous", "strided", "transposed", "reversed", "foreign"), (-1, 0, 1, None, 5)
    ):
        suite.add(
            "argsort/axis/#", "argsort", [layouts.lay(cube(), layout)], {"axis": axis, "kind": "stable"}, fails=None
        )
        other = layouts.lay(distinct("f4", 12, suite.rng).reshape(3, 4), layout)
        for kind in KINDS:
            suite.add("argsort/kind/#", "argsort", [other], {"axis": axis, "kind": kind}, fails=None)


def partitions(suite):
    """What a partition promises is the element at kth, so arrays are small enough that all positions are named."""
    every = list(range(4))
    for layout, axis in itertools.product(("contiguous", "strided", "transposed", "reversed"), (-1, 0, None)):
        array = layouts.lay(distinct("i4", 16, suite.rng).reshape(4, 4), layout)
        kth = list(range(16)) if axis is None else every
        suite.add("partition/all/#", "partition", [array, kth, axis])
        suite.add("argpartition/all/#", "argpartition", [array, kth, axis], {"kind": "introselect"})
    for dtype in values.NUMERIC + values.TIMES:
        array = np.resize(values.one_zero(values.special(dtype))[::-1], 6)
        suite.add(f"partition/{dtype}", "partition", [array, list(range(6))], {"kind": "introselect"})
        suite.add(
            f"argpartition/{dtype}",
            "argpartition",
            [
                (
                    np.array([3, 1, 2]).astype("i8").astype(dtype)
                    if np.dtype(dtype).kind != "b"
                    else np.array([True, False])
                ),
                [0, 1],
            ],
        )
    for name in ("partition", "argpartition"):
        for kth in (0, -1, [0, 1], 3, -4, 1.5, [0, 9]):
            suite.add(
                f"{name}/kth/#",
                name,
                [
                    np.array([2, 1, 3]) if name == "partition" else np.array([1, 2, 3]),
                    kth if isinstance(kth, list) else [kth, 0, 1, 2],
                ],
                fails=None,
            )
        suite.add(f"{name}/empty", name, [np.empty((0, 3)), [0, 1, 2]], fails=None)
        suite.add(f"{name}/empty axis", name, [np.empty((3, 0)), [0, 1, 2], 0], fails=None)
        suite.add(f"{name}/0d", name, [np.array(5), 0], fails=None)
        suite.add(f"{name}/refused kind", name, [np.array([2, 1]), 0], {"kind": "quick"}, fails=True)
        suite.add(f"{name}/beyond", name, [np.array([2, 1]), 5], fails=True)
    suite.add("ndarray.partition", "ndarray.partition", [np.array([3, 1, 2]), [0, 1, 2]])
    suite.add("ndarray.argpartition", "ndarray.argpartition", [np.array([3, 1, 2]), [0, 1, 2]])


def searches(suite):
    for side, dtype in itertools.product(("left", "right"), values.NUMERIC + values.TIMES):
        array = np.sort(values.one_zero(values.special(dtype)), kind="stable")
        suite.add(f"searchsorted/{dtype}/{side}", "searchsorted", [array, values.special(dtype), side])
        suite.add(
            f"searchsorted/strided {dtype}/{side}",
            "searchsorted",
            [layouts.lay(array, "strided"), layouts.lay(values.special(dtype)[:3], "reversed"), side],
        )
        suite.add(
            f"searchsorted/foreign {dtype}/{side}",
            "searchsorted",
            [layouts.lay(array, "foreign"), values.special(dtype)[:4], side],
        )
    for a, b in itertools.product(values.NUMERIC, repeat=2):
        suite.add(f"searchsorted/{a},{b}", "searchsorted", [np.sort(values.plain(a, 6)), values.plain(b, 4)])
    array, mixed = np.array([1, 2, 2, 5, 9]), np.array([9, 2, 5, 1, 2])
    for wanted in (2, 2.5, [0, 9, 10], [[1, 2], [3, 4]], np.array(5), [], 1j, True):
        for side in ("left", "right"):
            suite.add("searchsorted/value/#", "searchsorted", [array, wanted, side])
            suite.add(
                "searchsorted/sorter/#",
                "searchsorted",
                [mixed, wanted, side],
                {"sorter": np.argsort(mixed, kind="stable")},
            )
    suite.add("searchsorted/empty", "searchsorted", [np.empty(0), [1, 2]])
    suite.add("ndarray.searchsorted", "ndarray.searchsorted", [array, [2, 3]])
    for bad in ({"side": "middle"}, {"sorter": [0, 1]}, {"sorter": [0.5] * 5}):
        suite.add("searchsorted/refused/#", "searchsorted", [array, 2], bad, fails=True)
    suite.add("searchsorted/2-D", "searchsorted", [np.eye(2), 1], fails=True)


def lexical(suite):
    keys = np.array([[1, 0, 1, 0, 2], [5, 5, 4, 4, 4], [0, 0, 0, 0, 0]])
    for given in (
        keys,
        keys[:1],
        (keys[0], keys[1] * 1.5),
        [keys[1]],
        keys.T,
        np.empty((2, 0)),
        keys[:, ::-2],
        np.array([3, 1, 2]),
        np.array(5),
        (),
    ):
        for axis in (-1, 0, 3):
            suite.add("lexsort/#", "lexsort", [given], {"axis": axis}, fails=None)
    for dtype in values.NUMERIC + values.TIMES:
        array = values.special(dtype)[::-1]
        suite.add(
            f"lexsort/{dtype}", "lexsort", [(array, np.resize(values.special(dtype)[:3], array.shape))], fails=None
        )
        suite.add(f"lexsort/array {dtype}", "lexsort", [np.resize(array, (2, 4))], fails=None)
    suite.add("lexsort/0d", "lexsort", [(np.array(1), np.array(2))])
    suite.add("lexsort/shapes", "lexsort", [([1, 2], [1, 2, 3])], fails=True)
