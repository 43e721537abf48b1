"""Writes the golden cases of CreationGoldenTest with NumPy 2.4: python3 creation_golden.py

One case a line, fields separated by tabs; numbers are Python ints, or doubles in C's hexadecimal form:
    full    dtype  value              an element assigned, then repeated
    arange  dtype  start, stop, step
and at the end the bytes of the result in hexadecimal, or "error" where NumPy refuses.
Deterministic: the same NumPy writes the same bytes.
"""

import gzip
import itertools
import pathlib
import warnings

import numpy as np

warnings.simplefilter("ignore")
OUT = pathlib.Path(__file__).parent.parent / "resources/io/arrayport/core/creation_golden.tsv.gz"
TYPES = ["|b1", "|i1", "<i2", "<i4", "<i8", "|u1", "<u2", "<u4", "<u8", "<f2", "<f4", "<f8", "<c8", "<c16",
         ">i2", ">i4", ">u8", ">f2", ">f4", ">f8", ">c8"]
lines = []


def text(number):
    return str(number) if isinstance(number, int) else number.hex()


def case(function, dtype, numbers, make):
    try:
        result = make().tobytes().hex()
    except (OverflowError, ValueError, TypeError, ZeroDivisionError, MemoryError):
        result = "error"
    lines.append("\t".join([function, dtype, ",".join(map(text, numbers)), result]))


def full(dtype, value):
    array = np.empty(3, dtype)
    array[0] = value
    array[:] = array[0]
    return array


INTS = [0, 1, -1, 2, 127, 128, -128, -129, 255, 256, 32767, 32768, -32769, 65535, 65536, 2**24 + 1, 2**31 - 1, 2**31,
        -2**31 - 1, 2**32 - 1, 2**32, 2**53 + 1, 2**63 - 1, -2**63]
FLOATS = [0.0, -0.0, 0.1, -0.1, 0.5, -0.5, 0.9999, -0.9999, 1 / 3, 1.5, 2.5, -2.5, 127.9, 128.0, 255.99, 256.0, -128.9,
          -129.0, 2048.5, 2049.0, 2051.0, 65504.0, 65519.99, 65520.0, 1e-8, 5.960464477539063e-08, 2.98e-08,
          2.9802322387695312e-08, 2.980232238769532e-08, 6.1e-05, 1e10, 2**31 + 0.5, 2.0**63, -(2.0**63), 2.0**64,
          3.4028235677973366e38, 3.4028235677973362e38, 1e40, 1e-45, 7e-46, 5e-324, 1e300, float("inf"),
          float("-inf"), float("nan"), 1.0009765625, 1.00048828125, 1.0004882812500002, 1.000488281249999]
for dtype in TYPES:
    for value in INTS + FLOATS:
        case("full", dtype, [value], lambda: full(dtype, value))

RANGES = [(0, 5, 1), (0, 0, 1), (5, 0, 1), (5, 0, -2), (0, 5, -1), (-3, 4, 2), (0, 130, 1), (0, 1000, 300), (1, 3, 1),
          (-2, 2, 1), (250, 260, 1), (2**60, 2**60 + 5, 1), (2**63 - 3, 2**63 - 1, 1), (0, 2**63 - 1, 2**62),
          (2**63 - 1, -2**63, -(2**62) - 5), (2040, 2060, 1), (70000, 70003, 1), (0, 5, 0), (2**24 - 2, 2**24 + 4, 1),
          (0.0, 1.0, 0.1), (0.5, 5.5, 0.7), (1.0, 0.0, -0.125), (0.0, 1.0, float("inf")), (-0.0, 1.0, 0.5), (1.0, 0.0, float("inf")),
          (0.0, 1.0, float("nan")), (0.0, float("inf"), 1.0), (0.0, 1.0, 0.0), (0.0, 1.0, -0.0), (0.0, 0.0, 1.0),
          (1.0, 1.3, 0.1), (0.1, 0.7, 0.2), (-1.5, 1.5, 0.25), (0.0, 5e-324, 1e300), (0.0, -5e-324, 1e300),
          (1e20, 1e20 + 3, 1.0), (0.0, 1e18, 1e-3), (1020.0, 1030.0, 0.5), (3.7, 10.2, 1.6), (-3.7, 3.2, 1.1),
          (float("nan"), 1.0, 1.0), (float("-inf"), 0.0, 1.0)]
for dtype, numbers in itertools.product(TYPES, RANGES):
    case("arange", dtype, numbers, lambda: np.arange(*numbers, dtype=dtype))

with gzip.GzipFile(OUT, "wb", mtime=0) as file:
    file.write(("# NumPy " + np.__version__ + "\n" + "\n".join(lines) + "\n").encode())
