"""Series of polynomials in six bases. Coefficients are whole numbers; what is divided has a tolerance."""

import importlib
import itertools

import numpy as np

import layouts
import values
from sweep import sweep

MODULES = {
    "poly": "polynomial",
    "cheb": "chebyshev",
    "leg": "legendre",
    "lag": "laguerre",
    "herm": "hermite",
    "herme": "hermite_e",
}
CLASSES = {
    "poly": "Polynomial",
    "cheb": "Chebyshev",
    "leg": "Legendre",
    "lag": "Laguerre",
    "herm": "Hermite",
    "herme": "HermiteE",
}
TYPES = ("i1", "i4", "i8", "u2", "f2", "f4", "f8", "c8", "c16", "?", "<M8[s]")
NARROW = {"f2": 1e-1, "f4": 1e-4, "c8": 1e-4}


def build(suite):
    for prefix in MODULES:
        Basis(suite, prefix).build()
    utilities(suite)


def series(dtype, count, start=0):
    """Small numbers, the last of them not 0."""
    numbers = values.plain(dtype, count, start).copy()
    if numbers.dtype.kind in "iufc" and not numbers[-1]:
        numbers[-1] = 2
    return numbers


class Basis:
    def __init__(self, suite, prefix):
        self.suite, self.prefix = suite, prefix
        self.path = f"polynomial.{MODULES[prefix]}."
        self.module = importlib.import_module("numpy.polynomial." + MODULES[prefix])

    def add(self, id, name, args, kw=None, *, floor=1e-12, ulp=64, **more):
        call = self.path + name
        narrow = [a.dtype.str[1:] for a in args if isinstance(a, np.ndarray) and a.dtype.str[1:] in NARROW]
        close = {"ulp": ulp, "norm": True, "floor": max([floor] + [NARROW[dtype] for dtype in narrow])}
        function = getattr(self.module, name)
        call_it = function if callable(function) else lambda: function
        self.suite.add(
            f"{MODULES[self.prefix]}/{name}/{id}",
            call,
            args,
            kw,
            name="numpy." + call,
            function=call_it,
            **{**close, **more},
        )

    def build(self):
        p = self.prefix
        for name in ("domain", "zero", "one", "x"):
            self.add("value", p + name, [], covers=["value"])
        self.arithmetic()
        self.evaluation()
        self.calculus()
        self.matrices()
        self.fits()
        self.zeros()
        self.classes()
        if p != "poly":
            self.quadrature()
            self.conversions()
        if p == "poly":
            self.from_roots()

    def arithmetic(self):
        p = self.prefix
        pairs = [([1, 2, 3], [4, 5]), ([1], [2, 3, 4, 5]), ([1.5, -2, 0, 1], [0.5, 1]), ([0, 0], [1, 2]), ([1, 2, 0], [3])]
        pairs += [([1, 2j, 1], [1j, 3]), ([1, 2, 3], [-1, -2, -3]), ([5], [2])]
        for (a, b), name in itertools.product(pairs, ("add", "sub", "mul", "div")):
            self.add("lists/#", p + name, [a, b], fails=None)
            self.add("arrays/#", p + name, [np.array(b), np.array(a)], fails=None)
        for name, dtype in itertools.product(("add", "sub", "mul", "div"), TYPES):
            # Where it divides by products NumPy takes the remainder of narrow numbers for wide
            if name != "div" or dtype not in NARROW or p in ("poly", "cheb"):
                self.add(f"type {dtype}", p + name, [series(dtype, 5), series(dtype, 3, 1)], fails=None)
        for name in ("add", "sub", "mul", "div"):
            given = series("f8", 4)
            for layout in ("strided", "reversed", "foreign", "readonly"):
                self.add(f"layout {layout}", p + name, [layouts.lay(given, layout), series("f8", 2, 1)])
            self.add("0d", p + name, [np.array(3.0), np.array(2)])
            for bad in ([np.ones((2, 2)), [1]], [[], [1]], [[True], [1]], [values.plain("<M8[s]", 2), [1]]):
                self.add("refused/#", p + name, bad, fails=True)
        self.add("refused/zero", p + "div", [[1, 2], [0, 0]], fails=True)
        for c in ([1, 2, 3], [0], [2], [1j, 2], [1, 2, 0]):
            self.add("#", p + "mulx", [c])
        for dtype in TYPES:
            self.add(f"type {dtype}", p + "mulx", [series(dtype, 4)], fails=None)
        self.add("refused", p + "mulx", [[]], fails=True)
        for c, power in itertools.product(([1, 2], [2], [1, -1, 2]), (0, 1, 2, 3, 5)):
            self.add("#", p + "pow", [c, power])
        self.add("most", p + "pow", [[1, 2], 3, 3])
        self.add("named", p + "pow", [], {"c": [1, 2], "pow": 2, "maxpower": 4})
        self.add("refused/0", p + "pow", [[1, 2], -1], fails=True)
        self.add("refused/1", p + "pow", [[1, 2], 5, 4], fails=True)
        for off, scl in ((1, 2), (1, 0), (0.5, 2.0), (0, 1), (0.0, 0.0), (-1, -3)):
            self.add("#", p + "line", [off, scl])
        self.add("refused", p + "line", [np.array([1, 2]), 3], fails=True)
        self.add("0d", p + "line", [np.array(1.5), np.array(2.0)])
        for c, tol in itertools.product(([1, 2, 0, 0], [0, 0], [1, 0.5, 0.1], [1, 1j]), (None, 0, 0.2, 1, 5)):
            self.add("#", p + "trim", [c] if tol is None else [c, tol])
        self.add("named", p + "trim", [], {"c": [1, 0], "tol": 0})
        self.add("refused", p + "trim", [[1, 2], -1], fails=True)

    def evaluation(self):
        p = self.prefix
        x = np.array([-1.0, -0.5, 0, 0.25, 1, 2])
        for c, dtype in itertools.product(([1], [1, 2], [1, 2, 3], [3, -1, 0, 2, 1]), ("f8", "f4", "i4", "c16")):
            self.add("#", p + "val", [x.astype(dtype), np.array(c)])
        for dtype in TYPES:
            if dtype != "?":
                self.add(f"type {dtype}", p + "val", [x[:4], series(dtype, 4)], fails=None)
        self.add("complex", p + "val", [np.array([1j, 2]), [1, 2, 3 + 1j]])
        for shape, tensor in itertools.product(((4,), (2, 3), ()), (True, False)):
            at = values.plain("f8", int(np.prod(shape))).reshape(shape) / 4
            self.add("tensor/#", p + "val", [at, [1, 2, 3], tensor])
            self.add("several/#", p + "val", [at, values.plain("f8", 12).reshape(4, 3), tensor], fails=None)
        for layout in layouts.LAYOUTS:
            self.add(f"layout {layout}", p + "val", [layouts.lay(x.reshape(2, 3), layout), [1, 2, 3, 4]])
        self.add("empty", p + "val", [np.empty((0, 2)), [1, 2, 3]])
        self.add("refused", p + "val", [np.ones(2), []], fails=True)
        two, three = values.plain("f8", 6).reshape(2, 3), values.plain("f8", 24).reshape(2, 3, 4)
        points = [np.array([0.5, 1, 2]), np.array([1.0, -1, 0]), np.array([2.0, 0.25, -1])]
        for kind in ("val", "grid"):
            self.add("#", p + kind + "2d", [*points[:2], two])
            self.add("#", p + kind + "3d", [*points, three])
            self.add("2-D", p + kind + "2d", [points[0].reshape(3, 1), points[1].reshape(3, 1), two])
            self.add("narrow", p + kind + "2d", [points[0].astype("f4"), points[1].astype("f4"), two.astype("f4")])
            self.add("strided", p + kind + "2d", [points[0][::-1], points[1][::-1], two.T])
        self.add("other lengths", p + "grid2d", [points[0][:2], points[1], two])
        self.add("refused", p + "val2d", [points[0][:2], points[1], two], fails=True)
        self.add("refused", p + "val3d", [points[0][:2], points[1], points[2], three], fails=True)
        self.add("refused", p + "grid2d", [points[0], points[1], []], fails=True)
        self.add("refused", p + "grid3d", [points[0], points[1], points[2], []], fails=True)

    def calculus(self):
        p = self.prefix
        block = values.plain("f8", 24).reshape(4, 3, 2)
        for name in ("der", "int"):
            for c, m in itertools.product(([1, 2, 3, 4], [5], [1.5, 2], [1j, 2, 3], [0, 0, 1, 0, 2, 3]), (0, 1, 2, 5)):
                self.add("#", p + name, [c, m])
            for dtype in TYPES:
                self.add(f"type {dtype}", p + name, [series(dtype, 5)], fails=None)
            for axis in (0, 1, 2, -1):
                self.add("axis/#", p + name, [block], {"axis": axis, "m": 2})
            self.add("scaled", p + name, [[1, 2, 3], 2], {"scl": 2})
            self.add("strided", p + name, [block[::2, ::-1]])
            self.add("0d", p + name, [np.array(2.0)])
            for bad in ([[1, 2], -1], [block, 1]):
                self.add("refused/#", p + name, bad, {"axis": 5} if bad[1] == 1 else None, fails=True)
        for k, bound in itertools.product(([1], [1, 2], [3, 0]), (0, -1, 2)):
            self.add("constants/#", p + "int", [[1, 2, 3], 2, k, bound])
        self.add("constant", p + "int", [[1, 2, 3]], {"k": 2.0, "lbnd": 1.0})
        self.add("refused/k", p + "int", [[1, 2, 3], 1, [1, 2]], fails=True)

    def matrices(self):
        p = self.prefix
        x = np.array([-1.0, 0.5, 2])
        for deg, dtype in itertools.product((0, 1, 2, 4), ("f8", "f4", "i4", "c16", "f2")):
            self.add("#", p + "vander", [x.astype(dtype), deg])
        self.add("2-D", p + "vander", [np.ones((2, 3)) / 2, 3])
        self.add("0d", p + "vander", [np.array(0.5), 2])
        self.add("strided", p + "vander", [np.arange(6.0)[::-2], 2])
        self.add("refused", p + "vander", [x, -1], fails=True)
        self.add("#", p + "vander2d", [x, x[::-1], [1, 2]])
        self.add("#", p + "vander3d", [x, x[::-1], x * 2, [1, 2, 1]])
        self.add("2-D", p + "vander2d", [np.ones((2, 2)), np.ones((2, 2)) * 2, [2, 1]])
        self.add("refused/0", p + "vander2d", [x, x[:2], [1, 2]], fails=True)
        self.add("refused/1", p + "vander2d", [x, x, [1, -2]], fails=True)
        self.add("refused", p + "vander3d", [x, x, x, [1, 2]], fails=True)
        for c in ([1, 2], [1, 2, 3], [3, 1, -2, 4], [1j, 2, 3]):
            self.add("#", p + "companion", [c])
        self.add("narrow", p + "companion", [np.array([1, 2, 3], "f4")])
        self.add("refused", p + "companion", [[1]], fails=True)

    def fits(self):
        p = self.prefix
        x, y = np.array([-2.0, -1, 0, 1, 2]) / 2, np.array([5.0, 1, 1, 2, 7])
        wide = {"floor": 1e-10, "ulp": 256}
        for degree, weights in itertools.product((0, 1, 2, 3, [0, 2], [1]), (None, np.array([1.0, 2, 1, 2, 1]))):
            self.add("#", p + "fit", [x, y, degree], {"w": weights}, **wide)
            self.add("columns/#", p + "fit", [x, np.stack([y, y[::-1]], 1), degree], {"w": weights}, **wide)
        for dtype in ("f4", "i4", "c8", "c16", "f2"):
            self.add(f"type {dtype}", p + "fit", [(2 * x).astype(dtype), y.astype(dtype), 1], fails=None, **wide)
        self.add("narrow points", p + "fit", [x, y, 2], {"rcond": 1e-10}, **wide)
        self.add("full", p + "fit", [x, y, 2], {"full": True}, **wide)
        for bad in ((x, y, -1), (x, y[:2], 1), ([], [], 1), (np.eye(2), y, 1), (x, y, [[1]])):
            self.add("refused/#", p + "fit", list(bad), fails=True)

    def zeros(self):
        p = self.prefix
        for zeros in ([], [1], [1, 2], [-1, 0, 1], [0.5, 0.5, 2, -1], [1j, -1j], [3, 1, 2, 5, 4]):
            self.add("#", p + "fromroots", [zeros])
        for dtype in ("f4", "i4", "c8", "f2"):
            self.add(f"type {dtype}", p + "fromroots", [np.array([1, 2, 3], dtype)])
        self.add("refused", p + "fromroots", [np.ones((2, 2))], fails=True)
        wide = {"floor": 1e-10, "ulp": 4096}
        for c in ([1, 2], [2], [1, -3, 1], [1, 2, 3, 4], [0, 0, 1], [6, -5, 1, 2, 1], [1j, 2, 1]):
            self.add("#", p + "roots", [c], layout=False, **wide)
        self.add("narrow", p + "roots", [np.array([1, -5, 2], "f4")], **wide)
        self.add("refused", p + "roots", [[]], fails=True)

    def classes(self):
        p, name = self.prefix, CLASSES[self.prefix]
        kind = getattr(np.polynomial, name)
        parts = lambda series: (series.coef, series.domain, series.window)
        made = lambda *args, **kw: parts(kind(*args, **kw))
        for call in ("polynomial." + name, self.path + name):
            for kw in ({}, {"domain": [0, 2]}, {"domain": [-1, 3], "window": [0, 1]}, {"symbol": "t"}):
                self.suite.add(
                    f"{call}/#", call, [[1, 2, 3]], kw, name="numpy." + call, function=made, covers=["value"], ulp=4
                )
            for bad in ([[]], [np.ones((2, 2))]):
                self.suite.add(f"{call}/refused/#", call, bad, name="numpy." + call, function=made, fails=True)
        call = "polynomial." + name
        x, y = np.array([0.0, 1, 2, 3]), np.array([1.0, 3, 2, 5])
        for method, args, kw in (
            ("fit", [x, y, 2], {}),
            ("fit", [x, y, 1], {"domain": [-1, 1]}),
            ("fromroots", [[1, 2]], {}),
            ("fromroots", [[1, 2]], {"domain": [0, 4]}),
            ("identity", [], {}),
            ("identity", [], {"domain": [0, 4]}),
            ("basis", [3], {}),
            ("basis", [0], {"domain": [0, 1]}),
        ):
            function = lambda *a, m=method, **k: parts(getattr(kind, m)(*a, **k))
            self.suite.add(
                f"{call}.{method}/#",
                f"{call}.{method}",
                args,
                kw,
                name="numpy." + call,
                function=function,
                covers=["value"],
                ulp=256,
                floor=1e-12,
            )

    def quadrature(self):
        p = self.prefix
        for deg in (1, 2, 3, 5, 10, 20, 40):
            self.add("#", p + "gauss", [deg], floor=1e-13, ulp=1024)
        self.add("refused/0", p + "gauss", [0], fails=True)
        self.add("refused/1", p + "gauss", [-1], fails=True)
        x = np.array([-0.5, 0, 0.25, 0.5])
        for dtype in ("f8", "f4", "c16"):
            self.add("#", p + "weight", [x.astype(dtype)])
        self.add("2-D", p + "weight", [x.reshape(2, 2).T])
        self.add("refused", p + "weight", [values.plain("<M8[s]", 3)], fails=True)
        if p == "cheb":
            for n in (1, 2, 3, 8):
                self.add("#", "chebpts1", [n])
                self.add("#", "chebpts2", [n + 1])
            self.add("refused", "chebpts1", [0], fails=True)
            self.add("refused", "chebpts2", [1], fails=True)
            for function, deg in itertools.product((np.exp, np.sin), (0, 1, 3, 8)):
                self.add("#", "chebinterpolate", [function, deg])
            self.add("refused", "chebinterpolate", [np.exp, -1], fails=True)

    def conversions(self):
        p = self.prefix
        for c in ([1], [1, 2], [1, 2, 3], [3, -1, 0, 2, 1], [1j, 2, 3], [0], [1, 2, 0]):
            self.add("#", p + "2poly", [c])
            self.add("#", "poly2" + p, [c])
        for dtype in ("f4", "i4", "c8", "f2"):
            self.add(f"type {dtype}", p + "2poly", [series(dtype, 4)])
            self.add(f"type {dtype}", "poly2" + p, [series(dtype, 4)])
        self.add("refused", p + "2poly", [[]], fails=True)
        self.add("refused", "poly2" + p, [np.ones((2, 2))], fails=True)

    def from_roots(self):
        x = np.array([-1.0, 0, 2])
        for r, tensor in itertools.product(([1], [1, 2], [1j, 2], []), (True, None)):
            self.add("#", "polyvalfromroots", [x, np.array(r)] + ([tensor] if tensor else []))
        block = values.plain("f8", 6).reshape(2, 3)
        self.add("several", "polyvalfromroots", [x, block])
        self.add("broadcast", "polyvalfromroots", [x, block, False])
        self.add("named", "polyvalfromroots", [], {"x": x, "r": block, "tensor": True})
        self.add("refused", "polyvalfromroots", [x, np.array([1, 2.0, 3]), False], fails=True)


