"""Clipping, rounding, interpolation, differences, padding, bits, functions along axes, and what is left."""

import itertools

import numpy as np

import functional_windows
import layouts
import polynomials
import reference
import values
from sweep import sweep


def numbered(*shape, dtype="i4"):
    return np.arange(int(np.prod(shape)), dtype=dtype).reshape(shape)


def build(suite):
    clipping(suite)
    rounding(suite)
    interpolation(suite)
    gradients(suite)
    padding(suite)
    bits(suite)
    numbers(suite)
    along(suite)
    functional_windows.build(suite)
    polynomials.build(suite)


def clipping(suite):
    limits = [
        (None, 5),
        (2, None),
        (2, 5),
        (5, 2),
        (2.5, 4),
        (np.array([1, 2, 3, 4]), 5),
        (0, np.array([[2], [3], [4]])),
        (None, None),
        (-300, 300),
        (np.float32(1.5), 3),
    ]
    for dtype, (low, high) in itertools.product(("i4", "u1", "f4", "f8", "?", "i1", "c16"), limits):
        suite.add("clip/#", "clip", [values.plain(dtype, 12).reshape(3, 4), low, high], fails=None)
        suite.add("ndarray.clip/#", "ndarray.clip", [values.plain(dtype, 12).reshape(3, 4), low, high], fails=None)
    array = numbered(3, 4, dtype="f8")
    for keys in ({"min": 2, "max": 5}, {"min": 2}, {"max": 5}, {"a_min": 1, "a_max": 3}, {}, {"min": np.nan}):
        suite.add("clip/keywords/#", "clip", [array], keys, fails=None)
    suite.add("clip/both", "clip", [array, 1, 2], {"min": 3}, fails=True)
    suite.add("clip/out", "clip", [array, 2, 5, np.zeros((3, 4))])
    suite.add("clip/out float to int", "clip", [array, 2, 5, np.zeros((3, 4), "i4")], fails=True)
    suite.add("clip/shapes", "clip", [array, np.ones(3), 5], fails=True)
    sweep(
        suite,
        "clip",
        lambda given: [given, given.ravel()[0] if given.size else 0, given.ravel()[-1] if given.size else 1],
        zeros=False,
    )


def rounding(suite):
    tricky = np.array(
        [0.5, 1.5, 2.5, -0.5, -1.5, 0.05, 2.675, 1.005, 1234.5678, -99.995, 1e15 + 0.5, 1e300, np.nan, np.inf, -0.0]
    )
    for name, (dtype, decimals) in itertools.product(
        ("round", "around"),
        itertools.product(("f8", "f4", "f2", "i4", "i8", "u1", "c16", "?"), (0, 1, 2, 3, -1, -2, -3)),
    ):
        with np.errstate(all="ignore"):
            given = (
                tricky.astype(dtype)
                if dtype[0] == "f"
                else (
                    (tricky[:10] + 2.5j).astype(dtype)
                    if dtype[0] == "c"
                    else np.array([0, 1, 5, 15, 25, 49, 50, 99]).astype(dtype)
                )
            )
        suite.add(f"{name}/{dtype}/{decimals}", name, [given, decimals], fails=None)
        suite.add(f"{name}/ndarray/{dtype}/{decimals}", "ndarray.round", [given, decimals], fails=None)
    for name in ("round", "around"):
        sweep(suite, name)
        suite.add(f"{name}/out", name, [tricky[:4], 1, np.zeros(4)])
        suite.add(f"{name}/out shape", name, [tricky[:4], 1, np.zeros(3)], fails=True)
        suite.add(f"{name}/decimals", name, [tricky[:4], 1.5], fails=True)
    sweep(suite, "fix")
    suite.add("fix/out", "fix", [tricky[:4], np.zeros(4)])
    suite.add("fix/out shape", "fix", [tricky[:4], np.zeros(3)], fails=True)
    sweep(suite, "nan_to_num", shares=False)
    special = np.array([np.nan, np.inf, -np.inf, 1.5])
    for keys in (
        {"nan": 7.0},
        {"posinf": 1e3},
        {"neginf": -1.0},
        {"nan": -1, "posinf": 2, "neginf": 3},
        {"copy": True},
    ):
        for dtype in ("f8", "f4", "c16"):
            suite.add("nan_to_num/#", "nan_to_num", [special.astype(dtype)], keys)
    suite.add("nan_to_num/in place", "nan_to_num", [special.copy(), False], shares=True)
    suite.add("nan_to_num/readonly", "nan_to_num", [layouts.lay(special, "readonly"), False], fails=True)


