"""Files of text: loadtxt, savetxt, genfromtxt, fromregex."""

import itertools

import numpy as np

import layouts
import values
from encode import File

TYPES = ("f8", "f4", "f2", "i8", "i4", "i2", "i1", "u8", "u4", "u2", "u1", "?", "c16", "c8", ">f8", ">i4", ">c8")


def build(suite):
    loadtxt(suite)
    savetxt(suite)
    genfromtxt(suite)
    records(suite)


def text(string):
    return File("a.txt", string)


def loadtxt(suite):
    for dtype in TYPES:
        for string in ("1 0 1\n0 1 1\n", "0\n", "1\n0\n", " 1\t 0 \n\n0 1"):
            suite.add(f"loadtxt/{dtype}/#", "loadtxt", [text(string)], {"dtype": np.dtype(dtype)})
    reals = "1 -2.5 .5 5. 1e3 1E-3 -1.5e+300 1e400 1e-400 nan -nan NaN inf -inf +inf Infinity 0.1 4.9e-324 00012 -0"
    for dtype in ("f8", "f4", "f2", ">f8", "c16"):
        suite.add(f"loadtxt/reals/{dtype}", "loadtxt", [text(reals)], {"dtype": np.dtype(dtype)})
        digits = "0.1234567890123456789 123456789012345678901234567890 9007199254740993 1.7976931348623157e308"
        suite.add(f"loadtxt/digits/{dtype}", "loadtxt", [text(digits)], {"dtype": np.dtype(dtype)})
    for dtype, string in (
        ("i1", "127 -128 +5"),
        ("i8", "9223372036854775807 -9223372036854775808"),
        ("u8", "18446744073709551615 0 +1"),
        ("u1", "255 0"),
        ("?", "0 1 2 -3 00"),
        ("c16", "1+2j (3-4j) 5 6j 1e5-2e-3j -1-2j +1+2j 1+-2j 1.+.5j nan+nanj 1+infj (1)"),
        ("c8", "(1+2j)\t0.1-0.3j"),
        ("M8[D]", "2020-01-01 1969-12-31 NaT"),
        ("M8[s]", "2020-01-01T05 2020-01-01T05:06:07 1600-02-29"),
        ("m8[s]", "5 -6"),
    ):
        suite.add(f"loadtxt/element/{dtype}", "loadtxt", [text(string)], {"dtype": np.dtype(dtype)})
    for dtype, string in (
        ("i1", "128"),
        ("i1", "-129"),
        ("u1", "256"),
        ("u1", "-1"),
        ("i8", "9223372036854775808"),
        ("u8", "18446744073709551616"),
        ("u8", "99999999999999999999"),
        ("i8", "1.0"),
        ("i8", "1e3"),
        ("i8", "0x10"),
        ("i8", "1_000"),
        ("i8", "-"),
        ("?", "True"),
        ("?", "0.5"),
        ("f8", "1_000"),
        ("f8", "0x1p3"),
        ("f8", "1d5"),
        ("f8", "1.5f"),
        ("f8", "1e"),
        ("f8", "e5"),
        ("f8", "."),
        ("f8", "nan(1)"),
        ("f8", "1,5"),
        ("f8", "x"),
        ("c16", "j"),
        ("c16", "1+2i"),
        ("c16", "(1+2j"),
        ("c16", "1+j"),
        ("c16", "()"),
        ("M8[D]", "x"),
    ):
        suite.add("loadtxt/element refused/#", "loadtxt", [text(string)], {"dtype": np.dtype(dtype)}, fails=True)
    table = "1 2 3\n4 5 6\n7 8 9\n"
    for keys in (
        {"usecols": 1},
        {"usecols": (0, 2)},
        {"usecols": (2, 0, 0)},
        {"usecols": -1},
        {"usecols": [1], "ndmin": 2},
        {"unpack": True},
        {"unpack": True, "usecols": (0, 1), "dtype": np.dtype("i4")},
        {"skiprows": 1},
        {"skiprows": 2, "unpack": True},
        {"skiprows": 9},
        {"max_rows": 2},
        {"max_rows": 1},
        {"max_rows": 0},
        {"max_rows": 9},
        {"max_rows": 1, "skiprows": 1, "ndmin": 2},
        {"max_rows": None, "usecols": None, "comments": None, "delimiter": None, "quotechar": None},
    ):
        suite.add("loadtxt/table/#", "loadtxt", [text(table)], keys)
    for string, ndmin in itertools.product(("1", "1 2", "1\n2", "1 2\n3 4", ""), (0, 1, 2)):
        suite.add("loadtxt/ndmin/#", "loadtxt", [text(string)], {"ndmin": ndmin})
        suite.add("loadtxt/ndmin/#", "loadtxt", [text(string)], {"ndmin": ndmin, "unpack": True})
    for string, keys in (
        ("1,2\n3,4", {"delimiter": ","}),
        ("1, 2 \n 3,\t4\n", {"delimiter": ","}),
        ("1;2", {"delimiter": ";"}),
        ("1\t2\n3\t4", {"delimiter": "\t"}),
        ("1 2", {"delimiter": " "}),
        ("1\u00b72\n3\u00b74", {"delimiter": "\u00b7"}),
        ("1 2\r3 4\r\n5 6\n", {}),
        ("1\x0b2 3\u00a04\u20035", {}),
        ("# a\n1 2 # b\n\n #c\n3 4#", {}),
        ("# only\n", {}),
        ("\n\n", {}),
        ("1,2 # x\n3,4", {"delimiter": ","}),
        ("1 2 // c\n// d\n3 4", {"comments": "//"}),
        ("1 2 % c\n3 4 # d\n! 5", {"comments": ["%", "#", "!"]}),
        ("1 2", {"comments": None}),
        ("a b\n\n#\n1 2\n3 4\n5 6", {"skiprows": 1, "max_rows": 2}),
        ('"1","2"\n"3",4', {"delimiter": ",", "quotechar": '"'}),
        ("'1' '2'\n3 '4' # '5", {"quotechar": "'"}),
        ('"1\n" 2', {"quotechar": '"'}),
        ('"1,", 2'.replace(",", ""), {"quotechar": '"'}),
        ("1 2\n3 4 5\n6 7", {"usecols": (0, 1)}),
    ):
        suite.add("loadtxt/text/#", "loadtxt", [text(string)], keys)
        if "\r" not in string and '"1\n' not in string:
            lines = [line + "\n" for line in string.split("\n")]
            suite.add("loadtxt/lines/#", "loadtxt", [lines], keys)
    suite.add("loadtxt/lines bare", "loadtxt", [["1 2", "3 4"]])
    suite.add("loadtxt/places", "loadtxt", [text("1;2 %"), np.dtype("i4"), "%", ";"])
    for string, keys in (
        ("1 2\n3\n", {}),
        ("1 2\n3 4 5\n", {}),
        ("1,,2", {"delimiter": ","}),
        ("1,2,\n", {"delimiter": ","}),
        ("1 2 # x", {"comments": None}),
        ("1 2", {"usecols": 5}),
        ("1 2", {"usecols": -3}),
        ("1 2\n3", {"usecols": 1}),
        ("1", {"ndmin": 3}),
        ("1", {"ndmin": -1}),
        ("1", {"skiprows": -1}),
        ("1", {"max_rows": -1}),
        ("1", {"comments": ""}),
    ):
        suite.add("loadtxt/refused/#", "loadtxt", [text(string)], keys, fails=True)
    suite.add("loadtxt/missing", "loadtxt", [File("a.txt")], fails=True)


