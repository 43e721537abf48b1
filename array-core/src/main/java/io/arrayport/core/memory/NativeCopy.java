package io.arrayport.core.memory;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

import org.jspecify.annotations.Nullable;

/** C's {@code memcpy}, linked when it is first called. */
final class NativeCopy {
    private static final ValueLayout.OfLong SIZE = ValueLayout.JAVA_LONG;
    private static final @Nullable MethodHandle MEMCPY = link();

    /** What is copied in one call: longer calls gain nothing, and keep the JVM from stopping this thread. */
    private static final long PIECE = 1 << 18;

    private NativeCopy() {}

    private static @Nullable MethodHandle link() {
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup().find("memcpy")
                .map(symbol -> linker.downcallHandle(symbol, FunctionDescriptor.of(SIZE, SIZE, SIZE, SIZE),
                        Linker.Option.critical(false)))
                .orElse(null);
    }

    static boolean isThere() {
        return MEMCPY != null;
    }

    /** Copies between ranges that do not overlap. */
    static void copy(long source, long target, long bytes) {
        for (long done = 0; done < bytes; done += PIECE) {
            piece(source + done, target + done, Math.min(PIECE, bytes - done));
        }
    }

    private static void piece(long source, long target, long bytes) {
        if (MEMCPY == null) {
            throw new IllegalStateException("memcpy is not there");
        }
        try {
            long ignored = (long) MEMCPY.invokeExact(target, source, bytes);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }
}
