"""Elementary functions over their whole range, against the correctly rounded value (reference.py)."""

import mpmath
import numpy as np

import reference
import tolerance
import values

UNARY = (
    """exp exp2 expm1 log log2 log10 log1p sin cos tan arcsin arccos arctan sinh cosh tanh arcsinh arccosh arctanh cbrt
        sqrt""".split()
)
BINARY = ["hypot", "arctan2", "power", "logaddexp", "logaddexp2"]
COUNTS = {"float16": 250, "float32": 600, "float64": 600}
CHUNK = 128
UNSIGNED = {"float16": np.uint16, "float32": np.uint32, "float64": np.uint64}


def build(suite):
    for dtype in values.FLOATS:
        for name in UNARY:
            arguments = np.concatenate(list(samples(suite.rng, name, dtype)))
            put(suite, name, dtype, [arguments])
        for name in BINARY:
            put(suite, name, dtype, pairs(suite.rng, name, dtype))


def put(suite, name, dtype, operands):
    ufunc = getattr(np, name)
    call = reference.accurate(ufunc)
    keep = tame(name, operands)
    operands = [array[keep] for array in operands]
    for start in range(0, len(operands[0]), CHUNK):
        given = [array[start : start + CHUNK] for array in operands]
        suite.add(f"{name}/{dtype}/#", name, given, function=call, **tolerance.of(ufunc, {"f"}))


def tame(name, operands):
    """Leaves out what no composed function gives within units in the last place: sums that cancel."""
    if not name.startswith("logaddexp"):
        return np.ones(len(operands[0]), bool)
    with np.errstate(all="ignore"):
        result = getattr(np, name)(*[array.astype("f8") for array in operands])
    size = np.maximum(abs(operands[0]), abs(operands[1])).astype("f8")
    return ~(abs(result) < size / 8) & ~(abs(result) < 0.25)


def bits(rng, dtype, count):
    """Random bit patterns: every magnitude."""
    whole = UNSIGNED[dtype]
    return rng.integers(0, np.iinfo(whole).max, count, whole, endpoint=True).view(dtype)


def cast(numbers, dtype):
    with np.errstate(all="ignore"):
        return np.asarray(numbers, "f8").astype(dtype)


def around(points, dtype, reach=3):
    """Points with their neighbours on both sides."""
    found = [cast(points, dtype)]
    for direction in (np.inf, -np.inf):
        step = cast(points, dtype)
        for _ in range(reach):
            step = np.nextafter(step, step.dtype.type(direction))
            found.append(step)
    return np.concatenate(found)


def scaled(rng, dtype, low, high, count):
    """Both signs, magnitudes from 2**low to 2**high evenly by exponent."""
    exponents = rng.integers(low, high, count)
    mantissas = 1 + rng.random(count)
    return cast(np.ldexp(mantissas * rng.choice([-1.0, 1.0], count), exponents), dtype)


def half_turns(rng, count, reach):
    """Multiples of pi/2 rounded to double: where sine and cosine cancel."""
    wholes = np.concatenate([np.arange(-40, 41), rng.integers(-(2**reach), 2**reach, count)])
    return [float(mpmath.mpf(int(whole)) * mpmath.pi / 2) for whole in wholes]


EDGES = {
    "exp": [709.78, -708.4, -745.13, 88.72, -87.3, -103.97, 11.09, -9.7, -17.3],
    "exp2": [1024, -1022, -1074, 128, -126, -149, 16, -24],
    "expm1": [709.78, -37.4, 88.7, -17.3, 11.09, 1e-8, -1e-8],
    "sinh": [710.47, 89.4, 11.78, 22, 1e-5],
    "cosh": [710.47, 89.4, 11.78, 22, 1e-5],
    "tanh": [19.06, 9.01, 4.5, 0.55, 1e-5],
    "log": [1, 2, 0.5, np.e],
    "log2": [1, 2, 0.5, 8, 1024],
    "log10": [1, 10, 100, 1000, 1e22],
    "log1p": [-1, 1e-8, -1e-8, 0.4, -0.3],
    "arcsin": [1, -1, 0.5, -0.5],
    "arccos": [1, -1, 0.5, -0.5],
    "arctan": [1, -1, 0.4375, 2.4375, 1e16],
    "arcsinh": [1, 1e-5, 2, 2**28],
    "arccosh": [1, 2, 2**28],
    "arctanh": [1, -1, 0.5, 2.0**-28],
    "cbrt": [1, 8, 27, 1e-300],
    "sqrt": [1, 2, 4, 1e-300],
}


def samples(rng, name, dtype):
    count = COUNTS[dtype]
    info = np.finfo(dtype)
    yield values.special(dtype)
    random = bits(rng, dtype, count)
    yield abs(random) if name in ("log", "log2", "log10", "sqrt", "arccosh") else random
    yield scaled(rng, dtype, max(-40, info.minexp), 1, count // 2)
    yield scaled(rng, dtype, -2, min(10, info.maxexp), count)
    yield around(EDGES.get(name, [0.5, 1, 2]) + [float(info.tiny), float(info.max) / 2], dtype)
    if name in ("sin", "cos", "tan"):
        turns = half_turns(rng, count // 3, 10 if dtype == "float16" else 22)
        yield around(turns[:120], dtype, 1)
        yield cast(turns, dtype)
        yield scaled(rng, dtype, 10, info.maxexp - 1, count // 2)
    if name in ("log", "log2", "log10", "log1p", "arccosh", "arcsin", "arccos", "arctanh"):
        near = scaled(rng, dtype, -info.nmant, -2, count // 2)
        yield (near if name == "log1p" else 1 + near).astype(dtype)
    if name in ("exp", "exp2", "expm1", "sinh", "cosh"):
        limit = {"float16": 18, "float32": 105, "float64": 750}[dtype] * (1.45 if name == "exp2" else 1)
        yield cast((rng.random(count) * 2 - 1) * limit, dtype)


def rough_log2(array):
    """Good enough to aim with, and the same on every machine."""
    mantissas, exponents = np.frexp(array.astype("f8"))
    return exponents + 2 * mantissas - 2


def pairs(rng, name, dtype):
    count = COUNTS[dtype]
    info = np.finfo(dtype)
    special = values.special(dtype)
    left, right = [np.repeat(special, len(special))], [np.tile(special, len(special))]
    if name == "power":
        base = abs(scaled(rng, dtype, max(-60, info.minexp), min(60, info.maxexp), count))
        exponent = (rng.random(count) * 2.2 - 1.1) * info.maxexp / np.maximum(abs(rough_log2(base)), 1e-3)
        near = (1 + scaled(rng, dtype, -info.nmant, -4, count)).astype(dtype)
        far = (rng.random(count) * 2 - 1) * info.maxexp / np.maximum(abs(rough_log2(near)), 1e-12)
        whole = rng.integers(-20, 21, count)
        left += [base, near, scaled(rng, dtype, -4, 4, count)]
        right += [cast(exponent, dtype), cast(far, dtype), cast(whole, dtype)]
    else:
        random = bits(rng, dtype, count)
        close = scaled(rng, dtype, -8, 8, count)
        left += [random, close, scaled(rng, dtype, -20 if dtype != "float16" else -10, 12, count)]
        right += [
            bits(rng, dtype, count),
            (close * cast(0.5 + rng.random(count), dtype)).astype(dtype),
            scaled(rng, dtype, -20 if dtype != "float16" else -10, 12, count),
        ]
    return [np.concatenate(left), np.concatenate(right)]
