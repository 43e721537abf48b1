"""Every ufunc over every loop: special values, layouts, mixed types, weak scalars, keywords, errors, overlap."""

import itertools
import zlib

import numpy as np

import encode
import layouts
import reference
import tolerance
import ufuncs
import ufunc_general
import ufunc_keywords
import values


def build(suite):
    for name, ufunc in ufuncs.every().items():
        if ufuncs.is_general(ufunc):
            ufunc_general.build(suite, ufunc)
            continue
        for dtypes in ufuncs.loops(ufunc):
            table(suite, ufunc, dtypes)
            lay(suite, ufunc, dtypes)
        mixed(suite, ufunc)
        if ufunc.nin == 2:
            weak(suite, ufunc)
        ufunc_keywords.build(suite, ufunc, add)
        errors(suite, ufunc)
    for name, ufunc in ufuncs.aliases().items():
        alias(suite, name, ufunc)


def add(suite, id, ufunc, args, kw=None, **more):
    kinds = {np.asarray(value).dtype.kind for value in args[: ufunc.nin] if not isinstance(value, encode.Same)}
    kinds |= {np.dtype(dtype).kind for dtype in [(kw or {}).get("dtype")] if dtype is not None}
    if isinstance((kw or {}).get("out"), np.ndarray) and ufunc.__name__ in tolerance.REAL:
        kinds |= {"f"}
    return suite.add(
        f"{ufunc.__name__}/{id}",
        ufunc.__name__,
        args,
        kw,
        function=reference.accurate(ufunc),
        **tolerance.of(ufunc, kinds),
        **more,
    )


LONG = 75
SWINGING = set("exp exp2 expm1 sin cos tan sinh cosh tanh power float_power".split())
EXTREMES = {"maximum", "minimum", "fmax", "fmin"}


def operand(ufunc, dtype, position, among=()):
    """Special values for which every processor and every C library gives the same.

    among: the types of all operands.
    """
    array, name = values.special(dtype), ufunc.__name__
    if name in EXTREMES:
        return values.one_zero(array)
    if name == "frexp":
        return array[np.isfinite(array)]
    if name == "reciprocal" and dtype.kind in "biu":
        return array[array != 0]  # 1 / 0 converted to an integer
    if name in ("left_shift", "right_shift") and position == 1 and dtype.kind == "i":
        return array[array >= 0]
    if name == "power" and position == 1 and dtype.kind == "i":
        return array[(array >= 0) & (array <= 100)]
    if name == "ldexp" and position == 1 and dtype.kind in "iu":
        return array[(array > -2000) & (array < 2000)]
    if dtype.kind == "c" and name in reference.FUNCTIONS and name != "absolute":
        # C leaves the sign of some zeros and infinities open there
        finite, lost = np.isfinite(array), np.isnan(array.real) & np.isnan(array.imag)
        return array[finite | lost] if name in SWINGING else array[~(np.isnan(array) & np.isinf(array))]
    if dtype.kind == "f" and any(other.kind == "m" for other in among):
        return array[~np.isfinite(array) | (abs(array) < 1000) & ~((abs(array) < 0.1) & (array != 0))]
    return array


def thinned(array, most):
    """At most so many elements, first and last among them."""
    if len(array) <= most:
        return array
    return array[np.unique(np.linspace(0, len(array) - 1, most).astype(int))]


def table(suite, ufunc, dtypes):
    given = [operand(ufunc, dtype, position, dtypes) for position, dtype in enumerate(dtypes)]
    label = ufuncs.label(dtypes)
    if ufunc.nin == 1:
        add(suite, f"{label}/table", ufunc, given)
    else:
        most = 12 if dtypes[0].kind in "c" else 16
        rows, columns = (thinned(array, most) for array in given)
        add(suite, f"{label}/table", ufunc, [rows[:, None], columns])


def tame(ufunc, dtypes, shape, rng):
    """Random special values without those that are nothing but trouble, in a shape."""
    result = []
    for position, dtype in enumerate(dtypes):
        pool = operand(ufunc, dtype, position, dtypes)
        result.append(pool[rng.integers(0, len(pool), shape)])
    return result


def lay(suite, ufunc, dtypes):
    label, rng = ufuncs.label(dtypes), suite.rng
    for layout in ("contiguous", "strided", "reversed"):
        given = [layouts.lay(array, layout) for array in tame(ufunc, dtypes, 7, rng)]
        add(suite, f"{label}/{layout}", ufunc, given)
    # Beyond the widest vectors and unrolled loops, with a rest
    add(suite, f"{label}/long", ufunc, tame(ufunc, dtypes, LONG, rng))
    for layout in ("contiguous", "transposed"):
        given = [layouts.lay(array, layout) for array in tame(ufunc, dtypes, (2, 3), rng)]
        add(suite, f"{label}/2-D {layout}", ufunc, given)
    given = tame(ufunc, dtypes, 5, rng)
    add(suite, f"{label}/foreign", ufunc, [layouts.lay(array, "foreign") for array in given])
    add(suite, f"{label}/unaligned", ufunc, [layouts.lay(array, "unaligned") for array in given])
    add(suite, f"{label}/0d", ufunc, [np.array(array[0]) for array in given])
    add(suite, f"{label}/empty", ufunc, [array[:0].reshape(0, 2) for array in tame(ufunc, dtypes, (4, 2), rng)])
    if ufunc.nin == 2:
        a, b = tame(ufunc, dtypes, (2, 3), rng)
        add(suite, f"{label}/broadcast", ufunc, [a[:, :1], b[0]])
        add(suite, f"{label}/order mixed", ufunc, [np.asfortranarray(a), b])
        add(suite, f"{label}/0d right", ufunc, [a[0], np.array(b[0, 0])])


