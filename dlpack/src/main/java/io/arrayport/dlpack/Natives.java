package io.arrayport.dlpack;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import io.arrayport.core.error.ArrayportException;

/**
 * The few C functions this package needs. Pointers cross as 64-bit integers: every 64-bit ABI passes the two alike, and
 * no segment object is made per call.
 */
final class Natives {
    private static final Linker LINKER = Linker.nativeLinker();
    /** {@code void (*)(Struct *)}: the shape of every DLPack deleter. */
    private static final FunctionDescriptor DELETER = FunctionDescriptor.ofVoid(JAVA_LONG);
    private static final MethodHandle MALLOC = libc("malloc", FunctionDescriptor.of(JAVA_LONG, JAVA_LONG));
    private static final MethodHandle FREE = libc("free", FunctionDescriptor.ofVoid(JAVA_LONG));
    /** Not {@code critical}: a deleter may call back into Java, which is fatal in a critical call. */
    private static final MethodHandle CALL_DELETER = LINKER.downcallHandle(DELETER);

    private Natives() {}

    private static MethodHandle libc(String name, FunctionDescriptor type) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type);
    }

    /**
     * Memory of the C heap, uninitialised, aligned to 16.
     *
     * @throws ArrayportException when the C heap has none left
     */
    static long malloc(long bytes) {
        long address;
        try {
            address = (long) MALLOC.invokeExact(bytes);
        } catch (Throwable t) {
            throw impossible("malloc", t);
        }
        if (address == 0) {
            throw new ArrayportException("dlpack export: the C heap has no " + bytes + " bytes for the descriptor");
        }
        return address;
    }

    static void free(long address) {
        try {
            FREE.invokeExact(address);
        } catch (Throwable t) {
            throw impossible("free", t);
        }
    }

    /** Calls {@code deleter(self)}. */
    static void callDeleter(long deleter, long self) {
        MemorySegment function = MemorySegment.ofAddress(deleter);
        try {
            CALL_DELETER.invokeExact(function, self);
        } catch (Throwable t) {
            throw impossible("deleter", t);
        }
    }

    /**
     * A C function pointer to a static Java method {@code void name(long)}. It lives as long as the process: a stub
     * whose arena closed before the last consumer let go is a jump into freed code.
     */
    static long deleterStub(MethodHandles.Lookup lookup, Class<?> owner, String name) {
        try {
            MethodHandle target = lookup.findStatic(owner, name, MethodType.methodType(void.class, long.class));
            return LINKER.upcallStub(target, DELETER, Arena.global()).address();
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static RuntimeException impossible(String function, Throwable t) {
        if (t instanceof Error e) {
            throw e;
        }
        return new ArrayportException("dlpack: the call of C " + function + " failed", t);
    }
}
