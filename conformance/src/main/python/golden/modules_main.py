"""Constants and state of the main module that belong to no chapter."""

import numpy as np

ABSENT = set("gGOSUV")  # letters of the element types that this library does not have


def build(suite):
    constants(suite)
    capabilities(suite)
    error_state(suite)
    vectorized(suite)


def constants(suite):
    """Tables of element types hold those that there are, each once."""
    there = lambda target: np.dtype(target).char not in ABSENT
    own = [target for target in np.ScalarType if issubclass(target, np.generic) and there(target)]
    values = {
        "typecodes": np.typecodes,
        "sctypeDict": {name: np.dtype(target) for name, target in np.sctypeDict.items() if there(target)},
        "ScalarType": tuple(dict.fromkeys(np.dtype(target) for target in own)),
        "__version__": np.__version__,
    }
    for name, value in values.items():
        suite.add(name, name, function=lambda value=value: value, covers=["value"])


def capabilities(suite):
    name = "__array_namespace_info__"
    for member in ("capabilities", "default_device", "default_dtypes", "devices", "dtypes"):
        call = f"{name}.{member}"
        told = lambda member=member: getattr(np.__array_namespace_info__(), member)()
        suite.add(call, call, function=told, covers=["value"])


def error_state(suite):
    for actions in (
        {"all": "raise"},
        {"all": "ignore"},
        {"all": "warn"},
        {"divide": "raise", "over": "ignore", "under": "warn", "invalid": "call"},
    ):
        suite.add("geterr/#", "geterr", within=[("errstate", actions)], covers=["value"])
    suite.add("geterrcall", "geterrcall", covers=["value"])
    suite.add("seterrcall", "seterrcall", [None], covers=["param:func", "value"])
    operands = [np.array([1.0]), np.array([0.0])]
    nobody = {"within": [("errstate", {"divide": "call"})], "fails": True}
    suite.add("seterrcall/nobody", "divide", operands, name="numpy.seterrcall", covers=["error"], **nobody)


def vectorized(suite):
    """The first argument is the function, the others are those of what is made of it."""
    call = lambda function, *given: np.vectorize(function)(*given)
    row, column = np.array([1.0, -2.5, 4]), np.array([[2.0], [3]])
    integers = np.array([[5, -7], [2, 9]])
    for function, given in (
        (np.absolute, [row]),
        (np.square, [integers]),
        (np.add, [row, column]),
        (np.subtract, [integers, integers[:, ::-1].T]),
        (np.maximum, [integers, np.array([3])]),
        (np.multiply, [np.array(2.0), np.array(3.5)]),
    ):
        suite.add("vectorize/#", "vectorize", [function, *given], function=call, covers=["value"])
    suite.add("vectorize/refused", "vectorize", [np.add, row, np.ones(2)], function=call, covers=["value"], fails=True)
