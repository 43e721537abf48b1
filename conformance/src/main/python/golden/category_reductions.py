"""Reductions and running sums with every keyword; quantiles are in reductions_order.py.

Operands are small whole numbers: sums are exact in any order. Variances and means of fractions have a tolerance.
"""

import itertools

import numpy as np

import layouts
import reductions_order
import values
from sweep import sweep

SUMS = ["sum", "prod", "nansum", "nanprod"]
MEANS = ["mean", "nanmean"]
SPREADS = ["std", "var", "nanstd", "nanvar"]
EXTREMES = ["max", "min", "amax", "amin", "nanmax", "nanmin"]
TRUTHS = ["all", "any"]
POSITIONS = ["argmax", "argmin", "nanargmax", "nanargmin"]
RUNNING = ["cumsum", "cumprod", "nancumsum", "nancumprod"]
TOLERANCE = {name: {"ulp": 4, "norm": True} for name in MEANS + SPREADS}
AXES = (None, 0, 1, 2, -1, -3, (0, 1), (0, 2), (-1, 0), ())


def cube(dtype="i4", start=2):
    return values.plain(dtype, 24, start).reshape(2, 3, 4)


def gaps(dtype="f8"):
    array = cube(dtype).copy()
    array[0, 1, 2] = array[1, 0] = array[0, :, 3] = np.nan
    return array


def build(suite):
    for name in SUMS + MEANS + SPREADS + EXTREMES + TRUTHS:
        common(suite, name)
    for name in SUMS + MEANS + SPREADS:
        typed(suite, name)
    for name in SPREADS:
        spreads(suite, name)
    positions(suite)
    running(suite)
    counting(suite)
    pointers(suite)
    averages(suite)
    long(suite)
    methods(suite)
    reductions_order.build(suite)


def add(suite, id, name, args, kw=None, **more):
    return suite.add(f"{name}/{id}", name, args, kw, **{**TOLERANCE.get(name, {}), **more})


def common(suite, name):
    loose, order = TOLERANCE.get(name, {}), name in EXTREMES + TRUTHS
    sweep(suite, name, special=order, zeros=name in TRUTHS, **loose)
    for dtype, layout in itertools.product(("i2", "f4", "c16"), ("contiguous", "strided", "transposed", "reversed")):
        for axis in AXES:
            add(suite, f"axis/{dtype}/{layout}/{axis}", name, [layouts.lay(cube(dtype), layout)], {"axis": axis})
    for axis in AXES:
        add(suite, f"keepdims/{axis}", name, [cube("f8")], {"axis": axis, "keepdims": True})
        add(suite, f"gaps/{axis}", name, [gaps()], {"axis": axis}, fails=None)
    mask = np.arange(24).reshape(2, 3, 4) % 5 != 0
    initial = {"initial": 3} if name in SUMS + EXTREMES else {}
    for axis in (None, 1, (0, 2)):
        for where in (mask, mask[0], mask[0, 0], True, np.array(False)):
            add(suite, "where/#", name, [cube("f4")], {"axis": axis, "where": where, **initial}, fails=None)
        if initial:
            for value in (0, 5, -2.5):
                add(suite, "initial/#", name, [cube("f8")], {"axis": axis, "initial": value})
                add(suite, "initial/empty/#", name, [np.empty((0, 3))], {"initial": value})
            add(suite, "initial/where/#", name, [gaps()], {"axis": axis, "initial": 7, "where": mask})
    for dtype in ("f8", "i4", "i2"):
        for shape, axis in (((3, 4), 0), ((2, 4), 1), ((2, 4), -2), ((4, 2), 1)):
            add(
                suite,
                "out/#",
                name,
                [cube("f8" if dtype == "f8" else "i4")],
                {"axis": axis, "out": np.zeros(shape, dtype)},
                fails=None,
            )
    add(suite, "out strided", name, [cube("f8")], {"axis": 1, "out": np.zeros((2, 8))[:, ::2]})
    add(suite, "list", name, [[[1, 2], [3, 5]]])
    add(suite, "number", name, [5])
    for axis in (3, -4, (0, 0), (0, 5), 1.5, "a"):
        add(suite, "refused/#", name, [cube()], {"axis": axis}, fails=True)
    add(suite, "where shape", name, [cube("f8")], {"where": np.array([True, False]), **initial}, fails=True)


