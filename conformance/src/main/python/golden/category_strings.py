"""np.strings and np.char: functions of strings."""

import itertools

import numpy as np

import strings_any_length

WORDS = ["hello", "Hello World", "", "  padded ", "a-b-c", "ÀÉÎ ß", "aaaa", "x1", "12", "٣", "½", "tab\tin\ttext", "line\none"]
ASCII = [word.encode("ascii", "replace") for word in WORDS]
TESTS = "isalnum isalpha isdecimal isdigit islower isnumeric isspace istitle isupper".split()
LETTERS = ["ABC", "abc", "Abc Def", "aBC", "Ǆx", "ǅx", "ﬁ", "²", "①", "一", "\u3000", "\x1c", "\x85", "A1b", "1", "", "Ⅷ", "-", "ªº"]


def unicode(order="<"):
    return np.array(WORDS, f"{order}U{max(map(len, WORDS))}")


def plain():
    return np.array(ASCII)


def build(suite):
    for module in ("strings", "char"):
        both(Suite(suite, module), module)
    strings(Suite(suite, "strings"))
    char(Suite(suite, "char"))
    strings_any_length.build(suite, WORDS, TESTS)


class Suite:
    """Cases of one of the two modules."""

    def __init__(self, suite, module):
        self.suite, self.module = suite, module

    def add(self, id, call, args, kw=None, **options):
        options = {"strings": True} | options
        name = f"numpy.{self.module}.{call.split('.')[0]}"
        return self.suite.add(f"{self.module}.{id}", f"{self.module}.{call}", args, kw, name=name, **options)


def both(suite, module):
    tests(suite)
    add(suite)
    cases(suite)
    filled(suite)
    stripped(suite)
    searches(suite)
    replaced(suite)
    coded(suite)


def tests(suite):
    letters = np.array(LETTERS)
    for name in TESTS + ["str_len"]:
        out = lambda: np.zeros(len(LETTERS), "i8" if name == "str_len" else "?")
        suite.add(f"{name}/#", name, [letters])
        suite.add(f"{name}/#", name, [unicode()])
        suite.add(f"{name}/order/#", name, [unicode(">")])
        suite.add(f"{name}/#", name, [plain()], fails=None)
        suite.add(f"{name}/#", name, [np.array([b"AB\xe9", b"ab ", b"\t\n", b"Ab Cd", b"12", b"a\0b"])], fails=None)
        suite.add(f"{name}/0d", name, [np.array("abc")])
        suite.add(f"{name}/empty", name, [letters[:0]])
        suite.add(f"{name}/strided", name, [letters[::-2]])
        suite.add(f"{name}/2-D", name, [unicode()[:12].reshape(3, 4).T])
        suite.add(f"{name}/out", name, [letters], {"out": out()})
        suite.add(f"{name}/where", name, [letters], {"out": out(), "where": np.arange(len(LETTERS)) % 2 == 0})
        suite.add(f"{name}/casting", name, [letters], {"casting": "no"})
        suite.add(f"{name}/casting/order", name, [unicode(">")], {"casting": "no"}, fails=True)
        suite.add(f"{name}/order", name, [unicode()[:12].reshape(3, 4)], {"order": "F"})
        suite.add(f"{name}/dtype", name, [letters], {"dtype": np.dtype("i8" if name == "str_len" else "?")})
        suite.add(f"{name}/dtype/refused", name, [letters], {"dtype": np.dtype("f4")}, fails=True)
        suite.add(f"{name}/number", name, [np.array([1, 2])], fails=True)


def add(suite):
    a, b = unicode(), unicode()[::-1].copy()
    suite.add("add/#", "add", [a, b])
    suite.add("add/#", "add", [plain(), plain()[::-1].copy()])
    suite.add("add/#", "add", [a, "!"])
    suite.add("add/#", "add", [unicode(">"), b])
    suite.add("add/#", "add", [a[:12].reshape(3, 4).T, a[:3]])
    suite.add("add/out", "add", [a, b], {"out": np.zeros(len(a), "U40")})
    suite.add("add/narrow", "add", [a, b], {"out": np.zeros(len(a), "U9")})
    suite.add("add/where", "add", [a, b], {"out": np.zeros(len(a), "U40"), "where": np.arange(len(a)) % 2 == 0})
    suite.add("add/casting", "add", [a, b], {"casting": "safe"})
    suite.add("add/order", "add", [a[:12].reshape(3, 4), b[:12].reshape(3, 4)], {"order": "F"})
    suite.add("add/dtype", "add", [a, b], {"dtype": np.dtype("U")})
    suite.add("add/kinds", "add", [a, plain()], fails=True)
    suite.add("add/number", "add", [a, 1], fails=True)


