package io.arrayport.arrow.c;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.arrayport.core.foreign.NativeCode;
import io.arrayport.core.foreign.Releases;
import io.arrayport.core.foreign.SystemThread;

/**
 * The C functions of the interfaces, called and given. Pointers cross as 64-bit integers: every 64-bit ABI passes the
 * two alike, and no segment object is made per call.
 */
final class Calls {
    private static final Linker LINKER = Linker.nativeLinker();
    /** {@code void (*)(Struct *)}. */
    private static final FunctionDescriptor RELEASE = FunctionDescriptor.ofVoid(JAVA_LONG);
    /** {@code int (*)(Stream *, Out *)}. */
    private static final FunctionDescriptor GET = FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG);
    /** {@code const char *(*)(Stream *)}. */
    private static final FunctionDescriptor GET_ERROR = FunctionDescriptor.of(JAVA_LONG, JAVA_LONG);
    // Not critical: what is called may call back into Java, which is fatal in a critical call
    private static final MethodHandle CALL_RELEASE = LINKER.downcallHandle(RELEASE);
    private static final MethodHandle CALL_GET = LINKER.downcallHandle(GET);
    private static final MethodHandle CALL_GET_ERROR = LINKER.downcallHandle(GET_ERROR);

    /** Callbacks of this library: they wait for nobody's lock, and what a stream computes is its consumer's. */
    private static final Set<Long> OURS = ConcurrentHashMap.newKeySet();

    private Calls() {}

    static long malloc(long bytes) {
        return NativeCode.malloc("arrow export of a struct", bytes);
    }

    /**
     * Runs what calls a release callback, on a thread that has the stack for it, and may wait where the callback is
     * somebody else's.
     */
    static void releasing(long callback, Runnable release) {
        if (OURS.contains(callback)) {
            Releases.withStack(release);
        } else {
            Releases.foreign(release);
        }
    }

    /** Calls {@code release(struct)}. */
    static void release(long function, long struct) {
        MemorySegment target = MemorySegment.ofAddress(function);
        try {
            CALL_RELEASE.invokeExact(target, struct);
        } catch (Throwable t) {
            throw NativeCode.impossible("release", t);
        }
    }

    /** Calls {@code get_schema} or {@code get_next}: 0, or an errno. */
    static int get(long function, long stream, long out) {
        return OURS.contains(function) ? getHere(function, stream, out)
                : SystemThread.call(() -> getHere(function, stream, out));
    }

    private static int getHere(long function, long stream, long out) {
        MemorySegment target = MemorySegment.ofAddress(function);
        try {
            return (int) CALL_GET.invokeExact(target, stream, out);
        } catch (Throwable t) {
            throw NativeCode.impossible("get", t);
        }
    }

    /** Calls {@code get_last_error}: a C string, or NULL. */
    static long lastError(long function, long stream) {
        MemorySegment target = MemorySegment.ofAddress(function);
        try {
            return (long) CALL_GET_ERROR.invokeExact(target, stream);
        } catch (Throwable t) {
            throw NativeCode.impossible("get_last_error", t);
        }
    }

    /** A C function pointer to {@code static void name(long)}. It lives as long as the process. */
    static long releaseStub(MethodHandles.Lookup lookup, String name) {
        return ours(NativeCode.stub(lookup, name, RELEASE));
    }

    /** A C function pointer to {@code static int name(long, long)}. */
    static long getStub(MethodHandles.Lookup lookup, String name) {
        return ours(NativeCode.stub(lookup, name, GET));
    }

    private static long ours(long stub) {
        OURS.add(stub);
        return stub;
    }

    /** A C function pointer to {@code static long name(long)}. */
    static long errorStub(MethodHandles.Lookup lookup, String name) {
        return NativeCode.stub(lookup, name, GET_ERROR);
    }
}
