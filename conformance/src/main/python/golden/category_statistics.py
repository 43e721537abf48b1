"""Histograms, counts, bins, covariance, correlation and convolution."""

import itertools

import numpy as np

import layouts
import values
from sweep import sweep

LOOSE = {"ulp": 8, "norm": True, "floor": 1e-15}


def build(suite):
    histograms(suite)
    several_dimensions(suite)
    counts(suite)
    bins(suite)
    covariances(suite)
    products(suite)


def histograms(suite):
    data = [
        np.array([1, 2, 1, 4, 4, 4, 9]),
        np.array([0.5, 1.5, 2.25, -1, 7.75]),
        np.arange(12).reshape(3, 4),
        np.array([True, False, True]),
        np.arange(12.0)[::-3],
        np.array([3, 3, 3]),
        np.empty(0),
        np.array(5),
    ]
    for array in data:
        for count in (1, 2, 4, 10, [0, 1, 2, 5], [-1.5, 0.5, 3, 3, 9], np.array([0, 4, 9])):
            suite.add("histogram/#", "histogram", [array, count], fails=None, **LOOSE)
            suite.add("histogram_bin_edges/#", "histogram_bin_edges", [array, count], fails=None, **LOOSE)
        for limits, density in itertools.product(((0, 10), (-2.5, 4), (3, 3)), (False, True)):
            suite.add("histogram/range/#", "histogram", [array, 4, limits, density], fails=None, **LOOSE)
            suite.add("histogram_bin_edges/range/#", "histogram_bin_edges", [array, 4, limits], fails=None, **LOOSE)
        for rule in ("auto", "fd", "doane", "scott", "stone", "rice", "sturges", "sqrt"):
            suite.add(f"histogram_bin_edges/{rule}/#", "histogram_bin_edges", [array, rule], fails=None, **LOOSE)
    for weights in (np.arange(7), np.arange(7) / 4, np.arange(7) * 1j, [1] * 7):
        suite.add("histogram/weights/#", "histogram", [data[0], 3], {"weights": weights}, **LOOSE)
        suite.add(
            "histogram/density/#", "histogram", [data[0], 3], {"weights": np.real(weights), "density": True}, **LOOSE
        )
    suite.add("histogram_bin_edges/weights", "histogram_bin_edges", [data[0], 3], {"weights": np.arange(7)})
    for name in ("histogram", "histogram_bin_edges"):
        for bad in ([0], [-1], [[3, 2, 1]], ["guess"], [3, (5, 1)], [3, (0, float("inf"))], [[[1, 2]]], [2.5]):
            suite.add(f"{name}/refused/#", name, [data[0], *bad], fails=True)
        suite.add(f"{name}/nan", name, [np.array([1, np.nan])], fails=True)
        sweep(suite, name, lambda array: [array, 3], special=False, **LOOSE)
    suite.add("histogram/weights shape", "histogram", [data[0]], {"weights": [1, 2]}, fails=True)


def several_dimensions(suite):
    x, y = np.array([0.5, 1, 2, 2.5, 4]), np.array([1, 1, 3, 0.25, 2])
    for bins, limits, density, weights in itertools.product(
        (2, [2, 3], [[0, 1, 5], [0, 2, 4]], [0, 2, 4]), (None, [[0, 4], [0, 4]]), (False, True), (None, np.arange(5.0))
    ):
        suite.add("histogram2d/#", "histogram2d", [x, y, bins, limits, density, weights], fails=None, **LOOSE)
        suite.add(
            "histogramdd/#",
            "histogramdd",
            [np.stack([x, y], axis=1), bins, limits, density, weights],
            fails=None,
            **LOOSE,
        )
    suite.add("histogramdd/cube", "histogramdd", [np.arange(24.0).reshape(8, 3), 2], **LOOSE)
    suite.add("histogramdd/list", "histogramdd", [(x, y), 2], **LOOSE)
    suite.add("histogram2d/shapes", "histogram2d", [x, y[:2]], fails=True)
    suite.add("histogramdd/bins", "histogramdd", [np.ones((3, 2)), [1, 2, 3]], fails=True)
    sweep(suite, "histogram2d", lambda array: [array, array.copy(), 2], shape=(4,), special=False, **LOOSE)
    sweep(suite, "histogramdd", lambda array: [array, 2], shape=(4, 2), special=False, **LOOSE)


