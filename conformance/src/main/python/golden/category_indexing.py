"""Indexing: basic and advanced, reading and writing, views and copies, and what NumPy refuses."""

import itertools

import numpy as np

import layouts
import values

GET, SET = "ndarray.__getitem__", "ndarray.__setitem__"


def numbered(shape, dtype="i4"):
    return np.arange(int(np.prod(shape)), dtype=dtype).reshape(shape)


def subjects():
    base = numbered((4, 6, 5), "i2")
    return {
        "0d": numbered(()),
        "1": numbered(1),
        "3": numbered(3),
        "5": numbered(5),
        "3x4": numbered((3, 4)),
        "1x5": numbered((1, 5)),
        "2x3x4": numbered((2, 3, 4)),
        "2x1x3x2": numbered((2, 1, 3, 2)),
        "0": numbered(0),
        "0x3": numbered((0, 3)),
        "3x0": numbered((3, 0)),
        "2x0x4": numbered((2, 0, 4)),
        "window": base[::2, 1:5:3, ::-1],
        "T": numbered((3, 4)).T,
        "reversed": base[::-1, ::-2, 3],
        "row": base[2, ::-1, 1],
        "broadcast": np.broadcast_to(base[0, 0, :4], (3, 4)),
        "F": np.asfortranarray(numbered((3, 2, 2))),
    }


def get(suite, id, array, index, fails=None):
    return suite.add(f"{id}/#", GET, [array, index], fails=fails, shares=True)


def build(suite):
    bounds(suite)
    arrays = subjects()
    for name, array in arrays.items():
        for _ in range(70):
            get(suite, f"basic/{name}", array, basic(suite.rng, array))
        for _ in range(90):
            get(suite, f"advanced/{name}", array, advanced(suite.rng, array))
    for name, array in arrays.items():
        for number in range(110):
            write(suite, name, array, (basic if number % 3 == 0 else advanced)(suite.rng, array))
    masks(suite)
    types(suite)
    refused(suite)


def bounds(suite):
    """Every pair of bounds around a short axis with small steps, and every position around axes."""
    array = numbered(3)
    for start, stop in itertools.product([None, -4, -3, -1, 0, 1, 2, 3, 4], repeat=2):
        for step in (None, 1, 2, -1, -2, -5):
            get(suite, "slice", array, slice(start, stop, step))
    for position in range(-5, 6):
        for given in (numbered(3), numbered((4, 2)), numbered((0, 2))):
            for index in (
                position,
                (slice(None), position),
                (Ellipsis, position),
                (position, Ellipsis),
                (None, position),
            ):
                get(suite, "position", given, index)
    for index in (
        (),
        Ellipsis,
        None,
        (None, None),
        (Ellipsis, None),
        (None, Ellipsis, None),
        (slice(None),) * 3,
        (Ellipsis, Ellipsis),
        (0, Ellipsis, 0),
        0,
        (0, 0),
        (0, 0, 0),
        (0, 0, 0, 0),
    ):
        for given in (numbered(()), numbered(3), numbered((2, 3, 4))):
            get(suite, "few", given, index)
    for number in (2**31, 2**63 - 1, -(2**63), 2**64):
        for index in (
            number,
            slice(number, None),
            slice(None, number),
            slice(None, None, number),
            slice(-number, number),
        ):
            get(suite, "huge", numbered(4), index)


def number(rng, reach):
    return int(rng.integers(-reach, reach + 1))


def a_slice(rng, length):
    part = lambda: None if rng.random() < 0.4 else number(rng, length + 2)
    step = None if rng.random() < 0.4 else int(rng.choice([-3, -2, -1, 1, 2, 3]))
    return slice(part(), part(), step)


def basic(rng, array):
    count = int(rng.integers(1, array.ndim + 2))
    items = []
    for axis in range(count):
        length = array.shape[min(axis, array.ndim - 1)] if array.ndim else 1
        draw = rng.random()
        if draw < 0.5:
            items.append(a_slice(rng, length))
        elif draw < 0.75:
            items.append(number(rng, length))
        else:
            items.append(None if draw < 0.88 or Ellipsis in items else Ellipsis)
    return items[0] if len(items) == 1 and rng.random() < 0.7 else tuple(items)


def advanced(rng, array):
    """A tuple with one or more arrays of positions or masks, slices, numbers, None and an ellipsis between."""
    shapes = [(), (1,), (2,), (3,), (2, 2), (2, 1), (1, 3), (0,)]
    shape = shapes[int(rng.integers(1, len(shapes)))]
    items, axis = [], 0
    while axis < max(1, array.ndim):
        length = array.shape[axis] if array.ndim else 1
        draw = rng.random()
        if draw < 0.42:
            reach = length if rng.random() < 0.08 else max(length - 1, 0)
            kind = str(rng.choice(["i8", "i8", "i4", "i1", "u1"]))
            low = 0 if kind[0] == "u" else -max(length if reach == length else length - 1, 0)
            mine = shape if rng.random() < 0.75 else shapes[int(rng.integers(0, len(shapes)))]
            position = rng.integers(low, reach + 1, mine).astype(kind)
            items.append(position.tolist() if position.ndim == 1 and position.size and rng.random() < 0.2 else position)
        elif draw < 0.55 and axis < array.ndim:
            span = int(rng.integers(1, array.ndim - axis + 1))
            wrong = 1 if rng.random() < 0.06 else 0
            items.append(rng.random(tuple(n + wrong for n in array.shape[axis : axis + span])) < 0.5)
            axis += span - 1
        elif draw < 0.75:
            items.append(a_slice(rng, length))
        elif draw < 0.85:
            items.append(number(rng, max(length - 1, 0)))
        else:
            items.append(None if draw < 0.93 or any(item is Ellipsis for item in items) else Ellipsis)
            axis -= items[-1] is None
        axis += 1
        if rng.random() < 0.1:
            break
    single = len(items) == 1 and not isinstance(items[0], list)  # np.call takes a list for a tuple
    return items[0] if single and rng.random() < 0.6 else tuple(items)


