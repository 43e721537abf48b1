"""Writes the ufuncs of numpy, for UfuncTypesTest: python3 ufunc_types.py

One ufunc a line, fields separated by tabs: its name, the name it has itself (aliases differ), inputs, outputs, identity,
loops in NumPy's order. Loops of long doubles and objects are left out, as are those of long long, which is long here.
Deterministic: the same NumPy writes the same bytes.
"""

import pathlib

import numpy as np

OUT = pathlib.Path(__file__).parent.parent / "resources/io/arrayport/core/ufunc/ufunc_types.tsv"


def loops(ufunc):
    """The loops in letters that we have: q is l, and what is then there twice is so once."""
    texts = [text.replace("q", "l").replace("Q", "L") for text in ufunc.types if not set(text) & set("gGO")]
    return list(dict.fromkeys(texts))


def main():
    lines = []
    for name in sorted(vars(np)):
        ufunc = getattr(np, name)
        if isinstance(ufunc, np.ufunc):
            lines.append("\t".join([name, ufunc.__name__, str(ufunc.nin), str(ufunc.nout), str(ufunc.identity),
                                    " ".join(loops(ufunc))]))
    OUT.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
