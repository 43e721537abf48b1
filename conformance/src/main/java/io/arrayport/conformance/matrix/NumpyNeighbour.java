package io.arrayport.conformance.matrix;

import java.util.HexFormat;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.exchange.Target;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.python.PyObject;
import io.arrayport.dlpack.python.Python;

/** NumPy, in this process, looked at by its own means. */
record NumpyNeighbour(Python python) implements Neighbour<PyObject> {
    @Override
    public String name() {
        return "numpy.ndarray";
    }

    @Override
    public Target<PyObject> target() {
        return python.numpy();
    }

    @Override
    public View view(PyObject taken) {
        return new NumpyView(taken);
    }

    @Override
    public Expected expected(DType dtype, Sample sample, boolean writeable) {
        if ("MmSUVT".indexOf(dtype.kind()) >= 0) {
            return Expected.refused("no DLPack type code");
        }
        if (dtype.equals(DType.BFLOAT16)) {
            return Expected.refused("takes no");
        }
        return sample == Sample.SWAPPED ? Expected.copy("foreign byte order") : Expected.SHARED;
    }

    private record NumpyView(PyObject array) implements View {
        @Override
        public long address() {
            return NumpyOrigin.address(array);
        }

        @Override
        public boolean sees(NdArray expected) {
            try (PyObject bytes = array.invoke("tobytes"); PyObject hex = bytes.invoke("hex")) {
                return hex.text().equals(HexFormat.of().formatHex(Elements.bytes(expected)));
            }
        }

        @Override
        public boolean zero() {
            try (PyObject flags = array.attr("flags"); PyObject writeable = flags.attr("writeable")) {
                if (writeable.toBoolean()) {
                    array.invoke("fill", 0).close();
                }
                return writeable.toBoolean();
            }
        }

        @Override
        public void close() {
            array.close();
        }
    }
}
