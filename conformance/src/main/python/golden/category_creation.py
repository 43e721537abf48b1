"""Creation: filled, from values, from arrays, diagonals; ranges, text and constants in the modules beside it."""

import itertools

import numpy as np

import cases
import creation_ranges
import creation_values
import layouts
import values

TYPES = values.NUMERIC + [">i2", ">u4", ">f4", ">f8", ">c16"]
SHAPES = [0, 3, (), (2,), (2, 3), (0, 3), (2, 0, 2), (1, 1, 2, 1), [2, 2]]


def build(suite):
    filled(suite)
    alike(suite)
    from_values(suite)
    from_arrays(suite)
    diagonals(suite)
    creation_ranges.build(suite)
    creation_values.build(suite)


def filled(suite):
    for name in ("zeros", "ones", "empty"):
        for dtype in TYPES + values.TIMES:
            if name == "ones" and np.dtype(dtype).kind == "M":
                continue
            for shape in (3, (2, 2), (), 0):
                suite.add(f"{name}/#", name, [shape, np.dtype(dtype)], data=name != "empty")
        for shape, order in itertools.product(SHAPES, ("C", "F")):
            suite.add(f"{name}/#", name, [shape], {"order": order}, data=name != "empty")
            suite.add(
                f"{name}/#", name, [], {"shape": shape, "dtype": np.dtype("i2"), "order": order}, data=name != "empty"
            )
        for shape in (-1, (2, -3), 1.5, "a", (2**40, 2**40), None):
            suite.add(f"{name}/refused/#", name, [shape], fails=None if shape is None else True, data=False)
        suite.add(f"{name}/refused/#", name, [3], {"order": "K"}, fails=True)
    fills = [0, 1, -1, 300, 2**40, 2**63, 1.5, -0.0, float("nan"), float("inf"), 1e300, 1 + 2j, True]
    for fill in fills:
        suite.add("full/#", "full", [(2, 2), fill])
        suite.add("full/#", "full", [3, fill], {"order": "F", "dtype": None})
        for dtype in TYPES:
            if (
                np.dtype(dtype).kind in "iu"
                and isinstance(fill, float)
                and not abs(fill) < 100
                or np.dtype(dtype).kind == "u"
                and fill == -1
            ):
                continue
            suite.add("full/#", "full", [2, fill, np.dtype(dtype)], fails=None)
    for array in (np.array([1, 2, 3], "i2"), np.array(4.5, "f4"), np.array([[1], [2]]), np.arange(6)[::2]):
        suite.add("full/array/#", "full", [(2, 3), array])
    suite.add("full/array/#", "full", [(2, 3), np.arange(2)], fails=True)
    suite.add("full/refused", "full", [(-2,), 1], fails=True)
    for n, dtype in itertools.product((0, 1, 3), TYPES):
        suite.add("identity/#", "identity", [n, np.dtype(dtype)])
        suite.add("eye/#", "eye", [n], {"dtype": np.dtype(dtype)})
    for n, m, k, order in itertools.product((0, 2, 3), (None, 1, 4), (-4, -1, 0, 1, 2, 5), "CF"):
        suite.add("eye/#", "eye", [n, m, k], {"order": order})
        suite.add("tri/#", "tri", [n, m, k], {"dtype": np.dtype("i2" if order == "C" else "f4")})
    for name in ("identity", "eye", "tri"):
        suite.add(f"{name}/refused", name, [-2 if name != "tri" else "a"], fails=None)
        suite.add(f"{name}/kind", name, ["3"], fails=True)


