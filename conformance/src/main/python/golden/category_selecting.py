"""Taking, putting and choosing elements by position and by mask; where, select, and functions that make indices."""

import itertools

import numpy as np

import layouts
import selecting_indices
import values
from sweep import sweep

MODES = ("raise", "wrap", "clip")


def numbered(*shape, dtype="i4"):
    return np.arange(int(np.prod(shape)), dtype=dtype).reshape(shape)


def build(suite):
    taking(suite)
    putting(suite)
    along(suite)
    choosing(suite)
    conditions(suite)
    selecting_indices.build(suite)


def taking(suite):
    for array in (
        numbered(6),
        numbered(3, 4),
        numbered(3, 4).T,
        numbered(12)[::2],
        numbered(2, 3, 2),
        numbered(0),
        numbered(2, 0),
    ):
        for index, axis, mode in itertools.product(
            (0, -1, [0, 2], [[1, 0], [2, 2]], [], np.array([5, -7]), np.array(1), np.array([1, 0], "u1")),
            (None, 0, 1, -1),
            MODES,
        ):
            suite.add("take/#", "take", [array, index], {"axis": axis, "mode": mode}, fails=None)
    for dtype, mode in itertools.product(("i4", "f8", "i2"), MODES):
        suite.add("take/out/#", "take", [numbered(3, 4), [0, 2], 1, np.zeros((3, 2), dtype), mode], fails=None)
    suite.add("take/out shape", "take", [numbered(3, 4), [0, 2], 1, np.zeros((2, 2), "i4")], fails=True)
    for bad in (1.5, [0.5], "a", np.array([True, False])):
        suite.add("take/kind/#", "take", [numbered(3), bad], fails=None)
    suite.add("take/mode", "take", [numbered(3), 0], {"mode": "loop"}, fails=True)
    suite.add("take/axis", "take", [numbered(3), 0, 2], fails=True)
    sweep(suite, "take", lambda array: [array, [0, -1]])
    for array in (numbered(5), numbered(3, 4), numbered(3, 4).T):
        for condition, axis in itertools.product(
            ([True, False, True], [0, 1], [False], np.array([True] * 7), []), (None, 0, 1, -1)
        ):
            suite.add("compress/#", "compress", [condition, array, axis], fails=None)
    suite.add("compress/out", "compress", [[True, False, True], numbered(3, 2), 0, np.zeros((2, 2), "i4")])
    suite.add("compress/axis", "compress", [[True], numbered(3), 4], fails=True)
    suite.add("compress/2-D", "compress", [[[True]], numbered(3)], fails=True)
    sweep(suite, "compress", lambda array: [[True, False], array, 0], special=False)
    for array in (numbered(6), numbered(2, 3), numbered(3, 2).T):
        for condition in (numbered(6) % 2 == 0, numbered(2, 3) % 2, [True], [], [1, 0, 2]):
            suite.add("extract/#", "extract", [condition, array], fails=None)
    sweep(
        suite,
        "extract",
        lambda array: [np.ones(array.shape, bool) if array.size < 2 else np.arange(array.size) % 2, array],
        special=False,
    )
    suite.add("extract/beyond", "extract", [[False, False, False, True], numbered(2)], fails=True)


