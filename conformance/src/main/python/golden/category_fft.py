"""Discrete Fourier transforms: compared relative to the largest number of the result, as each is a sum of all."""

import itertools

import numpy as np

import layouts
import values

ONE = ("fft", "ifft", "rfft", "irfft", "hfft", "ihfft")
SEVERAL = ("fftn", "ifftn", "rfftn", "irfftn", "fft2", "ifft2", "rfft2", "irfft2")
REAL = ("rfft", "ihfft", "rfftn", "rfft2")
TYPES = ("?", "i1", "i4", "u2", "i8", "f2", "f4", "f8", "c8", "c16")
# The lengths take every way there is: small factors, two factors, a convolution
LENGTHS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 15, 16, 17, 21, 25, 31, 32, 37, 49, 60, 64, 74, 97, 121, 128)


def build(suite):
    for name in ONE:
        one_axis(suite, name)
    for name in SEVERAL:
        several_axes(suite, name)
    long_rows(suite)
    specials(suite)
    frequencies(suite)
    shifts(suite)


def add(suite, id, name, args, kw=None, **more):
    call = "fft." + name
    close = {"ulp": 1, "norm": True, "floor": floor(call, args, kw or {})}
    return suite.add(f"{name}/{id}", call, args, kw, name="numpy." + call, **{**close, **more})


def floor(call, args, kw):
    """A few units of the largest number there is; nothing where NumPy refuses."""
    try:
        keys = {key: value.copy() if key == "out" else value for key, value in kw.items()}
        result = getattr(np.fft, call.split(".")[1])(*args, **keys)
    except Exception:
        return 0
    if result.size == 0 or result.dtype.kind not in "fc":
        return 0
    # NumPy divides by a float16 where operands are such
    narrow = any(isinstance(arg, np.ndarray) and arg.dtype == "f2" for arg in args)
    eps = np.finfo("f2" if narrow else result.dtype).eps
    return float((1 if narrow else 8) * eps * max(np.nanmax(np.abs(result)), 1e-30))


def numbers(rng, shape, dtype):
    dtype = np.dtype(dtype)
    if dtype.kind in "?b" or dtype.kind in "iu":
        return rng.integers(0, 2 if dtype.kind == "b" else 50, shape).astype(dtype)
    parts = rng.standard_normal(shape)
    return (parts + 1j * rng.standard_normal(shape) if dtype.kind == "c" else parts).astype(dtype)


def one_axis(suite, name):
    rng = suite.rng
    real = name in REAL
    plain = "f8" if real else "c16"
    for dtype in TYPES:
        add(suite, f"type {dtype}", name, [numbers(rng, (2, 6), dtype)], fails=None)
        add(suite, f"odd {dtype}", name, [numbers(rng, (7,), dtype)], {"n": 5}, fails=None)
    for dtype in ("f8",) if real else ("f8", "c16", "c8"):
        for n in LENGTHS if dtype == plain else LENGTHS[::3]:
            add(suite, f"length {dtype}/{n}", name, [numbers(rng, (n + 1,), dtype)], {"n": n})
            # Nine rows: more than are transformed together
            if dtype == plain and n in (1, 2, 5, 6, 7, 16, 37):
                add(suite, f"rows {dtype}/{n}", name, [numbers(rng, (9, n), dtype)], {"n": n})
                add(suite, f"columns {dtype}/{n}", name, [numbers(rng, (n, 9), dtype)], {"n": n, "axis": 0})
    for n, axis in itertools.product((1, 2, 3, 4, 7, 12), (0, 1, -1, -2)):
        add(suite, "cut and filled/#", name, [numbers(rng, (3, 5), plain), n, axis])
    for norm, n in itertools.product((None, "backward", "ortho", "forward"), (6, 7)):
        add(suite, "norm/#", name, [numbers(rng, (2, 6), plain)], {"norm": norm, "n": n})
        add(suite, "norm narrow/#", name, [numbers(rng, (2, 6), "f4")], {"norm": norm, "n": n})
    for axis in (0, 1, 2, -1, -3):
        add(suite, "axis/#", name, [numbers(rng, (2, 3, 4), plain)], {"axis": axis})
        add(suite, "axis F/#", name, [np.asfortranarray(numbers(rng, (2, 3, 4), plain))], {"axis": axis})
        add(suite, "axis moved/#", name, [numbers(rng, (2, 3, 4), plain).transpose(1, 2, 0)], {"axis": axis})
    for layout in layouts.LAYOUTS:
        add(suite, f"layout {layout}", name, [layouts.lay(numbers(rng, (4, 6), plain), layout)])
        add(suite, f"layout {layout}/first axis", name, [layouts.lay(numbers(rng, (4, 6), plain), layout)], {"axis": 0})
    add(suite, "list", name, [[1, 2, 3, 4, 5]])
    add(suite, "empty rows", name, [np.empty((0, 4))])
    add(suite, "nothing but zeros", name, [np.empty((2, 0))], {"n": 4})
    outs(suite, name)
    rows = numbers(rng, (3, 4), plain)
    for args, kw in (
        ([rows, 0], {}),
        ([rows, -3], {}),
        ([rows], {"axis": 2}),
        ([rows], {"axis": -3}),
        ([rows], {"norm": "none"}),
        ([rows, 2.5], {}),
        ([np.array(3.0)], {}),
        ([np.empty((3, 0))], {}),
        ([values.plain("<M8[s]", 4)], {}),
        ([values.plain("<m8[s]", 4)], {}),
    ):
        add(suite, "refused/#", name, args, kw, fails=True)
    if real:
        add(suite, "refused/complex", name, [numbers(rng, (4,), "c16")], fails=True)


