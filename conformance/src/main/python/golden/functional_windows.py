"""Window functions, i0 and sinc. Expected values come from mpmath; near zero an absolute error is allowed."""

import mpmath
import numpy as np

import reference
import values
from sweep import sweep

pi = mpmath.pi


def window(term):
    """The window of M points whose n-th point term gives; n runs over 1-M, 3-M, ... M-1."""

    def call(M):
        if M < 1:
            return np.array([], np.result_type(M, 0.0))
        if M == 1:
            return np.ones(1, np.result_type(M, 0.0))
        points = [
            reference.rounded(mpmath.mpf(term(mpmath.mpf(2 * i + 1 - M), mpmath.mpf(M - 1))), "float64")
            for i in range(M)
        ]
        return np.array(points)

    return call


WINDOWS = {
    "hanning": window(lambda n, m: 0.5 + mpmath.cos(pi * n / m) / 2),
    "hamming": window(lambda n, m: mpmath.mpf("0.54") + mpmath.mpf("0.46") * mpmath.cos(pi * n / m)),
    "blackman": window(
        lambda n, m: mpmath.mpf("0.42") + mpmath.cos(pi * n / m) / 2 + mpmath.mpf("0.08") * mpmath.cos(2 * pi * n / m)
    ),
}


def kaiser(M, beta):
    if M == 1:
        return np.ones(1)
    i0 = lambda x: mpmath.besseli(0, x)
    return np.array(
        [
            reference.rounded(
                i0(beta * mpmath.sqrt(1 - (mpmath.mpf(2 * n) / (M - 1) - 1) ** 2)) / i0(mpmath.mpf(beta)), "float64"
            )
            for n in range(M)
        ]
    )


def elementwise(function):
    """A function of real arrays with correctly rounded values, in the type that NumPy gives."""

    def call(ufunc, x):
        result = np.array(ufunc(x))
        source = np.asanyarray(x).astype(result.dtype)
        for position in np.ndindex(result.shape):
            if result.dtype.kind == "f" and np.isfinite(source[position]):
                result[position] = reference.rounded(
                    mpmath.mpf(function(mpmath.mpf(source[position].item()))), result.dtype
                )
        return result if result.ndim else result[()]

    return call


def build(suite):
    for name, call in WINDOWS.items():
        for count in (0, 1, 2, 5, 8, 13, -3):
            suite.add(f"{name}/{count}", name, [count], function=call, ulp=4, floor=1e-16)
        suite.add(f"{name}/kind", name, ["a"], fails=True)
    for count in (0, 1, 2, 5, 8, 13, -3):
        suite.add(f"bartlett/{count}", "bartlett", [count], ulp=2)
    suite.add("bartlett/kind", "bartlett", ["a"], fails=True)
    for count in (1, 2, 5, 8):
        for beta in (0, 2.5, 8.6, 14):
            suite.add("kaiser/#", "kaiser", [count, beta], function=kaiser, ulp=16)
    suite.add("kaiser/kind", "kaiser", ["a", 1], fails=True)
    bessel, sine = elementwise(lambda x: mpmath.besseli(0, x)), elementwise(lambda x: mpmath.sincpi(x))
    real = ["bool"] + values.INTEGERS + values.FLOATS
    sweep(suite, "i0", special=False, ulp=16, types=real, function=lambda x: bessel(np.i0, x))
    sweep(suite, "sinc", special=False, ulp=8, floor=1e-7, types=["float32"], function=lambda x: sine(np.sinc, x))
    sweep(
        suite,
        "sinc",
        special=False,
        ulp=8,
        floor=1e-3,
        types=["float16"],
        empty=(),
        function=lambda x: sine(np.sinc, x),
        zero=False,
    )
    sweep(
        suite,
        "sinc",
        special=False,
        ulp=8,
        floor=1e-15,
        types=["bool", "float64"] + values.INTEGERS,
        empty=(),
        zero=False,
        function=lambda x: sine(np.sinc, x),
    )
    for name in ("i0", "sinc"):
        for dtype in values.FLOATS:
            given = np.array([0.0, 0.25, -0.5, 1.5, 3.75, -7.25, 8.0, 20.0]).astype(dtype)
            function = bessel if name == "i0" else sine
            suite.add(
                f"{name}/fractions {dtype}",
                name,
                [given],
                ulp=16,
                floor={"float16": 1e-3, "float32": 1e-7, "float64": 1e-15}[dtype] if name == "sinc" else 0,
                function=lambda x: function(getattr(np, name), x),
            )
    suite.add("i0/complex", "i0", [np.array([1j])], fails=True)
    for dtype in values.COMPLEX:
        suite.add(f"sinc/{dtype}", "sinc", [np.array([0.5, 1 + 1j, -0.25j]).astype(dtype)], ulp=16, norm=True)
    suite.add("sinc/text", "sinc", ["a"], fails=True)