def alike(suite):
    base = np.arange(24, dtype="i2").reshape(2, 3, 4)
    given = {
        "c": base,
        "f": np.asfortranarray(base),
        "swapped": base.swapaxes(0, 1),
        "strided": base[:, ::2, ::-1],
        "0d": np.array(1.5),
        "empty": np.empty((0, 2), "f4"),
        "foreign": layouts.lay(base[0], "foreign"),
        "broadcast": np.broadcast_to(base[:, :1], (2, 3, 4)),
    }
    for name in ("zeros_like", "ones_like", "empty_like", "full_like"):
        fill = [7] if name == "full_like" else []
        data = name != "empty_like"
        for (label, array), order in itertools.product(given.items(), "CFAK"):
            suite.add(f"{name}/{label}/{order}", name, [array, *fill], {"order": order}, data=data)
            suite.add(
                f"{name}/{label}/{order}/shape", name, [array, *fill], {"order": order, "shape": (3, 2)}, data=data
            )
        for dtype in TYPES + values.TIMES:
            suite.add(f"{name}/dtype {dtype}", name, [base, *fill], {"dtype": np.dtype(dtype)}, fails=None, data=data)
            array = np.zeros((2, 2), dtype)
            suite.add(f"{name}/kind {dtype}", name, [array, *([array[0]] if fill else [])], data=data)
        suite.add(f"{name}/list", name, [[[1, 2], [3, 4]], *fill], data=data)
        suite.add(f"{name}/refused", name, [base, *fill], {"shape": (-1,)}, fails=True)


def from_values(suite):
    nested = [
        [],
        [1],
        [1, 2.5],
        [True, False],
        [[1, 2], [3, 4]],
        [[1], [2.0], [3j]],
        [[[]]],
        [[], []],
        5,
        2.5,
        True,
        1j,
        [True, 2],
        [2**31, 1],
        [2**63, 1],
        [2**63],
        [-(2**63)],
        [1, 2**63, -1],
        (1, 2, 3),
        [(1, 2), (3, 4)],
        [[[1, 2, 3]]],
        [0.1, float("nan")],
        [np.float32(1.5), 2],
        [np.int8(1), np.uint8(200)],
        [np.array([1, 2]), [3, 4]],
        [np.arange(3.0), np.arange(3)],
    ]
    for name in ("array", "asarray", "asanyarray", "ascontiguousarray", "asfortranarray", "asarray_chkfinite"):
        for given in nested:
            suite.add(f"{name}/values/#", name, [given], fails=None)
        for dtype in TYPES:
            for given in ([1, 0, 3], [[1.5, 2], [0, 100]], [True, False], [], 7, [300, -1], [1 + 2j], [1e300]):
                flat = np.ravel(given)
                outside = (
                    np.dtype(dtype).kind in "iu" and flat.dtype.kind == "f" and flat.size and (abs(flat) > 120).any()
                )
                if name in ("array", "asarray", "asfortranarray") and not outside:
                    suite.add(f"{name}/{dtype}/#", name, [given], {"dtype": np.dtype(dtype)}, fails=None)
        suite.add(f"{name}/ragged/#", name, [[[1, 2], [3]]], fails=True)
        suite.add(f"{name}/ragged/#", name, [[[1], 2]], fails=True)
    for bad in ([1.0, float("inf")], [float("nan")]):
        suite.add("asarray_chkfinite/refused/#", "asarray_chkfinite", [bad], fails=True)
    for ndmin, ndmax in itertools.product((0, 1, 2, 4), (1, 2, 3)):
        suite.add("array/ndmin/#", "array", [[[1, 2], [3, 4]]], {"ndmin": ndmin})
        if ndmax >= 2:
            suite.add("array/ndmin/#", "array", [[[1, 2], [3, 4]]], {"ndmin": ndmin, "ndmax": ndmax}, fails=None)
    suite.add("array/never", "array", [[1, 2]], {"copy": False}, fails=True)
    suite.add("asarray/never", "asarray", [[1, 2]], {"copy": False}, fails=True)
    suite.add("asanyarray/never", "asanyarray", [[1, 2]], {"copy": False}, fails=True)


