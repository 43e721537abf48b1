package io.arrayport.conformance.matrix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;

/** libtorch asked without the bridge between: its AOTI functions, in the library that DJL has loaded. */
public final class LibTorchCalls {
    private LibTorchCalls() {}

    /** The address torch reads and writes. */
    public static long dataPtr(NDArray tensor) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(JAVA_LONG);
            call("aoti_torch_get_data_ptr", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, ADDRESS), handle(tensor), out);
            return out.get(JAVA_LONG, 0);
        }
    }

    /** torch writes 0 to every element, of whatever type. */
    public static void zero(NDArray tensor) {
        call("aoti_torch_zero_", FunctionDescriptor.of(JAVA_INT, JAVA_LONG), handle(tensor));
    }

    private static long handle(NDArray tensor) {
        return ((PtNDArray) tensor).getHandle();
    }

    private static void call(String name, FunctionDescriptor signature, Object... arguments) {
        // DJL's class loader, which is ours on the class path, has loaded it.
        MemorySegment symbol = SymbolLookup.loaderLookup().findOrThrow(name);
        try {
            int code = (int) Linker.nativeLinker().downcallHandle(symbol, signature).invokeWithArguments(arguments);
            if (code != 0) {
                throw new IllegalStateException(name + " failed");
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