def savetxt(suite):
    for dtype in values.NUMERIC + [">f8", ">i4", ">c8"]:
        matrix = values.plain(dtype, 6).reshape(2, 3)
        arrays = [matrix, matrix.T, matrix[0], matrix[:, ::-2], matrix[:0]]
        for array, fmt in itertools.product(arrays, (None, "%d", "%s", "%10.3e", "%.5f", "%g")):
            keys = {} if fmt is None else {"fmt": fmt}
            suite.add(f"savetxt/{dtype}/#", "savetxt", [File("a.txt"), array], keys, fails=None)
    numbers = np.array([0.1, -0.0, 1e16, 123456789.125, 1e-5, 5e-324, 1.7976931348623157e308, 0.5, 1.5, 2.5, 1e23, -1 / 3])
    for flags, width, precision, letter in itertools.product(
        ("", "+", " ", "-", "0", "#", "+0"), ("", "14"), ("", ".0", ".3", ".17"), "eEfgG"
    ):
        suite.add("savetxt/format/#", "savetxt", [File("a.txt"), numbers], {"fmt": f"%{flags}{width}{precision}{letter}"})
    for fmt in ("%.18e", "%.25g", "%.40f", "%d", "%i", "%5d", "%05d", "%-5d|", "%+d", "% d", "%.3d", "%s", "%12s", "%.2s", "%lf"):
        suite.add("savetxt/format/#", "savetxt", [File("a.txt"), numbers[:6]], {"fmt": fmt})
    whole = np.array([[0, -1, 255], [7, 100000, -(2**63)]])
    for fmt in ("%d", "%x", "%X", "%o", "%#x", "%#o", "%08d", "%08x", "%#08x", "%.5x", "%e", "%s", "%5s|", "%u"):
        suite.add("savetxt/whole/#", "savetxt", [File("a.txt"), whole], {"fmt": fmt})
    special = np.array([np.nan, np.inf, -np.inf])
    for fmt in ("%e", "%F", "%10.2g", "%010f", "%+f", "%s"):
        suite.add("savetxt/special/#", "savetxt", [File("a.txt"), special], {"fmt": fmt})
    table = np.arange(6.0).reshape(2, 3)
    for keys in (
        {"delimiter": ","},
        {"delimiter": "; ", "newline": "\r\n"},
        {"delimiter": "", "fmt": "%5.1f"},
        {"header": "a b c"},
        {"header": "two\nlines", "footer": "the\nend", "fmt": "%d"},
        {"header": "h", "footer": "f", "comments": ""},
        {"header": "h", "comments": "// "},
        {"fmt": "%d %.2f (%g)"},
        {"fmt": ["%d", "%.2f", "%g"]},
        {"fmt": ("%d", "%.2f", "%g"), "delimiter": ","},
        {"fmt": "%d", "newline": ""},
    ):
        suite.add("savetxt/table/#", "savetxt", [File("a.txt"), table], keys)
    suite.add("savetxt/places", "savetxt", [File("a.txt"), table, "%.1f", ",", "|\n", "h", "f", "%"])
    suite.add("savetxt/list", "savetxt", [File("a.txt"), [[1, 2], [3, 4]]])
    suite.add("savetxt/strided", "savetxt", [File("a.txt"), layouts.lay(table, "strided")])
    turned = np.array([[1 + 2j, -3.5 - 4j], [0j, 1e10 + 0.1j]])
    for keys in ({}, {"fmt": "%.2f"}, {"fmt": "%d"}, {"fmt": "%g + %gj %g %g"}, {"fmt": ["(%g %gj)"] * 2, "delimiter": ","}):
        suite.add("savetxt/complex/#", "savetxt", [File("a.txt"), turned], keys)
    for array, keys in (
        (np.zeros(()), {}),
        (np.zeros((1, 1, 1)), {}),
        (table, {"fmt": "%d %d"}),
        (table, {"fmt": ["%d", "%d"]}),
        (table, {"fmt": "none"}),
        (table, {"fmt": "%q"}),
        (table, {"fmt": "%x"}),
        (np.array([np.nan]), {"fmt": "%d"}),
        (np.array([np.inf]), {"fmt": "%d"}),
        (turned, {"fmt": "%d %d"}),
    ):
        suite.add("savetxt/refused/#", "savetxt", [File("a.txt"), array], keys, fails=True)
    suite.add("savetxt/no folder", "savetxt", [File("none/a.txt"), table], fails=True)


