package io.arrayport.torch;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

import io.arrayport.core.memory.Memory;

/**
 * Whether libtorch gives a tensor's memory back when its last reference goes, or only knows where somebody else's is.
 * libtorch has no function that tells, so it is read from the tensor itself: from places that are tried out on two
 * tensors when the library is loaded.
 */
final class StorageOwner {
    /** In an {@code at::TensorImpl}: behind its table of functions and its counts. */
    private static final long STORAGE = 16;
    /** In a {@code c10::StorageImpl}: behind the same, and before what frees the data, and the argument of that. */
    private static final long DATA = 16;
    private static final long CONTEXT = 32;

    private StorageOwner() {}

    /** Whether the memory lives for as long as a reference to the tensor does. Of a tensor of strided layout. */
    static boolean isTorch(long tensor) {
        return word(storage(tensor) + CONTEXT) != 0;
    }

    private static long storage(long tensor) {
        return word(word(tensor) + STORAGE);
    }

    private static long word(long address) {
        return Memory.RAW.get(JAVA_LONG_UNALIGNED, address);
    }

    /** Whether the places are what they should be: in one byte that is ours, and in libtorch's copy of it. */
    static boolean canTell(SymbolLookup library) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(Long.BYTES);
            long ours = 0;
            long copy = 0;
            try {
                MemorySegment out = arena.allocate(JAVA_LONG);
                require((int) call(library, "create_tensor_from_blob", JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG,
                        JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS)
                        .invokeExact(bytes.address(), 0L, 0L, 0L, 0L, TorchDtype.UINT8.scalarType, 0, 0, out));
                ours = out.get(JAVA_LONG, 0);
                require((int) call(library, "clone", JAVA_LONG, ADDRESS).invokeExact(ours, out));
                copy = out.get(JAVA_LONG, 0);
                require((int) call(library, "get_data_ptr", JAVA_LONG, ADDRESS).invokeExact(copy, out));
                return word(storage(ours) + DATA) == bytes.address() && !isTorch(ours)
                        && word(storage(copy) + DATA) == out.get(JAVA_LONG, 0) && isTorch(copy);
            } finally {
                for (long tensor : new long[]{ours, copy}) {
                    if (tensor != 0) {
                        require((int) call(library, "delete_tensor_object", JAVA_LONG).invokeExact(tensor));
                    }
                }
            }
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static MethodHandle call(SymbolLookup library, String name, MemoryLayout... arguments) {
        return Linker.nativeLinker().downcallHandle(library.find("aoti_torch_" + name).orElseThrow(),
                FunctionDescriptor.of(JAVA_INT, arguments));
    }

    private static void require(int code) {
        if (code != 0) {
            throw new IllegalStateException("libtorch refused a tensor of one byte");
        }
    }
}
