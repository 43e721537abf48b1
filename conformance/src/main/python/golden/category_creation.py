"""Creation: from nothing, from values, from arrays, from bytes and text, ranges, grids, diagonals; constants and types."""

import itertools

import numpy as np

import cases
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
    ranges(suite)
    grids(suite)
    diagonals(suite)
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
            suite.add(f"{name}/#", name, [], {"shape": shape, "dtype": np.dtype("i2"), "order": order}, data=name != "empty")
        for shape in (-1, (2, -3), 1.5, "a", (2**40, 2**40), None):
            suite.add(f"{name}/refused/#", name, [shape], fails=None if shape is None else True, data=False)
        suite.add(f"{name}/refused/#", name, [3], {"order": "K"}, fails=True)
    fills = [0, 1, -1, 300, 2**40, 2**63, 1.5, -0.0, float("nan"), float("inf"), 1e300, 1 + 2j, True]
    for fill in fills:
        suite.add("full/#", "full", [(2, 2), fill])
        suite.add("full/#", "full", [3, fill], {"order": "F", "dtype": None})
        for dtype in TYPES:
            if np.dtype(dtype).kind in "iu" and isinstance(fill, float) and not abs(fill) < 100 or np.dtype(dtype).kind == "u" and fill == -1:
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
    given = {"c": base, "f": np.asfortranarray(base), "swapped": base.swapaxes(0, 1), "strided": base[:, ::2, ::-1], "0d": np.array(1.5),
             "empty": np.empty((0, 2), "f4"), "foreign": layouts.lay(base[0], "foreign"), "broadcast": np.broadcast_to(base[:, :1], (2, 3, 4))}
    for name in ("zeros_like", "ones_like", "empty_like", "full_like"):
        fill = [7] if name == "full_like" else []
        data = name != "empty_like"
        for (label, array), order in itertools.product(given.items(), "CFAK"):
            suite.add(f"{name}/{label}/{order}", name, [array, *fill], {"order": order}, data=data)
            suite.add(f"{name}/{label}/{order}/shape", name, [array, *fill], {"order": order, "shape": (3, 2)}, data=data)
        for dtype in TYPES + values.TIMES:
            suite.add(f"{name}/dtype {dtype}", name, [base, *fill], {"dtype": np.dtype(dtype)}, fails=None, data=data)
            array = np.zeros((2, 2), dtype)
            suite.add(f"{name}/kind {dtype}", name, [array, *([array[0]] if fill else [])], data=data)
        suite.add(f"{name}/list", name, [[[1, 2], [3, 4]], *fill], data=data)
        suite.add(f"{name}/refused", name, [base, *fill], {"shape": (-1,)}, fails=True)


def from_values(suite):
    nested = [[], [1], [1, 2.5], [True, False], [[1, 2], [3, 4]], [[1], [2.0], [3j]], [[[]]], [[], []], 5, 2.5, True, 1j, [True, 2],
              [2**31, 1], [2**63, 1], [2**63], [-2**63], [1, 2**63, -1], (1, 2, 3), [(1, 2), (3, 4)], [[[1, 2, 3]]], [0.1, float("nan")],
              [np.float32(1.5), 2], [np.int8(1), np.uint8(200)], [np.array([1, 2]), [3, 4]], [np.arange(3.0), np.arange(3)]]
    for name in ("array", "asarray", "asanyarray", "ascontiguousarray", "asfortranarray", "asarray_chkfinite"):
        for given in nested:
            suite.add(f"{name}/values/#", name, [given], fails=None)
        for dtype in TYPES:
            for given in ([1, 0, 3], [[1.5, 2], [0, 100]], [True, False], [], 7, [300, -1], [1 + 2j], [1e300]):
                flat = np.ravel(given)
                outside = np.dtype(dtype).kind in "iu" and flat.dtype.kind == "f" and flat.size and (abs(flat) > 120).any()
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
    given = {"c": base, "f": np.asfortranarray(base), "T": base.T, "strided": base[::2, ::-1], "row": base[1], "column": base[:, 1],
             "0d": np.array(2, "f4"), "empty": np.empty((0, 3), "f4"), "foreign": layouts.lay(base, "foreign"),
             "readonly": layouts.lay(base, "readonly"), "broadcast": np.broadcast_to(base[0], (3, 4)), "unaligned": layouts.lay(base, "unaligned")}
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
        for name in ("array", "asarray", "asanyarray", "ascontiguousarray", "asfortranarray", "asarray_chkfinite", "require", "copy"):
            suite.add(f"{name}/kind {dtype}", name, [array], shares=True)
    for name in ("copy", "ascontiguousarray", "asfortranarray", "array", "asarray"):
        suite.add(f"{name}/order", name, [base], {"order" if name in ("copy", "array", "asarray") else "dtype": "Z"}, fails=True)