def genfromtxt(suite):
    name = "genfromtxt"
    for dtype in TYPES:
        for string in ("1 0 1\n0 1 1\n", "0\n", " 1\t 0 \n\n0 1", "1 x\n3 4"):
            suite.add(f"genfromtxt/{dtype}/#", name, [text(string)], {"dtype": np.dtype(dtype)}, fails=None)
    reals = "1 -2.5 .5 5. 1e3 1E-3 1e400 nan -inf +inf Infinity 0.1 N/A x"
    for dtype in ("f8", "f4", "f2", ">f8", "c16"):
        suite.add(f"genfromtxt/reals/{dtype}", name, [text(reals)], {"dtype": np.dtype(dtype)})
    suite.add("genfromtxt/words", name, [text("True FALSE true x 1")], {"dtype": np.dtype("?")})
    suite.add("genfromtxt/fractions", name, [text("1.7 -1.7 1e2 x")], {"dtype": np.dtype("i4")})
    suite.add("genfromtxt/long", name, [text("1.7 9223372036854775807 x")], {"dtype": np.dtype("i8")})
    suite.add("genfromtxt/complex", name, [text("1+2j (3-4j) 5 6j x")], {"dtype": np.dtype("c16")})
    suite.add("genfromtxt/dates", name, [text("2020-01-01 1969-12-31")], {"dtype": np.dtype("M8[D]")})
    suite.add("genfromtxt/beyond", name, [text("300")], {"dtype": np.dtype("i1")}, fails=True)
    holes = "1,,3\n4,5,N/A\n-,8,9\n"
    for keys in (
        {},
        {"missing_values": "N/A"},
        {"missing_values": "N/A,-", "loose": False},
        {"missing_values": ["-", "", "N/A"], "loose": False},
        {"filling_values": 0},
        {"filling_values": -7.5},
        {"filling_values": [7.0, 8.0, 9.0]},
        {"filling_values": [7.0, 8.0]},
        {"dtype": np.dtype("i4"), "filling_values": 5},
        {"usecols": (0, 2), "filling_values": [7.0, 9.0]},
        {"usecols": (1, -1)},
        {"usecols": 1},
        {"unpack": True},
        {"skip_footer": 1},
        {"skip_header": 1},
        {"skip_header": 1, "skip_footer": 1},
        {"skip_footer": 5},
        {"max_rows": 2},
        {"max_rows": 1},
        {"max_rows": 1, "ndmin": 2},
        {"autostrip": True},
        {"usemask": False},
    ):
        suite.add("genfromtxt/holes/#", name, [text(holes)], {"delimiter": ",", **keys})
    masked = lambda *args, **keys: (lambda made: (np.asarray(made), np.ma.getmaskarray(made)))(np.genfromtxt(*args, **keys))
    for keys in (
        {},
        {"missing_values": "N/A,-"},
        {"missing_values": ["-", "", "N/A"], "filling_values": 0},
        {"dtype": np.dtype("i8,i8,f4")},
        {"usecols": (0, 2), "missing_values": "-"},
        {"unpack": True},
    ):
        suite.add(
            "genfromtxt/masked/#",
            name,
            [text(holes)],
            {"delimiter": ",", "usemask": True, **keys},
            function=masked,
            covers=["param:usemask"],
        )
    for string, ndmin in itertools.product(("1", "1 2", "1\n2", "1 2\n3 4", ""), (0, 1, 2)):
        suite.add("genfromtxt/ndmin/#", name, [text(string)], {"ndmin": ndmin})
    for string, keys in (
        ("1;2\n3;4", {"delimiter": ";"}),
        ("1||2\n3||4", {"delimiter": "||"}),
        ("1\t2\n3\t\n", {"delimiter": "\t"}),
        ("123456\n 7 8 9\n", {"delimiter": 2}),
        ("123456\n 7 8 9\n12\n", {"delimiter": 2, "invalid_raise": False}),
        ("1234567890\n 7   8   9\n", {"delimiter": (2, 4, 4)}),
        ("# a\n1 2 # b\n\n #c\n3 4#", {}),
        ("1 2 // b\n3 4", {"comments": "//"}),
        ("1 2\n3 4", {"comments": None}),
        ("1 2\n3\n4 5", {"invalid_raise": False}),
        ("1 2\n3 4\n5", {"skip_footer": 1}),
        ("1 2\n3 4 5\n6 7\n8", {"skip_footer": 2, "invalid_raise": False}),
        ("1 2 3\n4 5 6 7\n", {"usecols": (0, 2)}),
        ("1 2 3\n4 5\n6 7 8", {"usecols": (0, 2), "invalid_raise": False}),
    ):
        suite.add("genfromtxt/text/#", name, [text(string)], keys)
        suite.add("genfromtxt/lines/#", name, [[line + "\n" for line in string.rstrip("\n").split("\n")]], keys)
    suite.add("genfromtxt/places", name, [text("x\n1;2 %\n3;4\n5;6"), np.dtype("i4"), "%", ";", 1, 1])
    for string in (
        "1 2\n3 4",
        "1.5 2\n3 4",
        "1 2.5\n3 4",
        "True False\nfalse TRUE",
        "1 True\n2 False",
        "1 9223372036854775808",
        "1+2j 3",
        "1 x\n2 yy",
        "a b\nccc dd",
        "True 1\n1 2",
        "x",
    ):
        suite.add("genfromtxt/found/#", name, [text(string)], {"dtype": None})
    for string in ("1,,\n4,2.5,x\n", ",1\n,2\n", ",\n,\n", "a,\n,b\n"):
        suite.add("genfromtxt/found holes/#", name, [text(string)], {"dtype": None, "delimiter": ","})
    head = "a, b c,a,print\n1,2,3,4\n5,6,7,8\n"
    for keys in (
        {"names": True},
        {"names": True, "dtype": None},
        {"names": True, "usecols": (0, 3)},
        {"names": True, "excludelist": ["a"]},
        {"names": True, "deletechars": "a"},
        {"names": True, "replace_space": "-"},
        {"names": True, "case_sensitive": False},
        {"names": True, "case_sensitive": "lower"},
        {"names": True, "case_sensitive": "upper"},
        {"names": "w,x,y,z", "skip_header": 1},
        {"names": ["w", "x", "y", "z"], "skip_header": 1, "dtype": None},
        {"names": "w,x,y,z", "skip_header": 1, "usecols": (3, 1)},
        {"names": "w,x,y,z", "skip_header": 1, "dtype": np.dtype("i4")},
        {"dtype": np.dtype("i4,f8,U2,S1"), "skip_header": 1},
        {"dtype": np.dtype("i4,f8,U2,S1"), "skip_header": 1, "defaultfmt": "v%02i"},
        {"dtype": np.dtype("i4,f8,U2,S1"), "skip_header": 1, "names": "w,x,y,z"},
        {"dtype": np.dtype("i4,f8,U2,S1"), "skip_header": 1, "usecols": (1, 2)},
        {"dtype": np.dtype([("u", "i4"), ("v", [("w", "f8"), ("x", "i2")]), ("y", "f4")]), "skip_header": 1},
        {"dtype": np.dtype([("u", "i4", (2,)), ("v", "f8", (2,))]), "skip_header": 1},
        {"dtype": np.dtype("i4,f8,U2,S1"), "names": True, "max_rows": 1},
    ):
        suite.add("genfromtxt/names/#", name, [text(head)], {"delimiter": ",", **keys})
    suite.add("genfromtxt/names commented", name, [text("# a b\n1 2\n3 4")], {"names": True})
    for string, keys in (
        ("1 2\n3\n", {}),
        ("1 2\n3 4 5\n", {}),
        ("1 x", {"loose": False}),
        ("1,,2", {"max_rows": 0}),
        ("1", {"max_rows": 1, "skip_footer": 1}),
        ("1", {"ndmin": 3}),
        ("1", {"case_sensitive": "x", "names": True}),
    ):
        suite.add("genfromtxt/refused/#", name, [text(string)], keys, fails=True)
    suite.add("genfromtxt/missing", name, [File("a.txt")], fails=True)


