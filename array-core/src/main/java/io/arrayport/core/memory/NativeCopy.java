package io.arrayport.core.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

import org.jspecify.annotations.Nullable;

/**
 * C's {@code memcpy}, where it is the faster one: on one processor it copies 8 MB in 124 us where the JVM takes 183, on
 * another in 410 where the JVM takes 213. So a thread copies memory of its own both ways, once.
 */
final class NativeCopy {
    private static final ValueLayout.OfLong SIZE = ValueLayout.JAVA_LONG;
    private static final @Nullable MethodHandle MEMCPY = link();

    /** What is copied in one call: longer calls gain nothing, and keep the JVM from stopping this thread. */
    private static final long PIECE = 1 << 18;

    /** What is copied to find out, beyond the caches of most. */
    private static final long SAMPLE = 8 << 20;
    private static final int ROUNDS = 8;
    private static final int LINE = 64;
    private static final int PAGE = 4096;

    /** What is not sure of a tenth is not worth it. */
    private static final double LEAST_GAIN = 0.9;

    private static volatile boolean faster;

    static {
        if (MEMCPY != null) {
            // Named as what the compiler is waited for: see RacedSort
            Thread thread = Thread.ofPlatform().name("arrayport-compile-copy").daemon()
                    .inheritInheritableThreadLocals(false).unstarted(NativeCopy::race);
            thread.setContextClassLoader(null);
            try {
                thread.start();
            } catch (OutOfMemoryError noThread) {
                // Then the JVM's is taken: this class must be there for whoever copies
            }
        }
    }

    private NativeCopy() {}

    private static @Nullable MethodHandle link() {
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup().find("memcpy")
                .map(symbol -> linker.downcallHandle(symbol, FunctionDescriptor.of(SIZE, SIZE, SIZE, SIZE),
                        Linker.Option.critical(false)))
                .orElse(null);
    }

    private static void race() {
        try (Arena arena = Arena.ofConfined()) {
            long from = arena.allocate(SAMPLE, PAGE).address();
            long to = arena.allocate(SAMPLE, PAGE).address();
            long own = Long.MAX_VALUE;
            long theirs = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                long begin = System.nanoTime();
                MemorySegment.copy(Memory.RAW, from, Memory.RAW, to, SAMPLE);
                long middle = System.nanoTime();
                copy(from, to, SAMPLE);
                own = Math.min(own, middle - begin);
                theirs = Math.min(theirs, System.nanoTime() - middle);
            }
            faster = theirs < LEAST_GAIN * own;
        }
    }

    static boolean isFaster(long source, long target) {
        return faster && isSuited(source, target);
    }

    /**
     * Where the target lies just behind the source, but for whole pages, some processors' instruction for it takes ten
     * times as long.
     */
    static boolean isSuited(long source, long target) {
        long ahead = target - source & PAGE - 1;
        return ahead == 0 || ahead >= LINE;
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
