"""Finds by trying which dtype kinds a function of the main namespace takes, and whether 0-d and empty arrays."""

import inspect

import numpy as np

import values

# Not tried: they write, read, print, set state or take no arrays.
UNTRIED = set("""save savez savez_compressed savetxt load loadtxt genfromtxt fromfile fromregex fromstring fromfunction
    fromiter frompyfunc from_dlpack frombuffer set_printoptions get_printoptions printoptions seterr geterr seterrcall
    geterrcall setbufsize getbufsize show_config show_runtime test info get_include nested_iters base_repr binary_repr
    mintypecode typename broadcast_shapes ravel_multi_index tri eye identity ones zeros empty full indices
    diag_indices tril_indices triu_indices mask_indices bartlett blackman hamming hanning kaiser datetime_data
    busday_count busday_offset is_busday asmatrix bmat promote_types isdtype issubdtype can_cast vectorize arange
    linspace logspace geomspace""".split())
# Nothing that they are given is wrong.
NEVER_FAILS = set("""isscalar iscomplexobj isrealobj iterable shape ndim get_printoptions geterr geterrcall getbufsize
    get_include show_config show_runtime array_equal array_equiv info""".split())
CALLS = {
    "reshape": lambda a: np.reshape(a, (-1, 1)),
    "take": lambda a: np.take(a, [0]),
    "choose": lambda a: np.choose(np.arange(a.size) % 2, [a, a]),
    "compress": lambda a: np.compress([True, False], a),
    "delete": lambda a: np.delete(a, 0),
    "insert": lambda a: np.insert(a, 0, a[:1]),
    "broadcast_to": lambda a: np.broadcast_to(a, (2,) + a.shape),
    "repeat": lambda a: np.repeat(a, 2),
    "tile": lambda a: np.tile(a, 2),
    "roll": lambda a: np.roll(a, 1),
    "rollaxis": lambda a: np.rollaxis(a, 0),
    "moveaxis": lambda a: np.moveaxis(a, 0, 0),
    "expand_dims": lambda a: np.expand_dims(a, 0),
    "split": lambda a: np.split(a, 2),
    "array_split": lambda a: np.array_split(a, 2),
    "hsplit": lambda a: np.hsplit(a, 2),
    "vsplit": lambda a: np.vsplit(a.reshape(-1, 1), 2),
    "dsplit": lambda a: np.dsplit(a.reshape(1, 1, -1), 2),
    "concatenate": lambda a: np.concatenate([a, a]),
    "concat": lambda a: np.concat([a, a]),
    "stack": lambda a: np.stack([a, a]),
    "hstack": lambda a: np.hstack([a, a]),
    "vstack": lambda a: np.vstack([a, a]),
    "dstack": lambda a: np.dstack([a, a]),
    "row_stack": lambda a: np.vstack([a, a]),
    "column_stack": lambda a: np.column_stack([a, a]),
    "block": lambda a: np.block([a, a]),
    "partition": lambda a: np.partition(a, 0),
    "argpartition": lambda a: np.argpartition(a, 0),
    "pad": lambda a: np.pad(a, 1),
    "percentile": lambda a: np.percentile(a, 50),
    "quantile": lambda a: np.quantile(a, 0.5),
    "nanpercentile": lambda a: np.nanpercentile(a, 50),
    "nanquantile": lambda a: np.nanquantile(a, 0.5),
    "put": lambda a: np.put(a, [0], a[:1]),
    "place": lambda a: np.place(a, [True, False, True, False], a),
    "putmask": lambda a: np.putmask(a, [True, False, True, False], a),
    "extract": lambda a: np.extract([True, False], a),
    "searchsorted": lambda a: np.searchsorted(np.sort(a), a),
    "digitize": lambda a: np.digitize(a, np.sort(a)),
    "select": lambda a: np.select([np.array([True, False, True, False])], [a]),
    "piecewise": lambda a: np.piecewise(a, [[True, False] * 2], [a[0]]),
    "where": lambda a: np.where([True, False, True, False], a, a),
    "clip": lambda a: np.clip(a, a[0], a[1]),
    "full_like": lambda a: np.full_like(a, a[0]),
    "resize": lambda a: np.resize(a, 5),
    "swapaxes": lambda a: np.swapaxes(a, 0, 0),
    "take_along_axis": lambda a: np.take_along_axis(a, np.array([0]), 0),
    "astype": lambda a: np.astype(a, a.dtype),
    "put_along_axis": lambda a: np.put_along_axis(a, np.array([0]), a[:1], 0),
    "copyto": lambda a: np.copyto(a, a),
    "apply_along_axis": lambda a: np.apply_along_axis(np.sort, 0, a),
    "apply_over_axes": lambda a: np.apply_over_axes(np.max, a, [0]),
    "fill_diagonal": lambda a: np.fill_diagonal(a.reshape(2, 2), a[0]),
    "lexsort": lambda a: np.lexsort((a, a)),
    "interp": lambda a: np.interp(a, np.sort(a), a),
    "cross": lambda a: np.cross(a[:3], a[:3]),
    "einsum": lambda a: np.einsum("i,i->i", a, a),
    "einsum_path": lambda a: np.einsum_path("i,i", a, a),
    "tensordot": lambda a: np.tensordot(a, a, 1),
    "trace": lambda a: np.trace(a.reshape(2, 2)),
    "diagonal": lambda a: np.diagonal(a.reshape(2, 2)),
    "rot90": lambda a: np.rot90(a.reshape(2, 2)),
    "flipud": lambda a: np.flipud(a),
    "fliplr": lambda a: np.fliplr(a.reshape(2, 2)),
    "matrix_transpose": lambda a: np.matrix_transpose(a.reshape(2, 2)),
    "diag_indices_from": lambda a: np.diag_indices_from(a.reshape(2, 2)),
    "tril_indices_from": lambda a: np.tril_indices_from(a.reshape(2, 2)),
    "triu_indices_from": lambda a: np.triu_indices_from(a.reshape(2, 2)),
    "tril": lambda a: np.tril(a.reshape(2, 2)),
    "triu": lambda a: np.triu(a.reshape(2, 2)),
    "histogramdd": lambda a: np.histogramdd(a.reshape(2, 2)),
    "histogram2d": lambda a: np.histogram2d(a, a),
    "cumulative_sum": lambda a: np.cumulative_sum(a),
    "require": lambda a: np.require(a),
    "unravel_index": lambda a: np.unravel_index(a, (20, 20)),
    "polyval": lambda a: np.polyval(a, a),
    "polyfit": lambda a: np.polyfit(a, a, 1),
    "format_float_positional": lambda a: np.format_float_positional(a[0]),
    "unstack": lambda a: np.unstack(a),
    "format_float_scientific": lambda a: np.format_float_scientific(a[0]),
    "vander": lambda a: np.vander(a),
    "isin": lambda a: np.isin(a, a),
    "bincount": lambda a: np.bincount(a),
    "packbits": lambda a: np.packbits(a),
    "unpackbits": lambda a: np.unpackbits(a),
    "ix_": lambda a: np.ix_(a),
    "trapezoid": lambda a: np.trapezoid(a),
    "gradient": lambda a: np.gradient(a),
    "min_scalar_type": lambda a: np.min_scalar_type(a),
    "squeeze": lambda a: np.squeeze(a),
}


