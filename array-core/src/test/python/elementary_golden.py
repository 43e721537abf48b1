"""Writes the golden values of ElementaryTest with mpmath at 200 bits and more: python3 elementary_golden.py

One case a line, fields separated by tabs: function, bits of one or two arguments in hexadecimal, the true value as the sum of
two doubles in C's hexadecimal form. Arguments are random over the whole range, near where results are hard (the
logarithm's zero, the ends of the exponential's range), and the numbers that are nearest to multiples of pi/2.
Deterministic: the same mpmath writes the same bytes.
"""

import gzip
import math
import pathlib
import random
import struct

from mpmath import mp, mpf

mp.prec = 1300
OUT = pathlib.Path(__file__).parent.parent / "resources/io/arrayport/core/kernel/elementary_golden.tsv.gz"
rng = random.Random(7)


def single(x):
    return struct.unpack("<f", struct.pack("<f", x))[0]


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


def arguments(function, width):
    n = 130
    greatest = 1.7e308 if width == 64 else 3.4e38
    least = 5e-324 if width == 64 else 1.5e-45
    anything = [rng.choice([-1, 1]) * 2.0 ** rng.uniform(-1074 if width == 64 else -149, 1023 if width == 64 else 127)
                for _ in range(n)]
    if function == "exp":
        low, high = (-745.2, 709.8) if width == 64 else (-104.0, 88.8)
        found = [rng.uniform(low, high) for _ in range(n)] + [rng.uniform(low, low + 38) for _ in range(80)]
        found += [rng.uniform(-1, 1) for _ in range(n)] + [k / 2 * 0.6931471805599453 for k in range(-40, 40)]
        found += [x for x in anything if abs(x) < 1] + [low, low + 0.05, high, high - 0.05]
    elif function == "log":
        found = [abs(x) for x in anything] + [1 + rng.gauss(0, 0.1) for _ in range(n)]
        found += [1 + rng.choice([-1, 1]) * 2.0 ** rng.uniform(-52 if width == 64 else -23, -1) for _ in range(n)]
        found += [least, 3 * least, greatest]
    elif function in ("exp2", "expm1"):
        low, high = ((-1075, 1024) if width == 64 else (-150, 128)) if function == "exp2" else \
            ((-38, 709.8) if width == 64 else (-18, 88.8))
        found = [rng.uniform(low, high) for _ in range(n)] + [rng.uniform(-2, 2) for _ in range(2 * n)]
        found += [rng.uniform(low, low + 60) for _ in range(n)] + [k / 4 for k in range(-80, 80)]
        found += [x for x in anything if abs(x) < 1] + [low + 0.05, high - 0.05]
    elif function in ("log2", "log10"):
        found = [abs(x) for x in anything] + [1 + rng.gauss(0, 0.1) for _ in range(n)]
        found += [1 + rng.choice([-1, 1]) * 2.0 ** rng.uniform(-52 if width == 64 else -23, -1) for _ in range(n)]
        found += [least, 3 * least, greatest] + [2.0**k for k in range(-40, 40)] + [10.0**k for k in range(1, 20)]
    elif function == "log1p":
        found = [abs(x) for x in anything] + [x for x in anything if abs(x) < 1]
        found += [rng.uniform(-1, 3) for _ in range(2 * n)] + [2.0 ** rng.uniform(-30, 1) - 1 for _ in range(n)]
        found = [x for x in found if (x if width == 64 else single(x)) > -1] + [least, greatest]
    elif function == "cbrt":
        found = anything + [rng.uniform(-10, 10) for _ in range(n)] + [float(k**3) for k in range(-60, 60)]
        found += [rng.choice([-1, 1]) * least * rng.randrange(1, 2**22) for _ in range(n)] + [greatest, least]
    else:
        found = anything + [rng.uniform(-10, 10) for _ in range(n)] + [rng.uniform(-1e6, 1e6) for _ in range(n)]
        found += [k * 1.5707963267948966 for k in range(1, 60)] + [greatest, least]
        found += near_multiples(53, list(range(-52, 60, 3)) + list(range(60, 971, 13))) if width == 64 else \
            near_multiples(24, range(-23, 104, 2))
    return [x if width == 64 else single(x) for x in found if abs(x) < greatest * 1.0001]


def true(function, x):
    if function == "exp2":
        return mp.power(2, x)
    if function == "log2":
        return mp.log(x) / mp.log(2)
    if function == "cbrt":
        return mp.sign(x) * mp.cbrt(abs(x))
    return getattr(mp, function)(x)


FUNCTIONS = ("exp", "log", "sin", "cos", "exp2", "expm1", "log2", "log10", "log1p", "cbrt")
lines = []
for width in (64, 32):
    for function in FUNCTIONS:
        for x in arguments(function, width):
            value = true(function, mpf(x))
            if abs(value) > mpf(2) ** (1024 if width == 64 else 128):
                value = mpf("inf")
            high = float(value)
            low = float(value - mpf(high)) if abs(high) != float("inf") else 0.0
            lines.append("\t".join([function + str(width), bits(x, width), high.hex(), low.hex()]))



def pairs(function, width):
    """Arguments of functions of two: for powers also near the ends of the range of results."""
    limit = 1000 if width == 64 else 120

    def wide(low, high):
        return rng.choice([-1, 1]) * 2.0 ** rng.uniform(low, high)

    found = [(rng.uniform(0, 50), rng.uniform(-3, 3)) for _ in range(200)]
    found += [(wide(-limit, limit), wide(-limit, limit)) for _ in range(200)]
    if function == "power":
        found = [(abs(x), y) for x, y in found]
        found += [(x, rng.uniform(-limit - 70, limit) / math.log2(x)) for x in (rng.uniform(0.3, 3) for _ in range(300))]
        found += [(rng.uniform(-9, 9), float(rng.randrange(-12, 12))) for _ in range(200)]
        found += [(1 + rng.gauss(0, 1e-3), rng.uniform(-9e4, 9e4)) for _ in range(100)]
        found += [(2.0 ** rng.uniform(-limit - 20, -limit), rng.uniform(-1, 1)) for _ in range(50)]
    elif function == "hypot":
        found += [(x, x * rng.uniform(-2, 2)) for x in (wide(-limit - 20, limit) for _ in range(300))]
    else:
        found = [(x, x + rng.uniform(-40, 40)) for x in (rng.uniform(0, 100) for _ in range(300))]
        found += [(rng.uniform(0, 3), rng.uniform(0, 3)) for _ in range(200)]
    return [pair if width == 64 else (single(pair[0]), single(pair[1])) for pair in found]


def true_pair(function, x, y):
    if function == "hypot":
        return mp.sqrt(x * x + y * y)
    if function == "power":
        return mp.power(x, y)
    base = mp.e if function == "logaddexp" else mpf(2)
    return mp.log(mp.power(base, x) + mp.power(base, y)) / mp.log(base)


mp.prec = 2400
for width in (64, 32):
    for function in ("hypot", "power", "logaddexp", "logaddexp2"):
        for x, y in pairs(function, width):
            value = true_pair(function, mpf(x), mpf(y))
            if abs(value) >= mpf(2) ** (1024 if width == 64 else 128):
                continue
            high = float(value)
            lines.append("\t".join([function + str(width), bits(x, width), bits(y, width), high.hex(),
                                    float(value - mpf(high)).hex()]))

text = "".join(line + "\n" for line in lines)
with open(OUT, "wb") as file, gzip.GzipFile(fileobj=file, mode="wb", filename="", mtime=0) as packed:
    packed.write(text.encode())
print(len(lines), "cases,", OUT.stat().st_size, "bytes")