def from_arrays(suite):
    base = np.arange(12, dtype="f4").reshape(3, 4)
    given = {
        "c": base,
        "f": np.asfortranarray(base),
        "T": base.T,
        "strided": base[::2, ::-1],
        "row": base[1],
        "column": base[:, 1],
        "0d": np.array(2, "f4"),
        "empty": np.empty((0, 3), "f4"),
        "foreign": layouts.lay(base, "foreign"),
        "readonly": layouts.lay(base, "readonly"),
        "broadcast": np.broadcast_to(base[0], (3, 4)),
        "unaligned": layouts.lay(base, "unaligned"),
    }
    for (label, array), dtype in itertools.product(given.items(), (None, "f4", ">f4", "f8", "c8")):
        keys = {} if dtype is None else {"dtype": np.dtype(dtype)}
        put = lambda name, more: suite.add(f"{name}/from/#", name, [array], {**keys, **more}, fails=None, shares=True)
        for copy, order in itertools.product((None, True, False), ("K", "A", "C", "F")):
            put("array", {"copy": copy, "order": order})
            put("asarray", {"copy": copy, "order": order})
        put("array", {"ndmin": 3})
        put("asanyarray", {"order": "F", "copy": None})
        put("ascontiguousarray", {})
        put("asfortranarray", {})
        put("asarray_chkfinite", {"order": "C"})
        for needs in ("C", "F", "A", "W", ["C", "W"], ["F", "A"], "E", None, []):
            put("require", {"requirements": needs})
    suite.add("require/refused", "require", [base], {"requirements": ["C", "F"]}, fails=True)
    suite.add("require/unknown", "require", [base], {"requirements": "Q"}, fails=True)
    for (label, array), order in itertools.product(given.items(), "CFAK"):
        suite.add(f"copy/{label}/{order}", "copy", [array], {"order": order}, shares=True)
        suite.add(f"ndarray.copy/{label}/{order}", "ndarray.copy", [array, order], shares=True)
    for dtype in TYPES + values.TIMES:
        array = np.zeros((2, 2), dtype)
        for name in (
            "array",
            "asarray",
            "asanyarray",
            "ascontiguousarray",
            "asfortranarray",
            "asarray_chkfinite",
            "require",
            "copy",
        ):
            suite.add(f"{name}/kind {dtype}", name, [array], shares=True)
    for name in ("copy", "ascontiguousarray", "asfortranarray", "array", "asarray"):
        suite.add(
            f"{name}/order",
            name,
            [base],
            {"order" if name in ("copy", "array", "asarray") else "dtype": "Z"},
            fails=True,
        )


def diagonals(suite):
    matrix = np.arange(12).reshape(3, 4)
    given = [np.arange(1, 4), np.empty(0), matrix, matrix.T, np.arange(6)[::2], matrix[::2, ::-1], np.empty((0, 2))]
    for array, k in itertools.product(given, (-3, -1, 0, 1, 3)):
        suite.add("diag/#", "diag", [array, k], shares=True)
        suite.add("diagflat/#", "diagflat", [array, k])
        if array.ndim == 2 or array.size:
            suite.add("tril/#", "tril", [array, k])
            suite.add("triu/#", "triu", [array, k])
    cube = np.arange(24).reshape(2, 3, 4)
    for name in ("tril", "triu"):
        suite.add(f"{name}/cube", name, [cube.swapaxes(0, 2), 1])
        suite.add(f"{name}/0d", name, [np.array(1)], fails=True)
        suite.add(f"{name}/refused", name, [matrix, "a"], fails=True)
    for dtype in TYPES + values.TIMES:
        array = np.resize(values.special(dtype), (2, 3)).astype(dtype)
        for name in ("diag", "diagflat", "tril", "triu"):
            suite.add(f"{name}/{dtype}", name, [array])
    suite.add("diag/0d", "diag", [np.array(1)], fails=True)
    suite.add("diagflat/0d", "diagflat", [np.array(1)])
    suite.add("diag/cube", "diag", [cube], fails=True)
    suite.add("diagflat/refused", "diagflat", [matrix, 0.5], fails=True)
    for n, increasing in itertools.product((None, 0, 1, 4), (False, True)):
        for dtype in values.NUMERIC:
            suite.add("vander/#", "vander", [values.plain(dtype, 3), n, increasing], fails=None, ulp=2)
    suite.add("vander/empty", "vander", [np.empty(0), 3])
    suite.add("vander/strided", "vander", [np.arange(6.0)[::2]])
    suite.add("vander/refused", "vander", [matrix], fails=True)


cases.VALUES.update({"pi", "e", "inf", "nan", "euler_gamma", "newaxis", "True_", "False_", "little_endian"})
