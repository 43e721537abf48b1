"""Strings of any length: what arrays of NumPy's StringDType do."""

import numpy as np

STRING = np.dtypes.StringDType
LONG = "a string that is longer than its element"
TEXTS = ["abc", LONG, "", "é", LONG + "!", "abc", "twelve bytes", "thirteen byte", "a\0b", "日本語の長い文字列です"]
NAN, NONE, TEXT = STRING(na_object=np.nan), STRING(na_object=None), STRING(na_object="?")


def texts(dtype=STRING()):
    return np.array(TEXTS, dtype)


def gaps(dtype):
    missing = dtype.na_object
    return np.array(["abc", missing, LONG, "", missing, "zz"], dtype)


def build(suite, words, tests):
    add = lambda id, *args, **options: suite.add("any/" + id, *args, strings=True, **options)
    operands = {"plain": texts, "strided": lambda: texts()[::-2], "2-D": lambda: texts().reshape(2, 5).T}
    operands |= {"empty": lambda: texts()[:0], "0d": lambda: np.array(LONG, STRING())}
    operands |= {str(dtype): lambda dtype=dtype: gaps(dtype) for dtype in (NAN, TEXT, NONE)}
    types(add)
    making(add)
    for kind, operand in operands.items():
        plain = lambda function, args=(), kw=None, **options: add(
            f"{kind}/{function}/#", function, [operand(), *args], kw, **{"fails": None} | options
        )
        moving(plain)
        ordering(plain)
        computing(plain, operand)
        converting(plain)
    indexing(add)
    joining(add)
    functions(add, operands, words, tests)
    refusing(add)


def types(add):
    kinds = ["?", "i8", "u1", "f2", "f8", "c16", "M8[s]", "m8[s]", "S5", "U5", "V8"]
    for dtype in (STRING(), NAN, TEXT, NONE, STRING(coerce=False)):
        for other in [np.dtype(kind) for kind in kinds] + [STRING(), NAN, TEXT, NONE]:
            add("promote_types/#", "promote_types", [dtype, other], fails=None)
            for casting in ("no", "equiv", "safe", "same_kind", "unsafe"):
                add("can_cast/#", "can_cast", [dtype, other, casting])
                add("can_cast/#", "can_cast", [other, dtype, casting])
    add("dtype/#", "dtype", ["T"])


def making(add):
    for dtype in (STRING(), NAN, TEXT):
        add("array/#", "array", [TEXTS], {"dtype": dtype})
        add("array/#", "array", [[["a", LONG], ["b", "c"]]], {"dtype": dtype})
        add("array/#", "array", [[1, 2.5, True, 1 + 2j, b"ab"]], {"dtype": dtype})
        add("array/#", "array", [["a", float("nan")]], {"dtype": dtype})
        add("zeros/#", "zeros", [(2, 3)], {"dtype": dtype})
        add("empty/#", "empty", [3], {"dtype": dtype})
        add("ones/#", "ones", [3], {"dtype": dtype})
        add("full/#", "full", [(2, 2), LONG], {"dtype": dtype})
        add("eye/#", "eye", [2], {"dtype": dtype})
    add("array/#", "array", [["a", None]], {"dtype": NONE})
    add("array/#", "array", [["a", "?"]], {"dtype": TEXT})
    add("array/coerce/#", "array", [["a", 1]], {"dtype": STRING(coerce=False)}, fails=True)
    add("array/coerce/#", "array", [["a", LONG]], {"dtype": STRING(coerce=False)})
    for like in ("zeros_like", "empty_like", "ones_like"):
        add(f"{like}/#", like, [texts()])
    add("full_like/#", "full_like", [texts(), LONG])


def moving(add):
    add("copy")
    add("ndarray.copy", shares=True)
    add("ndarray.flatten", shares=True)
    add("ravel", shares=True)
    add("transpose", shares=True)
    add("flip", shares=True)
    add("roll", [1])
    add("repeat", [2])
    add("tile", [2])
    add("take", [np.array([0, -1, 0])])
    add("compress", [np.array([True, False])])
    add("array_repr")
    add("array_str")
    add("ndarray.tolist")
    add("atleast_2d", shares=True)
    add("broadcast_to", [(2, 6)])
    add("broadcast_to", [(2, 10)])
    add("pad", [1])
    add("delete", [0])
    add("append", [np.array(["end of all", LONG], STRING())])
    add("insert", [1, LONG])


def ordering(add):
    for function in ("sort", "argsort", "unique", "argmax", "argmin", "max", "min", "sum", "any", "all"):
        add(function)
    for function in ("sort", "argsort", "max", "min", "sum", "argmax", "any"):
        add(function, [0])
    add("sort", kw={"kind": "stable"})
    add("unique", kw={"return_index": True, "return_inverse": True, "return_counts": True})
    add("nonzero")
    add("count_nonzero")
    add("isin", [np.array(["abc", LONG], STRING())])


def computing(add, operand):
    other = np.array("abc", operand().dtype)
    for function in "equal not_equal less less_equal greater greater_equal".split():
        add(function, [other])
        add(function, [np.array(LONG)])
        add(function, [operand()])
    for function in ("add", "maximum", "minimum", "logical_and", "logical_or"):
        add(function, [other])
        add(function, [operand()])
    add("add", [np.array(["-" + LONG])])
    add("add", [np.array("unicode")], {"where": np.array(True)})
    for times in (0, 1, 2, 5):
        add("multiply", [times])
    add("multiply", [np.array(3, "u1")])
    add("multiply", [2.0])
    add("isnan")
    add("subtract", [other])
    add("negative")
    add("add", [1])