def cases(suite):
    words = np.array(
        ["it's a dog's", "straße", "ǆ", "ﬁx", "ΑΣ ΒΣ", "mcDonald 3rd", "ŉx", "x-ray", "İ", "\U00010428", "a\u0301b"], "U20"
    )
    for name in ("capitalize", "lower", "swapcase", "title", "upper"):
        for array in (words, unicode(), unicode(">"), plain(), np.array([b"AB\xe9c d"]), words[:0], words[::-1]):
            suite.add(f"{name}/#", name, [array])
        suite.add(f"{name}/2-D", name, [unicode()[:12].reshape(3, 4).T])
        suite.add(f"{name}/0d", name, [np.array("abc Def")])
        suite.add(f"{name}/number", name, [np.array([1])], fails=True)


def filled(suite):
    for name in ("center", "ljust", "rjust"):
        for array in (unicode(), plain(), unicode(">"), unicode()[:12].reshape(3, 4).T):
            suite.add(f"{name}/#", name, [array, 8])
            suite.add(f"{name}/#", name, [array, 15], {"fillchar": "*"})
        suite.add(f"{name}/#", name, [np.array(["a", "ab", "abc"]), np.array([2, 5, 0])])
        suite.add(f"{name}/#", name, [np.array(["a", "ab"]), np.array([[4], [7]]), np.array(["-", "é"])])
        suite.add(f"{name}/#", name, [np.array(["a", ""]), -3])
        suite.add(f"{name}/bytes", name, [np.array([b"a"]), 4, b"+"])
        suite.add(f"{name}/kinds", name, [np.array(["a"]), 4, b"+"])
        for fill in ("ab", ""):
            suite.add(f"{name}/long/#", name, [np.array(["a"]), 4, fill], fails=True)
        suite.add(f"{name}/float", name, [np.array(["a"]), 4.5], fails=True)
    for array in (np.array(["-1", "+", "", "abc", "+5", "-"]), np.array([b"-1", b"12345"])):
        for width in (0, 4, np.array([[3], [6]])):
            suite.add("zfill/#", "zfill", [array, width])
    suite.add("zfill/number", "zfill", [np.array([1]), 4], fails=True)
    for array in (unicode(), plain(), np.array(["a\tb", "\t", "x\n\ty", "\r\t1", "abcdefgh\t"])):
        suite.add("expandtabs/#", "expandtabs", [array])
        for size in (4, 1, 0, -1):
            suite.add("expandtabs/#", "expandtabs", [array, size])
    suite.add("expandtabs/#", "expandtabs", [np.array(["a\tb"]), np.array([[2], [5]])])
    suite.add("expandtabs/number", "expandtabs", [np.array([1])], fails=True)
    for array in (unicode(), plain(), np.array(["ab", ""])):
        for times in (0, 1, 3, -1):
            suite.add("multiply/#", "multiply", [array, times])
    suite.add("multiply/#", "multiply", [np.array(["ab", "c"]), np.array([[2], [3]])])
    suite.add("multiply/float", "multiply", [np.array(["ab"]), np.array([2.5])], fails=True)


def stripped(suite):
    blank = np.array(["  a ", "xx", "\t\n", " x y ", "\u3000é\u00a0", "", "xyx"])
    for name in ("strip", "lstrip", "rstrip"):
        for array in (blank, unicode(), unicode(">"), plain(), np.array([b" a\t", b"\x85b\xa0"]), blank[:0]):
            suite.add(f"{name}/#", name, [array])
        for chars in ("x ", "", "yx", np.array([["x"], [" "]])):
            suite.add(f"{name}/#", name, [blank, chars])
        suite.add(f"{name}/#", name, [blank], {"chars": None})
        suite.add(f"{name}/bytes", name, [plain(), b" h"])
        suite.add(f"{name}/2-D", name, [unicode()[:12].reshape(3, 4).T])
        suite.add(f"{name}/number", name, [np.array([1])], fails=True)
        suite.add(f"{name}/kinds", name, [blank, b"x"], fails=True)


