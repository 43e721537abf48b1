"""Ranges and grids."""

import itertools

import numpy as np

import values


def build(suite):
    ranges(suite)
    grids(suite)


def ranges(suite):
    plain = [
        (0,),
        (5,),
        (-3,),
        (2, 7),
        (7, 2),
        (0, 10, 3),
        (10, 0, -3),
        (0, 10, -1),
        (0, 1, 0.1),
        (1.0, 0, -0.25),
        (0, 5.5),
        (0.5, 5.5, 0.7),
        (1, 1.3, 0.1),
        (-1.5, 1.5, 0.25),
        (0, 2**40, 2**38),
        (2**63 - 3, 2**63 - 1),
        (0, 3, 0.5),
        (3, 0),
        (0, 1e-8, 1e-9),
        (True,),
    ]
    for given in plain:
        suite.add("arange/#", "arange", list(given))
        for dtype in ("i1", "i2", "u1", "i8", "u8", "f2", "f4", "f8", "c8", ">i4", ">f8"):
            if (
                np.dtype(dtype).kind in "iu"
                and any(isinstance(part, float) for part in given)
                or "u" in dtype
                and min(given) < 0
            ):
                continue
            suite.add("arange/typed/#", "arange", list(given), {"dtype": np.dtype(dtype)}, fails=None)
    suite.add(
        "arange/keywords",
        "arange",
        [],
        {"start": 1, "stop": 9, "step": 2, "dtype": np.dtype("f4")},
        covers=["param:start_or_stop", "param:stop", "param:step", "param:dtype", "value"],
    )
    for bad in ((0, 5, 0), (0, float("nan")), (0, float("inf")), ("a",), (0, 2**62, 1e-300)):
        suite.add("arange/refused/#", "arange", list(bad), fails=True)
    for start, stop, num in itertools.product((0, -2.5, 1), (1, 10, -3.5), (0, 1, 2, 5, 9)):
        for endpoint in (True, False):
            suite.add("linspace/#", "linspace", [start, stop, num], {"endpoint": endpoint})
    for retstep, dtype in itertools.product((True, False), ("i4", "f4", "f2", "c16", ">f8")):
        suite.add("linspace/typed/#", "linspace", [0, 7, 8], {"retstep": retstep, "dtype": np.dtype(dtype)})
    for axis in (0, -1, 1):
        suite.add("linspace/arrays/#", "linspace", [np.array([0.0, 10]), np.array([4.0, 50]), 5], {"axis": axis})
        suite.add("linspace/arrays/#", "linspace", [np.array([1j, 2])[::-1], 8, 5], {"axis": axis, "endpoint": True})
        for name in ("logspace", "geomspace"):
            suite.add(
                f"{name}/arrays/#",
                name,
                [np.array([1.0, 2]), np.array([3.0, 4])[::-1], 3],
                {"axis": axis},
                ulp=8,
                norm=True,
            )
    spaces(suite)


def spaces(suite):
    for name in ("linspace", "logspace", "geomspace"):
        suite.add(f"{name}/negative", name, [1, 2, -1], fails=True)
        suite.add(f"{name}/num", name, [1, 2, 2.5], fails=True)
        for kind in ("i4", "u2", "f4", "f8", "c8", "?"):
            suite.add(
                f"{name}/kinds/{kind}",
                name,
                [np.array([1, 1], kind), np.array([1, 1], kind), 3],
                ulp=8,
                norm=True,
                fails=None,
            )
        suite.add(f"{name}/0d", name, [np.array(1.0), np.array(2.0), 2], ulp=8)
        suite.add(f"{name}/empty", name, [np.empty(0), np.empty(0), 2])
    for start, stop, num, base in itertools.product((0, 1, -2), (3, 0.5), (1, 4, 5), (10.0, 2, 2.5)):
        suite.add("logspace/#", "logspace", [start, stop, num], {"base": base, "endpoint": num != 4}, ulp=8)
    suite.add("logspace/typed", "logspace", [0, 3, 4], {"dtype": np.dtype("i4")})
    for start, stop in ((1, 1000), (1000, 1), (-1, -1000), (1, 256), (1j, 1000j), (1 + 1j, 8 + 8j), (0.5, 4)):
        for endpoint in (True, False):
            suite.add(
                "geomspace/#", "geomspace", [start, stop, 4], {"endpoint": endpoint, "dtype": None}, ulp=8, norm=True
            )
    suite.add("geomspace/zero", "geomspace", [0, 10, 3], fails=True)


def grids(suite):
    vectors = [np.arange(3), np.array([0.5, 1.5]), np.arange(4, dtype="i2")[::2], np.array(7), np.empty(0)]
    for chosen in ([], [0], [0, 1], [0, 1, 2], [1, 3], [0, 4], [2, 2]):
        for indexing, sparse, copy in itertools.product(("xy", "ij"), (False, True), (True, False)):
            suite.add(
                "meshgrid/#",
                "meshgrid",
                [vectors[i] for i in chosen],
                {"indexing": indexing, "sparse": sparse, "copy": copy},
                shares=True,
            )
    for dtype in values.NUMERIC + values.TIMES:
        suite.add(f"meshgrid/{dtype}", "meshgrid", [np.zeros(2, dtype), np.zeros(3, "i1")])
    suite.add("meshgrid/refused", "meshgrid", [vectors[0]], {"indexing": "ji"}, fails=True)
    for shape, sparse in itertools.product(((), (3,), (2, 3), (0, 2), (2, 1, 2)), (False, True)):
        for dtype in ("i8", "i2", "f4"):
            suite.add("indices/#", "indices", [shape, np.dtype(dtype), sparse])
    suite.add("indices/refused", "indices", [(-1, 2)], fails=True)
    keys = [
        slice(0, 3),
        slice(5),
        slice(0, 1, 0.25),
        slice(-1, 1, 5j),
        (slice(0, 2), slice(0, 3)),
        (slice(0, 1, 3j), slice(1, 3)),
        (slice(0, 2), slice(0, 1, 0.5)),
    ]
    for key in keys:
        for name in ("mgrid", "ogrid"):
            suite.add(f"{name}/#", f"{name}.__getitem__", [key], covers=["value"])
    for name in ("s_", "index_exp"):
        for key in (0, slice(1, None, 2), (0, slice(None)), (Ellipsis, None)):
            suite.add(f"{name}/#", f"{name}.__getitem__", [key], covers=["value"])
    a, b = np.arange(3), np.arange(3.0, 6)
    for name in ("r_", "c_"):
        for key in (
            (a, b),
            (a, 5),
            (slice(0, 4), 7),
            (slice(0, 1, 3j), 2),
            (a[None], b[None]),
            ("0,2", a, b),
            ("-1", a[None], b[None]),
            a,
        ):
            suite.add(f"{name}/#", f"{name}.__getitem__", [key], covers=["value"], fails=None)
