"""Assertions about arrays: which hold and which do not; the words of the messages are our own."""

import itertools

import numpy as np

ROWS = [
    [1.0, 2, 3],
    [1.0, 2, 3.0000001],
    [1.0, 2, 3.1],
    [2.0, 3, 4],
    [np.nan, 2, 3],
    [np.inf, 2, 3],
    [-np.inf, 2, 3],
    [1.0, 2, np.nan],
]
MIXED = [
    (np.array([1, 2]), np.array([1.0, 2])),
    (np.array([1, 2]), np.array([1, 2], "i4")),
    (np.array([[1.0, 1]]), np.array(1.0)),
    (np.array(2.0), np.array([3.0, 2])),
    (np.array([1.0, 2]), np.array([[1.0, 2]])),
    (np.array([1.0, 2]), np.array([1.0, 2, 3])),
    (np.empty((0, 2)), np.empty((0, 2))),
    (np.array([True, False]), np.array([True, True])),
    (np.array([1 + 2j, 3]), np.array([1 + 2j, 3.5])),
    (np.array(["2020-01-01", "NaT"], "M8[D]"), np.array(["2020-01-01", "NaT"], "M8[D]")),
    (np.array(["2020-01-01", "NaT"], "M8[D]"), np.array(["2020-01-02", "NaT"], "M8[D]")),
    (np.array([200, 1], "u1"), np.array([1, 200], "u1")),
    ([1, 2], [1, 2]),
    (3.0, 3.0),
]


def build(suite):
    for name in ("assert_array_equal", "assert_allclose", "assert_array_less", "assert_array_almost_equal"):
        for one, other in itertools.product(ROWS, repeat=2):
            check(suite, name, [np.array(one), np.array(other)])
        for one, other in MIXED:
            if name in ("assert_array_equal", "assert_array_less") or np.asarray(one).dtype.kind not in "Mb":
                check(suite, name, [one, other])
    pair = [np.array([1.0, np.nan]), np.array([1.25, np.nan])]
    for keys in (
        {"atol": 0.25},
        {"rtol": 0.2},
        {"rtol": 0.1, "atol": 0.1},
        {"atol": 0.5, "equal_nan": False},
        {"err_msg": "said", "verbose": False},
        {"atol": 1, "strict": True},
    ):
        check(suite, "assert_allclose", pair, keys)
    for name, decimal in itertools.product(("assert_array_almost_equal",), (0, 1, -1)):
        check(suite, name, pair, {"decimal": decimal, "err_msg": "said", "verbose": False})
    exact = ("assert_array_equal", "assert_array_less")
    for name, (one, other), strict in itertools.product(exact, MIXED[:5], (True, False)):
        check(suite, name, [one, other], {"strict": strict, "err_msg": "said", "verbose": True})
    for one, other in (("abc", "abc"), ("abc", "abd"), ("", "")):
        check(suite, "assert_string_equal", [one, other])


def check(suite, name, args, keys=None):
    call = "testing." + name
    suite.add(f"{call}/#", call, args, keys, name="numpy." + call, fails=None)
