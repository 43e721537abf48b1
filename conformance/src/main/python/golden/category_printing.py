"""Arrays and numbers as text: array2string, array_repr, array_str, format_float_*, print options."""

import itertools

import numpy as np

import layouts
import values
from sweep import sweep

REALS = [
    [0.0],
    [-0.0, 0.0],
    [0.1, 0.2, 0.3],
    [1.5, -2.25, 1e3],
    [1.0, 1000.1],
    [0.0001, 0.1],
    [1e-5, 1.0],
    [1.0, 1e8],
    [np.nan, 1.0],
    [np.inf, -1.0, 12345.678],
    [-np.inf, np.nan],
    [1e10, -1e-10],
    [1 / 3, 2 / 3, 1e-7],
    [5e-324, 1.0],
    [1e100, 1.0],
    [9.9999999999, 1e12],
    [123456789.0, 0.5],
    [1e16],
    [1e15],
    [0.00012],
    [99999.5],
    [1e22, 1e23],
    [2.0**-20],
]


def build(suite):
    for name in ("array2string", "array_repr", "array_str"):
        sweep(suite, name, shape=(2, 3))
        sweep(suite, name + " line", shape=(7,), call=name)
        shapes(suite, name)
        numbers(suite, name)
    options(suite)
    floats(suite)
    state(suite)


def shapes(suite, name):
    for shape in (
        (),
        (1,),
        (30,),
        (1, 1),
        (2, 20),
        (2, 2, 2),
        (1, 3, 1),
        (2, 2, 2, 2),
        (1001,),
        (7, 143),
        (11, 11, 11),
        (0,),
        (0, 3),
        (3, 0),
        (2, 0, 4),
    ):
        count = int(np.prod(shape))
        for dtype in ("i8", "i2", "f8", "f4", "?", "c8"):
            if count > 100 and dtype in ("f4", "i2"):
                continue
            suite.add(
                f"{name}/shape/#",
                name,
                [np.resize(values.plain(dtype, 13), shape) if count else np.empty(shape, dtype)],
            )
    base = np.arange(2000, dtype="i2").reshape(50, 40)
    for array in (
        base.T,
        base[::-1, ::2],
        base[::7, ::9],
        np.broadcast_to(base[0, :5], (3, 5)),
        layouts.lay(base[:3, :3], "foreign"),
    ):
        suite.add(f"{name}/view/#", name, [array])


def numbers(suite, name):
    for content, dtype in itertools.product(REALS, ("f2", "f4", "f8", "c8", "c16")):
        with np.errstate(all="ignore"):
            array = np.array(content).astype(dtype)
        if dtype[0] == "c":
            array = (array + 1j * array[::-1]).astype(dtype)
        suite.add(f"{name}/numbers/#", name, [array])
    for dtype in values.FLOATS:
        size = np.dtype(dtype).itemsize
        for count in (1, 3, 9):
            for _ in range(12):
                suite.add(
                    f"{name}/bits {dtype}/#", name, [suite.rng.integers(0, 256, count * size, np.uint8).view(dtype)]
                )
    for dtype in values.INTEGERS:
        info = np.iinfo(dtype)
        suite.add(f"{name}/limits {dtype}", name, [np.array([info.min, 0, info.max], dtype)])


