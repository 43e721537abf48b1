"""Kinds of errors across the library, floating-point error handling, and the hierarchy of exceptions."""

import itertools

import numpy as np

KINDS = ("divide", "over", "under", "invalid")
CALLS = {
    "divide": [
        ("divide", [np.array([1.0]), np.array([0.0])]),
        ("log", [np.array([0.0, 1])]),
        ("floor_divide", [np.array([1, 2]), np.array([0, 1])]),
    ],
    "over": [
        ("exp", [np.array([1000.0])]),
        ("multiply", [np.array([1e300, 1]), np.array([1e300, 1])]),
        ("square", [np.array([1e30], "f4")]),
    ],
    "under": [("multiply", [np.array([1e-300, 1]), np.array([1e-300, 1])]), ("exp", [np.array([-1000.0])])],
    "invalid": [
        ("sqrt", [np.array([-1.0, 4])]),
        ("subtract", [np.array([np.inf]), np.array([np.inf])]),
        ("log", [np.array([-1.0])]),
        ("arcsin", [np.array([2.0])]),
    ],
}


def build(suite):
    for kind, calls in CALLS.items():
        for (call, args), name in itertools.product(calls, ("errstate", "seterr")):
            suite.add(
                f"{name}/{kind}/raise/#",
                call,
                args,
                name="numpy." + name,
                within=[(name, {kind: "raise"})],
                covers=["error", "param:" + kind, "value"],
                fails=True,
            )
            suite.add(
                f"{name}/{kind}/ignore/#",
                call,
                args,
                name="numpy." + name,
                within=[(name, {kind: "ignore"})],
                covers=["param:" + kind, "value"],
            )
            suite.add(
                f"{name}/all/raise/#",
                call,
                args,
                name="numpy." + name,
                within=[(name, {"all": "raise"})],
                covers=["error", "param:all"],
                fails=True,
            )
            suite.add(
                f"{name}/all/ignore/#",
                call,
                args,
                name="numpy." + name,
                within=[(name, {"all": "ignore"})],
                covers=["param:all", "value"],
            )
            for other in KINDS:
                if other != kind:
                    suite.add(
                        f"{name}/{kind} but {other}/#",
                        call,
                        args,
                        name="numpy." + name,
                        within=[(name, {other: "raise", kind: "ignore"})],
                        covers=["param:" + other, "value"],
                        fails=None,
                    )
    suite.add("seterr/refused", "seterr", [], {"all": "sometimes"}, fails=True)
    suite.add(
        "errstate/refused",
        "errstate",
        [],
        {"all": "sometimes"},
        function=lambda all: np.errstate(all=all).__enter__(),
        fails=True,
    )
    array = np.arange(6).reshape(2, 3)
    several = [
        ("add", [array, np.ones(4)]),
        ("reshape", [array, (4,)]),
        ("ndarray.__getitem__", [array, 5]),
        ("transpose", [array, (0, 0)]),
        ("concatenate", [[]]),
        ("sum", [array, 3]),
        ("astype", [array, "no type"]),
        ("matmul", [array, array]),
        ("stack", [[array, array[0]]]),
        ("broadcast_to", [array, (3, 3)]),
        ("squeeze", [array, 0]),
        ("argmax", [array[:0]]),
        ("max", [array[:0]]),
        ("invert", [array * 1.0]),
        ("left_shift", [array, 1.5]),
        ("zeros", [-1]),
        ("arange", [0, 1, 0]),
        ("split", [array, 4]),
        ("take", [array, 9]),
        ("choose", [[5], [1, 2]]),
        ("linspace", [0, 1, -2]),
        ("negative", [array > 2]),
        ("subtract", [array > 2, array > 3]),
        ("power", [array, -array]),
        ("searchsorted", [array, 1]),
        ("cross", [array, np.ones(5)]),
        ("einsum", ["ij->k", array]),
        ("percentile", [array, 101]),
        ("isnat", [array]),
        ("frombuffer", [array.ravel(), "i8", 99]),
        ("can_cast", [1, np.dtype("i1")]),
    ]
    for call, args in several:
        suite.add(f"several/{call}", call, args, fails=True)
