"""Writes the golden cases of IndexingGoldenTest with NumPy 2.4: python3 indexing_golden.py

One case a line, fields separated by tabs:
    shape, strides, offset  of the array, in bytes from its lowest element's address
    index                   the text between the brackets
    shape, strides, offset  of the view; or only "error" where NumPy or Python refuses the index
Deterministic: the same NumPy writes the same bytes.
"""

import gzip
import itertools
import pathlib

import numpy as np

OUT = pathlib.Path(__file__).parent.parent / "resources/io/arrayport/core/index/indexing_golden.tsv.gz"
rng = np.random.default_rng(20260102)
lines = []


def escape(text):
    return text.replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r").replace("\f", "\\f")


def geometry(array, origin):
    offset = array.__array_interface__["data"][0] - origin
    return [",".join(map(str, array.shape)), ",".join(map(str, array.strides)), str(offset)]


def case(array, text):
    origin = np.lib.array_utils.byte_bounds(array)[0]
    fields = geometry(array, origin) + [escape(text)]
    try:
        view = eval(f"array[{text}]", {"array": array, "np": np, "newaxis": np.newaxis})
    except (IndexError, ValueError, OverflowError, SyntaxError, NameError, TypeError):
        fields += ["error"]
    else:
        # A full index gives a scalar; with an ellipsis it would be the view.
        if not isinstance(view, np.ndarray):
            view = array[...] if text.strip() == "()" else eval(f"array[{text.strip().rstrip(',')}, ...]")
        fields += geometry(view, origin)
    lines.append("\t".join(fields))


def number(reach):
    """Mostly inside an axis, sometimes beyond either end."""
    return int(rng.integers(-reach, reach + 1))


def slice_text():
    part = lambda reach: "" if rng.random() < 0.35 else str(number(reach))
    step = "" if rng.random() < 0.3 else str(rng.choice([-9, -3, -2, -1, -1, 1, 2, 3, 7]))
    blank = " " if rng.random() < 0.1 else ""
    return part(7) + blank + ":" + part(7) + (":" + step if rng.random() < 0.5 else "")


def item():
    draw = rng.random()
    if draw < 0.5:
        return slice_text()
    if draw < 0.75:
        return str(number(3))
    return "None" if draw < 0.88 else "..."


base = np.zeros((6, 8, 10), "i2")
arrays = [np.zeros(shape, "f8") for shape in [(), (1,), (3,), (5,), (3, 4), (1, 5), (2, 3, 4), (2, 1, 3, 2)]]
arrays += [np.zeros(shape, "i4") for shape in [(0,), (0, 3), (3, 0), (2, 0, 4)]]
arrays += [base[::2, 1:7:3, ::-1], base.T, base[::-1, ::-2, 3], base[5, ::-1], np.broadcast_to(base[0, 0, :4], (3, 4)),
           base[:, None, 2, ::3], np.asfortranarray(base)]

# Every pair of bounds around a short axis, with every small step.
for bounds in itertools.product(["", "-4", "-3", "-1", "0", "1", "2", "3", "4"], repeat=2):
    for step in ("", "1", "2", "-1", "-2", "-5"):
        case(np.zeros(3, "i1"), ":".join(bounds) + (":" + step if step else ""))
for position in range(-5, 6):
    for array in (np.zeros(3, "i8"), np.zeros((4, 2), "i8"), np.zeros((0, 2), "i8")):
        case(array, str(position))
        case(array, f":, {position}")
        case(array, f"..., {position}")

# Random expressions on contiguous, strided, reversed, broadcast and empty arrays.
for array in arrays:
    for _ in range(120):
        count = int(rng.integers(1, array.ndim + 3))
        items = [item() for _ in range(count)]
        if items.count("...") > 1 and rng.random() < 0.7:
            items = [":" if text == "..." else text for text in items]
        case(array, rng.choice([",", ", ", " , "]).join(items) + ("," if rng.random() < 0.1 else ""))

# Spelling.
SPELLINGS = """1:,|()| () |1 : 2|\t1\t:\t2\t|\n1|1\n,\n0|+1|--1|-+-1|- 1|+ + 1|1_0:|1__0|1_|_1|0|00|-0|01|0_1|10|1:2:3:4|1,,2|,
|,1|1 2|1:2 3|..|....|... ...|...,...|...,None,...|... ,0|None|None:|None:None|None:None:None|:None:2|None None|None1
|newaxis|np.newaxis, 1|: ,:|::|: :|: : 1|:,|::,|1:-1|-1:|:-1|::-1|::0|1:1:0|1.|1.5|1e0|1:2.0|x|-|1:-|+,1|--
|9223372036854775807|9223372036854775808|-9223372036854775808|-9223372036854775809|9223372036854775808:
|:9223372036854775808|-9223372036854775809:|:-99999999999999999999|::99999999999999999999|0:0:-99999999999999999999
|...:|:...|None:1:|1:None|-1 , -1|\f1|1\r\n,0| 1 | ::2 |...,|None,|1:2,|-  1:|:- 1| ... |1 :|1: :1|1;2|1:2]|[1|(1|1)|#|1 #"""
for text in SPELLINGS.replace("\n|", "|").split("|"):
    for array in (np.zeros((3,), "i2"), np.zeros((3, 4), "i2")):
        case(array, text)
case(np.zeros(3, "i2"), "")
case(np.zeros(3, "i2"), " ")

# The limit of 64 axes.
for count in (62, 63, 64, 65):
    for rest in ("0", ":", "...", "::2, 0", "0, 0"):
        for array in (np.zeros((3,), "i2"), np.zeros((3, 4), "i2")):
            case(array, "None," * count + rest)

text = f"# NumPy {np.__version__}, {len(lines)} cases\n" + "\n".join(lines) + "\n"
OUT.write_bytes(gzip.compress(text.encode(), mtime=0))
errors = sum(line.endswith("error") for line in lines)
print(len(lines), "cases,", errors, "errors,", OUT.stat().st_size, "bytes compressed")