def counts(suite):
    for dtype in values.NUMERIC + values.TIMES:
        suite.add(
            f"bincount/{dtype}",
            "bincount",
            [abs(values.plain(dtype, 7)) if np.dtype(dtype).kind not in "bMmu" else values.plain(dtype, 7)],
            fails=None,
        )
    array = np.array([0, 3, 1, 1, 7])
    for weights, least in itertools.product(
        (None, np.arange(5.0), [1, 2, 3, 4, 5], np.arange(10.0)[::2], np.arange(5) * 0.125), (0, 3, 12)
    ):
        suite.add("bincount/weights/#", "bincount", [array, weights, least])
    for layout in ("strided", "reversed", "foreign", "unaligned"):
        suite.add(f"bincount/{layout}", "bincount", [layouts.lay(array, layout)])
    suite.add("bincount/empty", "bincount", [np.empty(0, int), None, 3])
    for bad in ([[-1]], [[[1]]], [[0.5]], [[1, 2], [1.0]], [[1], None, -1], [3]):
        suite.add("bincount/refused/#", "bincount", bad, fails=None)


def bins(suite):
    for edges, right in itertools.product(
        (np.array([0, 2, 4]), np.array([4, 2, 0]), np.array([0.5, 0.5, 1]), np.array([1]), np.empty(0)), (False, True)
    ):
        for x in (
            np.array([-1, 0, 1, 2, 5]),
            np.array([[0.5, np.nan], [4, -np.inf]]),
            2,
            np.array(0.5),
            np.arange(8)[::2],
        ):
            suite.add("digitize/#", "digitize", [x, edges, right])
    suite.add("digitize/unordered", "digitize", [[1], [0, 2, 1]], fails=True)
    suite.add("digitize/2-D", "digitize", [[1], [[0, 2]]], fails=True)
    suite.add("digitize/complex", "digitize", [[1j], [0, 2]], fails=True)
    sweep(suite, "digitize", lambda array: [array, np.array([-1, 2, 5])], special=False)


def covariances(suite):
    rows = np.array([[1, 2, 4, 7], [3, 1, 0, 2], [0.5, 2, -1, 4]])
    for array in (
        rows,
        rows.T,
        rows[:, ::2],
        rows[0],
        rows + 1j * rows[::-1],
        rows.astype("f4"),
        rows[:, :1],
        np.empty((2, 0)),
    ):
        for rowvar, bias, ddof in itertools.product((True, False), (True, False), (None, 0, 1, 2)):
            suite.add(
                "cov/#",
                "cov",
                [array],
                {"rowvar": rowvar, "bias": bias, "ddof": ddof},
                layout=False,
                fails=None,
                **LOOSE,
            )
        suite.add("cov/y/#", "cov", [array, array[::-1] * 2], layout=False, **LOOSE)
        for rowvar in (True, False):
            suite.add("corrcoef/#", "corrcoef", [array], {"rowvar": rowvar}, layout=False, **LOOSE)
            suite.add(
                "corrcoef/y/#",
                "corrcoef",
                [array, array[::-1] ** 2],
                {"rowvar": rowvar},
                layout=False,
                fails=None,
                **LOOSE,
            )
    for frequencies, weights in itertools.product((None, [1, 2, 0, 3]), (None, [0.5, 1, 1.5, 2])):
        suite.add("cov/weights/#", "cov", [rows], {"fweights": frequencies, "aweights": weights}, layout=False, **LOOSE)
    for name in ("cov", "corrcoef"):
        suite.add(f"{name}/dtype", name, [rows], {"dtype": np.dtype("f4")}, layout=False, **LOOSE)
        suite.add(f"{name}/3-D", name, [np.ones((2, 2, 2))], fails=True)
        sweep(suite, name, special=False, layout=False, **LOOSE)
    for keys in (
        {"fweights": [0.5, 1, 1, 1]},
        {"fweights": [1, -1, 1, 1]},
        {"fweights": [1]},
        {"aweights": [[1]]},
        {"aweights": [-1.0, 1, 1, 1]},
        {"ddof": 1.5},
    ):
        suite.add("cov/refused/#", "cov", [rows], keys, fails=True)


def products(suite):
    for (a, v), name, mode in itertools.product(
        (
            ([1, 2, 3], [0, 1, 0.5]),
            ([1, 2, 3, 4, 5], [1, -1]),
            ([2], [1, 2, 3]),
            ([1, 2], [1 + 2j, 3 - 1j, 1j]),
            ([True, True], [True]),
            (np.arange(8)[::2], np.arange(4)[::-2]),
            ([1j, 2], [3 - 1j]),
        ),
        ("correlate", "convolve"),
        ("valid", "same", "full"),
    ):
        suite.add(f"{name}/#", name, [np.array(a), np.array(v), mode])
    for name in ("correlate", "convolve"):
        for a, b in itertools.product(values.NUMERIC, repeat=2):
            suite.add(f"{name}/{a},{b}", name, [values.plain(a, 4), values.plain(b, 3)])
        sweep(suite, name, lambda array: [array, array[:2].copy() if array.ndim else array], shape=(5,), special=False)
        for bad in (([], [1]), ([1], []), ([[1]], [1])):
            suite.add(f"{name}/refused/#", name, [np.array(part) for part in bad], fails=True)
        suite.add(f"{name}/mode", name, [[1], [2], "half"], fails=True)
