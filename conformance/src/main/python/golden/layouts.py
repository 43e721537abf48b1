"""The ways in which the same elements can lie in memory."""

import numpy as np

LAYOUTS = ["strided", "reversed", "transposed", "foreign", "unaligned", "broadcast", "readonly"]


def lay(values, layout):
    """A new array with the elements of `values` in the given layout."""
    values = np.array(values)
    if layout == "contiguous":
        return values
    if layout == "strided":
        base = np.repeat(values, 2, axis=-1)
        base[..., 1::2] = values[..., ::-1]
        return base[..., ::2]
    if layout == "reversed":
        every = (slice(None, None, -1),) * values.ndim
        return values[every].copy()[every]
    if layout == "transposed":
        return values.T.copy().T
    if layout == "foreign":
        return values.astype(values.dtype.newbyteorder())
    if layout == "unaligned":
        raw = np.zeros(values.nbytes + 1, np.uint8)[1:]
        array = raw.view(values.dtype).reshape(values.shape)
        array[...] = values
        return array
    if layout == "broadcast":
        return np.broadcast_to(values[:1].copy(), values.shape)
    if layout == "readonly":
        values.flags.writeable = False
        return values
    if layout == "window":
        base = np.zeros((values.shape[0] + 2,) + tuple(n + 3 for n in values.shape[1:]), values.dtype)
        view = base[(slice(1, -1),) + (slice(2, -1),) * (values.ndim - 1)]
        view[...] = values
        return view
    raise ValueError(layout)
