"""Element types and the special values of each."""

import numpy as np

INTEGERS = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]
FLOATS = ["float16", "float32", "float64"]
COMPLEX = ["complex64", "complex128"]
NUMERIC = ["bool"] + INTEGERS + FLOATS + COMPLEX
TIMES = ["<M8[s]", "<M8[D]", "<m8[s]", "<m8[ms]"]
# One type of each kind, for functions that treat a kind's types alike
KIND_TYPES = {"b": "bool", "i": "int32", "u": "uint16", "f": "float64", "c": "complex128", "M": "<M8[D]", "m": "<m8[s]"}

REALS = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, 2.0, -2.5, 3.0, 7.0, -10.25, 100.0, np.inf, -np.inf, np.nan]
NAT = np.iinfo("i8").min


def special(dtype, extremes=True):
    """The special values of a type, the plainest first."""
    dtype = np.dtype(dtype)
    if dtype.kind == "b":
        return np.array([True, False])
    if dtype.kind in "iu":
        info = np.iinfo(dtype)
        numbers = [0, 1, 2, 3, 5, 7, 10, 100] + ([-1, -2, -3, -7] if dtype.kind == "i" else [])
        numbers += [info.max, info.max - 1, info.max // 2, info.min, info.min + 1] if extremes else []
        return np.array(list(dict.fromkeys(numbers)), dtype)
    if dtype.kind == "f":
        info = np.finfo(dtype)
        numbers = np.array(REALS).astype(dtype)
        if not extremes:
            return numbers
        edges = [
            info.max,
            -info.max,
            info.tiny,
            info.smallest_subnormal,
            -info.smallest_subnormal * 3,
            info.eps,
            1 + info.eps,
        ]
        return np.concatenate([numbers, np.array(edges, dtype)])
    if dtype.kind == "c":
        parts = [
            (1, 0),
            (0, 1),
            (-1, 0),
            (0.5, -2),
            (-1.5, 0.25),
            (3, 4),
            (-2, -3),
            (0.0, 0.0),
            (-0.0, 0.0),
            (10, -0.5),
        ]
        if extremes:
            inf, nan = np.inf, np.nan
            parts += [
                (inf, 0),
                (0, inf),
                (-inf, 1),
                (1, -inf),
                (inf, inf),
                (-inf, nan),
                (nan, inf),
                (nan, 0),
                (0, nan),
                (nan, nan),
                (0.0, -0.0),
                (-0.0, -0.0),
            ]
        array = np.empty(len(parts), dtype)
        array.real, array.imag = np.array(parts).T
        return array
    numbers = [0, 1, 2, -1, 3, 100, -1000, 86400, NAT]
    return np.array(numbers, "i8").view(dtype)


def one_zero(array):
    """Without negative zeros: which of two equal zeros a maximum or a sort gives first is nobody's promise."""
    if array.dtype.kind == "f":
        return array[~((array == 0) & np.signbit(array))]
    if array.dtype.kind == "c":
        minus = lambda part: (part == 0) & np.signbit(part)
        return array[~(minus(array.real) | minus(array.imag))]
    return array


def plain(dtype, count, start=0):
    """Small whole numbers, on which sums and products are exact in every type."""
    dtype = np.dtype(dtype)
    if dtype.kind in "Mm":
        return ((np.arange(start, start + count) * 7) % 11 - 3).astype("i8").view(dtype.newbyteorder("=")).astype(dtype)
    numbers = (np.arange(start, start + count) * 7) % 11
    if dtype.kind == "b":
        return numbers % 3 == 0
    if dtype.kind == "c":
        return (numbers - 5 * (numbers % 2) + 1j * (numbers[::-1] - 3)).astype(dtype)
    if dtype.kind in "fi":
        return (numbers - (9 * (numbers % 3 == 1))).astype(dtype)
    return numbers.astype(dtype)


def mixed(dtype, count, rng):
    """Values of every size, specials among them."""
    dtype = np.dtype(dtype)
    pool = special(dtype)
    return pool[rng.integers(0, len(pool), count)]
