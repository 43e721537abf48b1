"""astype: value tables of all pairs of types, casting rules, order and copy; numpy.astype and copyto beside it.

What an integer type cannot hold is left out for it, NaN included: there NumPy gives what the processor gives.
"""

import itertools

import numpy as np

import category_can_cast
import layouts
import values

TIMES = ["<M8[s]", "<M8[D]", "<M8[M]", "<M8[us]", "<m8[s]", "<m8[D]", "<m8[ms]", "<m8[ns]"]
WHOLE = sorted(
    {0, 1, 2, 3, 100, 2049, 65504, 65519, 65520} | {2**power + by for power in range(7, 65) for by in (-1, 0, 1)}
)
REALS = [
    0.0,
    0.1,
    0.5,
    0.9999,
    1.5,
    2.5,
    127.99,
    128.5,
    255.99,
    32767.5,
    65519.99,
    65520.0,
    6e-8,
    2.98023224e-8,
    2.9802322387695312e-8,
    6.1e-5,
    1.00048828125,
    1.0004882812500002,
    1.00146484375,
    1.0000000596046448,
    1.0000000596046449,
    1.0000001788139343,
    3.4028235677973362e38,
    3.4028235677973366e38,
    1e39,
    1.4e-45,
    7.006492321624085e-46,
    7.1e-46,
    1.1754943e-38,
    5e-324,
    2.2e-308,
    1e300,
    np.inf,
    np.nan,
]


