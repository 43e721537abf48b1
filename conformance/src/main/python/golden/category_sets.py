"""unique and the set operations."""

import itertools

import numpy as np

import values
from sweep import sweep


def build(suite):
    uniques(suite)
    operations(suite)
    membership(suite)


def uniques(suite):
    sweep(suite, "unique", zeros=False)
    arrays = [
        np.array([3, 1, 3, 2, 1]),
        np.array([[1, 0], [1, 0], [0, 2]]),
        np.array([[1, 0, 1], [2, 2, 2]]).T,
        np.array([2.5, np.nan, 1, np.nan, 0.0]),
        np.empty(0),
        np.array([[1, 0], [1, 0]])[:, ::-1],
        np.array([1 + 1j, np.nan, 1 - 1j, complex(0, np.nan)]),
    ]
    for array, index, inverse, counts, axis in itertools.product(
        arrays, (False, True), (False, True), (False, True), (None, 0, 1, -1)
    ):
        suite.add(
            "unique/#",
            "unique",
            [array],
            {"return_index": index, "return_inverse": inverse, "return_counts": counts, "axis": axis},
            fails=None,
        )
    for array, equal in itertools.product(arrays, (False, True)):
        suite.add("unique/nan/#", "unique", [array], {"equal_nan": equal, "return_counts": True})
    # Without sorting NumPy promises no order; one element has only one
    suite.add("unique/unsorted", "unique", [np.array([7, 7])], {"sorted": False})
    suite.add("unique/axis", "unique", [np.arange(3)], {"axis": 2}, fails=True)
    for name in ("unique_all", "unique_counts", "unique_inverse", "unique_values"):
        # unique_values does not sort: one value
        if name == "unique_values":
            sweep(suite, name, lambda array: [alike(array)], special=False)
        else:
            sweep(suite, name, zeros=False)
        suite.add(f"{name}/ragged", name, [[[1], [1, 2]]], fails=True)


def alike(array):
    """The array with all elements the same."""
    array = array if array.flags.writeable else array.copy()
    if array.size:
        array[...] = array.ravel()[0]
    return array


def operations(suite):
    pairs = [
        ([1, 2, 3, 2], [2, 4, 3, 3]),
        ([], [1, 2]),
        ([1, 2], []),
        ([5, 1, 5], [5]),
        ([1.5, np.nan, 2], [np.nan, 2]),
        ([[1, 2], [3, 4]], [4, 1, 9]),
        ([1, 2], [1.0, 2.5]),
        ([True, False], [1, 2]),
        (np.arange(6)[::2], np.arange(6)[::-3]),
        (np.arange(4, dtype="u1"), np.arange(2, 6, dtype="i8")),
    ]
    for (a, b), name in itertools.product(pairs, ("intersect1d", "union1d", "setdiff1d", "setxor1d")):
        suite.add(f"{name}/#", name, [np.array(a), np.array(b)])
        if (
            name != "union1d"
            and len(set(np.ravel(a).tolist())) == np.size(a)
            and len(set(np.ravel(b).tolist())) == np.size(b)
        ):
            suite.add(f"{name}/unique/#", name, [np.array(a), np.array(b)], {"assume_unique": True})
        if name == "intersect1d":
            suite.add(f"{name}/indices/#", name, [np.array(a), np.array(b)], {"return_indices": True})
    for name in ("intersect1d", "union1d", "setdiff1d", "setxor1d"):
        sweep(suite, name, lambda array: [array, array.ravel()[:3].copy()], special=False)
        suite.add(f"{name}/ragged", name, [[[1], [1, 2]], [1]], fails=True)


def membership(suite):
    arrays = [
        (np.array([1, 2, 5, 2]), [2, 7]),
        (np.arange(6).reshape(2, 3), [[1, 4]]),
        (np.array([1.0, np.nan]), [np.nan]),
        (np.array(3), [3]),
        (np.empty(0), [1]),
        (np.array([1, 2]), []),
        (np.array([300, -1]), np.array([44, 255], "u1")),
        (np.arange(8)[::-2], np.arange(3)),
        (np.array([True, False]), [1]),
        (np.arange(30), np.arange(0, 300, 7)),
        (np.array([1.5, 2]), [2, 1]),
    ]
    for (elements, test), invert, kind in itertools.product(arrays, (False, True), (None, "sort", "table")):
        suite.add("isin/#", "isin", [elements, test], {"invert": invert, "kind": kind}, fails=None)
    suite.add("isin/unique", "isin", [np.array([1, 2, 3]), [2]], {"assume_unique": True})
    suite.add("isin/unknown kind", "isin", [np.array([1, 2, 3]), [2]], {"kind": "hash"}, fails=True)
    for a, b in itertools.product(values.NUMERIC, repeat=2):
        suite.add(f"isin/{a},{b}", "isin", [values.plain(a, 5), values.plain(b, 3)], fails=None)
    sweep(suite, "isin", lambda array: [array, array.ravel()[:2].copy()])