def records(suite):
    table = "1 2.5 ab\n3 4 c\n"
    for dtype in ("i4,f8,U2", "u1,f4,S1", [("a", "f8"), ("b", "c16"), ("c", "U5")]):
        suite.add("loadtxt/records/#", "loadtxt", [text(table)], {"dtype": np.dtype(dtype)})
        suite.add("loadtxt/records/#", "loadtxt", [text(table)], {"dtype": np.dtype(dtype), "max_rows": 1})
    nested = np.dtype([("a", "i4"), ("b", [("c", "f8"), ("d", "i2", (2, 2))])])
    suite.add("loadtxt/records/#", "loadtxt", [text("1 2 3 4 5 6\n7 8 9 1 2 3")], {"dtype": nested})
    suite.add("loadtxt/records/#", "loadtxt", [text(table)], {"dtype": np.dtype("f8,i4"), "usecols": (1, 0)})
    suite.add("loadtxt/records refused", "loadtxt", [text(table)], {"dtype": np.dtype("i4,f8")}, fails=True)
    for dtype in ("U1", "U3", "S2", ">U2", "U", "S"):
        suite.add("loadtxt/texts/#", "loadtxt", [text("a bcd\nef \u00e9")], {"dtype": np.dtype(dtype)})
        suite.add("loadtxt/texts/#", "loadtxt", [text("a, bc d\n\"x,y\",")], {"dtype": np.dtype(dtype), "delimiter": ",", "quotechar": '"'})
    lines = "1312 foo\n1534  bar\n444   qux\n"
    pair = np.dtype([("num", np.int64), ("key", "S3")])
    for regexp, dtype in (
        (r"(\d+)\s+(...)", pair),
        (r"(?P<first>\d+)\s+(\w+)", np.dtype("f8,U5")),
        (r"(\d+)", np.dtype([("num", "i4")])),
        (r"\d\d", np.dtype([("num", "i4")])),
        (r"nothing(\d)", np.dtype([("num", "i4")])),
        (r"(\d)(\d)(\d)", np.dtype("u1,f2,c8")),
    ):
        suite.add("fromregex/#", "fromregex", [text(lines), regexp, dtype], covers=["param:file", "param:regexp", "param:dtype", "value"])
    for regexp, dtype in ((r"(\d+)", np.dtype("i4")), (r"(\d+) (\w+)", np.dtype("i4,i4")), (r"(", pair)):
        suite.add("fromregex/refused/#", "fromregex", [text(lines), regexp, dtype], fails=True)
    suite.add("fromregex/missing", "fromregex", [File("a.txt"), r"(\d)", np.dtype([("a", "i4")])], fails=True)
