"""promote_types, result_type with weak scalars, min_scalar_type, common_type, mintypecode, issubdtype."""

import itertools

import numpy as np

import values

TIMES = ["<M8", "<M8[Y]", "<M8[D]", "<M8[s]", "<M8[ns]", "<m8", "<m8[M]", "<m8[h]", "<m8[s]", "<m8[ms]"]
WEAK = [True, 1, -1, 300, 2**40, 2**63, 2**70, 1.0, float("nan"), 1e300, 1j, complex(1e300, 0)]


def build(suite):
    types = [np.dtype(name) for name in values.NUMERIC]
    foreign = [np.dtype(name) for name in (">i2", ">i8", ">u4", ">f4", ">f8", ">c8")]
    every = types + foreign + [np.dtype(name) for name in TIMES]
    kinds = lambda *given: sorted({"kind:" + dtype.kind for dtype in given})
    for a, b in itertools.product(every, repeat=2):
        suite.add(
            f"promote_types/{a.str},{b.str}",
            "promote_types",
            [a, b],
            fails=None,
            **_covers(["param:type1", "param:type2", "value", *kinds(a, b)], lambda: np.promote_types(a, b)),
        )
    for a, weak in itertools.product(every, WEAK):
        for given in ([a, weak], [weak, a], [a, weak, weak]):
            suite.add(
                "result_type/weak/#",
                "result_type",
                given,
                fails=None,
                **_covers(["param:arrays_and_dtypes", *kinds(a)], lambda: np.result_type(*given)),
            )
    for a, b in itertools.product(types, repeat=2):
        given = [values.plain(a, 3), np.array(1, b)]
        suite.add(
            f"result_type/0d/{a},{b}", "result_type", given, covers=["param:arrays_and_dtypes", "0d", *kinds(a, b)]
        )
        suite.add(f"result_type/scalar/{a},{b}", "result_type", [values.plain(a, 3), b.type(1), 1.5])
    for given in (
        [1],
        [1, 2.0],
        [True],
        [True, 1],
        [1j, 1.0],
        [np.empty(0, "f4"), 1],
        [np.zeros((4, 2), "i2")[:, 1], 1],
    ):
        suite.add("result_type/few/#", "result_type", given, covers=["param:arrays_and_dtypes", "empty", "strided"])
    for dtype in values.TIMES:
        suite.add(f"result_type/times/{dtype}", "result_type", [values.plain(dtype, 2), values.plain(dtype, 2)])
    suite.add("result_type/none", "result_type", [], fails=True)
    for _ in range(150):
        given = [types[i] for i in suite.rng.integers(0, len(types), int(suite.rng.integers(3, 6)))]
        given += [WEAK[i] for i in suite.rng.integers(0, len(WEAK), int(suite.rng.integers(0, 3)))]
        suite.add("result_type/many/#", "result_type", given)
    minimal(suite)
    others(suite, types)


def _covers(covers, call):
    try:
        call()
    except Exception:
        return {"covers": ["error"]}
    return {"covers": covers}


