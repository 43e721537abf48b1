"""Elementary functions rounded correctly, from mpmath at 300 bits: their values rest on no libm and no processor.

`accurate(ufunc)` behaves as the ufunc and computes the same loop, but its results are the correctly rounded ones.
Arguments that are not finite, and real zeros where NumPy defines the result, keep NumPy's value.
"""

import math

import mpmath
import numpy as np

mpmath.mp.prec = 300
FORMATS = {"float16": (11, -14, 15), "float32": (24, -126, 127), "float64": (53, -1022, 1023)}
HUGE = mpmath.mpf(2) ** 20000
memory = {}
deviation = {}  # how far NumPy itself is from the reference, for whoever tunes tolerance.py


def rounded(number, dtype):
    """The nearest element of a floating type, ties to even."""
    precision, smallest, largest = FORMATS[np.dtype(dtype).name]
    sign, mantissa, exponent, bits = number._mpf_
    if not mantissa:
        return float(number)
    quantum = max(exponent + bits, smallest + 1) - precision
    shift = quantum - exponent
    if shift > 0:
        whole, rest = mantissa >> shift, mantissa & ((1 << shift) - 1)
        half = 1 << (shift - 1)
        whole += rest > half or (rest == half and whole & 1)
    else:
        whole = mantissa << -shift
    if whole.bit_length() + quantum - 1 > largest:
        return -math.inf if sign else math.inf
    return math.copysign(math.ldexp(whole, quantum), -1 if sign else 1)  # what vanishes keeps its sign


def bounded(function, below, above, limit=20000):
    """For functions that overflow or settle beyond a limit."""

    def result(x):
        if isinstance(x, mpmath.mpf) and abs(x) > limit:
            return below(x) if x < 0 else above(x)
        return function(x)

    return result


def power(x, y):
    if isinstance(x, mpmath.mpf):
        if x < 0 and y != mpmath.floor(y):
            return None
        size = y * mpmath.log(abs(x), 2)
        odd = x < 0 and int(y) % 2
        if abs(size) > 20000:
            value = HUGE if size > 0 else 1 / HUGE
        else:
            value = mpmath.power(abs(x), y)
        return -value if odd else value
    return mpmath.power(x, y)


def logaddexp(x, y):
    high, low = max(x, y), min(x, y)
    return high if high - low > 5000 else high + mpmath.log1p(mpmath.exp(low - high))


def logaddexp2(x, y):
    two = mpmath.log(2)
    return logaddexp(x * two, y * two) / two


over, zero, minus_one = lambda x: HUGE, lambda x: 1 / HUGE, lambda x: mpmath.mpf(-1)
small = lambda whole, x: mpmath.mpf(x) if isinstance(x, mpmath.mpf) and abs(x) < mpmath.ldexp(1, -400) else whole(x)
FUNCTIONS = {
    "exp": bounded(mpmath.exp, zero, over),
    "exp2": bounded(lambda x: mpmath.power(2, x), zero, over),
    "expm1": bounded(lambda x: small(mpmath.expm1, x), minus_one, over),
    "log": mpmath.log,
    "log2": lambda x: mpmath.log(x) / mpmath.log(2),
    "log10": mpmath.log10,
    "log1p": lambda x: small(mpmath.log1p, x),
    "sin": mpmath.sin,
    "cos": mpmath.cos,
    "tan": mpmath.tan,
    "arcsin": mpmath.asin,
    "arccos": mpmath.acos,
    "arctan": mpmath.atan,
    "sinh": bounded(mpmath.sinh, lambda x: -HUGE, over),
    "cosh": bounded(mpmath.cosh, over, over),
    "tanh": bounded(mpmath.tanh, minus_one, lambda x: mpmath.mpf(1)),
    "arcsinh": mpmath.asinh,
    "arccosh": mpmath.acosh,
    "arctanh": mpmath.atanh,
    "cbrt": lambda x: -mpmath.cbrt(-x) if x < 0 else mpmath.cbrt(x),
    "sqrt": mpmath.sqrt,
    "degrees": mpmath.degrees,
    "radians": mpmath.radians,
    "hypot": mpmath.hypot,
    "arctan2": mpmath.atan2,
    "power": power,
    "float_power": power,
    "logaddexp": logaddexp,
    "logaddexp2": logaddexp2,
    "absolute": abs,
}
TOTAL = {"hypot", "logaddexp", "logaddexp2"}  # zeros among the arguments are nothing special


