"""Writes numpy_cases.txt: what NumPy gives for reductions and binary operations on odd layouts.

Run with NumPy 2.4.6: python3 numpy_cases.py. Deterministic: values come from SplitMix64, which the test has too.

A line is a case, fields separated by '|':
  operation | dtype | operands | axes or '-' | keepdims 0/1 or '-' | result dtype | shape | byte strides | values
An operand is seed:elements:byte offset:shape:byte strides. Values are the bytes of the result in C order, in hex,
or '#' and their FNV-1a hash if there are more than 24.
"""
import math
import pathlib
import random

import numpy as np

OUT = pathlib.Path(__file__).parent.parent / "resources/io/arrayport/core/ufunc/numpy_cases.txt"
MASK = (1 << 64) - 1
rng = random.Random(20260101)
lines = []


def values(dtype, seed, count):
    z = (np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)) + np.uint64(seed)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    z = z ^ (z >> np.uint64(31))
    if dtype.kind == "i":
        return z.astype(np.int64).astype(dtype)
    fraction = (z >> np.uint64(11)).astype(np.float64) * 2.0**-53 - 0.5
    x = np.ldexp(fraction, (z & np.uint64(15)).astype(np.int32) - 8)
    x[(z & np.uint64(0xF00)) == 0] = -0.0
    return x.astype(dtype)


class Operand:
    def __init__(self, dtype, count, offset, shape, strides):
        self.seed, self.count, self.offset, self.shape, self.strides = rng.getrandbits(40), count, offset, shape, strides
        misaligned = offset % dtype.itemsize
        raw = np.zeros(count * dtype.itemsize + 64, np.uint8)
        start = -raw.ctypes.data % 64 + misaligned
        raw[start:start + count * dtype.itemsize] = values(dtype, self.seed, count).view(np.uint8)
        self.array = np.ndarray(shape, dtype, raw, start + offset - misaligned, strides)

    def __str__(self):
        return f"{self.seed}:{self.count}:{self.offset}:{text(self.shape)}:{text(self.strides)}"


def text(numbers):
    return ",".join(str(n) for n in numbers) or "()"


def operand(dtype, shape, order=None, steps=None, misaligned=0, broadcast=()):
    """A view of shape: axes laid out in `order` (outermost first), each with a step, some repeated."""
    ndim = len(shape)
    order = list(range(ndim)) if order is None else order
    steps = [1] * ndim if steps is None else steps
    strides, at = [0] * ndim, dtype.itemsize
    for axis in reversed(order):
        if axis not in broadcast:
            strides[axis] = at * steps[axis]
            at *= max(1, shape[axis]) * abs(steps[axis])
    offset = sum(-s * (n - 1) for s, n in zip(strides, shape) if s < 0 and n > 0)
    return Operand(dtype, at // dtype.itemsize, offset + misaligned, tuple(shape), tuple(strides))


def emit(operation, dtype, operands, axes, keepdims, result):
    flat = np.ascontiguousarray(result).tobytes()
    if result.size > 24:
        h = 0xCBF29CE484222325
        for byte in flat:
            h = ((h ^ byte) * 0x100000001B3) & MASK
        data = f"#{h:016x}"
    else:
        data = flat.hex()
    lines.append("|".join([operation, dtype.name, " ".join(map(str, operands)), axes, keepdims, result.dtype.name,
                           text(result.shape), text(result.strides), data]))


def reduction(operation, dtype, x, axes, keepdims):
    with np.errstate(all="ignore"):
        result = getattr(np, operation)(x.array, axis=axes, keepdims=keepdims)
    name = "all" if axes is None else text(axes) if axes else "none"
    emit(operation, dtype, [x], name, str(int(keepdims)), np.asarray(result))


def random_shape(ndim, most):
    while True:
        shape = [rng.choice([1, 2, 3, 5, 7, 8, 9, 16, 17, 31, 60, 129, 300, 1000]) for _ in range(ndim)]
        if math.prod(shape) <= most:
            return shape


def random_operand(dtype, shape, plain):
    ndim = len(shape)
    order = list(range(ndim))
    steps = [1] * ndim
    if rng.random() > plain:
        rng.shuffle(order)
    if rng.random() > plain:
        steps = [rng.choice([1, 1, 1, -1, 2, 3, -2]) for _ in range(ndim)]
    misaligned = rng.choice([1, 3, 4]) % dtype.itemsize if rng.random() < 0.08 else 0
    broadcast = [a for a in range(ndim) if rng.random() < 0.06]
    return operand(dtype, shape, order, steps, misaligned, broadcast)


def main():
    np.seterr(all="ignore")
    import warnings
    warnings.simplefilter("ignore")
    dtypes = [np.dtype(n) for n in ("float32", "float64", "int32", "int64")]
    for dtype in dtypes:
        for n in (0, 1, 2, 3, 7, 8, 9, 15, 17, 127, 128, 129, 136, 255, 256, 257, 999, 4098, 8192, 8197, 16411, 100003):
            for operation in ("sum", "mean"):
                reduction(operation, dtype, operand(dtype, [n]), None, False)
        for step in (2, -1, -3):
            reduction("sum", dtype, operand(dtype, [9001], steps=[step]), (0,), False)
        for misaligned in (1, 2):
            reduction("sum", dtype, operand(dtype, [20011], misaligned=misaligned), (0,), False)
        reduction("mean", dtype, operand(dtype, [20011], broadcast=(0,)), (0,), False)
        for shape in ([], [0, 3], [3, 0], [2, 0, 3]):
            for axes in (None, (), (0,), (-1,)):
                if shape or axes in (None, ()):
                    reduction("sum", dtype, operand(dtype, shape), axes, rng.random() < 0.5)
    for _ in range(420):
        dtype = rng.choice(dtypes + dtypes[:2])
        ndim = rng.randint(1, 5)
        x = random_operand(dtype, random_shape(ndim, 60000), 0.4)
        axes = None if rng.random() < 0.2 else tuple(rng.sample(range(-ndim, 0), rng.randint(0, ndim)))
        reduction(rng.choice(["sum", "sum", "mean"]), dtype, x, axes, rng.random() < 0.3)
    for _ in range(120):
        dtype = rng.choice(dtypes)
        shape = random_shape(rng.randint(0, 5), 20000)
        pair = []
        for _ in range(2):
            own = [1 if rng.random() < 0.15 else n for n in shape]
            pair.append(random_operand(dtype, own[rng.choice([0, 0, 0, 1]):], 0.4))
        operation = rng.choice(["add", "subtract", "multiply"])
        emit(operation, dtype, pair, "-", "-", np.asarray(getattr(np, operation)(pair[0].array, pair[1].array)))
    with OUT.open("w") as out:
        out.write(f"# numpy {np.__version__}\n" + "\n".join(lines) + "\n")


main()
