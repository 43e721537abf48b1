package io.arrayport.dlpack;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

import io.arrayport.core.foreign.NativeCode;

/**
 * The few C functions this package needs. Pointers cross as 64-bit integers: every 64-bit ABI passes the two alike, and
 * no segment object is made per call.
 */
final class Natives {
    private static final Linker LINKER = Linker.nativeLinker();
    /** {@code void (*)(Struct *)}: the shape of every DLPack deleter. */
    private static final FunctionDescriptor DELETER = FunctionDescriptor.ofVoid(JAVA_LONG);
    /** Not {@code critical}: a deleter may call back into Java, which is fatal in a critical call. */
    private static final MethodHandle CALL_DELETER = LINKER.downcallHandle(DELETER);

    private Natives() {}

    static long malloc(long bytes) {
        return NativeCode.malloc("dlpack export of a descriptor", bytes);
    }

    /** Calls {@code deleter(self)}. */
    static void callDeleter(long deleter, long self) {
        MemorySegment function = MemorySegment.ofAddress(deleter);
        try {
            CALL_DELETER.invokeExact(function, self);
        } catch (Throwable t) {
            throw NativeCode.impossible("deleter", t);
        }
    }

    /** A C function pointer to {@code static void name(long)}. It lives as long as the process. */
    static long deleterStub(MethodHandles.Lookup lookup, String name) {
        return NativeCode.stub(lookup, name, DELETER);
    }
}
