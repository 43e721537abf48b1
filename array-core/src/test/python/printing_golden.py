"""Writes the golden cases of ArrayPrinterGoldenTest with NumPy 2.4: python3 printing_golden.py

One case a line, fields separated by tabs:
    dtype   array-protocol string
    shape   lengths separated by commas; empty for 0-d
    values  the elements' bits as hexadecimal numbers, separated by commas; repeated in C order until the array is
            full. A complex element is two.
    options name=value separated by semicolons; empty for the defaults
    str, repr   with backslash and newline escaped
Deterministic: the same NumPy writes the same bytes.
"""

import gzip
import pathlib

import numpy as np

OUT = pathlib.Path(__file__).parent.parent / "resources/io/arrayport/core/print/printing_golden.tsv.gz"
INTEGERS = ["i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"]
FLOATS = ["f2", "f4", "f8"]
COMPLEX = ["c8", "c16"]
rng = np.random.default_rng(20260101)
lines = []


def escape(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def hexes(pattern):
    """Hex of each number of a 1-d native array."""
    parts = pattern.view(pattern.real.dtype) if pattern.dtype.kind == "c" else pattern
    return ",".join(f"{bits:x}" for bits in parts.view(f"u{parts.itemsize}").tolist())


def case(pattern, shape=None, dtype=None, **options):
    """pattern: 1-d native array, repeated to fill shape; dtype: another byte order."""
    pattern = np.atleast_1d(np.asarray(pattern))
    shape = pattern.shape if shape is None else shape
    array = np.resize(pattern, shape) if np.prod(shape) else np.zeros(shape, pattern.dtype)
    array = array.astype(dtype or array.dtype)
    with np.printoptions(**options):
        fields = [array.dtype.str, ",".join(map(str, shape)), hexes(pattern),
                  ";".join(f"{key}={value}" for key, value in options.items()), escape(str(array)), escape(repr(array))]
    lines.append("\t".join(fields))


def floats(dtype, *values):
    with np.errstate(all="ignore"):
        return np.array(values).astype(dtype)


def bits(dtype, count):
    """Random bit patterns: every magnitude, subnormals and non-finite numbers among them."""
    size = np.dtype(dtype).itemsize
    return rng.integers(0, 256, count * size, np.uint8).view(dtype)


def cast(dtype, numbers):
    with np.errstate(all="ignore"):
        return numbers.astype(dtype)


SPECIAL = [
    [0.0], [-0.0], [1.0], [-1.0], [0.1], [1 / 3], [np.pi], [-np.e], [np.nan], [np.inf], [-np.inf],
    [1e-4], [9.9e-5], [0.00012], [999.0], [1000.0], [9999.5], [99999.0], [999999.0], [1e6], [9999999.0], [1e7],
    [16777216.0], [99999999.0], [1e8], [123456789.0], [1e15], [1e16], [123456789012345678.0], [1e22], [1e23],
    [5e-324], [1e-45], [6e-8], [2.2250738585072014e-308], [1.7976931348623157e308], [3.4028235e38], [65504.0],
    [9007199254740993.0], [2.0**-20], [2.0**60], [0.999999999], [9.999999999], [99.9999999999], [1.0 + 2.0**-52],
    [0.0, 1.0], [0.1, 0.2, 0.3], [1.5, -2.25, 1e3], [1.0, 1000.0], [1.0, 1000.1], [1.0, 1001.0], [0.0001, 0.1],
    [0.0001, 0.1001], [1e-5, 1.0], [1.0, 1e8], [1.0, 99999999.0], [np.nan, 1.0], [np.inf, 1.0], [-np.inf, 1.0],
    [np.nan, np.inf, -np.inf], [np.nan, 1e10], [-np.inf, 1e-10, 1.0], [np.inf, -1.0, 12345.678], [-0.0, 0.0],
    [-0.0, np.nan], [1e10, -1e-10], [1e100, 1.0], [1e-100, 1e100], [1 / 3, 2 / 3, 1e-7], [1.25, 100.125, 10.0],
    [1e5, 1e-2], [5e-324, 1.0], [0.5, 0.25, 0.125, 0.0625], [12345678.9, 1.0], [0.1, 0.3333, 3.333e-5],
    [1.2999999999, 1e-9], [9.9999999999, 1e12], [1e9, 2e9, 3e9], [1e-9, -2e-9, 3e-9],
]
SHAPES = [(1,), (2,), (7,), (30,), (1, 1), (2, 3), (3, 2), (1, 12), (12, 1), (2, 20), (2, 2, 2), (1, 3, 1), (2, 1, 4),
          (2, 2, 2, 2), (1, 1, 1, 1, 1), (1000,), (10, 100)]
EMPTY = [(0,), (0, 3), (3, 0), (2, 0, 4), (0, 0)]
LARGE = [(1001,), (7, 143), (1001, 1), (1, 1001), (100, 100), (6, 500), (11, 11, 11), (2, 600), (5, 6, 40), (2, 3, 4, 50),
         (500, 6), (1, 2000, 1)]

# Kinds x shapes, and the 0-d forms.
for name in ["?"] + INTEGERS + FLOATS + COMPLEX:
    if name == "?":
        pattern = np.array([True, False, False, True, True])
    elif name in INTEGERS:
        info = np.iinfo(name)
        pattern = np.array([0, 1, 2, 100, info.max, 7, info.min, 42], name)
    else:
        pattern = floats(name, 0.5, 1.25, -3.0, 12.0, 0.1, 7.75, 100.0)
        if name in COMPLEX:
            pattern = (pattern - 1j * pattern[::-1]).astype(name)
    for shape in SHAPES + EMPTY + LARGE:
        case(pattern, shape)
    for value in pattern:
        case(np.array([value], name), ())
    for order in "<>":
        case(pattern, (3,), np.dtype(name).newbyteorder(order))
        case(pattern, (2, 2), np.dtype(name).newbyteorder(order))
        case(pattern, (0,), np.dtype(name).newbyteorder(order))

# Widths of integers.
for name in INTEGERS:
    info = np.iinfo(name)
    for values in ([info.min], [info.max], [info.min, 0], [info.max, 0], [9, 10], [0, 99, 100]):
        case(np.array(values, name))
    case(bits(name, 40), (40,))
    case(rng.integers(0, 100, 60).astype(name), (3, 20))
case(np.array([2**63, 2**64 - 1, 5], "u8"))
case(np.array([2**63], "u8"), ())

# Notation, digits and widths of floats.
for name in FLOATS:
    for values in SPECIAL:
        pattern = floats(name, *values)
        case(pattern)
        case(-pattern, (2, len(values)))
        if len(values) == 1:
            case(pattern, ())
            case(-pattern, ())
    for count in (1, 2, 3, 10):
        for _ in range(25):
            case(bits(name, count))
    for _ in range(20):
        case(bits(name, 1), ())
        case(cast(name, rng.standard_normal(1) * 10.0 ** rng.integers(-6, 18)), ())
    for scale in (1e-6, 1e-3, 1.0, 50.0, 1e4, 1e7):
        case(cast(name, rng.standard_normal(12) * scale))
        case(cast(name, rng.random(12) * scale), (3, 4))
        case(cast(name, np.round(rng.random(9) * scale, 2)))
    case(cast(name, rng.standard_normal(37)), (1500,))
    case(cast(name, 10.0 ** rng.uniform(-9, 9, 37)), (40, 30))

# Numbers next to powers of two and ten, and half-way cases of the cut at eight digits.
for name in FLOATS:
    info = np.finfo(name)
    for power in range(info.minexp, info.maxexp, max(1, (info.maxexp - info.minexp) // 40)):
        edge = floats(name, 2.0**power)
        case(np.concatenate([np.nextafter(edge, floats(name, 0.0)), edge, np.nextafter(edge, floats(name, np.inf))]))
        case(np.nextafter(edge, floats(name, 0.0)), ())
case(floats("f8", 1 + 2.0**-9, 1 + 3 * 2.0**-9))
case(floats("f8", *[k + 0.5 / 10**8 for k in range(10)]))
case(floats("f8", *[0.000244140625 * k for k in (1, 3, 5, 4095)]))

# Complex parts are formatted apart.
for name in COMPLEX:
    part = np.dtype(name).type(0).real.dtype
    for values in SPECIAL:
        real = floats(part, *values)
        for pattern in (real + 0j, real[::-1] * 1j, real + 1j * floats(part, *[-v for v in values[::-1]])):
            with np.errstate(all="ignore"):
                pattern = np.asarray(pattern, name)
            case(pattern)
            if len(values) == 1:
                case(pattern, ())
    for real in (0.0, -0.0, 1.0, np.nan, np.inf, -np.inf):
        for imag in (0.0, -0.0, -1.0, np.nan, np.inf, -np.inf, 1e20):
            case(np.array([complex(real, imag)], name), ())
            case(np.array([complex(real, imag), complex(imag, real)], name))
    for count in (1, 2, 5):
        for _ in range(15):
            case(bits(name, count))
    case((rng.standard_normal(20) + 1j * rng.standard_normal(20)).astype(name), (4, 5))
    case((rng.standard_normal(20) + 1j * rng.standard_normal(20)).astype(name), (1200,))

# Line wrapping, and extras that do not fit on the last line.
for name in ("?", "i1", "i4", "i8", "f4", "f8", "c8", "c16"):
    for count in range(8, 30):
        case(np.arange(count).astype(name) % 2 if name == "?" else np.arange(count).astype(name))
for count in range(1, 12):
    case(floats("f8", 1e-300, -1 / 3), (2, count))
    case(floats("f4", 1.5, -22.25), (count, 1, count))
case(np.arange(3), (1,) * 40)

# Options.
mixed = floats("f8", 0.004, 0.006, 0.005, 0.015, 0.5, 1.5, 2.5, 123.456789, -7.0)
wide = floats("f8", 1e-10, 1.0, 123456.789)
for name in FLOATS:
    for precision in (0, 1, 2, 3, 6, 12, 17, 40):
        for floatmode in ("fixed", "unique", "maxprec", "maxprec_equal"):
            for pattern in (mixed, wide, floats("f8", np.nan, 1.5), floats("f8", 1e-3, 9.996, -np.inf)):
                case(cast(name, pattern), precision=precision, floatmode=floatmode)
    for suppress in (True, False):
        for precision in (0, 3, 8):
            case(cast(name, wide), suppress=suppress, precision=precision)
            case(floats(name, 1e-9, 5e-9, 6e-9, 0.5), suppress=suppress, precision=precision)
            case(floats(name, 0.0625, 1e7), suppress=suppress, precision=precision)
    for sign in ("-", "+", " "):
        for values in ([1.0, 2.5], [1.0, -2.5], [np.nan, 1.0], [np.inf, -np.inf], [np.inf, 1.0], [-0.0, 0.0],
                       [1e10, 1.0], [-1e10, np.nan], [np.nan]):
            case(floats(name, *values), sign=sign)
            case(floats(name, *values), sign=sign, floatmode="fixed", precision=2)
for sign in ("-", "+", " "):
    for name in INTEGERS:
        case(np.array([1, 20, 3], name), sign=sign)
    for values in ([-1, 20], [-100, 2], [-5], [0]):
        case(np.array(values, "i4"), sign=sign)
    for values in ([1 + 2j, -3 - 4.5j], [complex(np.nan, np.inf)], [0j]):
        case(np.array(values, "c16"), sign=sign)
    case(np.array([True, False]), sign=sign)
case(floats("f8", np.nan, 1.0, np.inf), nanstr="missing", infstr="oo")
case(floats("f8", np.nan, 1.0, -np.inf), nanstr="-", infstr="infinite")
for edgeitems in (0, 1, 2, 5):
    for shape in ((20,), (4, 5), (3, 3, 3), (1, 30)):
        case(np.arange(100, 7, -1), shape, edgeitems=edgeitems, threshold=10)
        case(floats("f8", 0.5, 123.25, -7.0), shape, edgeitems=edgeitems, threshold=10)
        case(np.arange(100), shape, edgeitems=edgeitems, threshold=0)
for linewidth in (0, 1, 10, 20, 40, 120):
    case(np.arange(30), (2, 15), linewidth=linewidth)
    case(np.arange(30).astype("f4"), linewidth=linewidth)
    case(np.arange(2000), (2000,), linewidth=linewidth)
    case(np.array([], "f4"), (0, 2), linewidth=linewidth)

OUT.parent.mkdir(parents=True, exist_ok=True)
text = f"# NumPy {np.__version__}, {len(lines)} cases\n" + "\n".join(lines) + "\n"
OUT.write_bytes(gzip.compress(text.encode(), mtime=0))
print(len(lines), "cases,", len(text), "characters,", OUT.stat().st_size, "bytes compressed")