def typed(suite, name):
    for source, target in itertools.product(
        ("?", "i1", "u2", "i8", "f2", "f4", "f8", "c8"), ("i2", "i8", "u1", "f2", "f4", "f8", "c8", "c16")
    ):
        if source[0] in "fc" and target[0] in "iu" or source[0] == "c" and target in ("f2", "f4", "f8", "c16"):
            continue
        add(suite, f"dtype/{source},{target}", name, [cube(source)], {"axis": 1, "dtype": np.dtype(target)}, fails=None)
    add(suite, "fractions", name, [np.arange(1, 41) / 8], ulp=8)
    for dtype in ("f4", "f8"):
        numbers = (suite.rng.integers(1, 1000, 200) / 997).astype(dtype)
        if "prod" not in name:
            add(suite, f"long/{dtype}", name, [numbers], ulp=16)
            add(suite, f"long rows/{dtype}", name, [numbers.reshape(4, 50)], {"axis": 1}, ulp=16)
            add(suite, f"long columns/{dtype}", name, [numbers.reshape(50, 4)], {"axis": 0}, ulp=16)
    for special in (
        [1.0, np.inf],
        [np.inf, -np.inf],
        [np.nan, 1.0],
        [np.nan, np.nan],
        [np.inf, np.inf],
        [0.0, -0.0],
        [-0.0, -0.0],
        [],
    ):
        for dtype in ("f2", "f4", "f8"):
            add(suite, "special/#", name, [np.array(special, dtype)], fails=None)


def spreads(suite, name):
    for ddof, axis in itertools.product((0, 1, 2, 0.5, 4), (None, 0, 2, (0, 1))):
        add(suite, "ddof/#", name, [cube("f8")], {"axis": axis, "ddof": ddof})
        add(suite, "correction/#", name, [cube("i4")], {"axis": axis, "correction": ddof})
    for axis, keepdims in itertools.product((0, 1), (False, True)):
        mean = np.mean(cube("f8"), axis=axis, keepdims=True)
        add(suite, "mean/#", name, [cube("f8")], {"axis": axis, "mean": mean, "keepdims": keepdims})
    add(suite, "ddof and correction", name, [cube("f8")], {"ddof": 1, "correction": 1}, fails=True)


def positions(suite):
    for name in POSITIONS:
        sweep(suite, name)
        for layout, axis in itertools.product(("contiguous", "strided", "transposed", "reversed"), (None, 0, 1, 2, -1)):
            for keepdims in (False, True):
                add(suite, "axis/#", name, [layouts.lay(cube("f4"), layout)], {"axis": axis, "keepdims": keepdims})
        for axis in (None, 0, 2):
            add(suite, "gaps/#", name, [gaps()], {"axis": axis}, fails=None)
            out = np.zeros({None: (), 0: (3, 4), 2: (2, 3)}[axis], "i8")
            add(suite, "out/#", name, [cube()], {"axis": axis, "out": out})
            add(
                suite,
                "out refused/#",
                name,
                [cube()],
                {"axis": axis, "out": np.zeros(out.shape + (1,), "i8")},
                fails=True,
            )
        for content in ([1.0, np.nan, 3], [np.nan, np.nan], [2, 2, 1, 1], [np.inf, -np.inf], [-0.0, 0.0], []):
            add(suite, "few/#", name, [np.array(content)], fails=None)
        for axis in (3, (0, 1), 1.5):
            add(suite, "refused/#", name, [cube()], {"axis": axis}, fails=True)


def running(suite):
    for name in RUNNING:
        sweep(suite, name, special=False)
        for layout, axis in itertools.product(("contiguous", "strided", "transposed", "reversed"), (None, 0, 1, -1)):
            add(suite, "axis/#", name, [layouts.lay(cube("i2"), layout)], {"axis": axis})
            add(suite, "gaps/#", name, [layouts.lay(gaps("f4"), layout)], {"axis": axis})
        for source, target in itertools.product(("?", "i1", "u2", "f4"), ("i2", "i8", "f4", "f8", "c8")):
            if source != "f4" or target[0] != "i":
                add(suite, f"dtype/{source},{target}", name, [cube(source)], {"axis": 1, "dtype": np.dtype(target)})
        add(suite, "out", name, [cube("i8")], {"axis": 0, "out": np.zeros((2, 3, 4))})
        add(suite, "out shape", name, [cube("i8")], {"axis": 0, "out": np.zeros((3, 4))}, fails=True)
        for axis in (3, 1.5):
            add(suite, "refused/#", name, [cube()], {"axis": axis}, fails=True)
    for name in ("cumulative_sum", "cumulative_prod"):
        sweep(suite, name, special=False, shape=(5,))
        for axis, initial in itertools.product((0, 1, -1, None, 3), (False, True)):
            add(suite, "axis/#", name, [cube("i2")], {"axis": axis, "include_initial": initial}, fails=None)
        for dtype in ("i8", "f4", "c8"):
            add(suite, "dtype/#", name, [cube("i2")], {"axis": 1, "dtype": np.dtype(dtype), "include_initial": True})
        add(suite, "out", name, [cube("i8")], {"axis": 0, "out": np.zeros((2, 3, 4), "i8")})
        add(
            suite,
            "out initial",
            name,
            [cube("i8")],
            {"axis": 0, "include_initial": True, "out": np.zeros((3, 3, 4), "i8")},
        )