def minimal(suite):
    powers = [7, 8, 15, 16, 31, 32, 63, 64]
    ints = sorted({sign * (2**power + by) for power in powers for by in (-1, 0, 1) for sign in (1, -1)} | {0, 1, -1})
    floats = [
        0.0,
        1.5,
        65504.0,
        65505.0,
        65519.0,
        65520.0,
        1e5,
        3.4e38,
        3.5e38,
        1e300,
        float("inf"),
        float("nan"),
        1e-8,
    ]
    cover = lambda kind: ["param:a", "kind:" + kind, "0d"]
    for value in ints:
        if -(2**63) <= value < 2**64:
            suite.add("min_scalar_type/int/#", "min_scalar_type", [value], covers=cover("i"))
    for value in floats + [-value for value in floats[2:-2]]:
        suite.add("min_scalar_type/float/#", "min_scalar_type", [value], covers=cover("f"))
        suite.add("min_scalar_type/complex/#", "min_scalar_type", [complex(1, value)], covers=cover("c"))
    suite.add("min_scalar_type/bool", "min_scalar_type", [True], covers=cover("b"))
    for dtype in values.NUMERIC + values.TIMES:
        for number in values.special(dtype)[:12]:
            suite.add("min_scalar_type/typed/#", "min_scalar_type", [number])
        suite.add(f"min_scalar_type/0d/{dtype}", "min_scalar_type", [values.special(dtype)[1].reshape(())[()]])
        suite.add(f"min_scalar_type/array/{dtype}", "min_scalar_type", [values.special(dtype)[:3]])
        suite.add(
            f"min_scalar_type/strided/{dtype}",
            "min_scalar_type",
            [values.special(dtype)[::-2]],
            covers=["strided", "kind:" + np.dtype(dtype).kind],
        )
        suite.add(f"min_scalar_type/empty/{dtype}", "min_scalar_type", [np.empty(0, dtype)])
    suite.add("min_scalar_type/many", "min_scalar_type", [1, 2], fails=True)


def others(suite, types):
    for a, b in itertools.product(types, repeat=2):
        given = [values.plain(a, 2), values.plain(b, 3)]
        suite.add(f"common_type/{a},{b}", "common_type", given, fails=None)
    suite.add("common_type/0d", "common_type", [np.array(1.5, "f4")], covers=["0d"])
    suite.add(
        "common_type/empty", "common_type", [np.empty(0, "f4"), np.zeros((3, 3))[:, 1]], covers=["empty", "strided"]
    )
    for chars in ("d", "fd", "bhi", "fF", "eB", "Fd", "gd", "bQ"):
        for typeset, default in ((None, None), ("fdFD", "f"), ("GDFgdf", "d"), ("FD", "D")):
            keys = {} if typeset is None else {"typeset": typeset, "default": default}
            suite.add(
                "mintypecode/#",
                "mintypecode",
                [chars],
                keys,
                covers=["param:typechars", "value"] + ["param:" + key for key in keys],
            )
    suite.add("mintypecode/number", "mintypecode", [3], fails=True)
    abstract = [
        "generic",
        "number",
        "integer",
        "signedinteger",
        "unsignedinteger",
        "inexact",
        "floating",
        "complexfloating",
        "flexible",
        "character",
    ]
    for dtype in types + [np.dtype("<M8[s]"), np.dtype("<m8[s]")]:
        cover = ["param:arg1", "param:arg2", "value", "kind:" + dtype.kind]
        for name in abstract:
            suite.add(f"issubdtype/{dtype},{name}", "issubdtype", [dtype, getattr(np, name)], covers=cover)
            suite.add(
                f"{name}/{dtype}", "issubdtype", [dtype, getattr(np, name)], name="numpy." + name, covers=["value"]
            )
        for other in types:
            suite.add(f"issubdtype/{dtype},{other}", "issubdtype", [dtype, other.type], covers=cover)
        for kind in (
            "bool",
            "signed integer",
            "unsigned integer",
            "integral",
            "real floating",
            "complex floating",
            "numeric",
        ):
            suite.add(
                f"isdtype/{dtype},{kind}",
                "isdtype",
                [dtype, kind],
                covers=["param:dtype", "param:kind", "kind:" + dtype.kind],
            )
        suite.add(f"isdtype/{dtype}/several", "isdtype", [dtype, ("bool", np.dtype("f4"), "signed integer")])
        suite.add(
            f"typename/{dtype}",
            "typename",
            [dtype.char],
            fails=None,
            **_covers(["param:char", "value"], lambda: np.typename(dtype.char)),
        )
    suite.add("issubdtype/text", "issubdtype", ["no such type", np.number], fails=True)
    suite.add("isdtype/unknown", "isdtype", [np.dtype("f4"), "floaty"], fails=True)
    suite.add("typename/unknown", "typename", ["~"], fails=True)