def putting(suite):
    for array, index, what, mode in itertools.product(
        (numbered(6), numbered(2, 3), numbered(12)[::2], numbered(3, 2).T),
        ([0, -1], [7], 2, [[1, 1], [3, 0]], []),
        (9, [8, 7], [1.5], []),
        MODES,
    ):
        suite.add(
            "put/#",
            "put",
            [layouts.lay(array, "transposed") if array.ndim == 2 else array.copy(), index, what, mode],
            fails=None,
        )
    mask = numbered(2, 3) % 2 == 0
    for array in (numbered(2, 3), np.asfortranarray(numbered(2, 3)), numbered(2, 6)[:, ::2]):
        for what in ([9, 8], 7, np.array([1.5, 2, 3]), np.arange(6) * 10, []):
            for chosen in (mask, mask.astype("i8"), mask[:, :2], ~mask & mask):
                suite.add("putmask/#", "putmask", [array.copy(order="K"), chosen, what], fails=None)
                suite.add("place/#", "place", [array.copy(order="K"), chosen, what], fails=None)
    sweep(
        suite,
        "put",
        lambda array: [array if array.flags.writeable else array.copy(), [0], array.ravel()[:1].copy()],
        special=False,
    )
    for name in ("putmask", "place"):
        sweep(
            suite,
            name,
            lambda array: [
                array if array.flags.writeable else array.copy(),
                np.arange(array.size).reshape(array.shape) % 2 == 0,
                array.ravel()[-2:].copy(),
            ],
            special=False,
        )
        suite.add(
            f"{name}/readonly", name, [layouts.lay(numbered(3), "readonly"), [True, False, True], [1]], fails=True
        )
    for order in (None, 3, 1.5):
        suite.add("fill_diagonal/#", "fill_diagonal", [numbered(3, 3), 7 if order is None else order])
    for array, wrap in itertools.product(
        (
            numbered(5, 2),
            numbered(2, 5),
            np.asfortranarray(numbered(5, 2)),
            numbered(3, 3, 3),
            numbered(3),
            numbered(2, 3, 3),
        ),
        (False, True),
    ):
        suite.add("fill_diagonal/wrap/#", "fill_diagonal", [array, [7, 8], wrap], fails=None)
    sweep(
        suite,
        "fill_diagonal",
        lambda array: [array if array.flags.writeable else array.copy(), array.ravel()[:1].copy()],
        special=False,
    )


def along(suite):
    for array in (numbered(3, 4), numbered(3, 4).T, numbered(2, 3, 2), numbered(5)):
        for axis in (0, 1, -1, None, 3):
            for index in (
                np.zeros((1,) * array.ndim, int),
                np.ones(array.shape, "i4"),
                np.full(array.shape[:1] + (1,) * (array.ndim - 1), -1),
                np.array([0, 2]),
            ):
                suite.add("take_along_axis/#", "take_along_axis", [array, index, axis], fails=None)
                suite.add("put_along_axis/#", "put_along_axis", [array.copy(order="K"), index, 99, axis], fails=None)
    suite.add("take_along_axis/default", "take_along_axis", [numbered(2, 3), np.array([[0], [2]])])
    suite.add("take_along_axis/kind", "take_along_axis", [numbered(2, 3), np.array([[0.0]]), 1], fails=True)
    suite.add("put_along_axis/kind", "put_along_axis", [numbered(2, 3), np.array([[0.0]]), 1, 1], fails=True)
    suite.add(
        "put_along_axis/array",
        "put_along_axis",
        [numbered(2, 3), np.array([[0, 1], [2, 0]]), np.array([[7, 8], [9, 6]]), 1],
    )
    sweep(suite, "take_along_axis", lambda array: [array, np.zeros((1,) * array.ndim, int), 0], special=False)
    sweep(
        suite,
        "put_along_axis",
        lambda array: [
            array if array.flags.writeable else array.copy(),
            np.zeros((1,) * array.ndim, int),
            array.ravel()[-1:].copy(),
            0,
        ],
        special=False,
    )


