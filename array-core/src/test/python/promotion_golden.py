"""Writes the golden cases of PromotionGoldenTest with NumPy 2.4: python3 promotion_golden.py

One case a line, fields separated by tabs; types are array-protocol strings:
    promote  a, b                   np.promote_types(a, b); every pair, in both byte orders
    cast     from, to               np.can_cast as five digits: no, equiv, safe, same_kind, unsafe
    result   types, weak            np.result_type of up to three types (comma-separated) and Python numbers, by kind
    min      value                  np.min_scalar_type; values are b, i, f (hexadecimal), s (a float32), c (two floats)
The last field is the answer, "error" where NumPy raises, "object" where it has only its object type.
bfloat16 is not here: NumPy has no such type. Deterministic: the same NumPy writes the same bytes.
"""

import gzip
import itertools
import pathlib

import numpy as np

OUT = pathlib.Path(__file__).parent.parent / "resources/io/arrayport/core/dtype/promotion_golden.tsv.gz"
TYPES = ["b1", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16"]
ORDERED = list(dict.fromkeys(np.dtype(order + name).str for order in "<>" for name in TYPES))
CASTING = ["no", "equiv", "safe", "same_kind", "unsafe"]
WEAK = {"BOOL": True, "INT": 1, "FLOAT": 1.0, "COMPLEX": 1j}

lines = []
for a, b in itertools.product(ORDERED, repeat=2):
    lines.append(["promote", a, b, np.promote_types(a, b).str])
    lines.append(["cast", a, b, "".join(str(int(np.can_cast(a, b, casting))) for casting in CASTING)])

for count in range(4):
    for types in itertools.combinations(TYPES, count):
        for weak in itertools.chain.from_iterable(itertools.combinations(WEAK, n) for n in range(5)):
            try:
                answer = np.result_type(*types, *(WEAK[kind] for kind in weak)).str
            except ValueError:
                answer = "error"
            lines.append(["result", ",".join(types), ",".join(weak), answer])


def text(number):
    """Java reads hexadecimal floats as Python writes them, but for these two."""
    return {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}.get(float(number).hex(), float(number).hex())


def smallest(written, value):
    lines.append(["min", written, np.min_scalar_type(value).str.replace("|O", "object")])


for flag in (False, True):
    smallest(f"b{flag}", flag)
edges = {0, 1, 2**65, 2**100} | {2**power + by for power in (7, 8, 15, 16, 31, 32, 63, 64) for by in (-1, 0, 1)}
for number in sorted(edges | {-edge for edge in edges}):
    smallest(f"i{number}", number)
limits = [65000.0, 65504.0, 65520.0, 3.4e38, float(np.finfo("f4").max), 1e39, float(np.finfo("f8").max)]
reals = [0.0, 0.1, 1.0, 5e-324, 1e-30, np.inf, np.nan] + limits
reals += [float(np.nextafter(limit, to)) for limit in limits[:-1] for to in (0, np.inf)]
reals += [-real for real in reals]
for real in reals:
    smallest(f"f{text(real)}", real)
    with np.errstate(over="ignore"):
        smallest(f"s{text(np.float32(real))}", np.float32(real))
    for number in (complex(real, 1), complex(1, real)):
        smallest(f"c{text(number.real)},{text(number.imag)}", number)

with gzip.GzipFile(OUT, "wb", mtime=0) as file:
    file.write(("# NumPy " + np.__version__ + "\n" + "\n".join(map("\t".join, lines)) + "\n").encode())
