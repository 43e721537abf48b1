"""Structured and void arrays: types, fields, records, what moves them, np.rec."""

import itertools

import numpy as np

import layouts
import records_rec

SPECS = [
    [("a", "i4"), ("b", "f8")],
    [("a", "i4"), ("b", "f8", (2, 3))],
    [("x", "u1"), ("y", "f4"), ("z", "?")],
    [("a", ">i4"), ("b", "<f8"), ("c", ">M8[s]")],
    [("p", [("x", "i2"), ("y", "f4")]), ("q", "u1")],
    [("p", [("x", "i2"), ("y", [("deep", "c8")])], (2,))],
    [("", "i4"), ("", "f8")],
    [(("Title", "a"), "i4"), ("b", "f8")],
    [("a", "V3"), ("b", "i8", 2), ("c", "u2", (1,)), ("d", "f2", ())],
    [("s", "U3"), ("b", "S2"), ("n", ">U1", (2,))],
    [],
    "i4,f8",
    "i4, (2,3)f8, V5",
    "i4,",
    "3i4,2f8,?",
    ">i4,<f8,=i2,|b1",
    {"names": ["a", "b"], "formats": ["i4", "f8"]},
    {"names": ["a", "b"], "formats": ["i4", "f8"], "offsets": [4, 8], "itemsize": 20},
    {"names": ["a", "b"], "formats": ["i4", "f8"], "offsets": [8, 0]},
    {"names": ["a", "b"], "formats": ["i4", "f4"], "offsets": [0, 2]},
    {"names": ["a", "b"], "formats": ["i4", "f8"], "titles": ["A", None]},
    {"names": ["a", "b"], "formats": ["i4", "f8"], "aligned": True},
    {"names": ["a", "b"], "formats": ["i4", ("f8", (2,))], "offsets": [0, 8]},
    {"a": ("i4", 0), "b": ("f8", 8)},
    {"a": ("i4", 8), "b": ("f8", 0)},
    {"a": ("i4", 0, "title")},
]
WRONG = [
    [("a", "i4"), ("a", "f8")],
    [("f1", "i4"), ("", "f8")],
    [("a", "i4", (-1,))],
    ["i4", "f8"],
    [("a",)],
    [("a", "i4", 2, 3)],
    [(1, "i4")],
    [("a", "nothing")],
    "i4;f8",
    "i4,nothing",
    {"names": ["a", "b"], "formats": ["i4", "f8"], "itemsize": 8},
    {"names": ["a", "b"], "formats": ["i4", "f8"], "titles": ["b", None]},
]
# What is converted, promoted and compared among each other
TYPES = [
    np.dtype("i4,f8"),
    np.dtype("i8,f4"),
    np.dtype(">i4,>f8"),
    np.dtype("i4,f8", align=True),
    np.dtype([("x", "i4"), ("y", "f8")]),
    np.dtype([("f1", "f8"), ("f0", "i4")]),
    np.dtype([(("T", "f0"), "i4"), ("f1", "f8")]),
    np.dtype([("f0", "i4")]),
    np.dtype([("f0", "i4", (2,))]),
    np.dtype([("f0", "f4", (2,))]),
    np.dtype([("f0", "i4", (3,))]),
    np.dtype([("f0", [("f0", "i4"), ("f1", "f8")])]),
    np.dtype({"names": ["f1"], "formats": ["f8"], "offsets": [4], "itemsize": 12}),
    np.dtype([("f0", "S3"), ("f1", "U2")]),
    np.dtype([("f0", "U7"), ("f1", "f8")]),
    np.dtype([("f0", "S12")]),
    np.dtype("V3"),
    np.dtype("V5"),
    np.dtype("V12"),
    np.dtype("S5"),
    np.dtype("i4"),
    np.dtype("f8"),
    np.dtype("M8[s]"),
]


def build(suite):
    types(suite)
    conversions(suite)
    making(suite)
    fields(suite)
    moving(suite)
    ordering(suite)
    printing(suite)
    records_rec.build(suite)


