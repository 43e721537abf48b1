"""Joining, splitting, adding and removing."""

import itertools

import numpy as np

import values
from sweep import sweep


def numbered(*shape, dtype="i4"):
    return np.arange(int(np.prod(shape)), dtype=dtype).reshape(shape)


def build(suite):
    joining(suite)
    typed_joining(suite)
    blocks(suite)
    splitting(suite)
    removing(suite)
    inserting(suite)
    trimming(suite)


def operands():
    return [
        [numbered(2, 3), numbered(1, 3)],
        [numbered(2, 3), numbered(2, 3)],
        [numbered(3), numbered(2)],
        [numbered(), numbered()],
        [numbered(2, 3).T, numbered(3, 2)],
        [numbered(2, 3).T, numbered(2, 3).T],
        [numbered(0), numbered(3)],
        [numbered(2, 0), numbered(2, 2)],
        [numbered(2, 1, 3), numbered(2, 4, 3)],
        [numbered(4)[::2], numbered(4)[::-2]],
        [np.asfortranarray(numbered(2, 2, 2))] * 2,
        [numbered(2), numbered(2, 2)],
        [numbered(3)],
        [],
        [numbered(2, 2), 5],
        [1, 2, 3],
        [[1, 2], [3.5, 4]],
    ]


def joining(suite):
    for arrays in operands():
        for axis in (0, 1, -1, None, 2, -3):
            for name in ("concatenate", "concat"):
                suite.add(f"{name}/#", name, [arrays], {"axis": axis}, fails=None)
            if axis is not None:
                suite.add("stack/#", "stack", [arrays], {"axis": axis}, fails=None)
        for name in ("vstack", "hstack", "dstack", "column_stack", "row_stack"):
            suite.add(f"{name}/#", name, [arrays], fails=None)
        suite.add("concatenate/tuple/#", "concatenate", [tuple(arrays)], fails=None)


def typed_joining(suite):
    a, b = numbered(2, 3), numbered(2, 3, dtype="f4") + 0.5
    for name in ("concatenate", "concat", "stack", "vstack", "hstack", "row_stack"):
        out = lambda dtype: np.zeros((2, 2, 3) if name == "stack" else (2, 6) if name == "hstack" else (4, 3), dtype)
        for dtype, casting in itertools.product(("i2", "f4", "c8", ">f8"), ("same_kind", "safe", "unsafe", "no")):
            suite.add(f"{name}/dtype/#", name, [[a, b]], {"dtype": np.dtype(dtype), "casting": casting}, fails=None)
            if name in ("concatenate", "concat", "stack"):
                suite.add(f"{name}/out/#", name, [[a, b]], {"out": out(dtype), "casting": casting}, fails=None)
        if name in ("concatenate", "concat", "stack"):
            suite.add(f"{name}/out shape", name, [[a, b]], {"out": np.zeros((3, 3))}, fails=True)
            suite.add(f"{name}/out and dtype", name, [[a, b]], {"out": out("f8"), "dtype": np.dtype("f8")}, fails=True)
    for one, other in itertools.product(values.NUMERIC + values.TIMES, repeat=2):
        suite.add(
            f"concatenate/{one},{other}", "concatenate", [[values.plain(one, 2), values.plain(other, 2)]], fails=None
        )
    for name in ("concatenate", "concat", "stack", "vstack", "hstack", "dstack", "column_stack", "row_stack", "block"):
        sweep(suite, name, lambda array: [[array, array.copy()]], special=False)


def blocks(suite):
    for nested in (
        [[np.eye(2), np.zeros((2, 1))], [np.ones((1, 2)), np.full((1, 1), 7.0)]],
        [1, 2, 3],
        [[1, 2], [3, 4]],
        [numbered(2), 5],
        3,
        [[numbered(2, 2).T, numbered(2, 2)]],
        [[numbered(2)], [numbered(2)]],
        [[[1]], [[2]]],
        numbered(2, 2).T,
    ):
        suite.add("block/#", "block", [nested])
    for nested in (
        [[numbered(2)], numbered(2)],
        [],
        [[], [1]],
        [[numbered(2), numbered(3)], [numbered(4)]],
        [[np.eye(2), np.eye(3)]],
    ):
        suite.add("block/refused/#", "block", [nested], fails=True)


