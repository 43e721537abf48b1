"""out, where, dtype, casting, order of ufuncs, and operands that overlap."""

import itertools

import numpy as np

import encode
import layouts
import ufuncs
import values


def build(suite, ufunc, add):
    for dtypes in _chosen(ufunc):
        label = ufuncs.label(dtypes)
        tag = lambda id: f"{label}/{id}"
        given = [_plain(ufunc, dtype, position) for position, dtype in enumerate(dtypes)]
        with np.errstate(all="ignore"):
            result = ufunc(*given)
        types = [array.dtype for array in (result if isinstance(result, tuple) else (result,))]
        outs = lambda shape, layout="contiguous": [
            layouts.lay(
                values.plain(dtype, 6).reshape(2, 3) if dtype.kind not in "Mm" else np.zeros((2, 3), dtype), layout
            ).reshape(shape)
            for dtype in types
        ]
        single = ufunc.nout == 1
        pack = lambda arrays: arrays[0] if single else tuple(arrays)
        out(suite, ufunc, add, tag, given, outs, pack, single)
        where(suite, ufunc, add, tag, given, outs, pack)
        if dtypes[0].kind not in "Mm" or ufunc.__name__ == "isnat":
            dtype_casting(suite, ufunc, add, tag, given, types[0])
        for order, layout in itertools.product("CFAK", ("contiguous", "transposed")):
            laid = [layouts.lay(array, layout) for array in given]
            add(suite, tag(f"order {order} {layout}"), ufunc, laid, {"order": order})
        if single and types[0] == dtypes[0] and dtypes[0] == dtypes[-1]:
            overlap(suite, ufunc, add, tag, dtypes)


def _chosen(ufunc):
    """The last loop of each kind is enough for keywords, which know nothing of types."""
    by_kind = {}
    for dtypes in ufuncs.loops(ufunc):
        by_kind["".join(dtype.kind for dtype in dtypes)] = dtypes
    return [
        dtypes for kinds, dtypes in by_kind.items() if kinds in ("b", "bb", "i", "ii", "f", "ff", "cc", "mm", "M", "fi")
    ]


def _plain(ufunc, dtype, position):
    if dtype.kind in "Mm":
        return np.arange(1, 7).astype("i8").view(dtype).reshape(2, 3)
    array = (
        np.abs(values.plain(dtype, 6)) if ufunc.__name__ in POSITIVE and dtype.kind in "if" else values.plain(dtype, 6)
    )
    if ufunc.__name__ == "reciprocal":
        array[array == 0] = 1
    return array.astype(dtype).reshape(2, 3)


POSITIVE = {"power", "left_shift", "right_shift"}


def out(suite, ufunc, add, tag, given, outs, pack, single):
    for layout in ("contiguous", "strided", "transposed"):
        add(
            suite,
            tag(f"out {layout}"),
            ufunc,
            given,
            (
                {"out": pack(outs((2, 3), layout))}
                if layout != "strided"
                else {"out": pack([layouts.lay(np.zeros((2, 3), array.dtype), "strided") for array in outs((2, 3))])}
            ),
        )
    if not single:
        return
    add(suite, tag("out positional"), ufunc, [*given, *outs((2, 3))])
    add(suite, tag("out none"), ufunc, given, {"out": None})
    larger = np.zeros((2, 2, 3), outs((2, 3))[0].dtype)
    add(suite, tag("out larger"), ufunc, given, {"out": larger})
    add(suite, tag("out too small"), ufunc, given, {"out": outs(6)[0][:3].copy()}, fails=True)
    add(suite, tag("out readonly"), ufunc, given, {"out": layouts.lay(outs((2, 3))[0], "readonly")}, fails=True)
    for target in ("int8", "float32", "complex128", "bool", ">f8"):
        out = np.zeros((2, 3), target)
        if _lossy(ufunc, given, out.dtype):
            continue
        add(suite, tag(f"out {target}"), ufunc, given, {"out": out}, fails=None)
        add(
            suite,
            tag(f"out unsafe {target}"),
            ufunc,
            given,
            {"out": np.zeros((2, 3), target), "casting": "unsafe"},
            fails=None,
        )


def _lossy(ufunc, given, dtype):
    """Whether the cast to `dtype` is one that depends on the processor."""
    with np.errstate(all="ignore"):
        result = np.asarray(ufunc(*given))
    if result.dtype.kind in "Mm":
        return True
    return dtype.kind == "i" and result.dtype.kind in "fc" and not (np.isfinite(result) & (abs(result) < 120)).all()