def searches(suite):
    texts = np.array(["hello", "l", "", "llama ball", "aaaa"])
    for name in ("find", "rfind", "count", "startswith", "endswith", "index", "rindex"):
        for sub in ("l", "", "ll", "aa", "hello", "toolongtobethere", "é", np.array(["l", "l", "", "ball", "a"])):
            for bounds in ((), (1,), (0, 3), (-3,), (1, -1), (3, 1), (100,), (-100, 100)):
                suite.add(f"{name}/#", name, [texts, sub, *bounds], fails=None)
        suite.add(f"{name}/bytes", name, [plain(), b"l"], fails=None)
        suite.add(f"{name}/#", name, [texts[:1], "l"], {"start": np.array([[0], [3]]), "end": np.array([5, 4])}, fails=None)
        suite.add(f"{name}/#", name, [texts[:1], "l"], {"start": 1, "end": None}, fails=None)
        suite.add(f"{name}/order", name, [unicode(">"), np.array([""], ">U1")])
        suite.add(f"{name}/2-D", name, [np.asfortranarray(unicode()[:12].reshape(3, 4)), ""])
        suite.add(f"{name}/empty", name, [texts[:0], "l"])
        suite.add(f"{name}/kinds", name, [texts, b"l"], fails=True)
        suite.add(f"{name}/number", name, [np.array([1]), "l"], fails=True)
        suite.add(f"{name}/float", name, [texts, "l", np.array([1.5])], fails=True)


def replaced(suite):
    texts = np.array(["abcabc", "", "b", "xyz"])
    for old, new in (("b", "XYZ"), ("bc", ""), ("", "-"), ("abcabc", "q"), ("nope", "x"), (np.array(["a", "b", "b", "z"]), "é")):
        suite.add("replace/#", "replace", [texts, old, new])
        for count in (0, 1, 2, -1):
            suite.add("replace/#", "replace", [texts, old, new, count])
    suite.add("replace/#", "replace", [texts], {"old": "b", "new": "1", "count": 1})
    suite.add("replace/bytes", "replace", [plain(), b"l", b"LL"])
    suite.add("replace/order", "replace", [unicode(">"), "l", "LL"])
    suite.add("replace/2-D", "replace", [np.asfortranarray(unicode()[:12].reshape(3, 4)), "a", "b"])
    suite.add("replace/count", "replace", [texts, "l", "x", "y"], fails=True)


