"""Writes reduce_cases.txt: what NumPy gives for reduce, accumulate and reduceat on odd layouts.

Run with NumPy 2.4.6: python3 reduce_cases.py. Deterministic: values come from SplitMix64, which the test has too.

A line is a case, fields separated by '|':
  call | input | where or '-' | axes | keepdims | dtype or '-' | initial or '-' | indices or '-' | result dtype | shape
  | byte strides | values
An array is dtype:seed:elements:byte offset:shape:byte strides. Values are the bytes of the result in C order, in hex,
or '#' and their FNV-1a hash if there are more than 24.
"""
import math
import pathlib
import random
import warnings

import numpy as np

OUT = pathlib.Path(__file__).parent.parent / "resources/io/arrayport/core/ufunc/reduce_cases.txt"
MASK = (1 << 64) - 1
rng = random.Random(20260303)
lines = []
DTYPES = [np.dtype(n) for n in ("?", "i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f2", "f4", "f8", "F", "D")]


def values(dtype, seed, count):
    if dtype.kind == "c":
        return values(np.dtype(f"f{dtype.itemsize // 2}"), seed, 2 * count).view(dtype)
    z = (np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)) + np.uint64(seed)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    z = z ^ (z >> np.uint64(31))
    if dtype.kind == "b":
        return (z & np.uint64(3)) != 0
    if dtype.kind in "iu":
        return z.astype(dtype)
    fraction = (z >> np.uint64(11)).astype(np.float64) * 2.0**-53 - 0.5
    return np.ldexp(fraction, (z & np.uint64(7)).astype(np.int32) - 2).astype(dtype)


class Array:
    def __init__(self, dtype, shape, plain):
        ndim = len(shape)
        order, steps = list(range(ndim)), [1] * ndim
        if rng.random() > plain:
            rng.shuffle(order)
        if rng.random() > plain:
            steps = [rng.choice([1, 1, 1, -1, 2, -2]) for _ in range(ndim)]
        strides, at = [0] * ndim, dtype.itemsize
        for axis in reversed(order):
            if rng.random() > 0.06:
                strides[axis] = at * steps[axis]
                at *= max(1, shape[axis]) * abs(steps[axis])
        self.dtype, self.seed, self.count = dtype, rng.getrandbits(40), at // dtype.itemsize
        self.offset = sum(-s * (n - 1) for s, n in zip(strides, shape) if s < 0 and n > 0)
        self.shape, self.strides = tuple(shape), tuple(strides)
        raw = np.zeros(at + 64, np.uint8)
        start = -raw.ctypes.data % 64
        raw[start:start + at] = values(dtype, self.seed, self.count).view(np.uint8)
        self.array = np.ndarray(self.shape, dtype, raw, start + self.offset, self.strides)

    def __str__(self):
        return ":".join([self.dtype.name, str(self.seed), str(self.count), str(self.offset), text(self.shape),
                         text(self.strides)])


def text(numbers):
    return ",".join(str(n) for n in numbers) or "()"


def emit(call, x, where, axes, keepdims, dtype, initial, indices, result):
    result = np.asarray(result)
    flat = np.ascontiguousarray(result).tobytes()
    if result.size > 24:
        h = 0xCBF29CE484222325
        for byte in flat:
            h = ((h ^ byte) * 0x100000001B3) & MASK
        data = f"#{h:016x}"
    else:
        data = flat.hex()
    lines.append("|".join([call, str(x), "-" if where is None else str(where), axes, str(int(keepdims)),
                           "-" if dtype is None else dtype.name, "-" if initial is None else str(initial),
                           "-" if indices is None else text(indices), result.dtype.name, text(result.shape),
                           text(result.strides), data]))


def random_shape(ndim, most):
    while True:
        shape = [rng.choice([1, 2, 3, 5, 8, 9, 17, 31, 60, 129, 300, 1000]) for _ in range(ndim)]
        if math.prod(shape) <= most:
            return shape


def usable(name, dtype):
    return not (dtype.kind == "b" and name == "subtract") and not (dtype.kind == "c" and name == "divide")


def wider(dtype):
    """A dtype to compute in: of the same kind or a higher one."""
    return rng.choice([d for d in DTYPES if np.can_cast(dtype, d)])


def reduce_case(name, dtype):
    ndim = rng.randint(0, 4)
    x = Array(dtype, random_shape(ndim, 30000), 0.4)
    several = name in ("add", "multiply", "maximum", "minimum")
    axes = None if rng.random() < 0.25 and (several or ndim < 2) else tuple(
        rng.sample(range(-ndim, 0), rng.randint(0, ndim if several else min(1, ndim))))
    keywords = {"keepdims": rng.random() < 0.3}
    initial = rng.choice([None, 0, 3]) if rng.random() < 0.5 else None
    where = None
    if rng.random() < 0.35 and (name in ("add", "multiply") or initial is not None):
        own = [1 if rng.random() < 0.15 else n for n in x.shape]
        where = Array(np.dtype("?"), own, 0.5)
        keywords["where"] = where.array
    if initial is not None:
        keywords["initial"] = initial
    kind = wider(dtype) if rng.random() < 0.25 and usable(name, dtype) else None
    kind = None if kind is not None and (not usable(name, kind) or name == "divide" and kind.kind not in "fc") else kind
    result = getattr(np, name).reduce(x.array, axis=axes, dtype=kind, **keywords)
    emit(name + ".reduce", x, where, "all" if axes is None else text(axes) if axes else "none", keywords["keepdims"],
         kind, initial, None, result)


def partial_case(name, dtype):
    ndim = rng.randint(1, 4)
    x = Array(dtype, random_shape(ndim, 5000), 0.4)
    axis = rng.randint(-ndim, ndim - 1)
    if rng.random() < 0.5:
        emit(name + ".accumulate", x, None, str(axis), False, None, None, None,
             getattr(np, name).accumulate(x.array, axis))
    else:
        indices = [rng.randrange(x.shape[axis]) for _ in range(rng.randint(0, 5))]
        result = getattr(np, name).reduceat(x.array, np.array(indices, np.intp), axis)
        emit(name + ".reduceat", x, None, str(axis), False, None, None, indices, result)


def long_products(dtype):
    """Running products of complex numbers along long rows and across them, in several orders of memory."""
    n = 1000 if dtype.itemsize == 16 else 120  # longer products would be infinite
    for shape in ((n,), (5, n // 3), (n // 3, 31), (9, n // 8, 3)):
        for axis in range(len(shape)):
            for plain in (1, 0, 0):
                x = Array(dtype, shape, plain)
                while 0 in x.strides:
                    x = Array(dtype, shape, plain)
                result = np.multiply.accumulate(x.array, axis)
                assert np.isfinite(result).all()
                emit("multiply.accumulate", x, None, str(axis), False, None, None, None, result)


def main():
    np.seterr(all="ignore")
    warnings.simplefilter("ignore")
    names = ["add", "multiply", "subtract", "maximum", "minimum", "divide"]
    for case in (reduce_case, partial_case):
        for dtype in DTYPES:
            for name in names:
                for _ in range(4):
                    if usable(name, dtype):
                        case(name, dtype)
    for dtype in DTYPES:
        if dtype.kind == "c":
            long_products(dtype)
    with OUT.open("w") as out:
        out.write(f"# numpy {np.__version__}\n" + "\n".join(lines) + "\n")


main()
