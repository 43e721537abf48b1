package io.arrayport.conformance.acceptance;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;

/** libtorch asked without the bridge between. Touch it only after DJL has loaded the library. */
final class LibTorchCalls {
    private static final MethodHandle DATA_PTR = bind("aoti_torch_get_data_ptr",
            FunctionDescriptor.of(JAVA_INT, JAVA_LONG, ADDRESS));
    private static final MethodHandle ZERO = bind("aoti_torch_zero_", FunctionDescriptor.of(JAVA_INT, JAVA_LONG));

    private LibTorchCalls() {}

    private static MethodHandle bind(String name, FunctionDescriptor signature) {
        return Linker.nativeLinker().downcallHandle(SymbolLookup.loaderLookup().findOrThrow(name), signature);
    }

    /** The address torch reads and writes. */
    static long dataPtr(NDArray tensor) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(JAVA_LONG);
            check((int) DATA_PTR.invokeExact(handle(tensor), out));
            return out.get(JAVA_LONG, 0);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** torch writes 0 to every element, of whatever type. */
    static void zero(NDArray tensor) {
        try {
            check((int) ZERO.invokeExact(handle(tensor)));
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static long handle(NDArray tensor) {
        return ((PtNDArray) tensor).getHandle();
    }

    private static void check(int code) {
        if (code != 0) {
            throw new AssertionError("libtorch refused: " + code);
        }
    }
}