def ranges(suite):
    plain = [(0,), (5,), (-3,), (2, 7), (7, 2), (0, 10, 3), (10, 0, -3), (0, 10, -1), (0, 1, 0.1), (1.0, 0, -0.25), (0, 5.5), (0.5, 5.5, 0.7),
             (1, 1.3, 0.1), (-1.5, 1.5, 0.25), (0, 2**40, 2**38), (2**63 - 3, 2**63 - 1), (0, 3, 0.5), (3, 0), (0, 1e-8, 1e-9), (True,)]
    for given in plain:
        suite.add("arange/#", "arange", list(given))
        for dtype in ("i1", "i2", "u1", "i8", "u8", "f2", "f4", "f8", "c8", ">i4", ">f8"):
            if np.dtype(dtype).kind in "iu" and any(isinstance(part, float) for part in given) or "u" in dtype and min(given) < 0:
                continue
            suite.add("arange/typed/#", "arange", list(given), {"dtype": np.dtype(dtype)}, fails=None)
    suite.add("arange/keywords", "arange", [], {"start": 1, "stop": 9, "step": 2, "dtype": np.dtype("f4")},
              covers=["param:start_or_stop", "param:stop", "param:step", "param:dtype", "value"])
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
            suite.add(f"{name}/arrays/#", name, [np.array([1.0, 2]), np.array([3.0, 4])[::-1], 3], {"axis": axis}, ulp=8, norm=True)
    spaces(suite)


def spaces(suite):
    for name in ("linspace", "logspace", "geomspace"):
        suite.add(f"{name}/negative", name, [1, 2, -1], fails=True)
        suite.add(f"{name}/num", name, [1, 2, 2.5], fails=True)
        for kind in ("i4", "u2", "f4", "f8", "c8", "?"):
            suite.add(f"{name}/kinds/{kind}", name, [np.array([1, 1], kind), np.array([1, 1], kind), 3], ulp=8, norm=True, fails=None)
        suite.add(f"{name}/0d", name, [np.array(1.0), np.array(2.0), 2], ulp=8)
        suite.add(f"{name}/empty", name, [np.empty(0), np.empty(0), 2])
    for start, stop, num, base in itertools.product((0, 1, -2), (3, 0.5), (1, 4, 5), (10.0, 2, 2.5)):
        suite.add("logspace/#", "logspace", [start, stop, num], {"base": base, "endpoint": num != 4}, ulp=8)
    suite.add("logspace/typed", "logspace", [0, 3, 4], {"dtype": np.dtype("i4")})
    for start, stop in ((1, 1000), (1000, 1), (-1, -1000), (1, 256), (1j, 1000j), (1 + 1j, 8 + 8j), (0.5, 4)):
        for endpoint in (True, False):
            suite.add("geomspace/#", "geomspace", [start, stop, 4], {"endpoint": endpoint, "dtype": None}, ulp=8, norm=True)
    suite.add("geomspace/zero", "geomspace", [0, 10, 3], fails=True)


def grids(suite):
    vectors = [np.arange(3), np.array([0.5, 1.5]), np.arange(4, dtype="i2")[::2], np.array(7), np.empty(0)]
    for chosen in ([], [0], [0, 1], [0, 1, 2], [1, 3], [0, 4], [2, 2]):
        for indexing, sparse, copy in itertools.product(("xy", "ij"), (False, True), (True, False)):
            suite.add("meshgrid/#", "meshgrid", [vectors[i] for i in chosen], {"indexing": indexing, "sparse": sparse, "copy": copy}, shares=True)
    for dtype in TYPES[:14] + values.TIMES:
        suite.add(f"meshgrid/{dtype}", "meshgrid", [np.zeros(2, dtype), np.zeros(3, "i1")])
    suite.add("meshgrid/refused", "meshgrid", [vectors[0]], {"indexing": "ji"}, fails=True)
    for shape, sparse in itertools.product(((), (3,), (2, 3), (0, 2), (2, 1, 2)), (False, True)):
        for dtype in ("i8", "i2", "f4"):
            suite.add("indices/#", "indices", [shape, np.dtype(dtype), sparse])
    suite.add("indices/refused", "indices", [(-1, 2)], fails=True)
    keys = [slice(0, 3), slice(5), slice(0, 1, 0.25), slice(-1, 1, 5j), (slice(0, 2), slice(0, 3)), (slice(0, 1, 3j), slice(1, 3)),
            (slice(0, 2), slice(0, 1, 0.5))]
    for key in keys:
        for name in ("mgrid", "ogrid"):
            suite.add(f"{name}/#", f"{name}.__getitem__", [key], covers=["value"])
    for name in ("s_", "index_exp"):
        for key in (0, slice(1, None, 2), (0, slice(None)), (Ellipsis, None)):
            suite.add(f"{name}/#", f"{name}.__getitem__", [key], covers=["value"])
    a, b = np.arange(3), np.arange(3.0, 6)
    for name in ("r_", "c_"):
        for key in ((a, b), (a, 5), (slice(0, 4), 7), (slice(0, 1, 3j), 2), (a[None], b[None]), ("0,2", a, b), ("-1", a[None], b[None]), a):
            suite.add(f"{name}/#", f"{name}.__getitem__", [key], covers=["value"], fails=None)


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
