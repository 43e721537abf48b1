"""Writes resolve_cases.txt: the element types of NumPy's results.

Run with NumPy 2.4.6: python3 resolve_cases.py. A line is name|types, one letter a result or '!' for an error: of a
ufunc of one operand, for each type; of two, for each pair of types, and then for each type with each of the weak
numbers True, 1, 1.5 and 1j. A line name dtype=x|types has that dtype given, and types paired with themselves alone.
"""
import pathlib
import warnings

import numpy as np

OUT = pathlib.Path(__file__).parent.parent / "resources/io/arrayport/core/ufunc/resolve_cases.txt"
LETTERS = "?bhilBHILefdFD"
NAMES = ["absolute", "add", "divide", "equal", "less", "maximum", "multiply", "negative", "sqrt", "square", "subtract"]


def letter(name, *operands, **keywords):
    try:
        return getattr(np, name)(*operands, **keywords).dtype.char
    except TypeError:
        return "!"


def main():
    warnings.simplefilter("ignore")
    np.seterr(all="ignore")
    lines = []
    arrays = [np.ones(1, c) for c in LETTERS]
    for name in NAMES:
        if getattr(np, name).nin == 1:
            lines.append(name + "|" + "".join(letter(name, a) for a in arrays))
        else:
            pairs = [letter(name, a, b) for a in arrays for b in arrays]
            weak = [letter(name, a, w) for a in arrays for w in (True, 1, 1.5, 1j)]
            lines.append(name + "|" + "".join(pairs + weak))
        for wanted in "?bLefdD":
            nin = getattr(np, name).nin
            lines.append(f"{name} dtype={wanted}|" + "".join(letter(name, *[a] * nin, dtype=wanted) for a in arrays))
    with OUT.open("w") as out:
        out.write(f"# numpy {np.__version__}\n" + "\n".join(lines) + "\n")


main()