def some(dtype, *shape):
    """Records with a number of their own in every leaf."""
    array = np.zeros(shape, dtype)
    count = iter(range(3, 1000))

    def fill(part):
        if part.dtype.names is not None:
            for name in part.dtype.names:
                fill(part[name])
        elif part.size and part.dtype.kind == "V":
            part.view(f"({part.itemsize},)u1" if part.itemsize > 1 else "u1").reshape(-1)[:] = 0
        elif part.size:
            low = next(count) * 7 % 50
            part[...] = ((np.arange(part.size) * 5 + low) % 61).reshape(part.shape).astype(part.dtype)

    fill(array)
    return array


def types(suite):
    for spec in SPECS:
        suite.add("dtype/#", "dtype", [spec])
        if "aligned" not in spec and not (isinstance(spec, dict) and "offsets" in spec):
            suite.add("dtype/align/#", "dtype", [spec, True])
            suite.add("dtype/aligned/#", "dtype", [spec], {"align": True})
    for spec in WRONG:
        suite.add("dtype/wrong/#", "dtype", [spec], fails=True)
    suite.add(
        "dtype/misaligned",
        "dtype",
        [{"names": ["a"], "formats": ["f8"], "offsets": [4]}],
        {"align": True},
        fails=True,
    )
    for text in ("V", "V0", "V8", "|V8", ">V8", "void"):
        suite.add(f"dtype/{text}", "dtype", [text])
    for a, b in itertools.product(TYPES, repeat=2):
        if not wrong_size(a, b):
            suite.add("promote_types/#", "promote_types", [a, b], fails=None)
        for casting in ("no", "equiv", "safe", "same_kind", "unsafe"):
            suite.add("can_cast/#", "can_cast", [a, b, casting])
    for count in (1, 2, 3):
        suite.add("result_type/#", "result_type", TYPES[:count])
    suite.add("result_type/number", "result_type", [TYPES[0], 1], fails=True)
    for a, b in itertools.product(TYPES, (np.void, np.flexible, np.character, np.number, np.generic)):
        suite.add("issubdtype/#", "issubdtype", [a, b])


def wrong_size(a, b):
    """NumPy leaves a field that is an array the bytes that it had, whatever its elements become."""
    try:
        common = np.promote_types(a, b)
    except TypeError:
        return False
    inner = [common[i] for i in range(len(common))] if common.names else []
    return any(field.itemsize != field.base.itemsize * int(np.prod(field.shape)) for field in inner)


def leaves(dtype):
    if dtype.names is None:
        return [dtype.base.kind]
    return [kind for i in range(len(dtype)) for kind in leaves(dtype[i].base)]


def castable(source, target):
    """What NumPy really converts: it says that it casts void to numbers, and then reads the bytes as text. Text and
    times are asked elsewhere."""
    if {"S", "U"} & {*leaves(source), *leaves(target)} and "M" in leaves(source) + leaves(target):
        return False
    plain = source.kind == "V" and source.names is None
    inner = target.names is not None and any(not castable(source, target[i].base) for i in range(len(target)))
    return not (plain and (target.kind != "V" or inner))


def conversions(suite):
    for source, target in itertools.product(TYPES, repeat=2):
        if not castable(source, target):
            continue
        array = some(source, 3)
        suite.add("astype/#", "ndarray.astype", [array, target], fails=None)
        suite.add("astype/strided/#", "ndarray.astype", [some(source, 2, 4)[:, ::-2], target], fails=None)
        for casting in ("equiv", "safe", "same_kind"):
            suite.add("astype/casting/#", "ndarray.astype", [array, target], {"casting": casting}, fails=None)
        suite.add("copyto/#", "copyto", [some(target, 3), array], {"casting": "unsafe"}, fails=None)
    for shapes in itertools.product(((2,), (3,), (), (1,), (2, 2), (2, 1), (2, 3), (1, 1, 3)), repeat=2):
        source, target = (np.dtype([("a", t, shape)]) for t, shape in zip(("i4", "f8"), shapes))
        suite.add("astype/shapes/#", "ndarray.astype", [some(source, 2), target])
    for where in ([True, False, True], [[True], [False]]):
        shape = (2, 3) if len(where) == 2 else (3,)
        for source, target in itertools.product(TYPES[:6], repeat=2):
            suite.add(
                "copyto/where/#",
                "copyto",
                [some(target, *shape), some(source, 3)],
                {"where": np.array(where), "casting": "unsafe"},
            )
    for source in TYPES:
        suite.add("astype/open/#", "ndarray.astype", [some(source, 3), np.dtype("V")])
        suite.add("view/open/#", "ndarray.view", [some(source, 3), np.dtype("V")], shares=True)
    gaps = np.zeros(4, "i4,f8,u2")
    gaps["f0"] = 7
    view = gaps[["f1", "f2"]]
    suite.add("copyto/gaps", "copyto", [some(gaps.dtype, 4)[["f1", "f2"]], view])


