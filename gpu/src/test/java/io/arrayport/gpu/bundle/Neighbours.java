package io.arrayport.gpu.bundle;

import static io.arrayport.core.Np.np;

import java.util.List;
import java.util.Locale;

import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.python.PyObject;
import io.arrayport.dlpack.python.Python;

/**
 * Exchanges device memory with PyTorch and CuPy in this process, both ways: the addresses are the same, what one side
 * writes the other one reads. A library that {@code python3} lacks is said to be missing.
 */
final class Neighbours {
    private static final int ROUNDS = 1000;

    /**
     * A library.
     *
     * @param make twelve float32 from 0 on
     * @param address of what is called {@code array}
     * @param settle waits until all of its work is done
     */
    private record Library(String name, Device device, String make, String address, String settle) {}

    private static final List<Library> ALL = List.of(
            new Library("torch", Device.cuda(0), "array = torch.arange(12., device='cuda')", "array.data_ptr()",
                    "torch.cuda.synchronize()"),
            new Library("cupy", Device.cuda(0), "array = cupy.arange(12, dtype='float32')", "array.data.ptr",
                    "cupy.cuda.Device().synchronize()"),
            new Library("numpy", Device.CPU, "array = numpy.arange(12, dtype='float32')", "array.ctypes.data", "pass"));

    private Neighbours() {}

    /** @param names of libraries; all without */
    public static void main(String[] names) {
        boolean failed = false;
        try (Python python = Python.start()) {
            for (Library library : ALL) {
                if (names.length == 0 || List.of(names).contains(library.name)) {
                    failed |= !isWell(python, library);
                }
            }
        } catch (ArrayportException absent) {
            System.out.println("no Python to exchange with: " + absent.getMessage());
        }
        System.exit(failed ? 1 : 0);
    }

    private static boolean isWell(Python python, Library library) {
        try {
            python.exec("import " + library.name);
        } catch (ArrayportException absent) {
            System.out.println(library.name + ": not there");
            return true;
        }
        try {
            theirs(python, library);
            ours(python, library);
            return true;
        } catch (ArrayportException | IllegalStateException wrong) {
            System.out.println(library.name + ": FAILED: " + wrong);
            return false;
        }
    }

    private static void theirs(Python python, Library library) {
        python.exec(library.make);
        try (PyObject object = python.get("array"); NdArray array = object.toArray()) {
            same(library, "device of what is imported", library.device, array.device());
            same(library, "address of what is imported", number(python, library.address), (double) array.address());
            same(library, "sum of what is imported", 66.0, sum(array));
            array.fill(7);
            sum(array);
            same(library, "what was written, read there", 84.0, number(python, "float(array.sum())"));
            long begin = System.nanoTime();
            for (int i = 0; i < ROUNDS; i++) {
                object.toArray().close();
            }
            report(library, "import", System.nanoTime() - begin);
        }
    }

    private static void ours(Python python, Library library) {
        try (NdArray array = np.on(library.device).arange(12.0);
                PyObject object = python.producer().accept(array);
                PyObject from = python.eval(library.name + ".from_dlpack");
                PyObject tensor = from.call(object)) {
            python.set("array", tensor);
            same(library, "address of what is exported", (double) array.address(), number(python, library.address));
            same(library, "sum of what is exported", 66.0, number(python, "float(array.sum())"));
            python.exec("array += 1\n" + library.settle);
            same(library, "what they wrote, read here", 78.0, sum(array));
            long begin = System.nanoTime();
            for (int i = 0; i < ROUNDS; i++) {
                from.call(object).close();
            }
            report(library, "export", System.nanoTime() - begin);
            python.exec("del array");
        }
    }

    /** Copied to main memory, which waits for what is queued on the device. */
    private static double sum(NdArray array) {
        try (var _ = np.scope()) {
            return np.sum(array).toDevice(Device.CPU).toDouble();
        }
    }

    private static double number(Python python, String expression) {
        try (PyObject value = python.eval(expression)) {
            return value.toDouble();
        }
    }

    private static void same(Library library, String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new IllegalStateException(library.name + ": " + what + " is " + actual + ", expected " + expected);
        }
    }

    private static void report(Library library, String what, long nanos) {
        System.out.printf(Locale.ROOT, "%s: %s uncopied, %.1f us each%n", library.name, what, nanos / 1e3 / ROUNDS);
    }
}
