"""Writes the golden values of ComplexFunctionTest: python3 complex_golden.py

One case a line, fields separated by tabs: function, width of a part, bits of the argument's parts in hexadecimal, the
parts of the value. Special values are NumPy's own, over all pairs of zeros, finite and infinite numbers and NaN; the
others are true values, computed by mpmath with far more digits than cancel, at arguments that are random, near the
unit circle, near branch points and far from them. Deterministic: the same NumPy and mpmath write the same bytes.
"""

import gzip
import itertools
import math
import pathlib
import random
import struct

import numpy as np
from mpmath import mp, mpc, mpf

np.seterr(all="ignore")
mp.prec = 2400
OUT = pathlib.Path(__file__).parent.parent / "resources/io/arrayport/core/kernel/complex_golden.tsv.gz"
rng = random.Random(11)

TRUE = {
    "exp": mp.exp, "exp2": lambda z: mp.exp(z * mp.ln(2)), "expm1": lambda z: mp.exp(z) - 1,
    "log": mp.log, "log2": lambda z: mp.log(z) / mp.ln(2), "log10": lambda z: mp.log(z) / mp.ln(10),
    "log1p": lambda z: mp.log(1 + z), "sqrt": mp.sqrt, "sin": mp.sin, "cos": mp.cos, "tan": mp.tan,
    "sinh": mp.sinh, "cosh": mp.cosh, "tanh": mp.tanh, "arcsin": mp.asin, "arccos": mp.acos, "arctan": mp.atan,
    "arcsinh": mp.asinh, "arccosh": mp.acosh, "arctanh": mp.atanh,
}
GROWING = {"exp", "exp2", "expm1", "sin", "cos", "sinh", "cosh"}
SPECIAL = [0.0, -0.0, 1.0, -1.0, 0.5, -3.0, 1e300, -1e300, math.inf, -math.inf, math.nan]


def bits(x, width):
    return struct.pack(">d" if width == 64 else ">f", x).hex()


def part(function):
    sign = rng.choice([-1, 1])
    kind = rng.random()
    if kind < 0.6:
        return sign * rng.uniform(0, 4)
    if kind < 0.8:
        return sign * 2.0 ** rng.uniform(-60, 6)
    if kind < 0.9:
        return sign * (rng.uniform(0, 80) if function in GROWING else 2.0 ** rng.uniform(-120, 120))
    return sign * (1 + 2.0 ** rng.uniform(-50, -3) * rng.choice([-1, 1]))


def points(function, width):
    found = [complex(part(function), part(function)) for _ in range(80)]
    for _ in range(30):  # near the unit circle, and near the branch points
        angle = rng.uniform(-3.2, 3.2)
        length = 1 + 2.0 ** rng.uniform(-54, -2) * rng.choice([-1, 1])
        z = complex(length * math.cos(angle), length * math.sin(angle))
        found.append(z - 1 if function == "log1p" else z)
        found.append(complex(rng.choice([-1, 1]) * (1 + rng.choice([-1, 1]) * 2.0 ** rng.uniform(-40, -2)),
                             rng.choice([-1, 1]) * 2.0 ** rng.uniform(-120, -1)))
        y = rng.uniform(0.001, 1.5)
        found.append(complex(-math.log(math.cos(y)), y))  # here the real part of expm1 cancels
    if width == 32:
        found = [complex(float(np.float32(z.real)), float(np.float32(z.imag))) for z in found]
    return found


lines = []
for function, true in TRUE.items():
    grid = np.empty(len(SPECIAL) ** 2, complex)
    for i, (r, im) in enumerate(itertools.product(SPECIAL, SPECIAL)):
        grid.real[i], grid.imag[i] = r, im
    for z, value in zip(grid.tolist(), getattr(np, function)(grid).tolist()):
        if function == "exp2" and abs(z.imag) == 1e300:
            continue  # NumPy's angle there is that of another number
        lines.append("\t".join(["special", function, bits(z.real, 64), bits(z.imag, 64), value.real.hex(),
                                value.imag.hex()]))
    for width in (64, 32):
        for z in points(function, width):
            value = mpc(true(mpc(z.real, z.imag)))
            lines.append("\t".join([str(width), function, bits(z.real, width), bits(z.imag, width),
                                    float(value.real).hex(), float(value.imag).hex()]))

text = "".join(line + "\n" for line in lines)
with open(OUT, "wb") as file, gzip.GzipFile(fileobj=file, mode="wb", filename="", mtime=0) as packed:
    packed.write(text.encode())
print(len(lines), "cases,", OUT.stat().st_size, "bytes")