def making(suite):
    pair = TYPES[0]
    lists = [
        [(1, 2.5), (3, 4.5)],
        [[(1, 2), (3, 4)], [(5, 6), (7, 8)]],
        [1, 2],
        [[1, 2], [3, 4]],
        [],
        (1, 2.5),
        [(1, 2, 3)],
        [(1,)],
        [(1, 2), [(3, 4)]],
        [[(1, 2)], [(3, 4), (5, 6)]],
        [(2**40, 1.0)],
        [(True, 1.5)],
        [some(pair), some(pair)],
        [some(pair, 2), some(pair, 2)],
    ]
    for given in lists:
        for name in ("array", "asarray", "asanyarray"):
            suite.add(f"{name}/#", name, [given], {"dtype": pair}, fails=None)
    for dtype, given in (
        ([("a", "i4", (2,)), ("b", "f8")], [([1, 2], 3), ([4, 5], 6)]),
        ([("a", "i4", (2,)), ("b", "f8")], [(7, 3)]),
        ([("a", "i4", (2,)), ("b", "f8")], [([1, 2, 3], 3)]),
        ([("a", "i4", (2, 2))], [([[1, 2], [3, 4]],)]),
        ([("p", [("x", "i2"), ("y", "f4")]), ("q", "u1")], [((1, 2.5), 3), ((4, 5.5), 6)]),
        ([("p", [("x", "i2"), ("y", "f4")]), ("q", "u1")], [(1, 3)]),
        ([("p", [("x", "i2"), ("y", "f4")], (2,))], [([(1, 2), (3, 4)],)]),
        ([("z", "c8"), ("t", "?")], [(1 + 2j, True), (3, 0)]),
        ([("z", "f8"), ("t", "?")], [(1 + 2j, True)]),
    ):
        suite.add("array/nested/#", "array", [given], {"dtype": np.dtype(dtype)}, fails=None)
    suite.add("array/same", "array", [some(pair, 3)])
    suite.add("array/ndmin", "array", [[(1, 2)]], {"dtype": pair, "ndmin": 3})
    suite.add("asarray/other", "asarray", [some(pair, 3), TYPES[1]])
    suite.add("asarray/shares", "asarray", [some(pair, 3)], shares=True)
    for dtype in TYPES + [np.dtype(spec) for spec in SPECS[:10]]:
        for shape in ((), (3,), (2, 0), (2, 2)):
            suite.add("zeros/#", "zeros", [shape, dtype])
            suite.add("ones/#", "ones", [shape, dtype], fails=None)
            suite.add("zeros_like/#", "zeros_like", [some(dtype, *shape)])
            suite.add("empty/#", "empty", [shape, dtype], data=False)
            suite.add("empty_like/#", "empty_like", [some(dtype, *shape)], data=False)
    suite.add("full/number", "full", [3, 7, pair])
    suite.add("full/record", "full", [3, some(pair), pair])
    for given in (5, 1, 0, -1, b"abc", b"", 3.5):
        suite.add("void/#", "void", [given], fails=None)
        suite.add("record/#", "record", [given], fails=None)
    for dtype in ("V5", "V2"):
        suite.add("void/bytes/#", "void", [b"abc", np.dtype(dtype)])
    for name, given in itertools.product(("void", "record"), ((1, 2.5), (1,), (1, 2, 3))):
        suite.add(f"{name}/row/#", name, [given, pair], fails=None)
    suite.add("void/type", "void", function=lambda: np.void, covers=["value"])


