"""Loops within loops, arrays from neighbours, ranges of times."""

import itertools

import numpy as np

import values
from sweep import sweep


def build(suite):
    loops(suite)
    neighbours(suite)
    times(suite)


def nested(op, axes, *args, **kw):
    """What nested iterators go through: behind each element of an outer one, those of the inner."""
    iterators = np.nested_iters(op, axes, *args, **kw)

    def walk(level):
        innermost = level == len(iterators) - 1
        found = []
        for element in iterators[level]:
            found.append(_plain(element))
            if not innermost:
                found.append(walk(level + 1))
        return found

    return walk(0)


def _plain(element):
    if isinstance(element, tuple):
        return [_plain(part) for part in element]
    return element[()] if element.ndim == 0 else element


def loops(suite):
    def add(id, *args, fails=False, **kw):
        suite.add(id, "nested_iters", list(args), kw, function=nested, fails=fails)

    array = np.arange(12).reshape(2, 3, 2)
    ways = [
        [[1], [0, 2]],
        [[0, 2], [1]],
        [[2, 0], [1]],
        [[0], [1], [2]],
        [[2], [1], [0]],
        [[1], [0]],
        [[], [0, 1, 2]],
        [[0, 1, 2], []],
        [[], [], [1]],
    ]
    for axes, order in itertools.product(ways, "CFAK"):
        add("nested_iters/#", array, axes, order=order)
        add("nested_iters/turned/#", array.T[::-1], axes, order=order)
    for axes in ways:
        add("nested_iters/rows/#", array, axes, ["external_loop"])
        add("nested_iters/several/#", [array, np.arange(6.0).reshape(1, 3, 2)], axes)
        add("nested_iters/flags/#", array, axes, ["multi_index"], [["readonly"]])
    for dtype in values.NUMERIC + ["M8[s]", "m8[D]"]:
        add(f"nested_iters/{dtype}", values.plain(dtype, 4).reshape(2, 2), [[0], [1]])
    suite.add("nested_iters/value", "nested_iters", [array, [[1], [0]]], function=nested, covers=["value"])
    add("nested_iters/0d", np.array(5), [[], []])
    add("nested_iters/strided", np.arange(24).reshape(4, 6)[::2, ::-3], [[1], [0]])
    # Where the outer axis has elements and the inner none, NumPy reads what is no element
    add("nested_iters/empty", np.empty((2, 0)), [[1], [0]], ["zerosize_ok"])
    for flags, op_flags, types, casting in (
        ([], [["readonly", "copy"]], ["f4"], "same_kind"),
        ([], [["readonly", "copy"]], ["f8"], "safe"),
        ([], [["readonly", "copy"]], ["i4"], "unsafe"),
        ([], [["readwrite", "updateifcopy"]], ["f8"], "unsafe"),
        (["buffered"], [["readonly"]], ["i8"], "no"),
    ):
        given = {"op_dtypes": [np.dtype(each) for each in types], "casting": casting}
        if op_flags is not None:
            given["op_flags"] = op_flags
        add("nested_iters/as/#", array, [[1], [0, 2]], flags, **given)
    closed = array.copy()
    closed.flags.writeable = False
    for axes in ([[0]], [], [[0], [0, 1, 2]], [[0], [3]], [[0], [-1]], [[1, 1], [0]]):
        add("nested_iters/refused/#", array, axes, fails=True)
    add("nested_iters/refused/none", [], [[0], [1]], fails=True)
    add("nested_iters/refused/empty", np.empty((2, 0)), [[0], [1]], fails=True)
    add("nested_iters/refused/apart", [np.zeros((2, 2)), np.zeros((3, 2))], [[0], [1]], fails=True)
    add("nested_iters/refused/closed", closed, [[0], [1]], op_flags=[["readwrite"]], fails=True)
    add("nested_iters/refused/flag", array, [[0], [1]], op_flags=[["nonsense"]], fails=True)
    add("nested_iters/refused/uncopied", array, [[0], [1]], op_dtypes=[np.dtype("f8")], fails=True)
    for flags, dtype, casting in ((["readonly", "copy"], "f4", "safe"), (["readwrite", "copy"], "f8", "unsafe")):
        add(
            "nested_iters/refused/#",
            array,
            [[0], [1]],
            op_flags=[flags],
            op_dtypes=[np.dtype(dtype)],
            casting=casting,
            fails=True,
        )


def neighbours(suite):
    sweep(suite, "from_dlpack", special=False, shares=True)
    array = np.arange(6.0).reshape(2, 3)
    for given, copy in itertools.product((array, array.T, array[::-1], array[:, ::2], np.array(7)), (None, True, False)):
        suite.add("from_dlpack/#", "from_dlpack", [given], {"copy": copy}, shares=True)
    suite.add("from_dlpack/value", "from_dlpack", [array], covers=["value"])
    closed = array.copy()
    closed.flags.writeable = False
    for copy in (None, True, False):
        suite.add("from_dlpack/readonly/#", "from_dlpack", [closed], {"copy": copy}, shares=True)
    for refused in (array.astype(">f8"), array.astype("M8[s]"), array.astype("m8[D]"), [1, 2], 5, "text"):
        suite.add("from_dlpack/refused/#", "from_dlpack", [refused], fails=True)


def times(suite):
    day, month, hour = np.array("2026-01-30", "M8[D]"), np.array("2026-01", "M8[M]"), np.array("2026-01-30T12", "M8[h]")
    later = [np.array("2026-02-03", "M8[D]"), np.array("2026-06", "M8[M]"), np.array("2026-02-01T06", "M8[h]")]
    span = lambda count, unit: np.array(count, f"m8[{unit}]")
    for start, stop in itertools.product((day, month, hour), later + [span(3, "D"), span(50, "h")]):
        suite.add("arange/times/#", "arange", [start, stop], fails=None)
    for step in (span(1, "D"), span(36, "h"), span(1, "W"), span(-1, "D"), span(1, "M"), span(0, "D"), 2):
        suite.add("arange/times/step/#", "arange", [day, later[0], step], fails=None)
        suite.add("arange/times/backwards/#", "arange", [later[0], day, step], fails=None)
    for start, stop, step in (
        (span(5, "s"), span(1, "m"), span(20000, "ms")),
        (span(5, "s"), span(9, "s"), span(1, "s")),
        (span(5, "s"), 9, 2),
        (5, span(9, "s"), span(1, "s")),
    ):
        suite.add("arange/spans/#", "arange", [start, stop, step])
    nat = np.array("NaT", "M8[D]")
    suite.add("arange/times/refused/nat", "arange", [nat, day], fails=True)
    suite.add("arange/times/refused/turned", "arange", [span(1, "D"), day], fails=True)
    suite.add("arange/numbers", "arange", [np.array(2), np.array(5.5)])