def splitting(suite):
    arrays = [
        numbered(6),
        numbered(7),
        numbered(6, 4),
        numbered(2, 4, 6),
        numbered(6, 4).T,
        numbered(12)[::2],
        numbered(0),
        numbered(0, 4),
    ]
    for array in arrays:
        for sections, axis in itertools.product((1, 2, 3, 4, [1, 3], [0, 2, 9], [3, 1], [-1], []), (0, 1, -1, 2)):
            suite.add("split/#", "split", [array, sections, axis], fails=None, shares=True)
            suite.add("array_split/#", "array_split", [array, sections, axis], fails=None, shares=True)
        for name in ("hsplit", "vsplit", "dsplit"):
            for sections in (1, 2, [1, 2]):
                suite.add(f"{name}/#", name, [array, sections], fails=None, shares=True)
        for axis in (0, 1, -1, 3):
            suite.add("unstack/#", "unstack", [array], {"axis": axis}, fails=None, shares=True)
    for name in ("split", "array_split"):
        suite.add(f"{name}/zero", name, [numbered(6), 0], fails=True)
        sweep(suite, name, lambda array: [array, 2], shape=(4, 2), special=False, shares=True)
    for name, shape in (("hsplit", (2, 4)), ("vsplit", (4, 2)), ("dsplit", (1, 2, 4))):
        sweep(
            suite,
            name,
            lambda array: [array, 2],
            shape=shape,
            special=False,
            shares=True,
            empty=((0, 2, 2), (2, 0, 2), (2, 2, 0)),
        )
    sweep(suite, "unstack", special=False, shares=True)


def removing(suite):
    for array in (
        numbered(5),
        numbered(3, 4),
        numbered(3, 4).T,
        numbered(2, 3, 2),
        numbered(10)[::2],
        numbered(0),
        numbered(0, 3),
    ):
        for target, axis in itertools.product(
            (
                0,
                -1,
                7,
                [0, 2],
                [],
                [1, 1],
                slice(None, None, 2),
                slice(1, 2),
                np.array([True, False, True]),
                np.array([0, 9]),
                np.array([-1]),
                np.array(1),
            ),
            (None, 0, 1),
        ):
            suite.add("delete/#", "delete", [array, target, axis], fails=None)
    suite.add("delete/kind", "delete", [numbered(3), 1.5], fails=True)
    suite.add("delete/axis", "delete", [numbered(3), 0, 4], fails=True)
    sweep(suite, "delete", lambda array: [array, 0], special=False)


def inserting(suite):
    for array in (numbered(4), numbered(2, 3), numbered(2, 3).T, numbered(6)[::2], numbered(0)):
        for where, what, axis in itertools.product(
            (0, 1, -1, [0, 2], [1, 1], slice(0, 2), np.array([2, 0]), 9), (7, [8, 9], 2.7, [[5], [6]]), (None, 0, 1)
        ):
            suite.add("insert/#", "insert", [array, where, what, axis], fails=None)
        for what, axis in itertools.product((7, [8, 9, 10], [[1.5, 2, 3]], numbered(2, 3), []), (None, 0, 1, -1, 5)):
            suite.add("append/#", "append", [array, what, axis], fails=None)
    sweep(suite, "insert", lambda array: [array, 1, array.ravel()[:1]], special=False)
    sweep(suite, "append", lambda array: [array, array.copy()], special=False)


def trimming(suite):
    for content in ([0, 0, 1, 2, 0, 3, 0], [0, 0], [], [1, 2], [0.0, -0.0, 1.5, 0.0], [False, True, False]):
        for trim in ("fb", "f", "b", "bf"):
            suite.add("trim_zeros/#", "trim_zeros", [np.array(content), trim], shares=True)
    grid = np.zeros((4, 5), "i2")
    grid[1, 2], grid[2, 3] = 1, 2
    for trim, axis in itertools.product(("fb", "f", "b"), (None, 0, 1, -1, (0, 1))):
        suite.add("trim_zeros/grid/#", "trim_zeros", [grid, trim, axis], shares=True)
    suite.add("trim_zeros/list", "trim_zeros", [[0, 1, 0]])
    suite.add("trim_zeros/refused", "trim_zeros", [grid, "x"], fails=True)
    suite.add("trim_zeros/axis", "trim_zeros", [grid, "fb", 5], fails=True)
    sweep(suite, "trim_zeros", special=False, shape=(6,), shares=True)
