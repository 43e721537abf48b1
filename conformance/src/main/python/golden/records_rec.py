"""np.recarray and the module np.rec."""

import itertools

import numpy as np

import encode

PAIR = np.dtype([("a", "i4"), ("b", "f8")])
FORMATS = {"formats": "i4,f8"}


def plain(value):
    """A record array as the array that it is."""
    if isinstance(value, np.recarray):
        value = value.view(np.ndarray)
        return value.view(void(value.dtype)) if value.dtype.names is not None else value
    if isinstance(value, np.dtype):
        return void(value)
    return value


def void(dtype):
    return np.dtype((np.void, dtype)) if dtype.names is not None else dtype


def build(suite):
    for module in ("", "rec."):
        recarrays(suite, module)
    add(suite, "record/#", "record", [5])
    add(suite, "record/row", "record", [(1, 2.5), PAIR])
    parser(suite)
    columns(suite)
    rows(suite)
    strings(suite)
    files(suite)
    arrays(suite)
    for names in (["a", "b", "a", "b", "a"], ["a", "b"], [], ["x", "y", "y", "x"]):
        add(suite, "find_duplicate/#", "find_duplicate", [names])
    add(suite, "find_duplicate/number", "find_duplicate", [5], fails=True)


def add(suite, id, name, args, kw=None, module="rec.", **more):
    def function(*args, **kw):
        owner = np.rec if module else np
        return plain(getattr(owner, name)(*args, **kw))

    suite.add(
        (module and "rec/") + id,
        module + name,
        args,
        kw,
        name="numpy." + module + name,
        function=function,
        covers=() if module and name.islower() and name not in ("record", "recarray") else ["value"],
        **more,
    )


def recarrays(suite, module):
    more = {"module": module}
    for shape in ((2,), 3, (2, 2), (0,)):
        for kw in ({"dtype": PAIR}, FORMATS, {"formats": ["i4", "f8"], "names": "x,y"}, {"formats": "i4"}):
            add(suite, "recarray/#", "recarray", [shape], kw, data=False, **more)
    for kw in (
        {**FORMATS, "names": ["x", "y"], "titles": ["X", "Y"], "byteorder": ">"},
        {**FORMATS, "names": ["x"]},
        {**FORMATS, "names": "x, y ,z"},
        {**FORMATS, "aligned": True},
        {"dtype": PAIR, "byteorder": ">"},
        {"dtype": PAIR, "order": "F"},
        {"formats": "2i4,f8,V3", "byteorder": "big"},
        {"formats": "i4,f8", "byteorder": "swap"},
    ):
        add(suite, "recarray/#", "recarray", [(2, 2)], kw, data=False, **more)
    base = np.arange(48, dtype="u1")
    for kw in ({}, {"offset": 12}, {"offset": 12, "strides": (24,)}, {"offset": 30}, {"offset": 40}):
        shape = (1,) if kw else (2,)
        kw = {"dtype": PAIR, "buf": base, **kw}
        add(suite, "recarray/buf/#", "recarray", [shape], kw, fails=None, **more)
    for kw in ({}, {**FORMATS, "names": ["x", "x"]}, {"formats": "nothing"}):
        add(suite, "recarray/wrong/#", "recarray", [(2,)], kw, fails=True, **more)


def parser(suite):
    def dtype(*args, **kw):
        return plain(np.rec.format_parser(*args, **kw).dtype)

    cases = [
        (["i4,f8", "x,y", []], {}),
        ([["i4", "f8"], "x", ["A", "B"]], {}),
        (["i4,f8", [], []], {"aligned": True}),
        (["i4,f8", [], []], {"byteorder": ">"}),
        ([["i4", "2f8", "V3"], ["p", "q", "r"], []], {"aligned": True, "byteorder": "<"}),
        (["i4", "a,b", []], {}),
        ([[np.dtype("f4"), PAIR], None, None], {}),
        ([None, [], []], {}),
        (["i4,f8", "x,x", []], {}),
        (["i4,f8", [], ["only"]], {}),
    ]
    for args, kw in cases:
        suite.add(
            "rec/format_parser/#",
            "rec.format_parser.dtype",
            args,
            kw,
            name="numpy.rec.format_parser",
            covers=["value"],
            function=dtype,
            fails=None,
        )


TYPED = [
    {"dtype": PAIR},
    FORMATS,
    {**FORMATS, "names": "x,y", "titles": ["X", "Y"]},
    {"formats": ["i2", "f4"], "byteorder": ">", "names": ["x"]},
    {**FORMATS, "aligned": True},
]


