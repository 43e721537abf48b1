"""Writes the golden cases of KernelGoldenTest with NumPy 2.4: python3 kernels_golden.py

One case a line, fields separated by tabs; elements are bytes in hexadecimal, every nan the same one:
    values  lane                       the operands of the lines below
    unary   op  lane                   f(values[i])
    binary  op  lane                   f(values[i], values[j]), i slower than j
    reduce  op  lane  into  n          of n elements that the test draws as draw() does, twice for complex ones
    scan    op  lane  n                the last element of accumulate
Deterministic: the same NumPy on a processor with fused multiply-add writes the same bytes.
"""

import gzip
import pathlib

import numpy as np

np.seterr(all="ignore")
OUT = pathlib.Path(__file__).parent.parent / "resources/io/arrayport/core/kernel/kernels_golden.tsv.gz"
TYPES = {"BOOL": "?", "I8": "i1", "I16": "<i2", "I32": "<i4", "I64": "<i8", "U8": "u1", "U16": "<u2", "U32": "<u4",
         "U64": "<u8", "F16": "<f2", "F32": "<f4", "F64": "<f8", "C64": "<c8", "C128": "<c16"}
LANES = {np.dtype(text): lane for lane, text in TYPES.items()}
SIZES = [1, 2, 3, 5, 7, 8, 9, 16, 17, 31, 63, 64, 65, 100, 127, 128, 129, 130, 257, 1000, 5000]
BINARY = ["ADD", "SUBTRACT", "MULTIPLY", "DIVIDE", "MAXIMUM", "MINIMUM", "EQUAL", "NOT_EQUAL", "LESS", "LESS_EQUAL",
          "GREATER", "GREATER_EQUAL"]
lines = []


def values(dtype):
    rng = np.random.default_rng(20)
    if dtype.kind == "b":
        return np.array([False, True])
    if dtype.kind in "iu":
        info = np.iinfo(dtype)
        edges = [info.min, info.min + 1, info.max, info.max - 1, info.max // 2, 0, 1, 2, 3, 7]
        edges += [-1, -2, -5] if dtype.kind == "i" else [info.max // 2 + 1]
        return np.array(edges + rng.integers(info.min, info.max, 6, dtype, True).tolist(), dtype)
    part = dtype if dtype.kind == "f" else np.dtype("<f4" if dtype.itemsize == 8 else "<f8")
    info = np.finfo(part)
    edges = [0.0, -0.0, 1.0, -1.0, np.nan, np.inf, -np.inf, info.max, info.tiny, -info.smallest_subnormal, 1 / 3]
    if dtype.kind == "f":
        return np.array(edges + (rng.standard_normal(10) * 3).tolist(), part)
    few = edges[:3] + edges[4:8]
    pairs = [complex(a, b) for a in few for b in few] + [complex(info.tiny, edges[9]), complex(edges[9], 2.0)]
    return np.array(pairs + (rng.standard_normal(12) + 3j * rng.standard_normal(12)).tolist(), dtype)


def hexed(array):
    array = np.array(array, order="C")
    part = {"c": array.real.dtype, "f": array.dtype}.get(array.dtype.kind)
    if part is not None:
        parts = array.reshape(-1).view(part)
        parts[np.isnan(parts)] = np.nan
    return array.tobytes().hex()


def draw(dtype, n, near_one):
    """n elements from a linear congruential generator, the same in Java."""
    state = 12345
    complexes = dtype.kind == "c"
    drawn = []
    for _ in range(2 * n if complexes else n):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        drawn.append((state >> 33) % 65536 - 32768)
    if dtype.kind == "b":
        return np.array([value & 1 for value in drawn], dtype)
    if dtype.kind in "iu":
        return np.array(drawn, np.int64).astype(dtype)
    part = np.array([1 + value / 2**19 if near_one else value / 4096 for value in drawn])
    if not complexes:
        return part.astype(dtype)
    half = np.dtype("<f4" if dtype.itemsize == 8 else "<f8")
    return part.astype(half).view(dtype)


for lane, text in TYPES.items():
    dtype = np.dtype(text)
    operands = values(dtype)
    lines.append(["values", lane, hexed(operands)])
    a, b = (grid.reshape(-1).copy() for grid in np.meshgrid(operands, operands, indexing="ij"))
    for op in ["NEGATIVE", "ABSOLUTE", "SQUARE", "SQRT"]:
        ufunc = getattr(np, op.lower())
        if any(types.startswith(dtype.char + "->") for types in ufunc.types) and (op != "SQRT" or dtype.kind in "fc"):
            lines.append(["unary", op, lane, hexed(ufunc(operands))])
    for op in BINARY:
        ufunc = getattr(np, op.lower())
        if not any(types.startswith(dtype.char * 2 + "->") for types in ufunc.types) or \
                op == "DIVIDE" and dtype.kind not in "fc":
            continue
        lines.append(["binary", op, lane, hexed(ufunc(a, b))])
        if ufunc(a, b).dtype != dtype:
            continue
        for n in SIZES if dtype.kind != "b" else []:
            data = draw(dtype, n, op in ("MULTIPLY", "DIVIDE"))
            if dtype.kind != "c" or n != 2:  # of two complex numbers NumPy fuses what it does not fuse of three
                lines.append(["scan", op, lane, str(n), hexed(ufunc.accumulate(data, dtype=dtype)[-1])])
            lines.append(["reduce", op, lane, lane, str(n), hexed(ufunc.reduce(data, dtype=dtype))])
            if op in ("ADD", "MULTIPLY") and dtype.kind in "iu" and dtype.itemsize < 8:
                wide = ufunc.reduce(data)
                lines.append(["reduce", op, lane, LANES[wide.dtype], str(n), hexed(wide)])
    if dtype.kind == "b":
        for n in SIZES:
            lines.append(["reduce", "ADD", lane, "I64", str(n), hexed(np.add.reduce(draw(dtype, n, False)))])

text = "".join("\t".join(line) + "\n" for line in lines)
OUT.parent.mkdir(parents=True, exist_ok=True)
with open(OUT, "wb") as file, gzip.GzipFile(fileobj=file, mode="wb", filename="", mtime=0) as packed:
    packed.write(text.encode())
print(len(lines), "cases,", OUT.stat().st_size, "bytes")