def mixed(suite, ufunc):
    """All types for one operand, every other pair for two; what no loop takes is an error."""
    types = [np.dtype(name) for name in values.NUMERIC + ["<M8[s]", "<M8[D]", "<m8[s]", "<m8[ms]"]]
    if ufunc.nin == 1:
        for dtype in types:
            array = thinned(operand(ufunc, dtype, 0), 5)
            add(suite, f"{ufuncs.label([dtype])}/by type", ufunc, [array], fails=None)
        return
    for (i, a), (j, b) in itertools.product(enumerate(types), repeat=2):
        if (zlib.crc32(ufunc.__name__.encode()) + i + j) % 2 == (i > j) and i != j:
            continue
        left, right = thinned(operand(ufunc, a, 0, (a, b))[:9], 4), thinned(operand(ufunc, b, 1, (a, b))[:9], 4)
        count = min(len(left), len(right))
        add(suite, f"{ufuncs.label([a, b])}/by type", ufunc, [left[:count], right[:count]], fails=None)


def weak(suite, ufunc):
    scalars = {"int": 2, "large": 1000, "float": 1.5, "bool": True, "complex": 1 + 2j}
    if ufunc.__name__ not in ("power", "left_shift", "right_shift", "float_power"):
        scalars["negative"] = -1
    for dtype in [np.dtype(name) for name in values.NUMERIC]:
        left, right = operand(ufunc, dtype, 0)[:3], operand(ufunc, dtype, 1)[:3]
        for name, scalar in scalars.items():
            if name == "large" and ufunc.__name__ in ("power", "left_shift", "right_shift", "ldexp", "lcm"):
                continue
            add(suite, f"{dtype}/weak {name} right", ufunc, [left, scalar], fails=None)
            if ufunc.__name__ == "ldexp" and name == "large":
                continue
            add(suite, f"{dtype}/weak {name} left", ufunc, [scalar, right], fails=None)
    for left, right in ((1, 2), (1, 2.5), (2.0, 3), (True, 1), (1j, 2), (True, False)):
        add(suite, f"only weak {left},{right}", ufunc, [left, right], fails=None, covers=["value"])


def errors(suite, ufunc):
    dtype = ufuncs.loops(ufunc)[-1][0]
    dtype = np.dtype("m8[s]") if dtype.kind in "Mm" else dtype
    shapes = [((3,), (4,)), ((2, 3), (2,)), ((2, 1, 3), (4, 2)), ((0,), (2,))] if ufunc.nin == 2 else []
    for number, (a, b) in enumerate(shapes):
        add(suite, f"shapes {number}", ufunc, [np.ones(a, dtype), np.ones(b, dtype)], fails=True)


def takes(ufunc, dtypes):
    try:
        ufunc(*[np.ones(1, dtype) for dtype in dtypes])
        return True
    except TypeError:
        return False


def alias(suite, name, ufunc):
    """An alias is held by light cases: it is the same object."""
    function = reference.accurate(ufunc)

    def put(id, given, kw=None):
        kinds = {array.dtype.kind for array in given[: ufunc.nin]}
        suite.add(f"{name}/{id}", name, given, kw, function=function, **tolerance.of(ufunc, kinds))

    every = ufuncs.loops(ufunc)
    ours = [(np.dtype(dtype),) * ufunc.nin for dtype in ("bool", "int32", "uint16")]
    for dtypes in every + [dtypes for dtypes in ours if dtypes not in every and takes(ufunc, dtypes)]:
        given = [operand(ufunc, dtype, position, dtypes)[:4] for position, dtype in enumerate(dtypes)]
        count = min(map(len, given))
        put(ufuncs.label(dtypes), [array[:count] for array in given])
    plain = [dtypes for dtypes in every if dtypes[0].kind not in "Mm"][-1]
    given = [operand(ufunc, dtype, position)[:2] for position, dtype in enumerate(plain)]
    with np.errstate(all="ignore"):
        out = lambda: np.zeros_like(ufunc(*given))
        put("out", [*given, out()])
        put("where", given, {"out": out(), "where": np.array([True, False])})
        put("keywords", given, {"casting": "same_kind", "order": "K", "dtype": out().dtype})
    suite.add(f"{name}/out shape", name, given, {"out": np.zeros(3, "c16")}, fails=True)
    put("strided", [layouts.lay(array, "strided") for array in given])
    put("0d", [np.array(array[0]) for array in given])
    put("empty", [array[:0] for array in given])
