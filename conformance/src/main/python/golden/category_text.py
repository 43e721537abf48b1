"""Strings of bytes and of unicode beside the functions of them: conversions, comparisons, order, copies, printing."""

import itertools

import numpy as np

WORDS = ["pear", "Apple", "", "fig", "apple", "zebra", "fig", "äpfel"]
NUMBERS = {
    "?": [True, False],
    "i1": [0, -128, 127],
    "u1": [0, 255],
    "i2": [-32768, 5],
    "i4": [-(2**31), 77],
    "u4": [2**32 - 1, 0],
    "i8": [-(2**63), 2**63 - 1, 12345],
    "u8": [2**64 - 1, 7],
    "f2": [1.5, 65504, 0.1, 6e-8, np.nan],
    "f4": [1.5, 1e10, 0.1, 16777216, -3.4e38, np.inf],
    "f8": [1.5, 1e300, 1e16, 123456789012345678.0, 1e-5, 0.1, np.nan, -np.inf, -0.0, 100.0],
    "c8": [1 + 2j, 0.1j],
    "c16": [1 + 2j, 1e20 - 1j, complex(0, 1), complex(-0.0, 1), complex(np.nan, np.inf)],
    ">i4": [1, -2],
    ">f8": [2.5],
    "M8[D]": ["2020-01-01", "NaT", "1969-12-31"],
    "M8[s]": ["2020-01-01T10:11:12", "NaT"],
    "M8[ns]": ["2020-01-01T10:11:12.123456789"],
    "M8[Y]": ["2020", "-0044"],
    "m8[s]": [5, -3, "NaT"],
    "m8": [5],
}


def unicode(width=None, order="<"):
    return np.array(WORDS, f"{order}U{width or 5}")


def plain(width=5):
    return np.array([word.replace("ä", "a") for word in WORDS], f"S{width}")


def build(suite):
    for name in ("str_", "bytes_"):
        suite.add(f"{name}/zeros", "zeros", [2, getattr(np, name)], name="numpy." + name, covers=["value"])
        suite.add(f"{name}/array", "array", [["ab", "c"], getattr(np, name)], name="numpy." + name, covers=["value"])
    for name in ("Str", "Bytes"):
        call = f"dtypes.{name}DType"
        suite.add(call, call, name="numpy." + call, covers=["value"], function=lambda: getattr(np.dtypes, call.split(".")[1])(0))
    types(suite)
    casts(suite)
    creation(suite)
    comparisons(suite)
    order(suite)
    moves(suite)
    assignment(suite)
    printing(suite)


def types(suite):
    kinds = ["S0", "S3", "S40", "U0", "U3", "U40", ">U3", "V3", "V5", "?", "i1", "u1", "i4", "u8", "f4", "c16", "M8[s]"]
    for a, b in itertools.product(kinds, kinds):
        if not ("S" in a + b or "U" in a + b or "V" in a + b):
            continue
        one, other = np.dtype(a), np.dtype(b)
        suite.add("promote_types/#", "promote_types", [one, other], fails=None, strings=True)
        for casting in ("no", "equiv", "safe", "same_kind", "unsafe"):
            suite.add("can_cast/#", "can_cast", [one, other, casting])
    suite.add("result_type/number", "result_type", [np.array(["ab"]), 5], fails=True)
    suite.add("min_scalar_type", "min_scalar_type", [np.array(["ab", "c"])], strings=True)