def write(suite, name, array, index):
    """Assigns what fits, what broadcasts and sometimes what does not."""
    rng, target = suite.rng, array.copy(order="K") if array.flags.writeable else array.copy()
    if name == "window":
        target = layouts.lay(array.copy(), "strided")
    try:
        shape = np.shape(array[index])
    except Exception:
        shape = ()
    draw = rng.random()
    if draw < 0.4:
        value = 100 + int(rng.integers(0, 20))
    elif draw < 0.8:
        value = 100 + numbered(shape, target.dtype)
    elif draw < 0.9:
        value = 100 + numbered(shape[-1:], "f8") / 2
    else:
        value = numbered(shape + (2,), target.dtype)
    suite.add(f"set/{name}/#", SET, [target, index, value], fails=None)


def masks(suite):
    array = numbered((3, 4))
    for mask in (
        array % 2 == 0,
        array > 50,
        array >= 0,
        array.T % 2 == 0,
        np.array([True, False, True]),
        np.array([True, False, True, True]),
        np.array(True),
        np.array(False),
        np.zeros((3, 0), bool),
        np.zeros((3, 4, 1), bool),
    ):
        get(suite, "mask", array, mask)
        get(suite, "mask", array.T, mask)
        for value in (7, np.array([1, 2], "i4"), np.arange(6, dtype="i4"), np.array(2.5)):
            suite.add("set/mask/#", SET, [array.copy(), mask, value], fails=None)
    for index in (True, False, (True, 0), (slice(None), False), (0, True, slice(1, None)), (np.array([0, 2]), True)):
        get(suite, "bool", array, index)


def types(suite):
    """Reading and writing touch no value: every element type, native and foreign."""
    for dtype in values.NUMERIC + values.TIMES + [">i2", ">f4", ">f8", ">c8"]:
        array = np.resize(values.special(dtype), (3, 4)).astype(dtype)
        for index in (
            (1, 2) if array.dtype.isnative else (1, 2, Ellipsis),  # a scalar would be native
            (slice(None, None, 2), slice(1, 3)),
            np.array([2, 0]),
            (slice(None), np.array([3, -1])),
            np.eye(3, 4, dtype=bool),
            Ellipsis,
        ):
            get(suite, f"types/{np.dtype(dtype).str[1:]}", array, index, fails=False)
        other = np.resize(values.plain("i1", 5), 4) if np.dtype(dtype).kind not in "Mm" else array[0].copy()
        for index in (
            1,
            (slice(None), slice(None, None, -1)),
            np.array([2, 0, 2]),
            (Ellipsis, np.array([True, False, True, True])),
        ):
            value = other[:1] if isinstance(index, tuple) else other
            suite.add(f"set/types/{np.dtype(dtype).str}/#", SET, [array.copy(), index, value])
        for value in (1, -1, 1.5, 2 + 1j, True, 300, 2**40):
            suite.add(f"set/weak/{np.dtype(dtype).str}/#", SET, [array.copy(), (0, 0), value], fails=None)


def refused(suite):
    array = numbered((3, 4))
    bad = [
        1.5,
        "a",
        (0, 1.0),
        np.array([0.5]),
        np.array([1j]),
        (0, 0, 0),
        (slice(None),) * 3,
        3,
        -4,
        (0, 4),
        np.array([0, 3]),
        (np.array([0, 1]), np.array([0, 1, 2])),
        (slice(1.5, None),),
        slice(None, None, 0),
        np.zeros(2, bool),
        (None,) * 65,
        ([0, 1], [True, False]),
        ([[0, 1], [0]],),
        (Ellipsis, 0, Ellipsis),
    ]
    for index in bad:
        get(suite, "refused", array, index, fails=True)
        suite.add("set/refused/#", SET, [array.copy(), index, 1], fails=True)
    for value in (np.zeros(5), np.zeros((2, 4)), [1, 2]):
        suite.add("set/shape/#", SET, [array.copy(), slice(None), value], fails=True)
    suite.add("set/readonly", SET, [layouts.lay(array, "readonly"), 0, 1], fails=True)
    suite.add("set/readonly view", SET, [np.broadcast_to(array[0].copy(), (3, 4)), 0, 1], fails=True)
    for index, low, high, step in (
        (slice(1, None), 0, 5, 1),
        (slice(None, None, -1), 0, 6, 1),
        (slice(None, 2), 1, 3, 1),
        (slice(None, -1), 1, 6, 1),
        (slice(None, None, 2), 1, 4, 1),
    ):
        whole = numbered(6)
        suite.add("set/overlap/#", SET, [whole, index, whole[low:high:step]])