def elements(dtype):
    dtype = np.dtype(dtype)
    if dtype.kind == "b":
        return np.array([False, True, True, False])
    if dtype.kind in "iu":
        info = np.iinfo(dtype)
        signed = sorted({sign * number for number in WHOLE for sign in (1, -1)})
        numbers = [number for number in signed if info.min <= number <= info.max]
        return np.array(numbers[:: max(1, len(numbers) // 60)] + [info.min, info.max], dtype)
    if dtype.kind == "f":
        numbers = REALS + [float(number) for number in WHOLE[::6]]
        return np.array(numbers + [-number for number in numbers]).astype(dtype)
    if dtype.kind == "c":
        real = elements("f4" if dtype.itemsize == 8 else "f8")
        result = np.empty(real.size, dtype)
        result.real, result.imag = real, np.roll(real, 7)
        result.imag[::3] = 0
        return result
    return np.array([0, 1, -1, 59, 60, 86399, 86400, -86400, 98765, -98765, values.NAT], "i8").view(dtype)


def held(array, dtype):
    """The elements that an integer or time type holds without their fraction."""
    dtype = np.dtype(dtype)
    if array.dtype.kind not in "fc" or dtype.kind not in "iuMm":
        return array
    low, high = (-(2**63) + 1, 2**63 - 1) if dtype.kind in "Mm" else (np.iinfo(dtype).min, np.iinfo(dtype).max)
    whole = np.trunc(array.real.astype("f8"))
    # Python's integers are exact; a double beyond the limits is not
    return array[[bool(np.isfinite(number) and low <= int(number) <= high) for number in whole]]


def build(suite):
    types = [np.dtype(name) for name in values.NUMERIC + TIMES]
    with np.errstate(all="ignore"):
        tables(suite, types)
    rules(suite, types)
    orders(suite)
    functions(suite, types)


def tables(suite, types):
    for i, j in itertools.product(range(len(types)), repeat=2):
        source, target = types[i], types[j]
        array = held(elements(source), target)
        suite.add(f"table/{source.str},{target.str}", "ndarray.astype", [array, target], fails=None)
        if source.kind in "Mm" or target.kind in "Mm":
            continue
        layout = ["strided", "reversed", "unaligned", "foreign"][(i + j) % 4]
        few = array[:: max(1, array.size // 7)]
        suite.add(f"{layout}/{source.str},{target.str}", "ndarray.astype", [layouts.lay(few, layout), target])
        to_foreign = target.newbyteorder()
        suite.add(f"to foreign/{source.str},{target.str}", "ndarray.astype", [few, to_foreign])
        matrix = np.resize(few, (2, 3))
        suite.add(f"transposed/{source.str},{target.str}", "ndarray.astype", [matrix.T, target])


def rules(suite, types):
    for source, target in itertools.product(types, repeat=2):
        array = values.plain(source, 4) if source.kind not in "Mm" else elements(source)[:4]
        for rule in category_can_cast.RULES:
            if (source.kind in "Mm" or target.kind in "Mm") and rule not in ("safe", "same_kind"):
                continue
            suite.add(
                f"{rule}/{source.str},{target.str}", "ndarray.astype", [array, target], {"casting": rule}, fails=None
            )
    suite.add(
        "unknown rule", "ndarray.astype", [values.plain("i4", 3), np.dtype("f4")], {"casting": "loose"}, fails=True
    )


def orders(suite):
    base = np.arange(24, dtype="i4").reshape(2, 3, 4)
    given = {
        "c": base,
        "f": np.asfortranarray(base),
        "swapped": base.swapaxes(1, 2),
        "strided": base[:, ::2, ::-1],
        "row": base[0, 0],
        "0d": np.array(5, "i4"),
        "empty": base[:, :0],
        "broadcast": np.broadcast_to(base[0], (2, 3, 4)),
        "partly": np.broadcast_to(base[:, :1], (2, 3, 4)).T,
    }
    for name, array in given.items():
        for target in ("i4", "f8", ">i4"):
            for order in "CFAK":
                for copy in (True, False):
                    suite.add(
                        f"order/{name},{target},{order},{copy}",
                        "ndarray.astype",
                        [array, np.dtype(target)],
                        {"order": order, "copy": copy},
                        shares=True,
                    )


def functions(suite, types):
    for source, target in itertools.product(types, repeat=2):
        array = values.plain(source, 6) if source.kind not in "Mm" else elements(source)[:6]
        suite.add(f"astype/{source.str},{target.str}", "astype", [array, target], fails=None)
        for rule in ("same_kind", "unsafe"):
            into = np.zeros(6, target)
            suite.add(
                f"copyto/{rule}/{source.str},{target.str}", "copyto", [into, array], {"casting": rule}, fails=None
            )
    for cover, array in (("0d", np.array(3, "i2")), ("empty", np.empty((0, 2), "i2")), ("strided", np.arange(6)[::2])):
        for copy in (True, False):
            suite.add(f"astype/{cover}/{copy}", "astype", [array, np.dtype("i2")], {"copy": copy}, shares=True)
        suite.add(f"copyto/{cover}", "copyto", [np.zeros(array.shape), array])
    suite.add("astype/list", "astype", [[1, 2], np.dtype("i2")], fails=True)
    into = lambda: np.zeros((2, 3), "f4")
    mask = np.array([[True, False, True], [False, False, True]])
    suite.add("copyto/where", "copyto", [into(), np.arange(6.0).reshape(2, 3)], {"where": mask})
    suite.add("copyto/where broadcast", "copyto", [into(), np.arange(3.0)], {"where": mask[:1]})
    suite.add("copyto/where false", "copyto", [into(), np.arange(3.0)], {"where": False})
    suite.add("copyto/scalar", "copyto", [into(), 7])
    suite.add("copyto/into strided", "copyto", [np.zeros((4, 3))[::2], np.arange(3)])
    suite.add("copyto/shape", "copyto", [into(), np.zeros(2, "f4")], fails=True)
    suite.add("copyto/larger", "copyto", [into(), np.zeros((2, 2, 3), "f4")], fails=True)
    readonly = layouts.lay(np.zeros(3), "readonly")
    suite.add("copyto/readonly", "copyto", [readonly, np.ones(3)], fails=True)
    base = np.arange(8.0)
    suite.add("copyto/overlap", "copyto", [base, base[::-1]])
    suite.add("copyto/overlap ahead", "copyto", [base, np.broadcast_to(base[3:4], 8)])
