"""What most functions are asked alike: every element type, every layout, 0-d and empty arrays."""

import numpy as np

import layouts
import values

EVERY = values.NUMERIC + values.TIMES
LAYOUTS = ["strided", "reversed", "transposed", "foreign", "unaligned", "broadcast", "readonly"]


def sweep(
    suite,
    name,
    make=lambda array: [array],
    *,
    kw=None,
    shape=(2, 3),
    types=EVERY,
    special=True,
    empty=((0,), (0, 3), (2, 0)),
    zero=True,
    zeros=True,
    call=None,
    **more,
):
    """make turns an array into the positional arguments; what NumPy refuses becomes an error case; zeros: negative
    zeros are among the special values."""
    specials = lambda dtype: values.special(dtype) if zeros else values.one_zero(values.special(dtype))
    more = {"fails": None, **more}
    count = int(np.prod(shape))
    keys = lambda: dict(kw or {})
    add = lambda id, array: suite.add(f"{name}/{id}", call or name, make(array), keys(), **more)
    for dtype in types:
        add(f"type {dtype}", values.plain(dtype, count, 2).reshape(shape))
        if special:
            add(f"special {dtype}", np.resize(specials(dtype), shape))
            add(f"special reversed {dtype}", np.resize(specials(dtype)[::-1], shape))
    for dtype in ("int16", "float64", "bool"):
        if dtype not in types:
            continue
        for layout in LAYOUTS:
            array = values.plain(dtype, count, 4).reshape(shape)
            add(f"{layout} {dtype}", layouts.lay(array, layout))
    for dtype in ("int32", "float32"):
        if zero:
            add(f"0d {dtype}", np.array(3, dtype))
        for lengths in empty:
            add(f"empty {lengths} {dtype}", np.empty(lengths, dtype))
