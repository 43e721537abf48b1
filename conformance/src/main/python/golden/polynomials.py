"""The old polynomial functions of the main namespace, highest power first. Whole coefficients are exact."""

import itertools

import numpy as np

import layouts
import values
from sweep import sweep


def build(suite):
    pairs = [
        ([1, 2, 3], [4, 5]),
        ([1.5, -2], [0.5]),
        ([1j, 2], [1, -1j, 3]),
        ([0, 0, 1], [0, 2]),
        ([2], [1, 2, 3, 4]),
        ([1, -3, 2], [1, -1]),
    ]
    for (a, b), name in itertools.product(pairs, ("polyadd", "polysub", "polymul", "polydiv")):
        suite.add(f"{name}/#", name, [np.array(a), np.array(b)], ulp=32, norm=True)
        suite.add(f"{name}/lists/#", name, [a, b], ulp=32, norm=True)
    for name in ("polyadd", "polysub", "polymul", "polydiv"):
        sweep(
            suite,
            name,
            lambda array: [array, array[1:].copy() if array.ndim and array.size > 2 else array],
            shape=(4,),
            special=False,
            ulp=32,
            norm=True,
        )
        suite.add(f"{name}/2-D", name, [np.ones((2, 2)), np.ones((3, 3))], fails=None)
        suite.add(f"{name}/text", name, ["a", [1]], fails=True)
    for p, x in itertools.product(
        ([1, 2, 3], [0.5, -1.5, 2], [], [2], [1j, 1]),
        (2, [0, 1, -2], np.array([[1.5, 2], [3, 4]]), 1 + 2j, np.arange(4)[::2]),
    ):
        suite.add("polyval/#", "polyval", [p, x])
    sweep(suite, "polyval", lambda array: [array, np.array([1, 2, -1])], shape=(4,), special=False)
    suite.add("polyval/0d", "polyval", [np.array(1), 2], fails=None)
    suite.add("polyval/text", "polyval", ["ab", "c"], fails=True)
    for p, m in itertools.product(([1, 2, 3, 4], [1.5, 2], [7], [1j, 2, 3]), (0, 1, 2, 5, -1)):
        suite.add("polyder/#", "polyder", [np.array(p), m], fails=None)
        suite.add("polyint/#", "polyint", [np.array(p), m], fails=None, ulp=2, norm=True)
    for k in (0, 5, [1, 2], [3]):
        suite.add("polyint/constants/#", "polyint", [np.array([3.0, 2]), 2, k], fails=None)
    for name in ("polyder", "polyint"):
        sweep(suite, name, shape=(4,), special=False, ulp=2, norm=True)
    for roots in ([1, 2, 3], [-1, 1], [0.5], [], [1j, -1j], [2, 2], np.array([[2, 1], [1, 2]])):
        # Without zeros NumPy answers with a float of Python's; a scalar of its own says the same
        whole = (lambda zeros: np.float64(np.poly(zeros))) if len(roots) == 0 else None
        suite.add("poly/#", "poly", [np.array(roots)], ulp=64 if np.ndim(roots) == 2 else 0, function=whole)
    suite.add("poly/strided", "poly", [np.arange(6)[::2]])
    for dtype in values.NUMERIC:
        suite.add(f"poly/{dtype}", "poly", [values.plain(dtype, 3)], fails=None)
    suite.add("poly/3-D", "poly", [np.ones((2, 2, 2))], fails=True)
    fits(suite)


def fits(suite):
    """Roots and fits come from LAPACK: a wide tolerance, and well conditioned problems."""
    wide = {"ulp": 256, "norm": True, "floor": 1e-12}
    for p in ([1, -6, 11, -6], [1, 0, -1], [2, 4], [0, 0, 1, -3, 2], [1, -3, 2, 0, 0], [5], [], [1, 0, 1]):
        suite.add("roots/#", "roots", [np.array(p)], **wide)
    for dtype in values.NUMERIC:
        suite.add(
            f"roots/{dtype}",
            "roots",
            [np.array([1, 1, 0] if dtype == "bool" else [1, 3, 2] if dtype[0] != "c" else [1, 3j, -2]).astype(dtype)],
            fails=None,
            **wide,
        )
    suite.add("roots/strided", "roots", [np.array([1, 9, -3, 9, 2])[::2]], **wide)
    suite.add("roots/2-D", "roots", [np.eye(2)], fails=True)
    x, y = np.array([-2.0, -1, 0, 1, 2]), np.array([5.0, 1, 1, 2, 7])
    for degree, weights in itertools.product((0, 1, 2, 3), (None, np.array([1.0, 2, 1, 2, 1]))):
        suite.add("polyfit/#", "polyfit", [x, y, degree], {"w": weights}, **wide)
        suite.add("polyfit/columns/#", "polyfit", [x, np.stack([y, y[::-1]], axis=1), degree], {"w": weights}, **wide)
    for dtype in values.NUMERIC:
        suite.add(
            f"polyfit/{dtype}",
            "polyfit",
            [np.arange(5).astype(dtype), abs(y).astype(dtype), 1],
            {"rcond": None},
            fails=None,
            **{**wide, "floor": 1e-5 if dtype in ("float32", "complex64") else 1e-12},
        )
    suite.add(
        "polyfit/strided",
        "polyfit",
        [layouts.lay(x, "strided"), layouts.lay(y, "reversed"), 2],
        {"rcond": 1e-12},
        **wide,
    )
    for keys in ({"full": True}, {"cov": True}, {"cov": "unscaled"}):
        suite.add("polyfit/more/#", "polyfit", [x, y, 1], keys, fails=None, **wide)
    for bad in ((x, y, -1), (x, y[:2], 1), ([], [], 1), (np.eye(2), y, 1)):
        suite.add("polyfit/refused/#", "polyfit", list(bad), fails=True)
