"""Medians, quantiles and percentiles."""

import itertools

import numpy as np

import layouts
import values
from sweep import sweep

METHODS = [
    "inverted_cdf",
    "averaged_inverted_cdf",
    "closest_observation",
    "interpolated_inverted_cdf",
    "hazen",
    "weibull",
    "linear",
    "median_unbiased",
    "normal_unbiased",
    "lower",
    "higher",
    "midpoint",
    "nearest",
]
LOOSE = {"ulp": 2, "norm": True}
REAL = [dtype for dtype in values.NUMERIC + ["<m8[s]"]]


def cube(dtype="f8"):
    return values.plain(dtype, 24, 1).reshape(2, 3, 4)


def gaps():
    array = cube()
    array[0, 1, 2] = array[1, 0] = array[0, :, 3] = np.nan
    return array


def build(suite):
    for name in ("median", "nanmedian"):
        medians(suite, name)
    for name in ("quantile", "percentile", "nanquantile", "nanpercentile"):
        quantiles(suite, name, 1 if "quantile" in name else 100)


def medians(suite, name):
    sweep(suite, name, special=False, **LOOSE)
    for layout, axis, keepdims in itertools.product(
        ("contiguous", "strided", "transposed"), (None, 0, 1, 2, -1, (0, 2), (1, 0)), (False, True)
    ):
        suite.add(f"{name}/axis/#", name, [layouts.lay(cube(), layout)], {"axis": axis, "keepdims": keepdims}, **LOOSE)
        suite.add(f"{name}/gaps/#", name, [layouts.lay(gaps(), layout)], {"axis": axis, "keepdims": keepdims}, **LOOSE)
    for content in ([1, 2], [3, 1, 2], [1.5, np.inf, 2], [np.inf, -np.inf], [np.nan, 1], [np.nan], [7], []):
        suite.add(f"{name}/few/#", name, [np.array(content)], fails=None, **LOOSE)
    suite.add(f"{name}/out", name, [cube()], {"axis": 1, "out": np.zeros((2, 4))}, **LOOSE)
    # overwrite_input leaves the input in an order that nobody promises, so only a sorted one can be asked about
    suite.add(f"{name}/overwrite", name, [np.arange(6.0)], {"overwrite_input": True}, **LOOSE)
    for axis in (3, (0, 0), 1.5):
        suite.add(f"{name}/refused/#", name, [cube()], {"axis": axis}, fails=True)


def quantiles(suite, name, scale):
    sweep(suite, name, lambda array: [array, 0.25 * scale], special=False, **LOOSE)
    points = [0, 1, 0.5, 0.3, [0.25, 0.5], [[0.1, 0.9], [0, 1]], [], np.array(0.75, "f4"), np.array([0.2, 0.8])[::-1]]
    scaled = lambda q: q * scale if np.ndim(q) == 0 else np.asarray(q) * scale
    for q, method in itertools.product(points, METHODS):
        suite.add(
            f"{name}/method/#", name, [values.plain("f8", 9, 3), scaled(q)], {"method": method}, fails=None, **LOOSE
        )
        suite.add(
            f"{name}/whole/#", name, [values.plain("i4", 6, 1), scaled(q)], {"method": method}, fails=None, **LOOSE
        )
    for q, axis, keepdims in itertools.product(points[2:6], (None, 0, -1, (0, 2)), (False, True)):
        suite.add(
            f"{name}/axis/#", name, [cube(), scaled(q)], {"axis": axis, "keepdims": keepdims}, fails=None, **LOOSE
        )
        suite.add(
            f"{name}/gaps/#", name, [gaps(), scaled(q)], {"axis": axis, "keepdims": keepdims}, fails=None, **LOOSE
        )
    for weights in (np.ones(9), np.arange(9.0), np.arange(9) % 3):
        for q in points[:5]:
            suite.add(
                f"{name}/weights/#",
                name,
                [values.plain("f8", 9, 3), scaled(q)],
                {"weights": weights, "method": "inverted_cdf"},
                fails=None,
                **LOOSE,
            )
    suite.add(f"{name}/weights refused", name, [np.arange(3.0), 0.5 * scale], {"weights": np.ones(3)}, fails=True)
    suite.add(f"{name}/out", name, [cube(), 0.5 * scale], {"axis": 0, "out": np.zeros((3, 4))}, **LOOSE)
    suite.add(f"{name}/overwrite", name, [np.arange(6.0), 0.5 * scale], {"overwrite_input": True}, **LOOSE)
    for q in (1.5, -0.1, [0.5, 2]):
        suite.add(f"{name}/beyond/#", name, [cube(), scaled(q)], fails=True)
    suite.add(f"{name}/unknown method", name, [cube(), 0.5 * scale], {"method": "guess"}, fails=True)
    suite.add(f"{name}/axis", name, [cube(), 0.5 * scale], {"axis": 9}, fails=True)