def casts(suite):
    def cast(array, dtype, **keys):
        suite.add("cast/#", "ndarray.astype", [array, np.dtype(dtype)], keys, name="numpy.astype", fails=None, strings=True)

    for kind, values in NUMBERS.items():
        array = np.array(values, kind)
        for to in ("S", "U", "S60", "U60", ">U60") + (() if kind.startswith("M8") else ("S3", "U2")):
            cast(array, to)
        cast(array.reshape(1, -1).T[::2], "U60")
    for array in (unicode(), unicode(order=">"), plain(), unicode()[::-2], plain().reshape(2, 4).T):
        for to in ("S", "U", "S3", "U3", "U9", ">U9", "S9", "?"):
            cast(array, to)
    for texts, to in (
        (["1", " 2 ", "+3", "-4", "1_0"], ["i8", "u1", "i2", "f4", "c8", "?"]),
        (["1.5", " 2e3 ", "nan", "-inf", "infinity", "1_0", "NAN", ".5", "5."], ["f2", "f4", "f8", ">f8", "c16"]),
        (["1+2j", "3", "-j", "(1+2j)", " 1-2.5e3J ", "nan+infj", "j"], ["c8", "c16"]),
        (["2020-01-01", "NaT", "2020-01", ""], ["M8[D]", "M8[s]", "M8[Y]"]),
        (["5", "NaT", "-3"], ["m8[s]", "m8"]),
        (["", "0", "False", " "], ["?"]),
        (["18446744073709551615"], ["u8"]),
    ):
        for dtype, code in itertools.product(to, "US"):
            cast(np.array(texts, code), dtype)
    for text, dtype in itertools.product(
        ("1.0", "", "abc", "300", "-1", "99999999999999999999", "0x10", "1__0", "1e5x", "1d", "x+1j", "--1", "1 2"),
        ("i8", "u1", "i1", "f8", "c16", "m8[s]"),
    ):
        if (text, dtype) in (("300", "m8[s]"), ("-1", "m8[s]"), ("9" * 20, "m8[s]")):  # the last one is NumPy's -1
            continue
        cast(np.array([text]), dtype)
    cast(np.array([b"\xe9"]), "U")
    cast(np.array(["é"]), "S")
    cast(np.array(["x"]), "M8[s]")
    for casting in ("safe", "same_kind", "no", "equiv", "unsafe"):
        cast(np.array([1, 2], "i1"), "U2", casting=casting)
        cast(np.array([1, 2], "i1"), "U4", casting=casting)
        cast(np.array(["a"]), "S1", casting=casting)
        cast(np.array(["a"]), ">U1", casting=casting)


def creation(suite):
    def array(value, *dtype):
        suite.add("array/#", "array", [value, *map(np.dtype, dtype)], fails=None, strings=True)

    for value in (["a", "bcd"], [[b"ab", b"c"], [b"", b"d"]], [""], [1, "a"], [1.5, "a"], [True, "a"], [b"a", "b"]):
        array(value)
    array([1 + 2j, "a"])
    array([[1e22, "a"], [0.1, "b"]])
    array(["\U0001f600", "ab"])
    for value, dtype in (
        (["abc", "de"], "U2"),
        (["abc", "de"], "S"),
        (["abc", "de"], ">U4"),
        ([1, 2], "U"),
        ([1.5, 2], "S"),
        (["1", "2"], "i8"),
        (["1.5", "2"], "f8"),
        (["x"], "f8"),
        (["2020-01-01", "NaT"], "M8[D]"),
        (["é"], "S"),
        ([b"a"], "U"),
        ([True, False], "U"),
    ):
        array(value, dtype)
    for dtype in ("U3", "S2", "U", "S", ">U2"):
        kind = np.dtype(dtype)
        suite.add("zeros/#", "zeros", [3, kind], strings=True)
        suite.add("ones/#", "ones", [(2, 2), kind], strings=True)
        suite.add("full/#", "full", [2, 5, kind], strings=True)
        suite.add("full/#", "full", [2, 2.5, kind], strings=True)
        suite.add("full/#", "full", [2, np.array("abc"), kind], strings=True)
        suite.add("eye/#", "eye", [2], {"dtype": kind}, strings=True)
        suite.add("zeros_like/#", "zeros_like", [np.array(["ab"], kind if kind.itemsize else "U2")], strings=True)
        suite.add("fromiter/#", "fromiter", [["ab", "c"], np.dtype(dtype + ("" if dtype[-1].isdigit() else "2"))], strings=True)
    suite.add("arange", "arange", [0, 2, 1, np.dtype("U3")], fails=True)
    suite.add("frombuffer", "frombuffer", [np.frombuffer(b"abcdef", "u1"), np.dtype("S2")], strings=True)