def choosing(suite):
    for mode, index in itertools.product(
        MODES, ([0, 1, 2], [[0], [2]], [3, -1, 0], 1, np.array([1, 0, 1], "u1"), [], np.array([True, False, True]))
    ):
        suite.add(
            "choose/#",
            "choose",
            [index, [numbered(3), 10 + numbered(3), np.array([0.5, 1.5, 2.5])]],
            {"mode": mode},
            fails=None,
        )
        suite.add("choose/broadcast/#", "choose", [index, [5, numbered(2, 3), 7]], {"mode": mode}, fails=None)
    suite.add("choose/out", "choose", [[0, 1], [numbered(2), 5 + numbered(2)], np.zeros(2, "i4")])
    suite.add("choose/kind", "choose", [[0.5], [numbered(1), numbered(1)]], fails=True)
    suite.add("choose/strided", "choose", [np.array([0, 9, 1, 9])[::2], [numbered(2), 5 + numbered(2)]])
    suite.add("choose/0d", "choose", [np.array(1), [numbered(2), 5 + numbered(2)]])
    suite.add("choose/empty", "choose", [np.empty(0, int), [1, 2]])
    for dtype in values.NUMERIC + values.TIMES:
        suite.add(f"choose/{dtype}", "choose", [[1, 0], [values.plain(dtype, 2), values.plain(dtype, 2, 4)]])


def conditions(suite):
    types = values.NUMERIC + values.TIMES
    condition = np.array([[True, False, True], [False, True, False]])
    for a, b in itertools.product(types, repeat=2):
        suite.add(f"where/{a},{b}", "where", [condition[0], values.plain(a, 3), values.plain(b, 3, 2)], fails=None)
    for x, y in itertools.product(
        (1, 2.5, 1j, True, np.array([1, 2, 3], "i1"), np.array(7, "f4"), numbered(2, 1), numbered(3, 2).T, numbered(0)),
        repeat=2,
    ):
        suite.add("where/broadcast/#", "where", [condition, x, y], fails=None)
    for given in (
        condition,
        np.asfortranarray(condition),
        numbered(2, 3),
        numbered(3, 2).T * 1.5,
        np.array(1),
        np.empty((0, 2)),
        [0, 1, 2],
        condition[:, ::2],
    ):
        suite.add("where/positions/#", "where", [given], fails=None)
        suite.add("where/chosen/#", "where", [given, 1, 0])
    suite.add("where/one", "where", [condition, 1], fails=True)
    suite.add("where/shape", "where", [condition, numbered(2), 0], fails=True)
    for layout in ("strided", "transposed", "foreign", "reversed"):
        suite.add(
            f"where/{layout}",
            "where",
            [condition, layouts.lay(numbered(2, 3), layout), layouts.lay(-numbered(2, 3), layout)],
        )
    conditions_many(suite, condition, types)


def conditions_many(suite, condition, types):
    a, b = numbered(2, 3), numbered(2, 3) * 1.5
    for choices, default in itertools.product(([a, b], [a, 5], [b[0], a[:, :1]], [1, 2.5]), (0, 7.5, -1)):
        suite.add("select/#", "select", [[condition, a > 3], choices, default])
    for dtype in types:
        suite.add(f"select/{dtype}", "select", [[condition[0]], [values.plain(dtype, 3)]], fails=None)
    for conditions, choices in (([condition], [a, b]), ([], []), ([a], [b]), ([condition], [numbered(2)])):
        suite.add("select/refused/#", "select", [conditions, choices], fails=True)
    suite.add("select/0d", "select", [[np.array(True)], [np.array(5)]])
    suite.add("select/strided", "select", [[condition.T], [a.T], 9])
    x = np.array([-2.0, -1, 0, 1, 2])
    for conditions, pieces in (
        ([x < 0, x >= 0], [-1, 1]),
        ([x < 0], [5, 7]),
        ([x < -1, x > 1], [np.negative, np.square, 0]),
        ([[True] * 5], [3]),
    ):
        suite.add("piecewise/#", "piecewise", [x, conditions, pieces])
    for dtype in types:
        suite.add(
            f"piecewise/{dtype}",
            "piecewise",
            [values.plain(dtype, 4), [[True, False, True, False]], [values.plain(dtype, 1)[0]]],
            fails=None,
        )
    suite.add("piecewise/strided", "piecewise", [x[::2], [x[::2] > 0], [1]])
    suite.add("piecewise/0d", "piecewise", [np.array(2.0), [np.array(True)], [1]])
    suite.add("piecewise/refused", "piecewise", [x, [x < 0], [1, 2, 3]], fails=True)