def coded(suite):
    accents = np.array(["aé", "b", "", "\U0001f600x"])
    for args in ((), ("utf-8",), ("ascii", "ignore"), ("ascii", "replace"), ("latin1", "replace")):
        suite.add("encode/#", "encode", [accents, *args])
    for args in (("ascii",), ("latin1", "strict"), ("no-such-code",)):
        suite.add("encode/refused/#", "encode", [accents, *args], fails=True)
    suite.add("encode/errors", "encode", [accents], {"encoding": "ascii", "errors": "ignore"})
    suite.add("encode/order", "encode", [unicode(">")])
    suite.add("encode/empty", "encode", [accents[:0]])
    suite.add("encode/2-D", "encode", [np.asfortranarray(unicode()[:12].reshape(3, 4))])
    suite.add("encode/number", "encode", [np.array([1])], fails=True)
    bytes_ = np.array([b"a\xc3\xa9", b"b", b"", b"\xf0\x9f\x98\x80x"])
    for args in ((), ("utf-8",), ("ascii", "ignore"), ("ascii", "replace"), ("latin1",)):
        suite.add("decode/#", "decode", [bytes_, *args])
    suite.add("decode/errors", "decode", [bytes_], {"encoding": "ascii", "errors": "ignore"})
    suite.add("decode/refused", "decode", [np.array([b"a\xff"])], fails=True)
    suite.add("decode/number", "decode", [np.array([1])], fails=True)
    table = "".join(chr(c) for c in range(97)) + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    suite.add("translate/#", "translate", [unicode(), table])
    suite.add("translate/#", "translate", [unicode(">")[:4], table])
    suite.add("translate/bytes", "translate", [plain(), bytes([*range(1, 256), 1])])
    suite.add("translate/deleted", "translate", [plain()], {"table": bytes(range(256)), "deletechars": b"le"})
    suite.add("translate/short", "translate", [plain(), b"abc"], fails=True)
    suite.add("translate/number", "translate", [np.array([1]), table], fails=True)
    formats = ["%d apples", "%5d|", "%-5d|", "%05d", "%+d", "% d", "%x", "%#x", "%X", "%o", "%i", "%u", "%c", "%s", "100%% %d", "%.3d"]
    for value in (3, 65):
        suite.add("mod/#", "mod", [np.array(formats), value])
    reals = ["%.2f", "%f", "%e", "%.3e", "%g", "%.3g", "%8.1f|", "%-9.2f|", "%08.2f", "%+.1f", "%G", "%E", "%s", "%d", "%#g", "%.0f"]
    for value in (1.5, -2.25, 123456789.0, 1e-7, 0.0, 2.5, 1e22, float("inf"), 0.1):
        given = reals[:-4] + reals[-2:] + ["%s"] if value in (float("inf"),) else reals
        suite.add("mod/#", "mod", [np.array(given), value])
    suite.add("mod/#", "mod", [np.array(["%s!", "%5s|", "%-5s|", "%.2s"]), "abc"])
    suite.add("mod/#", "mod", [np.array(["%d", "%.1f"]), np.array([[1], [2]])])
    suite.add("mod/bytes", "mod", [np.array([b"%d"]), 3])
    suite.add("mod/number", "mod", [np.array([1]), "x"], fails=None)
    suite.add("mod/form", "mod", [np.array(["%d"]), "x"], fails=True)


def strings(suite):
    a, b = unicode(), unicode()[::-1].copy()
    for name in ("equal", "not_equal", "less", "less_equal", "greater", "greater_equal"):
        out = lambda: np.zeros(len(a), "?")
        suite.add(f"{name}/#", name, [a, b])
        suite.add(f"{name}/#", name, [plain(), plain()[::-1].copy()])
        suite.add(f"{name}/#", name, [a, "hello"])
        suite.add(f"{name}/out", name, [a, b], {"out": out()})
        suite.add(f"{name}/where", name, [a, b], {"out": out(), "where": np.arange(len(a)) % 2 == 0})
        suite.add(f"{name}/casting", name, [a, b], {"casting": "no"})
        suite.add(f"{name}/order", name, [a[:12].reshape(3, 4), b[:12].reshape(3, 4)], {"order": "F"})
        suite.add(f"{name}/dtype", name, [a, b], {"dtype": np.dtype("?")})
        suite.add(f"{name}/kinds", name, [a, plain()], fails=True)
    for name in ("partition", "rpartition"):
        for array in (np.array(["a-b-c", "xyz", "-", "", "--"]), unicode(">")):
            suite.add(f"{name}/#", name, [array, np.array("-")], layout=False)  # NumPy's are fields of one array
        suite.add(f"{name}/#", name, [np.array(["a-b", "x=y"]), np.array(["-", "="])], layout=False)
        suite.add(f"{name}/bytes", name, [np.array([b"a-b", b"c-"]), np.array(b"-")], layout=False)
        suite.add(f"{name}/separator", name, [np.array(["a"]), np.array("")], fails=True)
    for array in (unicode(), plain(), unicode(">"), unicode()[:12].reshape(3, 4).T):
        for args in ((2,), (-1,), (1, 3), (None, None, -1), (1, None, 2), (-3, None), (None, -2), (5, 0, -2), (100,), (0,)):
            suite.add("slice/#", "slice", [array, *args])
    bounds = ((0, 1, 2, -1, -3, 9, -9), (0, 2, -1, 7, -7), (1, 2, -1, -3))
    for start, stop, step in itertools.product(*bounds):
        suite.add("slice/#", "slice", [np.array(["hello", "ab", ""]), start, stop, step])
    suite.add("slice/#", "slice", [np.array(["hello", "abcd"]), np.array([1, 0]), np.array([4, 1])])
    suite.add("slice/#", "slice", [np.array(["hello", "abcd"]), np.array([1, 0]), np.array([4, 4]), np.array([[1], [2]])])
    suite.add("slice/step", "slice", [np.array(["hello"]), None, None, 0], fails=True)
    suite.add("slice/number", "slice", [np.array([1]), 2], fails=True)