def comparisons(suite):
    texts = [unicode(), unicode(9), unicode(order=">"), unicode()[::-1], unicode().reshape(2, 4).T]
    strings = [plain(), plain(8), plain()[::-1]]
    for name in ("equal", "not_equal", "less", "less_equal", "greater", "greater_equal", "add"):
        for arrays in (texts, strings):
            for a, b in itertools.product(arrays, arrays):
                if a.ndim == b.ndim:
                    suite.add(f"{name}/#", name, [a, b], strings=True)
        suite.add(f"{name}/stretched", name, [unicode().reshape(8, 1), unicode()[:3]], strings=True)
        suite.add(f"{name}/0d", name, [unicode()[0].reshape(()), unicode()], strings=True)
        suite.add(f"{name}/empty", name, [unicode()[:0], unicode()[:0]], strings=True)
        suite.add(f"{name}/mixed", name, [unicode(), plain()], fails=True)
        suite.add(f"{name}/number", name, [unicode(), 5], fails=True)
        suite.add(f"{name}/where", name, [unicode(), unicode()[::-1]], {"where": np.arange(8) % 2 == 0, "out": np.zeros(8, "U10" if name == "add" else "?")})
        suite.add(f"{name}/outer", name + ".outer", [unicode()[:3], unicode()[:2]], strings=True)
        suite.add(f"{name}/out", name, [unicode(), unicode()[::-1]], {"out": np.zeros(8, "U10" if name == "add" else "?")})
    suite.add("equal/high", "equal", [np.array([b"\xff", b"a\0b"]), np.array([b"\x7f", b"a\0c"])])
    suite.add("less/high", "less", [np.array([b"\xff", b"a\0b"]), np.array([b"\x7f", b"a\0c"])])
    suite.add("less/far", "less", [np.array(["\U0001f600", "a"]), np.array(["\uffff", "a\U0001f600"])])
    for name in ("maximum", "minimum", "multiply", "subtract", "divide", "exp", "sum", "prod", "max", "min", "mean", "cumsum", "sqrt", "bitwise_and", "median", "std", "matmul", "isnan", "isfinite", "absolute", "clip"):
        function = getattr(np, name)
        given = [unicode()] * (function.nin if isinstance(function, np.ufunc) else {"clip": 3}.get(name, 1))
        suite.add(f"{name}/refused", name, given, fails=True)
    for name in ("logical_and", "logical_or", "logical_xor"):
        suite.add(f"{name}/#", name, [unicode(), unicode()[::-1]], strings=True)
        suite.add(f"{name}/#", name, [plain(), np.array([True, False] * 4)], strings=True)
    suite.add("logical_not", "logical_not", [unicode()], fails=True)
    for array in (unicode(), plain(), unicode()[:2], unicode()[:0]):
        for name in ("all", "any", "count_nonzero", "nonzero", "flatnonzero", "argwhere"):
            suite.add(f"{name}/#", name, [array])
    for a, b in ((unicode(), unicode()), (unicode(), unicode(9)), (unicode(), unicode()[::-1])):
        suite.add("array_equal/#", "array_equal", [a, b])
        suite.add("array_equiv/#", "array_equiv", [a, b])


def order(suite):
    long = np.array([chr(97 + (i * 7) % 26) * (1 + i % 3) + "suffix" * (i % 2) + str(i % 5) for i in range(60)])
    arrays = [unicode(), plain(), unicode(order=">"), unicode()[::-1], long, long.astype("S"), unicode()[:0], unicode()[:1]]
    for array in arrays:
        suite.add("sort/#", "sort", [array], strings=True)
        suite.add("argsort/#", "argsort", [array], {"kind": "stable"})
        suite.add("unique/#", "unique", [array], {"return_index": True, "return_inverse": True, "return_counts": True}, strings=True)
        if array.dtype.isnative:  # of others NumPy mixes the characters
            suite.add("lexsort/#", "lexsort", [(array, array[::-1])])
        suite.add("searchsorted/#", "searchsorted", [np.sort(array), array])
        suite.add("searchsorted/#", "searchsorted", [np.sort(array), array, "right"])
        suite.add("isin/#", "isin", [array, array[::2]])
        if array.size:
            suite.add("argmax/#", "argmax", [array])
            suite.add("argmin/#", "argmin", [array])
            suite.add("partition/#", "partition", [array, 0], strings=True, function=lambda a, k: np.sort(a)) if array.size == 1 else None
        for name in ("union1d", "intersect1d", "setdiff1d", "setxor1d"):
            suite.add(f"{name}/#", name, [array, array[1::2]], strings=True)
    table = np.array([["b", "a", "cc"], ["a", "", "b"]])
    for axis in (0, 1, -1, None):
        suite.add("sort/axis/#", "sort", [table], {"axis": axis}, strings=True)
        suite.add("argsort/axis/#", "argsort", [table], {"axis": axis})
        suite.add("argmax/axis/#", "argmax", [table], {"axis": axis})
        suite.add("unique/axis/#", "unique", [table], {"axis": axis}, strings=True)
    suite.add("sort/member", "ndarray.sort", [unicode().copy()], name="numpy.sort")
    suite.add("searchsorted/widths", "searchsorted", [np.sort(unicode()), unicode(9)])