def columns(suite):
    name = "fromarrays"
    for first, second in itertools.product((np.arange(3), [1, 2, 3], np.arange(6, dtype="i2")[::2]), repeat=2):
        for kw in ({}, {"names": "x,y"}, {"names": ["x"], "byteorder": "="}, *TYPED):
            add(suite, "fromarrays/#", name, [[first, second]], kw)
    add(suite, "fromarrays/2d", name, [[np.ones((2, 3)), np.arange(6).reshape(2, 3)]])
    add(suite, "fromarrays/field", name, [[np.arange(4).reshape(2, 2)]], {"dtype": np.dtype([("a", "i4", 2)])})
    add(suite, "fromarrays/shape", name, [[[1, 2], [3, 4]]], {"shape": 2})
    add(suite, "fromarrays/records", name, [[np.zeros(2, PAIR), [3, 4]]])
    for args, kw in (
        ([[[1, 2], [3.0]]], {}),
        ([[[1, 2]]], {"dtype": PAIR}),
        ([[[1, 2], [3, 4]]], {"shape": 3}),
        ([[np.ones((2, 3)), np.ones(2)]], {}),
    ):
        add(suite, "fromarrays/wrong/#", name, args, kw, fails=True)


def rows(suite):
    name = "fromrecords"
    for given in ([(1, 2.5), (3, 4.5)], [(True, 7), (3, 0)]):
        for kw in ({}, {"names": "x,y"}, *TYPED):
            add(suite, "fromrecords/#", name, [given], kw)
    add(suite, "fromrecords/lists", name, [[[1, 2.5], [3, 4.5]]])
    add(suite, "fromrecords/shape", name, [[(1, 2.5), (3, 4.5)]], {"dtype": PAIR, "shape": (2, 1)})
    add(suite, "fromrecords/short", name, [[(1, 2.5), (3,)]], {"dtype": PAIR}, fails=True)


def strings(suite):
    name, data = "fromstring", np.array([(1, 2.5), (3, 4.5)], PAIR).tobytes()
    for given in (data, np.frombuffer(data, "u1").copy()):
        for kw in (*TYPED[:3], {"formats": ["i4", "f8"], "byteorder": "<"}, {**FORMATS, "aligned": True, "shape": 1}):
            add(suite, "fromstring/#", name, [given], kw)
        add(suite, "fromstring/shape", name + "", [given], {"dtype": PAIR, "shape": 1}) if given is data else None
        add(suite, "fromstring/offset/#", name, [given], {"dtype": PAIR, "offset": 12})
        add(suite, "fromstring/long/#", name, [given], {"dtype": PAIR, "shape": 5}, fails=True)
    add(suite, "fromstring/empty", name, [b""], {"dtype": PAIR})
    add(suite, "fromstring/untyped", name, [data], fails=True)


def files(suite):
    name, data = "fromfile", np.array([(1, 2.5), (3, 4.5), (5, 6.5)], PAIR).tobytes()
    file = lambda: encode.File("records", data + b"xx")
    for kw in (*TYPED[:3], {"formats": ["i4", "f8"], "byteorder": "<"}, {**FORMATS, "aligned": True, "shape": 1}):
        add(suite, "fromfile/#", name, [file()], kw)
    for kw in ({"shape": 2}, {"shape": (3, 1)}, {"offset": 12}, {"offset": 24, "shape": 1}):
        add(suite, "fromfile/#", name, [file()], {"dtype": PAIR, **kw})
    add(suite, "fromfile/long", name, [file()], {"dtype": PAIR, "shape": 5}, fails=True)
    add(suite, "fromfile/untyped", name, [file()], fails=True)
    add(suite, "fromfile/absent", name, [encode.File("absent")], {"dtype": PAIR}, fails=True)


def arrays(suite):
    name, pairs = "array", np.array([(1, 2.5), (3, 4.5)], PAIR)
    for given in ([(1, 2.5), (3, 4.5)], [np.arange(2), np.arange(2.0)], (np.arange(2), np.arange(2.0)), pairs):
        for kw in ({}, {"dtype": PAIR}):
            add(suite, "array/#", name, [given], kw)
    add(suite, "array/same", name, [pairs], {"copy": False})
    add(suite, "array/lists", name, [[[1, 2], [3, 4]]])
    add(suite, "array/0d", name, [[1, 2]])
    add(suite, "array/bytes", name, [pairs.tobytes()], {"dtype": PAIR, "shape": 2})
    add(suite, "array/none", name, [None], {"dtype": PAIR, "shape": 2}, data=False)
    add(suite, "array/formats", name, [[(1, 2.5)]], {**TYPED[2], "byteorder": "<", "aligned": False})
    add(suite, "array/offset", name, [pairs.tobytes()], {"dtype": PAIR, "offset": 12})
    for strides in ((24,), (12,)):
        kw = {"dtype": PAIR, "shape": 2, "strides": strides}
        add(suite, "array/strides/#", name, [None], kw, data=False)
    add(suite, "array/untyped", name, [None], {"shape": 2}, fails=True)
