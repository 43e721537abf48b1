"""Closeness, equality of arrays, and predicates of elements."""

import itertools

import numpy as np

import values
from sweep import sweep


def build(suite):
    closeness(suite)
    equality(suite)
    predicates(suite)
    parts(suite)


def closeness(suite):
    a = np.array([1.0, 1e10, np.nan, np.inf, -np.inf, 0.0, 1e-9, 2.0])
    b = np.array([1.00001, 1.00001e10, np.nan, np.inf, np.inf, 1e-9, -0.0, np.nan])
    for name, rtol, atol, equal in itertools.product(
        ("isclose", "allclose"), (1e-5, 0, 1e-3), (1e-8, 0, 1.5), (False, True)
    ):
        suite.add(f"{name}/#", name, [a, b, rtol, atol, equal])
    for name in ("isclose", "allclose"):
        for x, y in itertools.product(
            (1, 1.0, np.array([1, 2]), np.array([[1], [2.00001]]), np.array(2j), np.arange(4)[::2], [1, 1.00001]),
            repeat=2,
        ):
            suite.add(f"{name}/few/#", name, [x, y], fails=None)
        for one, other in itertools.product(values.NUMERIC, repeat=2):
            suite.add(f"{name}/{one},{other}", name, [values.plain(one, 4), values.plain(other, 4)], fails=None)
        sweep(suite, name, lambda array: [array, array[::-1].copy() if array.ndim else array])
        suite.add(f"{name}/shapes", name, [np.ones(2), np.ones(3)], fails=True)
        suite.add(f"{name}/text", name, [np.ones(2), "a"], fails=True)
        suite.add(
            f"{name}/array rtol", name, [np.ones(2), np.array([1, 1.01])], {"rtol": np.array([0, 0.1]), "atol": 0}
        )


def equality(suite):
    pairs = [
        ([1, 2], [1, 2]),
        ([1, 2], [1.0, 2.0]),
        ([1, 2], [1, 3]),
        ([1], [[1]]),
        ([np.nan], [np.nan]),
        ([], []),
        ([], [[]]),
        ([1, 1], [1]),
        ([[1, 2], [1, 2]], [1, 2]),
        (1, [1]),
        ([complex(1, np.nan)], [complex(1, np.nan)]),
        ([0.0], [-0.0]),
        ([True], [1]),
        ([2**63], [2.0**63]),
    ]
    for (a, b), equal in itertools.product(pairs, (False, True)):
        suite.add("array_equal/#", "array_equal", [np.array(a), np.array(b)], {"equal_nan": equal})
    for a, b in pairs:
        suite.add("array_equiv/#", "array_equiv", [np.array(a), np.array(b)])
        suite.add("array_equal/lists/#", "array_equal", [a, b])
    for name in ("array_equal", "array_equiv"):
        sweep(suite, name, lambda array: [array, array.copy()])
        for one, other in itertools.product(values.NUMERIC, repeat=2):
            suite.add(
                f"{name}/{one},{other}",
                name,
                (
                    [values.plain(one, 3), values.plain(one, 3).astype(other)]
                    if np.dtype(other).kind not in "biu" or np.dtype(one).kind in "bu" and other != "bool"
                    else [values.plain(one, 3), values.plain(other, 3)]
                ),
            )


def predicates(suite):
    for name in ("isneginf", "isposinf"):
        sweep(suite, name)
        suite.add(f"{name}/out", name, [np.array([1, np.inf, -np.inf]), np.zeros(3, bool)])
        suite.add(f"{name}/out number", name, [np.array([1, np.inf, -np.inf]), np.zeros(3)])
        suite.add(f"{name}/out shape", name, [np.array([1, np.inf, -np.inf]), np.zeros(2, bool)], fails=True)
    for name in ("iscomplex", "isreal"):
        sweep(suite, name)
        suite.add(f"{name}/ragged", name, [[[1], [1, 2]]], fails=name == "iscomplex" or None)


def parts(suite):
    for name in ("real", "imag"):
        sweep(suite, name, shares=True)
        for value in (1, 2.5, 1 - 2j, True, [1, 2j]):
            suite.add(f"{name}/value/#", name, [value])
        suite.add(f"{name}/ragged", name, [[[1], [1, 2]]], fails=True)
    for name in ("ndarray.real", "ndarray.imag"):
        sweep(suite, name, special=False, shares=True)
    small = np.finfo(float).eps
    for content, tol in itertools.product(([1 + 0j, 2], [1 + 5e-15j, 2], [1 + 5e-14j, 2], [1j]), (100, 1000, 0.5, 0)):
        suite.add("real_if_close/#", "real_if_close", [np.array(content), tol], shares=True)
    suite.add("real_if_close/small", "real_if_close", [np.array([1 + small * 1j], "c8")])
    suite.add("real_if_close/ragged", "real_if_close", [[[1], [1, 2]]], fails=True)
    sweep(suite, "real_if_close", shares=True)