def counting(suite):
    sweep(suite, "count_nonzero")
    for axis, keepdims in itertools.product(AXES, (False, True)):
        add(suite, "axis/#", "count_nonzero", [cube("f4")], {"axis": axis, "keepdims": keepdims})
    add(suite, "refused", "count_nonzero", [cube()], {"axis": 5}, fails=True)
    for name in ("diff", "ediff1d"):
        sweep(suite, name, special=False)
    for n, axis in itertools.product((0, 1, 2, 5, -1), (0, 1, -1, 3)):
        add(suite, "n/#", "diff", [cube("i2"), n, axis], fails=None)
        add(suite, "n unsigned/#", "diff", [cube("u1"), n, axis], fails=None)
    for prepend, append in itertools.product((0, np.zeros((2, 3, 1), "i4"), [[[9]]], np.zeros((1, 1))), repeat=2):
        add(suite, "ends/#", "diff", [cube("i4")], {"prepend": prepend, "append": append}, fails=None)
    add(suite, "0d", "diff", [np.array(1)], fails=True)
    for end, begin in itertools.product((None, 5, [7, 8], 1.5), repeat=2):
        add(suite, "ends/#", "ediff1d", [cube("i4"), end, begin], fails=None)


def pointers(suite):
    sweep(suite, "ptp", special=False)
    for axis, keepdims in itertools.product(AXES, (False, True)):
        add(suite, "axis/#", "ptp", [cube("f4")], {"axis": axis, "keepdims": keepdims})
    add(suite, "out", "ptp", [cube("i8")], {"axis": 1, "out": np.zeros((2, 4), "i8")})
    add(suite, "refused", "ptp", [cube()], {"axis": 5}, fails=True)
    add(suite, "empty", "ptp", [np.empty(0)], fails=True)


def averages(suite):
    loose = {"ulp": 4, "norm": True}
    sweep(suite, "average", special=False, **loose)
    weights = [None, np.arange(1, 5), np.arange(24).reshape(2, 3, 4) + 1.5, np.array([1, 2j, 3, 4]), np.array([1, 2])]
    for weight, axis, returned, keepdims in itertools.product(weights, (None, 0, 2, -1), (False, True), (False, True)):
        suite.add(
            "average/weights/#",
            "average",
            [cube("f8")],
            {"axis": axis, "weights": weight, "returned": returned, "keepdims": keepdims},
            fails=None,
            **loose,
        )
    suite.add(
        "average/several axes",
        "average",
        [cube("f8")],
        {"axis": (0, 2), "weights": np.arange(8.0).reshape(2, 4)},
        **loose,
    )
    suite.add("average/zero weights", "average", [np.arange(3.0)], {"weights": np.zeros(3)}, fails=True)
    suite.add("average/axis", "average", [cube("f8")], {"axis": 4}, fails=True)


def long(suite):
    """Beyond the widest vectors, with a rest; what is sought stands first, late, last or nowhere."""
    for name, dtype in itertools.product(
        EXTREMES + TRUTHS + POSITIONS + ["count_nonzero", "nonzero", "ptp"], values.NUMERIC
    ):
        array = values.plain(dtype, 151)
        for position in (0, 100, 150):
            given = np.ones_like(array) if name in TRUTHS + ["count_nonzero", "nonzero"] else array.copy()
            given[position] = 0 if name in ("all", "count_nonzero", "nonzero", "min", "amin", "nanmin") else 90
            if name == "any":
                given = np.where(np.arange(151) == position, given, np.zeros_like(given))
            add(suite, f"long/{dtype}/#", name, [given], fails=None)
            if given.dtype.kind in "fc" and name not in TRUTHS:
                given = given.copy()
                given[position] = np.nan
                add(suite, f"long/{dtype}/#", name, [given], fails=None)


def methods(suite):
    """The same as methods of the array."""
    for name in (
        "sum",
        "prod",
        "mean",
        "std",
        "var",
        "max",
        "min",
        "all",
        "any",
        "argmax",
        "argmin",
        "cumsum",
        "cumprod",
    ):
        for axis in (None, 0, -1):
            suite.add("ndarray/#", f"ndarray.{name}", [cube("f4"), axis], **TOLERANCE.get(name, {}))
            if "cum" not in name:
                suite.add(
                    "ndarray/keepdims/#",
                    f"ndarray.{name}",
                    [layouts.lay(cube("i2"), "transposed")],
                    {"axis": axis, "keepdims": True},
                    **TOLERANCE.get(name, {}),
                )
        suite.add("ndarray/refused/#", f"ndarray.{name}", [cube(), 7], fails=True)
