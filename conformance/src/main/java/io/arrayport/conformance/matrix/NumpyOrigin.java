package io.arrayport.conformance.matrix;

import java.util.Locale;

import io.arrayport.core.dtype.DType;
import io.arrayport.dlpack.python.PyObject;
import io.arrayport.dlpack.python.Python;
import io.arrayport.dlpack.python.PythonException;

/** Arrays that NumPy has made, in every layout: it has them all, but its capsules do not say all of them. */
record NumpyOrigin(Python python) implements Origin {
    private static final String MAKE = """
            def matrix_sample(dtype, layout):
                import numpy
                def line(n, of):
                    return numpy.arange(1, n + 1).astype(of)
                dtype = numpy.dtype(dtype)
                if layout == 'swapped':
                    return line(6, dtype.newbyteorder('>'))
                if layout == 'misaligned':
                    room = numpy.zeros(6 * dtype.itemsize + 1, 'u1')[1:].view(dtype)
                    room[...] = line(6, dtype)
                    return room
                if layout == 'read_only':
                    frozen = line(6, dtype)
                    frozen.flags.writeable = False
                    return frozen
                return {
                    'contiguous': lambda: line(6, dtype),
                    'matrix': lambda: line(6, dtype).reshape(2, 3),
                    'scalar': lambda: line(6, dtype)[:1].reshape(()),
                    'empty': lambda: line(0, dtype),
                    'strided': lambda: line(18, dtype)[1::3],
                    'negative': lambda: line(6, dtype)[::-1],
                    'transposed': lambda: line(6, dtype).reshape(2, 3).T,
                    'broadcast': lambda: numpy.broadcast_to(line(1, dtype), 6),
                }[layout]()
            """;

    @Override
    public String name() {
        return "NumPy";
    }

    @Override
    public Made make(DType dtype, Sample sample) {
        python.exec(MAKE);
        PyObject array = made(dtype, sample);
        try {
            return Made.opened(python.dlpack(array), address(array), array::close);
        } catch (PythonException refused) {
            array.close();
            throw new NoSuchSource(lastLine(refused));
        } catch (RuntimeException | Error e) {
            array.close();
            throw e;
        }
    }

    private PyObject made(DType dtype, Sample sample) {
        try {
            return python.get("matrix_sample").call(Matrix.name(dtype).replace("StringDType", "T"),
                    sample.name().toLowerCase(Locale.ROOT));
        } catch (PythonException refused) {
            throw new NoSuchSource("NumPy has no such array of " + dtype.name() + ": " + lastLine(refused));
        }
    }

    private static String lastLine(PythonException refused) {
        return String.valueOf(refused.getMessage()).lines().reduce("", (_, last) -> last);
    }

    /** Where NumPy says that the first element is. */
    static long address(PyObject array) {
        try (PyObject ctypes = array.attr("ctypes"); PyObject data = ctypes.attr("data")) {
            return data.toLong();
        }
    }
}