def fields(suite):
    for spec in SPECS:
        dtype = np.dtype(spec)
        for array in (some(dtype, 3), some(dtype, 2, 4)[::-1, ::2], some(dtype), some(dtype, 0)):
            shares = array.size > 0
            for name in (*dtype.names, "nothing"):
                suite.add("getitem/#", "ndarray.__getitem__", [array, name], fails=None, shares=shares)
            for names in itertools.permutations(dtype.names[:3]):
                if names:
                    suite.add("getitem/several/#", "ndarray.__getitem__", [array, list(names)], shares=shares)
            if "M8" not in str(spec):
                suite.add("item/#", "ndarray.tolist", [array], function=plain_list)
    titled = some(np.dtype([(("T", "a"), "i4"), ("b", "f8")]), 3)
    suite.add("getitem/title", "ndarray.__getitem__", [titled, "T"], shares=True)
    suite.add("getitem/twice", "ndarray.__getitem__", [titled, ["a", "a"]], fails=True)
    suite.add("getitem/none", "ndarray.__getitem__", [np.arange(3), "a"], fails=True)
    for index in (1, -1, slice(None, None, -1), [2, 0], ..., 5, [True, False, True]):
        suite.add("getitem/record/#", "ndarray.__getitem__", [some("i4,f8", 3), index], fails=None)
    for value in ((7, 8.5), (7,), 7, some("i4,f8"), some("f4,f4", 3), some("i4,f8", 2), 2.5):
        for index in (1, slice(1, None), ..., [0, 2], [True, False, True]):
            suite.add("setitem/#", "ndarray.__setitem__", [some("i4,f8", 3), index, value], fails=None)
    for value in (7, np.arange(3), np.arange(2), 2.5, np.arange(3.0)[::-1]):
        suite.add("setitem/field/#", "ndarray.__setitem__", [some("i4,f8,2u1", 3), "f1", value], fails=None)
    parts = some("i4,f8,u1", 3)
    for names in (["f0"], ["f2", "f0"], ["f1", "f2"]):
        suite.add("setitem/several/#", "ndarray.__setitem__", [parts.copy(), names, some(parts.dtype, 3)[names]])
        suite.add("setitem/row/#", "ndarray.__setitem__", [parts.copy(), names, (5,) * len(names)])
    for dtype, offset in (("f8", 4), ("i2", 0), ("u1", 11), ("f8", 5), ("f8", -1), ("i4", 12)):
        array = some("i4,f8", 2, 3)
        suite.add("getfield/#", "ndarray.getfield", [array, np.dtype(dtype), offset], fails=None, shares=True)
        suite.add("setfield/#", "ndarray.setfield", [array.copy(), 9, np.dtype(dtype), offset], fails=None)
    for source, target in itertools.product(("i4,f8", "V12", "u1", "i4", "f4,f4,f4", "f8"), repeat=2):
        for shape in ((4, 3), (3,), ()):
            array = some(source, *shape)
            suite.add("view/#", "ndarray.view", [array, np.dtype(target)], fails=None, shares=True)


def plain_list(array):
    """Fields that are arrays as lists, which is what Java's are."""
    plain = lambda item: (
        tuple(plain(part) for part in item)
        if isinstance(item, tuple)
        else [plain(part) for part in item]
        if isinstance(item, list)
        else plain(item.tolist())
        if isinstance(item, np.ndarray)
        else item
    )
    return plain(array.tolist())


