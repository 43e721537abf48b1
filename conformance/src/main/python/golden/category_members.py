"""Methods and attributes of arrays that have no function of the same name, and the iterating classes."""

import itertools

import numpy as np

import layouts
import values
from sweep import sweep


def numbered(*shape, dtype="i4"):
    return np.arange(int(np.prod(shape)), dtype=dtype).reshape(shape)


def subjects():
    base = numbered(3, 4)
    return [
        base,
        base.T,
        base[::2, ::-1],
        numbered(),
        numbered(0),
        numbered(2, 0),
        numbered(1),
        np.broadcast_to(numbered(3), (2, 3)),
        layouts.lay(numbered(3), "foreign"),
        np.asfortranarray(numbered(2, 2, 2)),
    ]


def build(suite):
    attributes(suite)
    elements(suite)
    views(suite)
    changes(suite)
    iterating(suite)


def attributes(suite):
    for member in ("dtype", "itemsize", "nbytes", "ndim", "shape", "size", "strides"):
        for array in subjects():
            if member == "strides" and array.size == 0:
                continue  # an accident
            suite.add(f"{member}/#", f"ndarray.{member}", [array])
    for name in ("conj", "conjugate"):
        sweep(suite, f"ndarray.{name}", special=False, types=values.NUMERIC)
    sweep(suite, "ndarray.swapaxes", lambda array: [array, 0, -1], special=False, shares=True)


def elements(suite):
    sweep(suite, "ndarray.tolist", types=values.NUMERIC)
    for array in subjects():
        for index in ((), (0,), (-1,), (1, 1), ((0, 1),), (7,), (1.5,)):
            suite.add("item/#", "ndarray.item", [array, *index], fails=None)
    for dtype in values.NUMERIC:
        for number in (0, 1, 3, 1.5, 2j, True, 300, -1):
            suite.add(f"fill/{dtype}/#", "ndarray.fill", [np.zeros((2, 2), dtype), number], fails=None)
    suite.add("fill/strided", "ndarray.fill", [np.zeros((4, 4))[::2, ::-3], 7])
    suite.add("fill/readonly", "ndarray.fill", [layouts.lay(np.zeros(3), "readonly"), 7], fails=True)
    suite.add("fill/array", "ndarray.fill", [np.zeros(3), np.array(2.5)])


def views(suite):
    for source, target in itertools.product(("i1", "u2", "i4", "f4", "f8", "c8", "c16", "?"), repeat=2):
        for array in (
            np.zeros((2, 4), source),
            np.zeros((4, 2), source).T,
            np.zeros((2, 8), source)[:, ::2],
            np.zeros((), source),
            np.zeros((0, 4), source),
            np.zeros((4, 4), source)[::2],
        ):
            suite.add("view/#", "ndarray.view", [array, np.dtype(target)], fails=None, shares=True)
    suite.add("view/values", "ndarray.view", [np.array([1.0, -2.5]), np.dtype("i8")], shares=True)
    suite.add("view/parts", "ndarray.view", [np.array([1 + 2j, 3 - 4j]), np.dtype("f8")], shares=True)
    suite.add("view/foreign", "ndarray.view", [np.array([1, 256], "i2"), np.dtype(">i2")], shares=True)


def changes(suite):
    for dtype in values.NUMERIC:
        for in_place in (False, True):
            suite.add(
                f"byteswap/{dtype}/{in_place}",
                "ndarray.byteswap",
                [values.plain(dtype, 6).reshape(2, 3), in_place],
                shares=True,
            )
    suite.add("byteswap/strided", "ndarray.byteswap", [numbered(8)[::2], True], shares=True)
    suite.add("byteswap/readonly", "ndarray.byteswap", [layouts.lay(numbered(3), "readonly"), True], fails=True)
    for shape in ((2, 3), (8,), (3,), (0,), (2, 2, 2), -1):
        suite.add("resize/#", "ndarray.resize", [np.arange(6), shape], {"refcheck": False}, fails=None)
    suite.add("resize/strided", "ndarray.resize", [np.arange(12)[::2], (2, 2)], {"refcheck": False}, fails=True)


def iterating(suite):
    for array in subjects():
        suite.add(
            "ndenumerate/#",
            "ndenumerate",
            [array],
            function=lambda given: list(np.ndenumerate(given)),
            covers=["value"],
        )
        suite.add(
            "flatiter/#",
            "ndarray.flat",
            [array],
            name="numpy.flatiter",
            covers=["value"],
            function=lambda given: list(given.flat),
        )
        for order in "CFAK":
            suite.add(
                "nditer/#",
                "nditer",
                [array],
                {"order": order, "flags": ["zerosize_ok"]},
                covers=["value"],
                function=lambda given, order, flags: [item[()] for item in np.nditer(given, flags, order=order)],
            )
    for shape in ((), (3,), (2, 2), (2, 0), (1, 3)):
        suite.add("ndindex/#", "ndindex", [shape], function=lambda given: list(np.ndindex(given)), covers=["value"])
    for shapes in (((2, 1), (3,)), ((), (4,)), ((2, 3),), ((0,), (1,))):
        for member in ("shape", "ndim", "nd", "size", "numiter"):
            suite.add(
                "broadcast/#",
                f"broadcast.{member}",
                [np.zeros(shape) for shape in shapes],
                covers=["value"],
                function=lambda *given: getattr(np.broadcast(*given), member),
            )
    suite.add("broadcast/refused", "broadcast", [np.zeros(2), np.zeros(3)], fails=True)
    for coefficients, member in itertools.product(([1, 2, 3], [0, 0, 2.5, 1], [7]), ("coeffs", "order", "variable")):
        suite.add(
            "poly1d/#",
            f"poly1d.{member}",
            [coefficients],
            covers=["value"],
            function=lambda given: getattr(np.poly1d(given), member),
        )
