"""can_cast: all pairs of types under all five rules."""

import itertools

import numpy as np

import category_promotion
import values

RULES = ["no", "equiv", "safe", "same_kind", "unsafe"]


def build(suite):
    types = [
        np.dtype(name) for name in values.NUMERIC + [">i2", ">u8", ">f4", ">f8", ">c16"] + category_promotion.TIMES
    ]
    for a, b in itertools.product(types, repeat=2):
        cover = ["param:from_", "param:to", "value", "kind:" + a.kind]
        suite.add(f"default/{a.str},{b.str}", "can_cast", [a, b], covers=cover)
        for rule in RULES:
            suite.add(
                f"{rule}/{a.str},{b.str}", "can_cast", [a, b], {"casting": rule}, covers=cover + ["param:casting"]
            )
    for a, b in itertools.product(types[:14], types[:14]):
        suite.add(
            f"array/{a},{b}", "can_cast", [values.plain(a, 3), b], covers=["param:from_", "param:to", "kind:" + a.kind]
        )
    for b in types[:14]:
        given = [np.array(1.0, "f4"), np.empty(0, "i2"), np.zeros((3, 2), "u4")[:, 1]]
        for array, cover in zip(given, ("0d", "empty", "strided")):
            suite.add(f"{cover}/{b}", "can_cast", [array, b], covers=[cover])
        suite.add(f"weak int/{b}", "can_cast", [1, b], fails=True)
        suite.add(f"weak float/{b}", "can_cast", [1.5, b], fails=True)
    suite.add("unknown rule", "can_cast", [types[0], types[1], "loose"], fails=True)