def moving(suite):
    for dtype in ("i4,f8", [("a", "i2", (2,)), ("b", [("x", "u1")])], "V3", "V5", "V16", "c16,c16"):
        a, b = some(dtype, 4), some(dtype, 4)[::-1]
        square = some(dtype, 2, 4)
        mask = np.array([True, False, False, True])
        calls = [
            ("concatenate", [[a, b]]),
            ("stack", [[a, b]]),
            ("hstack", [[a, b]]),
            ("vstack", [[a, b]]),
            ("take", [a, [3, 0, -1]]),
            ("take", [square, [1, 1, 0], 1]),
            ("compress", [mask, a]),
            ("extract", [mask, a]),
            ("where", [mask, a, b]),
            ("choose", [[0, 1, 1, 0], [a, b]]),
            ("repeat", [a, 2]),
            ("repeat", [a, [1, 0, 2, 1]]),
            ("tile", [a, (2, 2)]),
            ("roll", [square, 1, 1]),
            ("flip", [square]),
            ("rot90", [square]),
            ("delete", [a, 1]),
            ("insert", [a, 1, b[0]]),
            ("append", [a, b]),
            ("ravel", [square.T]),
            ("reshape", [square, (4, 2)]),
            ("transpose", [square]),
            ("broadcast_to", [a, (2, 4)]),
            ("atleast_2d", [a]),
            ("expand_dims", [a, 0]),
            ("squeeze", [a[:1]]),
            ("split", [a, 2]),
            ("copy", [square.T]),
            ("ndarray.copy", [square[:, ::2]]),
            ("ndarray.flatten", [square.T]),
            ("resize", [a, (3, 3)]),
            ("array_equal", [a, a.copy()]),
            ("array_equal", [a, b]),
            ("count_nonzero", [a]),
            ("nonzero", [a]),
            ("size", [a]),
            ("shape", [square]),
            ("tril", [square]),
        ]
        for name, args in calls:
            suite.add(f"{name}/#", name, args, fails=None)
        for layout in ("strided", "reversed", "unaligned", "readonly"):
            for name in ("copy", "ravel", "flip"):
                suite.add(f"{name}/{layout}/#", name, [layouts.lay(square, layout)])
            suite.add(f"concatenate/{layout}/#", "concatenate", [[layouts.lay(square, layout), square]])
        suite.add("place/#", "place", [a.copy(), mask, b])
        suite.add("putmask/#", "putmask", [a.copy(), mask, b])
        suite.add("put/#", "put", [a.copy(), [0, 2], b])
        suite.add("pad/#", "pad", [a, 1], {"mode": "edge"})
        suite.add("take_along_axis/#", "take_along_axis", [a, np.array([3, 1]), 0])
        for name in ("add", "sqrt", "sum", "max", "maximum", "cumsum", "diff", "dot"):
            args = [a, a] if name in ("add", "maximum", "dot") else [a]
            suite.add(f"{name}/refused/#", name, args, fails=True)
    a = some("i4,f8", 4)
    suite.add("concatenate/promoted", "concatenate", [[a, a.astype("i8,f4")]])
    suite.add("concatenate/names", "concatenate", [[a, a.astype([("x", "i4"), ("y", "f8")])]], fails=True)
    suite.add("concatenate/number", "concatenate", [[a, np.arange(3)]], fails=True)
    suite.add("concatenate/gaps", "concatenate", [[a[["f1"]], a[["f1"]]]])
    suite.add("where/gaps", "where", [np.array([True, False] * 2), a[["f1"]], a[["f1"]]])
    suite.add("byteswap", "ndarray.byteswap", [a])
    suite.add("fill/number", "ndarray.fill", [a.copy(), 3])
    suite.add("fill/row", "ndarray.fill", [a.copy(), (3, 4.5)])