def utilities(suite):
    path = "polynomial.polyutils."

    def add(id, name, args, kw=None, **more):
        function = getattr(np.polynomial.polyutils, name)
        more = {"ulp": 4, "norm": True, "floor": 1e-14, **more}
        suite.add(f"polyutils/{name}/{id}", path + name, args, kw, name="numpy." + path + name, function=function, **more)

    arrays = [np.array([1, 2, 0]), np.array([1.5]), np.array([0, 0], "f4")]
    for trim in (True, False):
        add("#", "as_series", [arrays, trim])
        add("complex/#", "as_series", [[np.array([1j, 0]), np.array([1, 2])]], {"trim": trim})
    add("one", "as_series", [[np.array([1, 2, 0], "f4")]])
    add("refused/0", "as_series", [[np.ones((2, 2))]], fails=True)
    add("refused/1", "as_series", [[np.array([])]], fails=True)
    for seq in ([1, 2, 0, 0], [0, 0, 0], [1.5], [0, 1]):
        add("#", "trimseq", [np.array(seq)])
    add("refused", "trimseq", [np.array(1)], fails=True)
    for tol in (0, 0.5, 3):
        add("#", "trimcoef", [np.array([1, 2, 0.25, 0]), tol])
    add("plain", "trimcoef", [np.array([0, 0])])
    add("refused", "trimcoef", [np.array([1]), -1], fails=True)
    for x in ([1, 5, 3], [2.5], [1 + 1j, -2, 3j]):
        add("#", "getdomain", [np.array(x)])
    add("narrow", "getdomain", [np.array([1, 5, 3], "f4")])
    add("refused", "getdomain", [np.ones((2, 2))], fails=True)
    for old, new in (([-1, 1], [0, 4]), ([0, 2], [-1, 1]), ([0.5, 1.5], [2, 3])):
        old, new = np.array(old), np.array(new)
        add("#", "mapparms", [old, new])
        add("#", "mapdomain", [np.array([[0.0, 1], [2, 3]]), old, new])
    add("complex", "mapparms", [np.array([0, 1j]), np.array([1, 2])])
    add("complex", "mapdomain", [np.array([1.0, 2]), np.array([0, 1j]), np.array([1, 2])])
    add("refused", "mapparms", [np.array([1]), np.array([1, 2])], fails=True)
    add("refused", "mapdomain", [np.array([1]), np.array([1]), np.array([1, 2])], fails=True)
    for x in (1.5, 0.0, -2.25, 1e-7, 1e9, 123456789.123, np.nan, np.inf, 1 / 3):
        for parens in (False, True):
            add("#", "format_float", [x, parens])
    for style in ("unicode", "ascii", "unicode"):
        call = "polynomial.set_default_printstyle"
        suite.add(f"{call}/#", call, [style], name="numpy." + call)
    suite.add(f"{call}/refused", call, ["other"], name="numpy." + call, fails=True)