def moves(suite):
    a, table = unicode(3), np.array([["b", "a", "cc"], ["a", "", "dddd"]])
    mask = np.arange(8) % 3 == 0
    calls = [
        ("take", [a, [0, 2, -1]]),
        ("take", [table, [2, 0], 1]),
        ("concatenate", [[a, unicode(7)]]),
        ("concatenate", [[a, plain()]]),
        ("concatenate", [[np.array([1, 2]), np.array(["a"])]]),
        ("stack", [[a, a]]),
        ("vstack", [[table, table]]),
        ("where", [mask, a, unicode(9)]),
        ("where", [mask, a, ""]),
        ("compress", [mask, a]),
        ("extract", [mask, a]),
        ("repeat", [a, 2]),
        ("tile", [a, 2]),
        ("roll", [a, 3]),
        ("flip", [table]),
        ("rot90", [table]),
        ("transpose", [table]),
        ("reshape", [a, (2, 4)]),
        ("split", [a, 2]),
        ("delete", [a, [1]]),
        ("insert", [a, 1, "zz"]),
        ("append", [a, unicode(9)]),
        ("pad", [a, 1]),
        ("resize", [a, 11]),
        ("diag", [table]),
        ("diagonal", [table]),
        ("tril", [table]),
        ("broadcast_to", [a, (2, 8)]),
        ("choose", [np.arange(8) % 2, [a, a[::-1].copy()]]),
        ("select", [[mask], [a], ""]),
        ("copy", [table.T]),
        ("ravel", [table]),
        ("squeeze", [table[:, :1]]),
        ("meshgrid", [a[:2].copy(), a[:3].copy()]),
        ("take_along_axis", [table, np.array([[1], [0]]), 1]),
        ("atleast_2d", [a]),
        ("trim_zeros", [np.array(["", "a", ""])]),
        ("asfortranarray", [table]),
        ("ndarray.tolist", [table]),
        ("ndarray.item", [a, 3]),
        ("ndarray.item", [plain(), 3]),
        ("ndarray.view", [plain(4), np.dtype("S2")]),
        ("ndarray.view", [plain(4), np.dtype("i4")]),
        ("ndarray.byteswap", [a]),
        ("ndarray.flatten", [table.T]),
        ("ndarray.__getitem__", [a, mask]),
        ("ndarray.__getitem__", [a, [1, 1, 5]]),
        ("ndarray.__getitem__", [table, (slice(None), 1)]),
        ("ndarray.__getitem__", [plain(), mask]),
        ("ndarray.nbytes", [a]),
    ]
    for call, args in calls:
        name = "numpy." + ("ndarray" if call.startswith("ndarray") else call)
        suite.add(f"{call}/#", call, args, name=name, strings=True, fails=None)


def assignment(suite):
    def put(array, key, value):
        suite.add("setitem/#", "ndarray.__setitem__", [array, key, value], name="numpy.ndarray", fails=None)

    for array in (unicode(3), plain(3)):
        put(array.copy(), 0, "x")
        put(array.copy(), slice(1, 4), "toolong")
        put(array.copy(), np.arange(8) % 2 == 0, "q")
        put(array.copy(), [1, 3], np.array(["one", "three"]).astype(array.dtype.kind))
        put(array.copy(), 2, 12345)
        put(array.copy(), slice(None), 1.5)
        put(array.copy(), slice(None, None, 2), np.array(["a", "b", "c", "d"]))
    put(np.zeros(3, "S3"), 0, b"ab")
    put(np.zeros(3, "U3"), 0, b"ab")
    put(np.zeros(3, "S3"), 0, "é")
    put(np.zeros(3, "i8"), 0, "12")
    put(np.zeros(3, "f8"), slice(None), "1.5")
    put(np.zeros(3, "i8"), 0, "x")
    suite.add("fill", "ndarray.fill", [unicode(3).copy(), "xyz1"], name="numpy.ndarray")
    suite.add("copyto/wide", "copyto", [np.zeros(8, "U9"), unicode()])
    suite.add("copyto/narrow", "copyto", [np.zeros(8, "U2"), unicode()])
    suite.add("copyto/kinds", "copyto", [np.zeros(8, "S9"), unicode()], fails=True)
    suite.add("putmask", "putmask", [unicode(3).copy(), np.arange(8) % 2 == 0, np.array(["one", "two"])])
    suite.add("place", "place", [unicode(3).copy(), np.arange(8) % 2 == 0, np.array(["one", "two"])])
    suite.add("put", "put", [unicode(3).copy(), [0, 5], np.array(["one", "two"])])


def printing(suite):
    arrays = [
        unicode(),
        plain(),
        np.array(["it's", 'say "so"', "a'\"b", "tab\t\n\\", "\x00a", "\x7f\x80\xa0", "é\u200b\U0001f600", "\ue000"]),
        np.array([b"it's", b'say "so"', b"\xff\x00a", b"\t\n\\"]),
        np.array([["a", "bbb"], ["cc", ""]]),
        np.array("0-d"),
        np.array(b"0-d"),
        np.array([], "U3"),
        np.array([f"word{i}" for i in range(1200)]),
        np.array(["w" * 30] * 6),
    ]
    for array in arrays:
        suite.add("array_repr/#", "array_repr", [array])
        suite.add("array_str/#", "array_str", [array])
        suite.add("array2string/#", "array2string", [array], {"separator": ", "})