def element(name, dtype, arguments):
    """The correctly rounded value, or None where NumPy's own stands."""
    key = (name, dtype.char, arguments)
    if key not in memory:
        memory[key] = _element(name, dtype, arguments)
    return memory[key]


def _element(name, dtype, arguments):
    complex_arguments = [isinstance(value, complex) for value in arguments]
    parts = [part for value in arguments for part in ((value.real, value.imag) if any(complex_arguments) else (value,))]
    if not all(map(math.isfinite, parts)) or (0 in parts and name not in TOTAL and not any(complex_arguments)):
        return None
    if any(complex_arguments) and max(map(abs, parts)) > 700:
        return None
    exact = [
        mpmath.mpc(value) if is_complex else mpmath.mpf(value)
        for value, is_complex in zip(arguments, complex_arguments)
    ]
    try:
        value = FUNCTIONS[name](*exact)
    except (ValueError, ZeroDivisionError):
        return None
    if any(complex_arguments) and dtype.kind == "c":
        part = np.empty(0, dtype).real.dtype
        value = mpmath.mpc(value)
        return complex(rounded(value.real, part), rounded(value.imag, part))
    return rounded(value, dtype) if isinstance(value, mpmath.mpf) else None


def weak(value):
    return type(value) if type(value) in (int, float, complex) else np.asarray(value).dtype


def accurate(ufunc):
    name = ufunc.__name__
    if name not in FUNCTIONS:
        return ufunc

    def call(*args, **kw):
        inputs = [np.array(value) if isinstance(value, np.ndarray) else value for value in args[: ufunc.nin]]
        result = ufunc(*args, **kw)
        options = {"casting": kw.get("casting", "same_kind")}
        if kw.get("dtype") is not None:
            options["signature"] = (None,) * ufunc.nin + (np.dtype(kw["dtype"]),)
        loop = ufunc.resolve_dtypes(tuple(map(weak, inputs)) + (None,), **options)
        if loop[0].kind not in "fc" or loop[-1].kind not in "fc" or (name == "absolute" and loop[0].kind == "f"):
            return result
        if isinstance(result, np.ndarray):
            place(name, result, inputs, loop, kw.get("where", True))
            return result
        cell = np.array(result)
        place(name, cell, inputs, loop, True)
        return cell[()]

    return call


def place(name, result, inputs, loop, where):
    """Puts the correctly rounded elements into a ufunc's result."""
    converted = [np.broadcast_to(np.asarray(value).astype(dtype), result.shape) for value, dtype in zip(inputs, loop)]
    mask = np.broadcast_to(where, result.shape)
    for position in np.ndindex(result.shape):
        if not mask[position]:
            continue
        exact = element(name, loop[-1], tuple(array[position].item() for array in converted))
        if exact is not None and loop[-1].kind == "c":
            exact = guided(result[position].item(), exact)
        if exact is not None:
            compare(name, loop[-1], result[position], exact)
            result[position] = np.array(exact, loop[-1])


def guided(given, exact):
    """mpmath knows no negative zero: beside zeros and on the cuts the side is NumPy's, the digits are exact."""
    size = max(abs(given), abs(exact))
    if not math.isfinite(size):
        return given
    choose = lambda mine, theirs: theirs if mine != 0 and abs(mine - theirs) <= 1e-3 * size else mine
    return complex(choose(given.real, exact.real), choose(given.imag, exact.imag))


def compare(name, dtype, got, exact):
    size = abs(exact)
    unit = float(np.spacing(np.array(size, np.empty(0, dtype).real.dtype)))
    if math.isfinite(size) and dtype == np.asarray(got).dtype:
        off = abs(complex(got) - exact) / unit
        if not off <= deviation.get((name, dtype.char), (0,))[0]:
            deviation[name, dtype.char] = (off, got, exact)