def outs(suite, name):
    # NumPy forgets hfft's out: where it holds what is to come, nobody sees that. Four whole numbers give exact ones
    exact = values.plain("f8" if name in REAL else "c16", 12).reshape(3, 4)[:, : 3 if name in ("irfft", "hfft") else 4]
    add(suite, "out/#", name, [exact], {"out": getattr(np.fft, name)(exact)})
    if name == "hfft":
        return
    rows = numbers(suite.rng, (3, 6), "f8" if name in REAL else "c16")
    wanted = getattr(np.fft, name)(rows)
    add(suite, "out/#", name, [rows], {"out": np.zeros_like(wanted, order="F")})
    for out in (
        np.zeros_like(wanted),
        np.zeros(wanted.shape, "c8" if wanted.dtype.kind == "c" else "f4"),
        np.zeros(wanted.shape, "c16"),
        np.zeros((4, 4, 7))[1:, 1, : wanted.shape[1]].astype(wanted.dtype),
    ):
        add(suite, "out/#", name, [rows], {"out": out}, fails=None)
    for out in (
        np.zeros(wanted.shape, "i4"),
        np.zeros((3, wanted.shape[1] + 1), wanted.dtype),
        np.zeros(wanted.shape[1:], wanted.dtype),
        np.zeros((2, wanted.shape[1]), wanted.dtype),
    ):
        add(suite, "out refused/#", name, [rows], {"out": out}, fails=True)
    readonly = np.zeros_like(wanted)
    readonly.flags.writeable = False
    add(suite, "out refused/readonly", name, [rows], {"out": readonly}, fails=True)


