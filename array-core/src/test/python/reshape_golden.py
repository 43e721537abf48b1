"""Writes the golden cases of ReshapeGoldenTest with NumPy 2.4: python3 reshape_golden.py

One case a line, fields separated by tabs:
    itemsize
    shape, strides, offset  of the array, in bytes from its lowest element's address
    shape                   asked for
    strides                 of the result where NumPy gives a view, "copy" where it copies
Deterministic: the same NumPy writes the same bytes.
"""

import gzip
import pathlib

import numpy as np

OUT = pathlib.Path(__file__).parent.parent / "resources/io/arrayport/core/layout/reshape_golden.tsv.gz"
rng = np.random.default_rng(20260103)
lines = set()


def csv(numbers):
    return ",".join(map(str, numbers))


def factors(size):
    """A random shape of that size, sometimes with axes of length 1."""
    shape = []
    rest = size
    while rest > 1:
        divisors = [d for d in range(2, rest + 1) if rest % d == 0]
        shape.append(int(rng.choice(divisors)))
        rest //= shape[-1]
    for _ in range(int(rng.integers(0, 3))):
        shape.insert(int(rng.integers(0, len(shape) + 1)), 1)
    if size == 0:
        shape = [int(n) for n in rng.integers(1, 5, size=int(rng.integers(0, 3)))]
        shape.insert(int(rng.integers(0, len(shape) + 1)), 0)
    return tuple(shape)


def view(array):
    """A few views on top of each other: transposed, sliced, stretched."""
    for _ in range(int(rng.integers(0, 4))):
        draw = rng.random()
        if draw < 0.35:
            array = array.transpose(rng.permutation(array.ndim))
        elif draw < 0.75 and array.ndim:
            axis = int(rng.integers(array.ndim))
            step = int(rng.choice([-2, -1, 1, 2, 3]))
            start = int(rng.integers(0, max(1, array.shape[axis])))
            part = [slice(None)] * array.ndim
            part[axis] = slice(start, None, step)
            array = array[tuple(part)]
        elif draw < 0.85:
            array = np.expand_dims(array, int(rng.integers(array.ndim + 1)))
        elif array.ndim < 5:
            array = np.broadcast_to(array, (int(rng.integers(1, 4)),) + array.shape)
    return array


while len(lines) < 6000:
    dtype = rng.choice(["i1", "f4", "f8", "c16"])
    size = int(rng.choice([1, 2, 6, 8, 12, 24, 36, 48, 60, 0]))
    array = view(np.zeros(factors(size), dtype))
    if array.size > 400:
        continue
    target = factors(array.size)
    result = array.reshape(target)
    low = np.lib.array_utils.byte_bounds(array)[0] if array.size else array.__array_interface__["data"][0]
    offset = array.__array_interface__["data"][0] - low
    # A copy starts elsewhere; nothing shares memory with an empty array, which is as good as its view.
    shared = array.size == 0 or result.__array_interface__["data"][0] == array.__array_interface__["data"][0]
    lines.add("\t".join([str(array.itemsize), csv(array.shape), csv(array.strides), str(offset), csv(target),
                         csv(result.strides) if shared else "copy"]))

with gzip.GzipFile(OUT, "wb", mtime=0) as file:
    file.write(("# NumPy " + np.__version__ + "\n" + "\n".join(sorted(lines)) + "\n").encode())
