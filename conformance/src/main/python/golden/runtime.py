"""What must hold before NumPy is imported: the same arithmetic on every processor."""

import importlib.util
import os
import sys

# Everything above NumPy's baseline, glibc's fused functions and OpenBLAS's newer kernels are switched off.
SETTINGS = {
    "NPY_DISABLE_CPU_FEATURES": "X86_V3 X86_V4 AVX512_ICL AVX512_SPR",
    "GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4,-AVX512F",
    "OPENBLAS_CORETYPE": "Nehalem",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "1",
    "TZ": "UTC",
}


def settle():
    """Starts this program again in the right environment, once."""
    if any(os.environ.get(key) != value for key, value in SETTINGS.items()):
        environment = {**os.environ, **SETTINGS}
        os.execve(sys.executable, [sys.executable, "-W", "ignore"] + sys.argv, environment)


def check():
    try:
        import numpy
    except ImportError:
        sys.exit("golden: NumPy 2.4.6 is needed, there is none")
    if numpy.__version__ != "2.4.6":
        sys.exit(f"golden: NumPy 2.4.6 is needed, this is {numpy.__version__}")
    if importlib.util.find_spec("mpmath") is None:
        sys.exit("golden: mpmath is needed for the elementary functions, there is none")
