package io.arrayport.torch;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.net.URISyntaxException;
import java.nio.file.Path;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;

/** What torch itself sees and does, by its own code. */
final class TorchSide {
    private TorchSide() {}

    static NDManager manager() {
        return NDManager.newBaseManager("PyTorch");
    }

    static long handle(NDArray array) {
        return ((PtNDArray) array).getHandle();
    }

    /** The address torch reads from. */
    static long dataPtr(NDArray array) {
        return Aoti.get(Aoti.Property.DATA_PTR, handle(array), new long[1]);
    }

    /** The elements as torch reads and converts them, in C order. */
    static double[] values(NDArray array) {
        try (NDArray doubles = array.toType(DataType.FLOAT64, true)) {
            return doubles.toDoubleArray();
        }
    }

    /** torch writes 0 to every element; for every element type, which DJL's own methods cannot. */
    static void zero(NDArray array) {
        MethodHandle zero = Linker.nativeLinker().downcallHandle(
                LibTorch.require().lookup().find("aoti_torch_zero_").orElseThrow(),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG));
        try {
            if ((int) zero.invokeExact(handle(array)) != 0) {
                throw new AssertionError("zero_ failed");
            }
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** One of the models in the test resources. */
    static Path model(String name) {
        try {
            return Path.of(TorchSide.class.getResource(name + ".pt").toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