def ordering(suite):
    pairs = np.array([(3, 1.0, 7), (1, 2.0, 1), (1, 1.0, 9), (2, -5.0, 0), (3, 0.5, 7)], "i4,f8,u1")
    nested = np.array([((2, 1.0), 3), ((1, 5.0), 4), ((1, 2.0), 9)], [("p", "i2,f4"), ("q", "i4")])
    arrays = np.array([([1, 2], 3), ([0, 7], 4), ([1, 0], 9)], [("p", "u1", (2,)), ("q", "i4")])
    void = np.array([b"cab", b"abc", b"b\xff\0", b"b\x01\x01"], "V3")
    for array in (pairs, nested, arrays, void, pairs[::-2], pairs.astype(">i4,>f8,u1"), pairs[:0], pairs[["f2", "f1"]]):
        for name in ("sort", "argsort", "unique"):
            suite.add(f"{name}/#", name, [array])
        sorted = np.sort(array)
        for side in ("left", "right"):
            suite.add("searchsorted/#", "searchsorted", [sorted, array], {"side": side})
        suite.add("searchsorted/sorter/#", "searchsorted", [array, array], {"sorter": np.argsort(array)})
        suite.add("isin/#", "isin", [array, array[:2]])
        suite.add("lexsort/#", "lexsort", [[array]])
        for name in ("union1d", "intersect1d", "setdiff1d"):
            suite.add(f"{name}/#", name, [array, array[1:]])
        options = {"return_index": True, "return_inverse": True, "return_counts": True}
        suite.add("unique/all/#", "unique", [np.concatenate([array, array[:1]])], options)
        for name in ("partition", "argpartition"):
            if array.size:
                suite.add(f"{name}/#", name, [array, list(range(array.size))])
        for name in ("argmax", "max"):
            if array.size:
                suite.add(f"{name}/#", name, [array], fails=True)
    rows = np.stack([pairs, pairs[::-1]])
    for axis in (0, 1, -1, None):
        suite.add("sort/axis/#", "sort", [rows], {"axis": axis})
        suite.add("argsort/axis/#", "argsort", [rows], {"axis": axis, "kind": "stable"})
    for order in ("f0", "f1", "f2", ["f1", "f0"], ["f2", "f1", "f0"], "none", ["f1", "f1"]):
        for name in ("sort", "argsort"):
            suite.add(f"{name}/order/#", name, [pairs], {"order": order, "kind": "stable"}, fails=None)
        suite.add("sort/member/#", "ndarray.sort", [pairs.copy()], {"order": order}, fails=None)
        for name in ("partition", "argpartition"):
            suite.add(f"{name}/order/#", name, [pairs, list(range(5))], {"order": order}, fails=None)
    suite.add("sort/order/plain", "sort", [np.arange(3)], {"order": "f0"}, fails=True)
    for a, b in itertools.product((pairs, pairs[::-1], pairs.astype("f4,f4,i8"), pairs[:1], void, void[:4]), repeat=2):
        if a.dtype.names == b.dtype.names and a.dtype.names is not None:
            suite.add("array_equal/types/#", "array_equal", [a.copy(), b.copy()])


def printing(suite):
    dtypes = [np.dtype(spec) for spec in SPECS] + [
        np.dtype("V3"),
        np.dtype([("a", "f4", (3,)), ("b", "c8"), ("c", "<M8[D]"), ("d", "<m8[s]"), ("e", "?")]),
        np.dtype([("a", "f4", (2000,))]),
        np.dtype([("a", "i4", (0,))]),
        np.dtype([("a'b", "i4"), ("é\n", "f8")]),
        np.dtype("i4,f8", align=True),
    ]
    for dtype in dtypes:
        for shape in ((), (3,), (2, 2), (0,), (2, 0), (1,), (1200,)):
            if dtype.itemsize > 5000 and shape not in ((), (3,)):
                continue
            array = some(dtype, *shape)
            if dtype.names and dtype[0] == "f8":
                array[dtype.names[0]] /= 8
            for name in ("array_repr", "array_str", "array2string"):
                suite.add(f"{name}/#", name, [array])
    mixed = np.array([(1.5, 2, 1 / 3), (np.nan, -30, 1e-10), (np.inf, 4, 7e20)], "f8,i4,f4")
    for name in ("array_repr", "array_str", "array2string"):
        suite.add(f"{name}/mixed", name, [mixed])
        suite.add(f"{name}/scalar", name, [mixed[2:].reshape(())])
        suite.add(f"{name}/options", name, [mixed], {"precision": 3, "suppress_small": True})
    suite.add("array2string/separator", "array2string", [mixed], {"separator": ";", "max_line_width": 30})
    options = [{"threshold": 2, "edgeitems": 1}, {"linewidth": 25}, {"sign": "+"}, {"floatmode": "fixed"}]
    for within in options:
        suite.add("array_repr/options/#", "array_repr", [mixed], within=[("printoptions", within)])
        wide = some([("a", "f4", (5,)), ("b", "i4", (2, 3))], 4)
        suite.add("array_repr/wide/#", "array_repr", [wide], within=[("printoptions", within)])
