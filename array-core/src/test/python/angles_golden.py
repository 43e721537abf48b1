"""Writes the golden values of AnglesTest with mpmath: python3 angles_golden.py

One case a line, fields separated by tabs: function, bits of the arguments in hexadecimal, the true value as the sum of
two doubles in C's hexadecimal form. Arguments are random over the whole range and where results are hard: near
multiples of pi/2 and the ends of domains, where forms of a function meet, where results overflow, and subnormal ones.
Deterministic: the same mpmath writes the same bytes.
"""

import gzip
import pathlib
import random
import struct

from mpmath import mp, mpf

mp.prec = 2300
OUT = pathlib.Path(__file__).parent.parent / "resources/io/arrayport/core/kernel/angles_golden.tsv.gz"
NAMES = {"tan": mp.tan, "arcsin": mp.asin, "arccos": mp.acos, "arctan": mp.atan, "sinh": mp.sinh, "cosh": mp.cosh,
         "tanh": mp.tanh, "arcsinh": mp.asinh, "arccosh": mp.acosh, "arctanh": mp.atanh, "arctan2": mp.atan2}
EDGES = {"sinh": {64: 710.4758600739439, 32: 89.41598629223294}, "tanh": {64: 19.06, 32: 9.01}}
EDGES["cosh"] = EDGES["sinh"]
rng = random.Random(11)


def rounded(x, width):
    return x if width == 64 else struct.unpack("<f", struct.pack("<f", x))[0]


def bits(x, width):
    return struct.pack(">d" if width == 64 else ">f", x).hex()


def near_multiples(precision, exponents):
    """Numbers m 2^e that are closest to multiples of pi/2: numerators of continued fractions."""
    found = []
    for e in exponents:
        rest = mp.pi / 2 / mpf(2) ** e
        before, now = 0, 1
        while True:
            whole = int(mp.floor(rest))
            before, now = now, whole * now + before
            if now >= 2**precision:
                break
            if now > 2 ** (precision - 12):
                found.append(float(mpf(now) * mpf(2) ** e))
            rest = 1 / (rest - whole)
    return found


def anything(width, n):
    low, high = (-1074, 1023) if width == 64 else (-149, 127)
    return [rng.choice([-1, 1]) * 2.0 ** rng.uniform(low, high) for _ in range(n)]


def near(center, width, n):
    return [center * (1 + rng.choice([-1, 1]) * 2.0 ** rng.uniform(-52 if width == 64 else -23, -2)) for _ in range(n)]


def arguments(function, width):
    found = anything(width, 120) + [rng.uniform(-3, 3) for _ in range(120)] + [rng.uniform(-1, 1) for _ in range(60)]
    if function == "tan":
        found += [rng.uniform(-1e6, 1e6) for _ in range(100)] + [k * 0.7853981633974483 for k in range(-30, 90)]
        found += near_multiples(53, list(range(-52, 60, 4)) + list(range(60, 971, 17))) if width == 64 else \
            near_multiples(24, range(-23, 104, 3))
    elif function in EDGES:
        edge = EDGES[function][width]
        found += [rng.uniform(-edge, edge) for _ in range(200)] + near(edge, width, 60)
        found += [k * 0.34657359027997264 for k in range(-60, 60)]
    else:
        found += near(1, width, 120) + near(-1, width, 60) + near(0.5, width, 60) + near(2, width, 40)
    if function == "arccosh":
        found = [abs(x) for x in found] + [1.0, 1.7e308 if width == 64 else 3.4e38]
    inside = {"arcsin": (-1, 1), "arccos": (-1, 1), "arctanh": (-1 + 2.0**-53, 1 - 2.0**-53), "arccosh": (1, mp.inf)}
    low, high = inside.get(function, (-mp.inf, mp.inf))
    greatest = 1.7e308 if width == 64 else 3.4e38
    found = [rounded(x, width) for x in found if abs(x) <= greatest]
    return [(x,) for x in found if low <= x <= high and (function != "arctanh" or abs(x) < 1)]


def points(width):
    y, x = anything(width, 250), anything(width, 250)
    y += [rng.uniform(-9, 9) for _ in range(250)]
    x += [rng.uniform(-9, 9) for _ in range(250)]
    for _ in range(250):
        x.append(anything(width, 1)[0] / 8)
        y.append(x[-1] * rng.choice([-1, 1]) * 2.0 ** rng.uniform(-2, 2))
    return [(rounded(a, width), rounded(b, width)) for a, b in zip(y, x)]


def line(function, width, values):
    value = NAMES[function](*map(mpf, values))
    # half of the last digit beyond the greatest number rounds to infinity
    if abs(value) >= mpf(2) ** (1024 if width == 64 else 128) * (1 - mpf(2) ** (-54 if width == 64 else -25)):
        value = mpf("inf") * mp.sign(value)
    high = float(value)
    low = float(value - mpf(high)) if abs(high) != float("inf") else 0.0
    return "\t".join([function + str(width), ",".join(bits(x, width) for x in values), high.hex(), low.hex()])


lines = []
for width in (64, 32):
    for function in NAMES:
        cases = points(width) if function == "arctan2" else arguments(function, width)
        lines += [line(function, width, values) for values in cases]

text = "".join(line + "\n" for line in lines)
with open(OUT, "wb") as file, gzip.GzipFile(fileobj=file, mode="wb", filename="", mtime=0) as packed:
    packed.write(text.encode())
print(len(lines), "cases,", OUT.stat().st_size, "bytes")