# Functions whose dtype says what they make
MAKERS = {
    "zeros": lambda dtype: np.zeros(2, dtype),
    "ones": lambda dtype: np.ones(2, dtype),
    "empty": lambda dtype: np.empty(2, dtype),
    "full": lambda dtype: np.full(2, 1, dtype),
    "eye": lambda dtype: np.eye(2, dtype=dtype),
    "identity": lambda dtype: np.identity(2, dtype),
    "tri": lambda dtype: np.tri(2, dtype=dtype),
    "arange": lambda dtype: np.arange(0, 2, dtype=dtype),
    "linspace": lambda dtype: np.linspace(0, 2, 3, dtype=dtype),
    "logspace": lambda dtype: np.logspace(0, 2, 3, dtype=dtype),
    "geomspace": lambda dtype: np.geomspace(1, 4, 3, dtype=dtype),
    "indices": lambda dtype: np.indices((2,), dtype),
    "frombuffer": lambda dtype: np.frombuffer(bytes(16), dtype),
    "fromiter": lambda dtype: np.fromiter([1], dtype),
    "fromstring": lambda dtype: np.fromstring("1 0", dtype, sep=" "),
}

TIMED = {"zeros", "empty", "full", "arange", "frombuffer"}  # the others make times by accident


def array(kind):
    if kind in "Mm":
        return np.array([3, 1, 2, 5], "i8").view(values.KIND_TYPES[kind])
    return np.array([1, 0, 1, 1] if kind == "b" else [3, 1, 2, 5]).astype(values.KIND_TYPES[kind])


def accepts(call, argument):
    try:
        call(argument)
        return True
    except Exception:
        return False


def forms(name, function):
    if name in CALLS:
        return [CALLS[name]]
    if isinstance(function, np.ufunc):
        if function.signature:
            return [
                lambda a: function(*[a.reshape(2, 2) if "(m,n)" in function.signature or name == "matmul" else a] * 2),
                lambda a: function(a, a.reshape(-1, 1)),
                lambda a: function(a.reshape(1, -1), a),
            ]
        count = function.nin
    else:
        try:
            signature = inspect.signature(function)
            count = (
                sum(
                    value.default is value.empty and value.kind is not value.VAR_KEYWORD
                    for value in signature.parameters.values()
                )
                or 1
            )
        except (ValueError, TypeError):
            count = 1
    return [lambda a: function(*[a] * count)]


def mixes(name, function):
    """Two operands of different kinds: times with whole numbers, floats with exponents."""
    return (
        [lambda a: function(a, np.array([1, 2, 3, 1])), lambda a: function(a, array("m"))]
        if isinstance(function, np.ufunc) and function.nin == 2 and not function.signature
        else []
    )


def probe(name, function):
    if name in MAKERS:
        made = [
            kind
            for kind in "biufc" + "Mm" * (name in TIMED)
            if accepts(MAKERS[name], np.dtype(values.KIND_TYPES[kind]))
        ]
        return ["kind:" + kind for kind in made] + ["value"]
    if name in UNTRIED:
        return []
    tried = forms(name, function) + mixes(name, function)
    needs, kinds = [], []
    for kind in "biufcMm":
        if any(accepts(call, array(kind)) for call in tried):
            kinds.append(kind)
    if not kinds:
        return []
    needs += ["kind:" + kind for kind in kinds]
    sample = array("f" if "f" in kinds else kinds[0])
    if any(accepts(call, sample[0].reshape(())) for call in tried):
        needs.append("0d")
    if any(accepts(call, sample[:0]) for call in tried):
        needs.append("empty")
    return needs + ["strided"]
