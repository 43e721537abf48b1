"""Writes src/test/resources/io/arrayport/core/element/narrow_floats_golden.txt.gz: what ml_dtypes makes of every pattern of the
float8, float6 and float4 formats, and of numbers rounded to them. Needs NumPy and ml_dtypes 0.6.0.

ml_dtypes rounds a float64 to float32 first, and so twice; the numbers here are such that it makes no difference.

A line: a format, "values", the 256 numbers as float64 bits in hexadecimal; or a format, "patterns", and pairs
number=pattern."""

import gzip
from pathlib import Path

import ml_dtypes
import numpy as np

NAMES = """float8_e3m4 float8_e4m3 float8_e4m3b11fnuz float8_e4m3fn float8_e4m3fnuz float8_e5m2 float8_e5m2fnuz
float8_e8m0fnu float6_e2m3fn float6_e3m2fn float4_e2m1fn""".split()
TARGET = Path(__file__).parents[1] / "resources/io/arrayport/core/element/narrow_floats_golden.txt.gz"


def numbers(values):
    finite = np.unique(np.abs(values[np.isfinite(values)]))
    middles = (finite[1:] + finite[:-1]) / 2
    near = np.concatenate([finite, middles, np.nextafter(middles.astype(np.float32), np.float32(0)),
                           np.nextafter(middles.astype(np.float32), np.float32(np.inf))])
    top = finite[-1]
    ends = [0.0, top * 1.01, top * 1.03, top * 1.0625, top * 1.07, top * 1.25, top * 1.3, top * 2, 1e300, np.inf,
            finite[finite > 0][0] / 2, finite[finite > 0][0] / 3, 1e-300]
    positive = np.concatenate([near, ends])
    return np.concatenate([positive, -positive])


def hexadecimal(number):
    return "%016x" % np.float64(number).view(np.uint64)


def lines():
    for name in NAMES:
        dtype = np.dtype(getattr(ml_dtypes, name))
        patterns = np.arange(256, dtype=np.uint8)
        bits = ml_dtypes.finfo(dtype).bits if hasattr(ml_dtypes.finfo(dtype), "bits") else 8
        values = (patterns & (2**bits - 1)).view(dtype).astype(np.float64)
        values = np.where(np.isnan(values), np.nan, values)
        yield name + " values " + " ".join(map(hexadecimal, values))
        sample = numbers(values)
        # Below the normal numbers of float32 ml_dtypes rounds powers of two by float32's bits, not by their values.
        sample = sample[(np.abs(sample) == 0) | (np.abs(sample) >= 2.0**-126) | (name != "float8_e8m0fnu")]
        with np.errstate(all="ignore"):
            rounded = sample.astype(dtype).view(np.uint8)
        yield name + " patterns " + " ".join("%s=%02x" % (hexadecimal(a), b) for a, b in zip(sample, rounded))


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(gzip.compress("".join(line + "\n" for line in lines()).encode(), mtime=0))