def char(suite):
    ends = [np.array(["a ", "b", "c\t", "ab"]), np.array(["a", "b\n", "d", "a"])]
    for name in ("equal", "not_equal", "less", "less_equal", "greater", "greater_equal"):
        suite.add(f"{name}/#", name, ends)
        suite.add(f"{name}/#", name, [end.astype("S") for end in ends])
        suite.add(f"{name}/number", name, [np.array([1]), ends[0]], fails=True)
    for cmp, rstrip in itertools.product(("==", "!=", "<", "<=", ">", ">="), (False, True)):
        suite.add("compare_chararrays/#", "compare_chararrays", [*ends, cmp, rstrip])
    suite.add("compare_chararrays/sign", "compare_chararrays", [*ends, "=", True], fails=True)
    for name in ("partition", "rpartition"):
        suite.add(f"{name}/#", name, [np.array(["a-b-c", "xyz", "-"]), "-"])
        suite.add(f"{name}/2-D", name, [np.array([["a-b-c", "xyz"], ["-", ""]]), "-"])
        suite.add(f"{name}/separator", name, [np.array(["a"]), ""], fails=True)
    for sep, seq in (("-", ["abc", "d", ""]), ("", ["abc"]), ("::", ["ab"])):
        suite.add("join/#", "join", [sep, np.array(seq)])
    suite.add("join/#", "join", [np.array(["-", "."]), np.array(["abc", "def"])])
    suite.add("join/number", "join", ["-", np.array([1])], fails=True)
    texts = np.array(["a b  c", "d", "", " x ", "a,b,,c"])
    for name in ("split", "rsplit"):
        cut = lambda *args, name=name: getattr(np.char, name)(*args).tolist()
        for args in ((), (",",), (",", 1), (None, 1), (" ",), ("b",), (",", 0), (None, 0)):
            suite.add(f"{name}/#", name, [texts, *args], function=cut)
        suite.add(f"{name}/2-D", name, [texts[:4].reshape(2, 2)], function=cut)
        suite.add(f"{name}/bytes", name, [texts.astype("S")], function=cut)
        suite.add(f"{name}/separator", name, [texts, ""], fails=True)
        suite.add(f"{name}/number", name, [np.array([1])], fails=True)
    lines = np.array(["a\nb\r\nc", "d\n", "", "\n\n", "e\x0bf\x85g\u2028h"])
    for keep in ((), (False,), (True,)):
        ends = lambda a, *keep: [text.splitlines(*keep) for text in a.tolist()]  # NumPy refuses its own bools
        suite.add("splitlines/#", "splitlines", [lines, *keep], function=ends)
    suite.add("splitlines/number", "splitlines", [np.array([1])], fails=True)
    for obj in (["a", "bcd"], [b"a", b"bc"], ["é"], np.array(["ab"])):
        given = np.array(obj)
        plain_ = lambda *args, name, **keys: np.asarray(getattr(np.char, name)(*args, **keys))
        for name in ("array", "asarray"):
            make = lambda *args, name=name, **keys: plain_(*args, name=name, **keys)
            suite.add(f"{name}/#", name, [given], function=make)
            suite.add(f"{name}/#", name, [given], {"itemsize": 2}, function=make)
            if name == "array" or given.dtype.kind == "U":  # asarray leaves bytes what they are
                suite.add(f"{name}/#", name, [given], {"unicode": True}, function=make)
            suite.add(f"{name}/#", name, [given], {"unicode": False}, function=make, fails=None)
            suite.add(f"{name}/#", name, [given], {"order": "F"}, function=make)
            if name == "array":
                suite.add(f"{name}/#", name, [given], {"copy": True}, function=make)
    for name in ("array", "asarray"):
        suite.add(f"{name}/refused", name, [np.array(["é"])], {"unicode": False}, fails=True)
