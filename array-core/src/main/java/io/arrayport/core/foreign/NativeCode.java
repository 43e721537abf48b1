package io.arrayport.core.foreign;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

import io.arrayport.core.error.ArrayportException;

/**
 * The C heap, and functions that C calls. Pointers cross as 64-bit integers: every 64-bit ABI passes the two alike, and
 * no segment object is made per call.
 */
public final class NativeCode {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle MALLOC = libc("malloc", FunctionDescriptor.of(JAVA_LONG, JAVA_LONG));
    private static final MethodHandle FREE = libc("free", FunctionDescriptor.ofVoid(JAVA_LONG));

    private NativeCode() {}

    /** Critical: neither waits for Java nor calls it, and telling the JVM of the way to C takes as long as either. */
    private static MethodHandle libc(String name, FunctionDescriptor type) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type, Linker.Option.critical(false));
    }

    /**
     * Memory of the C heap, uninitialised, aligned to 16; goes back by {@link #free}.
     *
     * @param user who needs it for what, for the message
     * @throws ArrayportException when the C heap has none left
     */
    public static long malloc(String user, long bytes) {
        long address;
        try {
            address = (long) MALLOC.invokeExact(bytes);
        } catch (Throwable t) {
            throw impossible("malloc", t);
        }
        if (address == 0) {
            throw new ArrayportException(user + ": the C heap has no " + bytes + " bytes for it");
        }
        return address;
    }

    /** Gives back what {@link #malloc} gave. */
    public static void free(long address) {
        try {
            FREE.invokeExact(address);
        } catch (Throwable t) {
            throw impossible("free", t);
        }
    }

    /**
     * A C function pointer to a static method of the lookup's class. It lives as long as the process: a stub whose
     * arena closed before the last consumer let go is a jump into freed code.
     */
    public static long stub(MethodHandles.Lookup lookup, String name, FunctionDescriptor type) {
        try {
            MethodHandle target = lookup.findStatic(lookup.lookupClass(), name, type.toMethodType());
            return LINKER.upcallStub(target, type, Arena.global()).address();
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** What a call of a C function threw, which cannot be but for errors of the JVM: these are thrown. */
    public static ArrayportException impossible(String function, Throwable t) {
        if (t instanceof Error e) {
            throw e;
        }
        return new ArrayportException("the call of C " + function + " failed", t);
    }
}