def interpolation(suite):
    xp, fp = np.array([1.0, 2, 4, 7]), np.array([3.0, -1, 0.5, 10])
    loose = {"ulp": 2, "norm": True}
    for x in (2.5, [0, 1, 3, 7, 9], np.array([[1.5, np.nan], [6, np.inf]]), np.array(4), np.arange(8.0)[::-3], [], 1):
        for left, right in itertools.product((None, -5, np.nan), (None, 99)):
            suite.add("interp/#", "interp", [x, xp, fp, left, right], **loose)
        for period in (3, 5.5, -4):
            suite.add("interp/period/#", "interp", [x, xp, fp], {"period": period}, **loose)
        suite.add("interp/complex/#", "interp", [x, xp, fp + 1j * fp[::-1]], **loose)
        suite.add("interp/whole/#", "interp", [x, xp.astype("i4"), fp.astype("i8")], **loose)
    for bad in (([1], [1, 2], [1]), ([1], [], []), ([1], [[1, 2]], [[1, 2]]), ([1j], [1, 2], [1, 2])):
        suite.add("interp/refused/#", "interp", list(bad), fails=True)
    suite.add("interp/period zero", "interp", [1, xp, fp], {"period": 0}, fails=True)
    sweep(suite, "interp", lambda given: [given, xp, fp], special=False, **loose)


def gradients(suite):
    loose = {"ulp": 2, "norm": True}
    for array in (
        np.array([1.0, 4, 9, 16, 25]),
        numbered(3, 4, dtype="f4") ** 2,
        numbered(4, 5) ** 2,
        numbered(8)[::2] ** 2,
        numbered(3, 4).T ** 2 * 1.0,
        np.array([1j, 2, 5, 1]),
    ):
        for edge, axis in itertools.product((1, 2), (None, 0, -1, (0, 1), 3)):
            suite.add("gradient/#", "gradient", [array], {"edge_order": edge, "axis": axis}, fails=None, **loose)
        suite.add("gradient/spacing/#", "gradient", [array, *[2.0] * array.ndim], **loose)
        suite.add(
            "gradient/coordinates/#",
            "gradient",
            [array, *[np.cumsum(np.arange(1, n + 1)) for n in array.shape]],
            **loose,
        )
        suite.add(
            "gradient/uneven edges/#",
            "gradient",
            [array, *[np.cumsum(np.arange(1, n + 1)) * 1.0 for n in array.shape]],
            {"edge_order": 2},
            **loose,
        )
    sweep(suite, "gradient", special=False, shape=(3, 4), **loose)
    for bad in (([1],), ([1, 2, 3], [1, 2]), ([1, 2, 3], 1, 2), (5,)):
        suite.add("gradient/refused/#", "gradient", list(bad), fails=None)
    for y in (np.array([1.0, 2, 4, 7]), numbered(3, 4), numbered(3, 4).T, np.array([1j, 2, 3])):
        for x, dx, axis in itertools.product((None, np.arange(y.shape[-1]) ** 2), (1.0, 2, 0.5), (-1, 0)):
            suite.add("trapezoid/#", "trapezoid", [y, x, dx, axis], fails=None, **loose)
    sweep(suite, "trapezoid", special=False, **loose)
    suite.add("trapezoid/axis", "trapezoid", [numbered(3), None, 1.0, 4], fails=True)
    for p, discont, period, axis in itertools.product(
        ([0, 1, 7, 14, 8], [[0, 5, 1], [9, 2, 20]], [0, 180, 350, 10]), (None, 4), (2 * np.pi, 8, 360), (-1, 0)
    ):
        suite.add("unwrap/#", "unwrap", [np.array(p), discont, axis], {"period": period}, ulp=4)
        suite.add("unwrap/float/#", "unwrap", [np.array(p, "f4"), discont, axis], {"period": period}, ulp=4)
    suite.add("unwrap/axis", "unwrap", [np.arange(3.0), None, 2], fails=True)
    sweep(suite, "unwrap", special=False, ulp=4)


def padding(suite):
    arrays = [
        numbered(4),
        numbered(2, 3),
        numbered(2, 3).T,
        numbered(6)[::2],
        numbered(2, 1, 2),
        np.array([1.5, -2, 4]),
    ]
    widths = [0, 1, 2, (1, 2), [[1, 0]], ((1, 2), (0, 3)), 5, {}]
    extra = {
        "constant": [{}, {"constant_values": 7}, {"constant_values": (3, 4)}],
        "edge": [{}],
        "linear_ramp": [{}, {"end_values": 5}],
        "maximum": [{}, {"stat_length": 2}],
        "mean": [{}, {"stat_length": 2}],
        "median": [{}],
        "minimum": [{}, {"stat_length": (1, 2)}],
        "reflect": [{}, {"reflect_type": "odd"}],
        "symmetric": [{}, {"reflect_type": "odd"}],
        "wrap": [{}],
        "empty": [{}],
    }
    for array, width, (mode, options) in itertools.product(arrays, widths[:-1], extra.items()):
        for option in options:
            suite.add(
                f"pad/{mode}/#",
                "pad",
                [array, width, mode],
                option,
                fails=None,
                data=mode != "empty" or array.size == 0,
            )
    for bad in (
        (numbered(3), -1),
        (numbered(3), (1, 2, 3)),
        (numbered(3), 1.5),
        (numbered(3), 1, "bogus"),
        (np.empty(0), 1, "reflect"),
        (np.empty(0), 1, "edge"),
    ):
        suite.add("pad/refused/#", "pad", list(bad), fails=True)
    suite.add("pad/wrong keyword", "pad", [numbered(3), 1, "edge"], {"constant_values": 1}, fails=True)
    sweep(suite, "pad", lambda given: [given, 1], special=False)