def where(suite, ufunc, add, tag, given, outs, pack):
    mask = np.array([[True, False, True], [False, False, True]])
    add(suite, tag("where"), ufunc, given, {"out": pack(outs((2, 3))), "where": mask})
    add(suite, tag("where row"), ufunc, given, {"out": pack(outs((2, 3))), "where": mask[0]})
    add(
        suite,
        tag("where column strided"),
        ufunc,
        [layouts.lay(array, "transposed") for array in given],
        {"out": pack(outs((2, 3))), "where": mask[:, ::2][:, :1]},
    )
    add(suite, tag("where true"), ufunc, given, {"where": True})
    add(suite, tag("where false"), ufunc, given, {"out": pack(outs((2, 3))), "where": False})
    add(suite, tag("where 0d"), ufunc, given, {"out": pack(outs((2, 3))), "where": np.array(True)})
    if ufunc.nout == 1:
        add(
            suite,
            tag("where not bool"),
            ufunc,
            given,
            {"out": outs((2, 3))[0], "where": np.array([1, 0, 1])},
            fails=None,
        )
        add(
            suite,
            tag("where shape"),
            ufunc,
            given,
            {"out": outs((2, 3))[0], "where": np.array([True, False])},
            fails=True,
        )


def dtype_casting(suite, ufunc, add, tag, given, own):
    add(suite, tag("dtype own"), ufunc, given, {"dtype": np.dtype(own)}, fails=None)
    for target in ("bool", "int16", "uint8", "int64", "float16", "float32", "float64", "complex64"):
        if given[0].dtype.kind in "fc" and np.dtype(target).kind in "iub":
            continue
        add(suite, tag(f"dtype {target}"), ufunc, given, {"dtype": np.dtype(target)}, fails=None)
        if target != "bool" and not (given[0].dtype.kind == "c" and np.dtype(target).kind != "c"):
            add(
                suite,
                tag(f"dtype unsafe {target}"),
                ufunc,
                given,
                {"dtype": np.dtype(target), "casting": "unsafe"},
                fails=None,
            )
    for casting in ("no", "equiv", "safe", "same_kind", "unsafe"):
        add(suite, tag(f"casting {casting}"), ufunc, given, {"casting": casting}, fails=None)
        foreign = [layouts.lay(array, "foreign") for array in given]
        add(suite, tag(f"casting {casting} foreign"), ufunc, foreign, {"casting": casting}, fails=None)
    add(suite, tag("casting unknown"), ufunc, given, {"casting": "loose"}, fails=True)
    add(suite, tag("order unknown"), ufunc, given, {"order": "Z"}, fails=True)


def overlap(suite, ufunc, add, tag, dtypes):
    """In place, and out lying over an input: NumPy works as if it had copied."""
    fresh = lambda: np.resize(_plain(ufunc, dtypes[0], 0).ravel(), 8)
    base = fresh()
    rest = [np.resize(_plain(ufunc, dtype, 1).ravel(), 7) for dtype in dtypes[1:]]
    add(suite, tag("in place"), ufunc, [base[:7].copy(), *rest], {"out": encode.Same(0)})
    moves = {
        "ahead": (slice(0, 4), slice(1, 5)),
        "behind": (slice(1, 5), slice(0, 4)),
        "reversed": (slice(0, 4), slice(3, None, -1)),
        "strided": (slice(0, 8, 2), slice(0, 4)),
        "apart": (slice(0, 8, 2), slice(1, 8, 2)),
    }
    for name, (source, target) in moves.items():
        whole = fresh()
        args = [whole[source], *[array[:4] for array in rest]]
        low, high = np.lib.array_utils.byte_bounds(args[0])
        into = whole[target]
        mine = np.lib.array_utils.byte_bounds(into)
        if low <= mine[0] and mine[1] <= high:
            add(suite, tag(f"over {name}"), ufunc, args, {"out": into})
    if ufunc.nin == 2:
        whole = fresh()
        add(suite, tag("over both"), ufunc, [whole, whole[::-1]], {"out": encode.Same(0)})
        whole = fresh()
        add(suite, tag("squared"), ufunc, [whole, encode.Same(0)], {"out": encode.Same(0)})