def options(suite):
    floats_, whole, mixed = (
        np.array([1.0, 2.123456789, 1e-4, 30000.5]),
        np.arange(-3, 9).reshape(3, 4),
        np.array([1 + 2.5j, -1e-3 + 1e5j, np.nan]),
    )
    keys = [{"precision": p} for p in (0, 1, 3, 8, 17)] + [
        {"suppress_small": True},
        {"suppress_small": False},
        {"separator": ", "},
        {"separator": ","},
        {"separator": "; "},
        {"prefix": "array("},
        {"suffix": ")"},
        {"max_line_width": 20},
        {"max_line_width": 5},
        {"threshold": 3},
        {"threshold": 3, "edgeitems": 1},
        {"threshold": 0, "edgeitems": 2},
        {"sign": "+"},
        {"sign": " "},
        {"sign": "-"},
        {"floatmode": "fixed"},
        {"floatmode": "unique"},
        {"floatmode": "maxprec"},
        {"floatmode": "maxprec_equal"},
        {"floatmode": "fixed", "precision": 2},
        {"floatmode": "maxprec", "precision": 3},
        {"floatmode": "maxprec_equal", "precision": 3, "sign": "+"},
    ]
    arrays = [
        floats_,
        whole,
        mixed,
        whole * 1.25,
        np.arange(40) / 7,
        np.array(1.25),
        np.array([True, False]),
        np.array([1e10, 1.0]),
        floats_.astype("f4"),
        np.arange(27.0).reshape(3, 3, 3),
        np.empty((0, 2)),
    ]
    for array, key in itertools.product(arrays, keys):
        suite.add("array2string/options/#", "array2string", [array], key)
        renamed = {
            {"suppress_small": "suppress", "max_line_width": "linewidth"}.get(name, name): value
            for name, value in key.items()
            if name not in ("separator", "prefix", "suffix")
        }
        if renamed:
            for name in ("printoptions", "set_printoptions"):
                suite.add(
                    f"{name}/#",
                    "array_repr" if name == "printoptions" else "array_str",
                    [array],
                    name="numpy." + name,
                    within=[(name, renamed)],
                    covers=["param:" + option for option in renamed] + ["value"],
                )
    for array, width, precision, suppress in itertools.product(arrays, (None, 30), (None, 2), (None, True)):
        for name in ("array_repr", "array_str"):
            suite.add(f"{name}/options/#", name, [array, width, precision, suppress])
    for text in ({"nanstr": "missing"}, {"infstr": "oo"}, {"override_repr": None}):
        for name in ("printoptions", "set_printoptions"):
            suite.add(
                f"{name}/text/#",
                "array_str",
                [np.array([np.nan, np.inf, 1])],
                name="numpy." + name,
                within=[(name, text)],
                covers=["param:" + option for option in text] + ["value"],
            )
    for bad in ({"precision": -1}, {"floatmode": "some"}, {"sign": "x"}, {"threshold": np.nan}, {"threshold": "a"}):
        suite.add("array2string/refused/#", "array2string", [floats_], bad, fails=None)
        for name in ("set_printoptions", "printoptions"):
            if bad != {"precision": -1}:
                suite.add(f"{name}/refused/#", name, [], bad, function=scoped, fails=True)
    for name in ("array_repr", "array_str"):
        suite.add(f"{name}/refused", name, [floats_], {"precision": -1}, fails=True)


def scoped(**keys):
    with np.printoptions(**keys):
        pass


def floats(suite):
    some = [
        0.0,
        -0.0,
        1.0,
        0.1,
        1 / 3,
        np.pi,
        123456.789,
        1e-10,
        1e22,
        5e-324,
        1.7976931348623157e308,
        np.nan,
        np.inf,
        -2.5,
        1e15,
        1e16,
    ]
    for value, dtype in itertools.product(some, values.FLOATS):
        with np.errstate(all="ignore"):
            given = np.dtype(dtype).type(value)
        for keys in (
            {},
            {"precision": 3},
            {"precision": 3, "unique": False},
            {"trim": "k"},
            {"trim": "0"},
            {"trim": "."},
            {"trim": "-"},
            {"sign": True},
            {"pad_left": 6},
            {"min_digits": 4},
            {"precision": 3, "fractional": False},
            {"pad_right": 5},
        ):
            if abs(value) < 1e100:
                suite.add("format_float_positional/#", "format_float_positional", [given], keys)
            rest = {key: number for key, number in keys.items() if key not in ("fractional", "pad_right")}
            suite.add(
                "format_float_scientific/#",
                "format_float_scientific",
                [given],
                {**rest, **({"exp_digits": 3} if "trim" in keys else {})},
            )
    for name in ("format_float_positional", "format_float_scientific"):
        for dtype in ["bool"] + values.INTEGERS + values.FLOATS:
            suite.add(
                f"{name}/{dtype}", name, [values.plain(dtype, 3)[2]], covers=["kind:" + np.dtype(dtype).kind, "param:x"]
            )
        suite.add(f"{name}/0d", name, [np.array(2.5)])
        suite.add(f"{name}/strided", name, [np.array([[1.5, 9], [2, 9]])[:1, 0]], fails=None)
        suite.add(f"{name}/trim", name, [1.5], {"trim": "x"}, fails=True)
        suite.add(f"{name}/precision", name, [1.5], {"precision": -2}, fails=None)


def state(suite):
    for key, value in (
        ("precision", 3),
        ("threshold", 5),
        ("sign", "+"),
        ("floatmode", "fixed"),
        ("nanstr", "no"),
        ("linewidth", 40),
        ("edgeitems", 2),
        ("suppress", True),
    ):
        suite.add(
            f"get_printoptions/{key}",
            "array_repr",
            [np.arange(12) / 8],
            name="numpy.get_printoptions",
            within=[("printoptions", {key: value})],
            covers=["value"],
        )