def bits(suite):
    for dtype in ["bool"] + values.INTEGERS:
        suite.add(f"packbits/{dtype}", "packbits", [values.plain(dtype, 11)])
    for array, axis, order in itertools.product(
        (numbered(11) % 3, numbered(3, 9) % 2, numbered(9, 3).T % 2, numbered(0), numbered(20)[::2] % 3),
        (None, 0, -1, 2),
        ("big", "little"),
    ):
        suite.add("packbits/#", "packbits", [array, axis, order], fails=None)
        for count in (None, 3, 0, -2, 20):
            suite.add("unpackbits/#", "unpackbits", [(array * 37).astype("u1"), axis, count, order], fails=None)
    suite.add("packbits/0d", "packbits", [np.array(1)], fails=None)
    suite.add("unpackbits/0d", "unpackbits", [np.array(1, "u1")], fails=None)
    suite.add("unpackbits/value", "unpackbits", [np.array([5, 255], "u1")], covers=["value", "param:a"])
    for name in ("packbits", "unpackbits"):
        suite.add(f"{name}/order", name, [np.array([1, 2], "u1"), None], {"bitorder": "middle"}, fails=True)
        suite.add(f"{name}/float", name, [np.array([1.0])], fails=True)
    sweep(suite, "packbits", special=False)


def numbers(suite):
    for number, width in itertools.product((0, 1, 5, -1, -5, 255, -128, 2**40), (None, 3, 8, 12)):
        suite.add(
            "binary_repr/#", "binary_repr", [number, width], fails=None, covers=["value", "param:num", "param:width"]
        )
    for number, base, padding in itertools.product((0, 7, -7, 255, 10**12), (2, 3, 16, 36), (0, 2, 6)):
        suite.add(
            "base_repr/#",
            "base_repr",
            [number, base, padding],
            covers=["value", "param:number", "param:base", "param:padding"],
        )
    suite.add("base_repr/refused", "base_repr", [5, 40], fails=True)
    suite.add("base_repr/one", "base_repr", [5, 1], fails=True)
    suite.add("binary_repr/narrow", "binary_repr", [1000, 3], fails=True)


def angle(array, degrees):
    radians = reference.accurate(np.arctan2)(array.imag, array.real)
    return radians * (180 / np.pi) if degrees else radians


def along(suite):
    matrix = numbered(3, 4)
    for function, axis, array in itertools.product(
        (np.sum, np.sort, np.cumsum, np.max, np.flip, np.unique, np.mean),
        (0, 1, -1),
        (matrix, matrix.T, numbered(2, 3, 2), matrix[::-1, ::2]),
    ):
        if function is not np.unique:
            suite.add("apply_along_axis/#", "apply_along_axis", [function, axis, array])
    for function, axes, array in itertools.product((np.sum, np.max), (0, -1, (0, 1), [1]), (matrix, numbered(2, 3, 2))):
        suite.add("apply_over_axes/#", "apply_over_axes", [function, array, axes])
    sweep(suite, "apply_along_axis", lambda given: [np.sort, 0, given], special=False)
    sweep(suite, "apply_over_axes", lambda given: [np.max, given, 0], special=False)
    suite.add("apply_along_axis/axis", "apply_along_axis", [np.sum, 3, matrix], fails=True)
    suite.add("apply_over_axes/axis", "apply_over_axes", [np.sum, matrix, 3], fails=True)
    sweep(suite, "angle", special=False, ulp=1, types=["bool"] + values.INTEGERS + values.FLOATS)
    for dtype, degrees in itertools.product(values.COMPLEX, (False, True)):
        given = values.special(dtype, extremes=False)
        for name, array in (
            ("plain", given),
            ("strided", layouts.lay(given, "strided")),
            ("0d", given[3].reshape(())),
            ("empty", given[:0]),
            ("2-D", given.reshape(2, 5).T),
        ):
            suite.add(f"angle/{dtype}/{name}/{degrees}", "angle", [array, degrees], ulp=2, function=angle)
    suite.add("angle/text", "angle", ["a"], fails=True)