def converting(add):
    for dtype in ("?", "i8", "f8", "c16", "M8[D]", "m8[s]", "S", "U", "U3", "U50", "S50", "V4"):
        add("ndarray.astype", [np.dtype(dtype)])
    for dtype in (STRING(), NAN, TEXT, NONE):
        add("ndarray.astype", [dtype])


def indexing(add):
    keys = [1, -1, (), slice(None, None, -1), slice(2, 5), [0, 3, 0], np.array([True, False] * 5), None, Ellipsis]
    for key in keys:
        add("getitem/#", "ndarray.__getitem__", [texts(), key], shares=True)
        add("setitem/#", "ndarray.__setitem__", [texts(), key, np.array("another " + LONG, STRING())])
        add("setitem/#", "ndarray.__setitem__", [texts(), key, "short"])
        add("setitem/#", "ndarray.__setitem__", [texts(), key, 12])
    add("setitem/#", "ndarray.__setitem__", [texts(), slice(0, 2), np.array(["U", "wide"])])
    add("setitem/#", "ndarray.__setitem__", [gaps(NAN), slice(0, 2), np.array([float("nan"), 1.5])])
    add("fill/#", "ndarray.fill", [texts(), LONG])
    add("put/#", "put", [texts(), [0, 2], np.array([LONG, "x"], STRING())])
    add("copyto/#", "copyto", [texts(), texts()[::-1].copy()], {"where": np.arange(10) % 3 == 0})
    where = np.arange(10) % 2 == 0
    add("where/#", "where", [where, texts(), texts()[::-1].copy()])
    add("where/#", "where", [where, texts(), np.array("unicode")])
    add("where/#", "where", [where[:6], gaps(NAN), gaps(TEXT)], fails=True)
    add("lexsort/#", "lexsort", [(texts(),)])  # of two axes, NumPy 2.4 ends the process


def joining(add):
    pairs = [(texts(), texts()), (texts(), gaps(NAN)), (texts(), np.array(["u", "é"])), (texts(), np.array([b"s"]))]
    for pair in pairs + [(texts(), np.array([1])), (gaps(NAN), gaps(NONE)), (texts()[::-1], texts()[::2])]:
        add("concatenate/#", "concatenate", [list(pair)], fails=None)
        add("hstack/#", "hstack", [list(pair)], fails=None)
        add("union1d/#", "union1d", list(pair), fails=None)
        add("result_type/#", "result_type", list(pair), fails=None)
    add("stack/#", "stack", [[texts(), texts()]], {"axis": 1})
    add("vstack/#", "vstack", [[texts(), texts()]])
    for function in ("intersect1d", "setdiff1d", "setxor1d"):
        add(f"{function}/#", function, [texts(), np.array(["abc", "x", LONG], STRING())])
    add("split/#", "split", [texts(), 2])
    add("array_equal/#", "array_equal", [texts(), texts()])


def functions(add, operands, written, tests):
    words = lambda: np.array(written, STRING())
    for name in tests + ["str_len"]:
        for kind, operand in operands.items():
            add(f"{name}/{kind}", f"strings.{name}", [operand()], name=f"numpy.strings.{name}", fails=None)
        add(f"{name}/words", f"strings.{name}", [words()], name=f"numpy.strings.{name}")
    one = lambda name, *args, **options: add(
        f"{name}/#", f"strings.{name}", args, name=f"numpy.strings.{name}", **options
    )
    sub = lambda text: np.array(text, STRING())
    for operand in (words, texts, lambda: gaps(NAN), lambda: gaps(TEXT), lambda: words()[::-2]):
        for name in ("capitalize", "lower", "swapcase", "title", "upper"):
            if not any(item is np.nan for item in operand().tolist()):  # which Python's methods fail on
                one(name, operand())
        for name in ("strip", "lstrip", "rstrip"):
            one(name, operand(), fails=None)
            one(name, operand(), sub("a "), fails=None)
        for name in ("find", "rfind", "count", "startswith", "endswith"):
            one(name, operand(), sub("a"), fails=None)
            one(name, operand(), sub("l"), 1, 4, fails=None)
        one("index", operand(), sub("a"), fails=True)
        for name in ("center", "ljust", "rjust"):
            one(name, operand(), 20, fails=None)
            one(name, operand(), 20, sub("*"), fails=None)
        one("zfill", operand(), 8, fails=None)
        one("expandtabs", operand(), 4, fails=None)
        one("replace", operand(), sub("a"), sub("--"), fails=None)
        one("replace", operand(), sub("a"), sub("a long replacement"), 1, fails=None)
        one("partition", operand(), sub("a"), fails=None)
        one("rpartition", operand(), sub("a"), fails=None)
        one("slice", operand(), 2, fails=None)
        one("slice", operand(), None, None, -1, fails=None)
        one("multiply", operand(), 2, fails=None)
        one("add", operand(), sub("!"), fails=None)
        one("equal", operand(), sub("abc"), fails=None)


def refusing(add):
    add("view/#", "ndarray.view", [texts(), np.dtype("i8")], fails=True)
    add("view/#", "ndarray.view", [np.zeros(16, "u1"), STRING()], fails=True)
    add("frombuffer/#", "frombuffer", [b"0" * 16], {"dtype": STRING()}, fails=True)
    add("matmul/#", "matmul", [texts(), texts()], fails=True)
    add("mean/#", "mean", [texts()], fails=True)
    add("arange/#", "arange", [3], {"dtype": STRING()}, fails=True)
    add("add/#", "add", [texts(), np.array([b"s"])], fails=True)
    add("bitwise_and/#", "bitwise_and", [texts(), texts()], fails=True)
