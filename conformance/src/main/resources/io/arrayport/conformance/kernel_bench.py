"""NumPy's side of KernelBench: answers each line 'operation dtype n calls' with the nanoseconds of one call."""
import sys
import time

import numpy as np


def aligned(n, dtype):
    """n elements at an address that is a multiple of 64, as Arrayport's are."""
    raw = np.empty(n * dtype.itemsize + 64, np.uint8)
    start = -raw.ctypes.data % 64
    return raw[start:start + n * dtype.itemsize].view(dtype)


arrays = {}
print(np.__version__, flush=True)
for line in sys.stdin:
    operation, name, n, calls = line.split()
    key = (name, int(n))
    if key not in arrays:
        arrays.clear()
        dtype = np.dtype(name)
        a, b, out = (aligned(int(n), dtype) for _ in range(3))
        a[:] = np.arange(int(n)) % 1000
        b[:] = 3
        out[:] = 0
        arrays[key] = a, b, out
    a, b, out = arrays[key]
    add, reduce = np.add, np.add.reduce
    rounds = range(int(calls))
    if operation == "add":
        start = time.perf_counter_ns()
        for _ in rounds:
            add(a, b, out)
    else:
        start = time.perf_counter_ns()
        for _ in rounds:
            reduce(a)
    print((time.perf_counter_ns() - start) / int(calls), flush=True)
