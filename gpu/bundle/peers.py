"""The rows of Bench.java by CuPy and PyTorch, whichever is here: the same operations, sizes and units."""
import time


def best(synchronize, operation, repeats=20):
    for _ in range(3):
        operation()
    synchronize()
    least = float("inf")
    for _ in range(repeats):
        begin = time.perf_counter()
        operation()
        synchronize()
        least = min(least, time.perf_counter() - begin)
    return least


def queued(synchronize, operation, repeats=2000):
    """Processor time of one small operation, in microseconds."""
    for _ in range(repeats):
        operation()
    synchronize()
    begin = time.perf_counter()
    for _ in range(repeats):
        operation()
    took = time.perf_counter() - begin
    synchronize()
    return took / repeats * 1e6


def report(peer, row, value, unit):
    print(f"{peer:10} {row:28} {value:12.3f} {unit}")


def cupy_rows(cp):
    sync = cp.cuda.Device().synchronize
    n = 10**8
    a = cp.ones(n, cp.float32)
    b = cp.ones(n, cp.float32)
    out = cp.empty_like(a)
    report("cupy", "copy f32 1e8", 8 * n / best(sync, lambda: cp.copyto(out, a)) / 1e9, "GB/s")
    report("cupy", "add f32 1e8", 12 * n / best(sync, lambda: cp.add(a, b, out=out)) / 1e9, "GB/s")
    report("cupy", "sum f32 1e8", 4 * n / best(sync, lambda: a.sum()) / 1e9, "GB/s")
    fused = cp.fuse(lambda x, y: x * y + cp.sin(x) * 2)
    report("cupy", "x*y+sin(x)*2 f32 1e8 fused", best(sync, lambda: fused(a, b)) * 1e3, "ms")
    m = cp.ones((8192, 8192), cp.float32)
    report("cupy", "matmul f32 8192", 2 * 8192**3 / best(sync, lambda: m @ m, 5) / 1e12, "TFLOP/s")
    small = cp.ones(100, cp.float32)
    report("cupy", "add f32 100, queued", queued(sync, lambda: cp.add(small, small)), "us")


def torch_rows(torch):
    sync = torch.cuda.synchronize
    torch.backends.cuda.matmul.allow_tf32 = False
    n = 10**8
    a = torch.ones(n, device="cuda")
    b = torch.ones(n, device="cuda")
    out = torch.empty_like(a)
    report("torch", "copy f32 1e8", 8 * n / best(sync, lambda: out.copy_(a)) / 1e9, "GB/s")
    report("torch", "add f32 1e8", 12 * n / best(sync, lambda: torch.add(a, b, out=out)) / 1e9, "GB/s")
    report("torch", "sum f32 1e8", 4 * n / best(sync, lambda: a.sum()) / 1e9, "GB/s")
    m = torch.ones((8192, 8192), device="cuda")
    report("torch", "matmul f32 8192", 2 * 8192**3 / best(sync, lambda: m @ m, 5) / 1e12, "TFLOP/s")
    small = torch.ones(100, device="cuda")
    report("torch", "add f32 100, queued", queued(sync, lambda: torch.add(small, small)), "us")


for name, rows in (("cupy", cupy_rows), ("torch", torch_rows)):
    try:
        rows(__import__(name))
    except Exception as missing:  # not installed, or without a device
        print(f"{name:10} not here: {missing}")
