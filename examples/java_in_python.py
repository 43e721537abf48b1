"""A Python that hosts the JVM: a NumPy array goes to Java and Java's array comes back, and not a byte moves.

    python3 examples/java_in_python.py

needs NumPy, JPype (Debian: python3-jpype) and a JDK 25 in JAVA_HOME, and the repository built.
"""

import ctypes
import os
import sys
from pathlib import Path

try:
    import jpype
    import numpy as np
except ImportError as missing:
    sys.exit("java_in_python: %s; install python3-numpy and python3-jpype" % missing)

ROOT = Path(__file__).resolve().parent.parent
CLASSES = [ROOT / "array-core/target/classes", ROOT / "dlpack/target/classes"]
CLASSES += [Path(entry) for entry in os.environ.get("ARRAYPORT_CLASSES", "").split(os.pathsep) if entry]


def start():
    if not all(folder.exists() for folder in CLASSES):
        sys.exit("java_in_python: Arrayport is not built; run mvn -DskipTests package first")
    jpype.startJVM("--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED",
                   classpath=[str(folder) for folder in CLASSES], convertStrings=True)


def to_java(array):
    """A NumPy array as Java's, by the capsule itself: Java takes over the tensor in it, and frees it by its deleter."""
    api = ctypes.pythonapi
    api.PyCapsule_GetPointer.restype = ctypes.c_void_p
    api.PyCapsule_GetPointer.argtypes = [ctypes.py_object, ctypes.c_char_p]
    api.PyCapsule_SetName.argtypes = [ctypes.py_object, ctypes.c_char_p]
    try:
        capsule = array.__dlpack__(max_version=(1, 3))
    except TypeError:  # NumPy before 2.1
        capsule = array.__dlpack__()
    versioned = '"dltensor_versioned"' in repr(capsule)
    address = api.PyCapsule_GetPointer(capsule, b"dltensor_versioned" if versioned else b"dltensor")
    api.PyCapsule_SetName(capsule, USED_VERSIONED if versioned else USED)
    access = jpype.JClass("io.arrayport.dlpack.LegacyAccess").WRITEABLE
    return jpype.JClass("io.arrayport.dlpack.DlpackRaw").open("numpy", address, versioned, access)


# A capsule keeps the pointer to its name, so that has to stay.
USED, USED_VERSIONED = b"used_dltensor", b"used_dltensor_versioned"


def to_numpy(array):
    """Java's array as NumPy's: the Java side joins this interpreter, and hands out an object of Python."""
    python = jpype.JClass("io.arrayport.dlpack.python.Python").start()
    try:
        reference = python.numpy().accept(array)
        return ctypes.cast(reference.address(), ctypes.py_object).value
    finally:
        python.close()


def main():
    start()
    print("Java", jpype.java.lang.System.getProperty("java.version"), "in Python", sys.version.split()[0])

    theirs = np.arange(6.0)
    ours = to_java(theirs)
    print("Java has", ours, "at the same address:", ours.address() == theirs.ctypes.data)
    ours.setDouble(-1, 0)
    print("NumPy sees", theirs)
    ours.close()

    java = jpype.JClass("io.arrayport.core.Np").np
    made = java.array(jpype.JArray(jpype.JDouble)([1.0, 2.0, 4.0]))
    back = to_numpy(made)
    print("NumPy has", back, "at the same address:", back.ctypes.data == made.address())
    made.close()  # NumPy keeps the memory by itself
    print("and still has", back)


if __name__ == "__main__":
    main()
