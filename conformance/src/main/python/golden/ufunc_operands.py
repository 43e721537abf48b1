"""What the cases of ufunc methods share."""

import numpy as np

import reference
import tolerance
import ufuncs
import values


def operand(ufunc, dtype, shape, start=0):
    count = int(np.prod(shape))
    if dtype.kind in "Mm":
        return np.arange(start, start + count).astype("i8").view(dtype).reshape(shape)
    array = values.plain(dtype, count, start).reshape(shape)
    if ufunc.__name__ in ("power", "left_shift", "right_shift") and dtype.kind in "if":
        array = (abs(array) % 4).astype(dtype)
    return array


def inexact(ufunc, dtype):
    return dtype.kind in "fc" and ufunc.__name__ in reference.FUNCTIONS


def put(suite, ufunc, dtype, method, id, args, kw=None, **more):
    loose = tolerance.of(ufunc, {dtype.kind})
    if "ulp" in loose and not more.get("function"):
        loose["ulp"] *= 6
    return suite.add(
        f"{ufunc.__name__}.{method}/{ufuncs.label([dtype])}/{id}",
        f"{ufunc.__name__}.{method}",
        args,
        kw,
        name="numpy." + ufunc.__name__,
        **loose,
        **more,
    )
