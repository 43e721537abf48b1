"""einsum and einsum_path."""

import itertools

import numpy as np

import layouts
import values

EXPRESSIONS = {
    "i->": ["3"],
    "i->i": ["3"],
    "ij->ji": ["23"],
    "ij": ["23"],
    "ji": ["23"],
    "ij->": ["23"],
    "ij->j": ["23"],
    "ij->i": ["23"],
    "ii": ["33"],
    "ii->i": ["33"],
    "iii->i": ["333"],
    "i,i": ["3", "3"],
    "i,i->i": ["3", "3"],
    "i,j": ["3", "2"],
    "i,j->ij": ["3", "2"],
    "i,j->ji": ["3", "2"],
    "ij,jk": ["23", "34"],
    "ij,jk->ik": ["23", "34"],
    "ij,jk->ki": ["23", "34"],
    "ij,ij->": ["23", "23"],
    "ij,ij->i": ["23", "23"],
    "ij,kj->ik": ["23", "43"],
    "ijk,ikl->ijl": ["234", "242"],
    "ijk,jil->kl": ["234", "325"],
    "...i->...": ["23"],
    "...ij,...jk->...ik": ["223", "232"],
    "i...->...": ["23"],
    "ij,j": ["23", "3"],
    "i,ij,j": ["2", "23", "3"],
    "ij,jk,kl->il": ["23", "34", "42"],
    " i j -> j i ": ["23"],
    "b,->b": ["3", ""],
    ",": ["", ""],
    "...,...": ["23", "3"],
    "ijj->i": ["233"],
    "AB,BA->A": ["23", "32"],
    "i...j->j...i": ["234"],
    "kij,k": ["423", "4"],
}
REFUSED = {
    "ij": ["3"],
    "i,i": ["3", "4"],
    "i->j": ["3"],
    "i->ii": ["3"],
    "i": ["3", "3"],
    "i,j": ["3"],
    "ii": ["23"],
    "...->i": ["3"],
    "i->i->i": ["3"],
    "i$": ["3"],
    "....i": ["3"],
    "i..j->ij": ["23"],
}


def operands(shapes, dtype="i4"):
    given = []
    for number, text in enumerate(shapes):
        shape = tuple(map(int, text))
        given.append(values.plain(dtype, int(np.prod(shape)), 2 * number).reshape(shape))
    return given


def build(suite):
    for (text, shapes), dtype in itertools.product(EXPRESSIONS.items(), ("i4", "f8", "c8", "?")):
        suite.add(f"einsum/{dtype}/#", "einsum", [text, *operands(shapes, dtype)], shares=dtype == "f8")
        suite.add(
            f"einsum/optimized {dtype}/#", "einsum", [text, *operands(shapes, dtype)], {"optimize": True}, layout=False
        )
        if dtype == "i4":
            for layout in ("transposed", "reversed", "foreign"):
                given = [layouts.lay(array, layout) if array.ndim else array for array in operands(shapes)]
                suite.add(f"einsum/{layout}/#", "einsum", [text, *given])
            for order, casting in itertools.product("CFAK", ("safe", "unsafe")):
                suite.add(
                    "einsum/keywords/#",
                    "einsum",
                    [text, *operands(shapes)],
                    {"order": order, "casting": casting, "dtype": np.dtype("f8")},
                )
            for how in (False, "greedy", "optimal"):
                if len(shapes) > 1 and "." not in text:  # an ellipsis gets a letter by chance
                    suite.add("einsum_path/#", "einsum_path", [text, *operands(shapes)], {"optimize": how}, fails=None)
    for text, shapes in REFUSED.items():
        suite.add("einsum/refused/#", "einsum", [text, *operands(shapes)], fails=True)
        suite.add("einsum_path/refused/#", "einsum_path", [text, *operands(shapes)], fails=None)
    for dtype in values.NUMERIC + values.TIMES:
        suite.add(f"einsum/{dtype}", "einsum", ["ij,jk", *operands(["23", "32"], dtype)], fails=None)
        suite.add(f"einsum_path/{dtype}", "einsum_path", ["ij,jk", *operands(["23", "32"], dtype)], fails=None)
    a, b = operands(["23", "34"])
    for dtype in ("i4", "i8", "f4"):
        suite.add(f"einsum/out {dtype}", "einsum", ["ij,jk", a, b], {"out": np.zeros((2, 4), dtype)}, fails=None)
    suite.add("einsum/out shape", "einsum", ["ij,jk", a, b], {"out": np.zeros((2, 3))}, fails=True)
    suite.add("einsum/sublists", "einsum", [a, [0, 1], b, [1, 2], [2, 0]])
    suite.add("einsum/sublists plain", "einsum", [a, [0, 1], b, [1, 2]])
    suite.add("einsum/empty", "einsum", ["ij,jk", np.empty((2, 0)), np.empty((0, 3))])
    for cover, given in (("empty", np.empty((2, 0))), ("strided", np.ones((4, 2))[::2])):
        suite.add(f"einsum_path/{cover}", "einsum_path", ["ij,kj", given, given])
