"""NumPy's side of the bench: answers each line of standard input with one of standard output, both JSON; the
questions are those of ChildLoop.java, with what NumPy is to do in them."""
import gc
import json
import sys
from itertools import repeat
from time import perf_counter_ns as clock

try:
    import numpy as np
except ImportError:
    print(json.dumps({"failed": "this Python has no NumPy"}), flush=True)
    sys.exit(2)

KEPT_BYTES = 1 << 30
kept = {}


def aligned(count, dtype, boundary=64):
    """count elements at a multiple of 64 bytes, or of a huge page where Arrayport's are too."""
    if count * dtype.itemsize >= 4 << 20:
        boundary = 2 << 20
    raw = np.empty(count * dtype.itemsize + boundary, np.uint8)
    start = -raw.ctypes.data % boundary
    return raw[start:start + count * dtype.itemsize].view(dtype)


def numbers(seed, count, low, high):
    """splitmix64, as Fill.java has it."""
    with np.errstate(over="ignore"):
        z = np.uint64(seed % 2**64) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ z >> np.uint64(30)) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ z >> np.uint64(27)) * np.uint64(0x94D049BB133111EB)
        z ^= z >> np.uint64(31)
    return low + (z >> np.uint64(11)).astype(np.float64) * 2.0**-53 * (high - low)


def distinct(seed, count):
    """Whole numbers of 24 bits, as Fill.java has them."""
    mask = 2**24 - 1
    z = (seed % 2**24 + np.arange(count, dtype=np.int64)) % 2**24 * 0x5BD1E995 & mask
    z = (z ^ z >> 13) * 0x2C1B3C6D & mask
    return (z ^ z >> 11).astype(np.float64)


def make(spec):
    dtype = np.dtype(spec["dtype"])
    shape, low, high = spec["shape"], spec["low"], spec["high"]
    count = int(np.prod(shape, dtype=np.int64))
    needed = count * (2 if dtype.kind == "c" else 1)
    values = distinct(spec["seed"], needed) if spec["distinct"] else numbers(spec["seed"], needed, low, high)
    if dtype.kind == "b":
        values = values < (low + high) / 2
    elif dtype.kind in "iu":
        values = np.floor(values)
    elif dtype.kind == "c":
        values = values.view(np.complex128)
    array = aligned(count, dtype)
    array[:] = values.astype(dtype)
    return array.reshape(shape)


def arrays(specs, written):
    """The case's inputs, shared with other cases but for what this one writes."""
    if sum(each.nbytes for each in kept.values()) > KEPT_BYTES:
        kept.clear()
    found = {}
    for spec in specs:
        key = json.dumps(spec)
        if spec["name"] == written:
            base = make(spec)
        elif key in kept:
            base = kept[key]
        else:
            base = kept[key] = make(spec)
        found[spec["name"]] = eval("base" + spec["view"], {"base": base})
    return found


def text_number(text):
    """As Check.java counts a string."""
    return float(sum((place + 1) * ord(character) for place, character in enumerate(text)))


def check(result, filled):
    if isinstance(result, tuple):
        result = result[0]
    result = np.asarray(result)
    flat = result.reshape(-1)[::max(1, result.size // 4096)]
    if flat.dtype.kind in "US":
        flat = np.array([text_number(text) for text in flat.astype("U")])
    elif flat.dtype.kind in "mM":
        flat = flat.view(np.int64)
    flat = flat.astype(np.complex128) if flat.dtype.kind == "c" else flat.astype(np.float64)
    flat = flat.real + 2 * flat.imag if flat.dtype.kind == "c" else flat
    weighted = float(np.sum((np.arange(flat.size) % 7 + 1) * flat))
    return {"dtype": result.dtype.name, "shape": list(result.shape), "weighted": weighted if filled else 0.0,
            "magnitude": float(np.sum(np.abs(flat))) if filled else 0.0}


def prepare(question):
    names = {"np": np, "n": question["n"], **arrays(question["inputs"], question["written"])}
    exec(question["setup"], names)
    del names["__builtins__"]
    parameters = ", ".join(name for name in names if name not in ("np", "n"))
    code = f"""
def call({parameters}):
    {question["numpy"] if question["written"] else "return " + question["numpy"]}
    return {question["written"] or None}
def run(calls, {parameters}):
    begin = clock()
    for _ in repeat(None, calls):
        {question["numpy"]}
    return clock() - begin
"""
    space = {"np": np, "n": question["n"], "clock": clock, "repeat": repeat}
    exec(code, space)
    given = [names[name] for name in names if name not in ("np", "n")]
    return lambda: space["call"](*given), lambda calls: space["run"](calls, *given)


def warm(most):
    begin, per_call, last = clock(), run(1), [0.0] * 3
    for turn in range(1 << 30):
        calls = max(1, min(10**7, int(10e6 / max(per_call, 1))))
        per_call = run(calls) / calls
        last[turn % 3] = per_call
        if turn >= 3 and max(last) <= 1.1 * min(last) or clock() - begin > most:
            return per_call


def answer(question):
    global call, run
    do = question["do"]
    if do == "facts":
        return {"version": np.__version__, "python": sys.version.split()[0], "blas": blas()}
    if do == "prepare":
        call, run = prepare(question)
        return {"check": check(call(), question["filled"])}
    if do == "first":
        call, run = prepare(question)
        return {"nanos": run(1), "check": check(call(), question["filled"])}
    if do == "warm":
        return {"nanos": warm(question["most"])}
    return {"nanos": run(question["calls"])}


def blas():
    try:
        return np.show_config(mode="dicts")["Build Dependencies"]["blas"]["name"]
    except Exception:
        return "unknown"


call = run = None
gc.disable()
for line in sys.stdin:
    try:
        print(json.dumps(answer(json.loads(line))), flush=True)
    except Exception as failure:
        print(json.dumps({"failed": f"{type(failure).__name__}: {failure}"}), flush=True)
