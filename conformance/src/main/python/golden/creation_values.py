"""Constants, element types as names, iinfo and finfo, and arrays from bytes, text and functions."""

import numpy as np

import cases
import values

SCALARS = """bool bool_ byte cdouble complex128 complex64 csingle double float16 float32 float64 half int16 int32 int64
    int8 int_ intc intp long longlong short single ubyte uint uint16 uint32 uint64 uint8 uintc uintp ulong ulonglong
    ushort""".split()
IINFO = ["min", "max", "bits", "dtype"]
FINFO = [
    "bits",
    "eps",
    "epsneg",
    "iexp",
    "machep",
    "max",
    "maxexp",
    "min",
    "minexp",
    "negep",
    "nexp",
    "nmant",
    "precision",
    "resolution",
    "smallest_normal",
    "smallest_subnormal",
    "tiny",
    "dtype",
]


def build(suite):
    for name in ("pi", "e", "inf", "nan", "euler_gamma", "newaxis", "True_", "False_", "little_endian"):
        value = getattr(np, name)
        suite.add(name, name, function=lambda: value, covers=["value"])
    cases.VALUES.update(SCALARS)
    for name in SCALARS:
        target = getattr(np, name)
        suite.add(f"type/{name}", name, function=lambda: target, covers=["value"])
        suite.add(f"type/{name}/zeros", "zeros", [2, target], name="numpy." + name, covers=["value"])
        suite.add(f"dtype/{name}", "dtype", [np.dtype(target).str], covers=["value"])
    for text in (
        "f4",
        "<f8",
        ">i2",
        "|b1",
        "int32",
        "float",
        "int",
        "complex",
        "bool",
        "e",
        "d",
        "?",
        "b",
        "Q",
        "=u4",
        "M8[s]",
        "<m8[ms]",
        "datetime64[D]",
    ):
        suite.add(f"dtype/text {text}", "dtype", [text], covers=["value"])
    for text in ("f3", "float33", "i4,", "", "x"):
        suite.add(f"dtype/refused {text}", "dtype", [text], fails=None)
    for dtype in values.INTEGERS:
        for member in IINFO:
            suite.add(
                f"iinfo/{dtype}/{member}",
                f"iinfo.{member}",
                [np.dtype(dtype)],
                covers=["value"],
                function=lambda given: getattr(np.iinfo(given), member),
            )
    for dtype in values.FLOATS + values.COMPLEX:
        for member in FINFO:
            suite.add(
                f"finfo/{dtype}/{member}",
                f"finfo.{member}",
                [np.dtype(dtype)],
                covers=["value"],
                function=lambda given: getattr(np.finfo(given), member),
            )
    suite.add("iinfo/refused", "iinfo", [np.dtype("f4")], fails=True)
    suite.add("finfo/refused", "finfo", [np.dtype("i4")], fails=True)
    bytes_and_text(suite)
    kinds(suite)


def kinds(suite):
    """Every element type that a function makes."""
    for dtype in map(np.dtype, values.NUMERIC + [">i2", ">f8"]):
        for name, args in (
            ("tri", [3]),
            ("identity", [2]),
            ("eye", [2]),
            ("linspace", [0, 7, 8]),
            ("logspace", [0, 2, 3]),
            ("geomspace", [1, 4, 3]),
            ("arange", [0, 2]),
            ("fromiter", [[1, 0, 1]]),
            ("fromstring", ["1 0 1"]),
            ("full", [2, 1]),
        ):
            kw = {"dtype": dtype} | ({"sep": " "} if name == "fromstring" else {})
            suite.add(f"{name}/kind {dtype.str}", name, args, kw, ulp=4, norm=True)
        if dtype.kind != "b":
            suite.add(f"indices/kind {dtype.str}", "indices", [(2, 3)], {"dtype": dtype})
        raw = np.frombuffer(values.plain(dtype, 4).tobytes(), np.uint8).copy()
        cover = ["value", "kind:" + dtype.kind, "param:buffer", "param:dtype"]
        suite.add(f"frombuffer/kind {dtype.str}", "frombuffer", [raw, dtype], covers=cover, shares=True)
    suite.add("indices/kind bool", "indices", [(1, 2)], {"dtype": np.dtype("bool")}, fails=None)
    for dtype in map(np.dtype, values.TIMES):
        suite.add(f"arange/kind {dtype.str}", "arange", [0, 9, 4], {"dtype": dtype})
        suite.add(f"full/kind {dtype.str}", "full", [2, np.array(5, "i8").view(dtype)])
        suite.add(f"full/typed {dtype.str}", "full", [2, 5, dtype])
        raw = np.frombuffer(values.plain(dtype, 4).tobytes(), np.uint8).copy()
        cover = ["value", "kind:" + dtype.kind, "param:buffer", "param:dtype"]
        suite.add(f"frombuffer/kind {dtype.str}", "frombuffer", [raw, dtype], covers=cover, shares=True)


def bytes_and_text(suite):
    for content, sep, dtype, count in (
        ("1 2 3", " ", "i4", -1),
        ("1, 2.5,3e2", ",", "f8", -1),
        ("1,2,3", ",", "i2", 2),
        ("", ",", "f4", -1),
        ("1;nan;-inf", ";", "f4", -1),
        ("  7   8", " ", "u1", -1),
    ):
        suite.add(
            "fromstring/#",
            "fromstring",
            [content, np.dtype(dtype), count],
            {"sep": sep},
            covers=["value", "kind:" + np.dtype(dtype).kind, "param:string", "param:dtype", "param:count", "param:sep"],
        )
    suite.add("fromstring/refused/#", "fromstring", ["1 2"], {"sep": ""}, fails=True)
    raw = np.frombuffer(bytes(range(1, 33)), np.uint8).copy()
    for dtype, count, offset in (
        ("u1", -1, 0),
        ("i2", 3, 4),
        ("<i4", -1, 0),
        (">i4", 2, 8),
        ("f4", 1, 1),
        ("i8", -1, 16),
        ("c8", 2, 0),
    ):
        suite.add(
            "frombuffer/#",
            "frombuffer",
            [raw, np.dtype(dtype), count, offset],
            shares=True,
            covers=["value", "param:buffer", "param:dtype", "param:count", "param:offset"],
        )
    for dtype, count, offset in (("i8", -1, 1), ("i4", 9, 0), ("i4", -1, 40), ("i4", -1, -2)):
        suite.add("frombuffer/refused/#", "frombuffer", [raw, np.dtype(dtype), count, offset], fails=True)
    for given, dtype, count in (
        ([1, 2, 3], "i4", -1),
        ([1, 2.5], "f4", -1),
        ([True, 0], "?", 2),
        ([], "f8", -1),
        ([5, 6, 7], "i2", 2),
    ):
        suite.add(
            "fromiter/#",
            "fromiter",
            [given, np.dtype(dtype), count],
            covers=["value", "param:iter", "param:dtype", "param:count"],
        )
    suite.add("fromiter/refused", "fromiter", [[1, 2], np.dtype("i4"), 3], fails=True)
    suite.add("fromiter/kind", "fromiter", [[1j], np.dtype("f4")], fails=True)
    for function, shape in ((np.add, (2, 3)), (np.equal, (3, 3)), (np.subtract, (2, 0))):
        suite.add(
            "fromfunction/#",
            "fromfunction",
            [function, shape],
            {"dtype": np.dtype("i4")},
            covers=["value", "param:function", "param:shape", "param:dtype"],
        )
    suite.add("fromfunction/refused", "fromfunction", [np.add, (-1, 2)], fails=True)