def several_axes(suite, name):
    rng = suite.rng
    plain = "f8" if name in REAL else "c16"
    for dtype in TYPES:
        add(suite, f"type {dtype}", name, [numbers(rng, (3, 4), dtype)], fails=None)
    for shape in ((2, 3), (4, 4), (5, 7), (1, 6), (3, 2, 4), (2, 3, 2, 5)):
        add(suite, "shape/#", name, [numbers(rng, shape, plain)])
    cube = numbers(rng, (2, 3, 4), plain)
    for axes in ((0, 1), (1, 0), (2,), (-1, 0), (0, 1, 2), (1, 1), (-3, -1)):
        add(suite, "axes/#", name, [cube], {"axes": axes})
    for s, axes in (((1, 2), (0, 1)), ((3, 6), (0, 2)), ((5,), (1,)), ((-1, 5), (1, 2)), ((2, -1), (0, 1))):
        add(suite, "s/#", name, [cube], {"s": s, "axes": axes})
        add(suite, "s by position/#", name, [cube, s, axes])
    for norm in (None, "backward", "ortho", "forward"):
        add(suite, "norm/#", name, [cube], {"norm": norm})
    for layout in layouts.LAYOUTS:
        add(suite, f"layout {layout}", name, [layouts.lay(numbers(rng, (4, 6), plain), layout)])
    add(suite, "list", name, [[[1, 2, 3], [4, 5, 6]]])
    add(suite, "empty", name, [np.empty((0, 2, 4))], {"axes": (1, 2)})
    exact = values.plain(plain, 8).reshape(2, 4)[:, : 3 if "irfft" in name else 4]
    add(suite, "out/same", name, [exact], {"out": getattr(np.fft, name)(exact)})
    if name not in ("irfft2", "ifft2"):  # which forget it
        add(suite, "out/zeros", name, [cube], {"out": np.zeros_like(getattr(np.fft, name)(cube))})
    if name in ("fftn", "ifftn"):
        add(suite, "no axes", name, [numbers(rng, (2, 2), plain)], {"axes": ()})
    for args, kw in (
        ([cube], {"axes": (0, 3)}),
        ([cube], {"s": (2,), "axes": (0, 1)}),
        ([cube], {"s": (2, 0), "axes": (0, 1)}),
        ([cube], {"norm": "none"}),
        ([values.plain("<M8[s]", 4).reshape(2, 2)], {}),
    ):
        add(suite, "refused/#", name, args, kw, fails=True)
    if not name.endswith("2") and name[0] in "fi" and "r" not in name:
        return
    add(suite, "refused/0d", name, [np.array(2.0)], fails=True)


def long_rows(suite):
    """Rows that are transformed as matrices or convolutions: of a few numbers that are not 0, and of waves."""
    for name, n in (("fft", 1021), ("ifft", 500)):
        row = np.zeros(n)
        row[[1, n // 3]] = 1, 2
        add(suite, f"long/{n}", name, [row], {"norm": "forward" if name == "fft" else None})


def specials(suite):
    """Numbers that are not finite spoil their own row alone."""
    for name, bad in itertools.product(("fft", "ifft", "rfft"), (np.nan,)):
        rows = values.plain("f8", 12).reshape(3, 4)
        rows[1] = bad
        add(suite, "special/#", name, [rows])
    for name, dtype in itertools.product(("fft", "irfft"), ("f4", "f8")):
        add(suite, "tiny/#", name, [np.array([1e-30, 2e-30, -1e-30, 0]).astype(dtype)])
        add(suite, "huge/#", name, [np.array([1e30, 2e30, -1e30, 0]).astype(dtype)])


def frequencies(suite):
    for name in ("fftfreq", "rfftfreq"):
        for n in (1, 2, 3, 4, 5, 8, 9):
            add(suite, "#", name, [n])
            for d in (1.0, 0.1, 2, 0.25, -1.0):
                add(suite, "spaced/#", name, [n, d], ulp=2)
        add(suite, "keywords", name, [], {"n": 6, "d": 0.5})
        add(suite, "refused/n", name, [0], fails=True)
        add(suite, "refused/d", name, [4, 0.0], fails=True)


def shifts(suite):
    for name in ("fftshift", "ifftshift"):
        for dtype in ("?", "i4", "u1", "f4", "c16", "<M8[s]", "<m8[s]"):
            add(suite, f"type {dtype}", name, [values.plain(dtype, 5)])
        for shape in ((4,), (5,), (2, 3), (3, 4, 5), (0,), (2, 0), (1,)):
            add(suite, "shape/#", name, [values.plain("i4", int(np.prod(shape))).reshape(shape)])
        cube = values.plain("i4", 60).reshape(3, 4, 5)
        for axes in (0, 1, -1, (0, 1), (2, 0), (0, 0), ()):
            add(suite, "axes/#", name, [cube], {"axes": axes})
        for layout in layouts.LAYOUTS:
            add(suite, f"layout {layout}", name, [layouts.lay(values.plain("i2", 12).reshape(3, 4), layout)])
        add(suite, "list", name, [[1, 2, 3]])
        for axes in (3, -4, (0, 5)):
            add(suite, "refused/#", name, [cube], {"axes": axes}, fails=True)
