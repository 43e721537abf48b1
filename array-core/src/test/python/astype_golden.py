"""Writes the golden cases of AstypeGoldenTest with NumPy 2.4: python3 astype_golden.py

One case a line, fields separated by tabs:
    from, to    array-protocol strings
    elements    the array's bytes in hexadecimal
    result      the bytes of array.astype(to, casting="unsafe") in hexadecimal
bfloat16 is not here: NumPy has no such type. Floating numbers that an integer type cannot hold, NaN included, are left
out for that type: what NumPy makes of them depends on the processor.
Deterministic: the same NumPy writes the same bytes.
"""

import gzip
import pathlib
import warnings

import numpy as np

warnings.simplefilter("ignore")
OUT = pathlib.Path(__file__).parent.parent / "resources/io/arrayport/core/ndarray/astype_golden.tsv.gz"
TYPES = ["b1", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16"]
rng = np.random.default_rng(20260104)

# Around every power of two, and halfway between neighbours of float16, float32 and float64
WHOLE = {0, 1, 2, 3, 5, 100, 2049, 2050, 2051, 65504, 65519, 65520, 65521}
for power in range(6, 65):
    WHOLE |= {2**power + by for by in (-1, 0, 1)}
for power, spare in [(24, 0), (30, 6), (53, 29), (62, 38), (63, 39), (53, 0), (54, 1), (60, 7), (62, 9), (63, 10)]:
    half = 2**spare
    WHOLE |= {2**power + odd * half + by for odd in (1, 3) for by in (-1, 0, 1)}
WHOLE |= {int(number) for number in rng.integers(0, 2**63, 40)}
WHOLE = sorted(WHOLE | {-number for number in WHOLE})

REAL = [0.0, 0.1, 0.25, 0.5, 0.9999, 1.5, 1.9999999, 2.5, 127.99, 128.5, 255.99, 32767.5, 65535.9, 2**31 - 0.5,
        2**32 - 0.5,
        65504.0, 65519.99, 65520.0, 6e-8, 2.98023224e-8, 2.9802322387695312e-8, 2.980232238769532e-8, 6.1e-5,
        1.0009765625, 1.00048828125, 1.0004882812500002, 1.000488281249999, 1.00146484375,
        1.00000005960464477539, 1.0000000596046449, 1.0000001788139343, 3.4028235677973362e38, 3.4028235677973366e38,
        3.4e38, 1e39, 1.4e-45, 7.006492321624085e-46, 7.1e-46, 1.1754943e-38, 5e-324, 2.2e-308, 1e300, np.inf, np.nan]
REAL += [float(number) for number in WHOLE[::7]] + list(10.0 ** rng.uniform(-12, 25, 40))
REAL += [-number for number in REAL]


def elements(name):
    kind, size = name[0], int(name[1:])
    if kind == "b":
        return np.array([False, True, True, False], "?")
    if kind in "iu":
        info = np.iinfo(name)
        return np.array([number for number in WHOLE if info.min <= number <= info.max], name)
    if kind == "f":
        with np.errstate(all="ignore"):
            return np.array(REAL).astype(name)
    parts = elements(f"f{size // 2}")
    result = np.empty(parts.size, name)
    result.real = parts
    result.imag = rng.permutation(parts)
    result.imag[::3] = 0
    return result


def held(array, name):
    """The elements that an integer type holds without their fraction."""
    if array.dtype.kind not in "fc" or name[0] not in "iu":
        return array
    info = np.iinfo(name)
    whole = np.trunc(array.real.astype("f8"))
    # Python's integers are exact; a double beyond the limits is not
    keep = [np.isfinite(number) and info.min <= int(number) <= info.max for number in whole]
    return array[keep]


lines = []
orders = [("<", "<"), (">", "<"), ("<", ">"), (">", ">")]
for i, source in enumerate(TYPES):
    for j, target in enumerate(TYPES):
        array = held(elements(source), target)
        for order, to_order in (orders[0], orders[1 + (i + j) % 3]):
            given = array.astype(np.dtype(order + source))
            result = given.astype(np.dtype(to_order + target), casting="unsafe")
            lines.append("\t".join([given.dtype.str, result.dtype.str, given.tobytes().hex(), result.tobytes().hex()]))

with gzip.GzipFile(OUT, "wb", mtime=0) as file:
    file.write(("# NumPy " + np.__version__ + "\n" + "\n".join(lines) + "\n").encode())
