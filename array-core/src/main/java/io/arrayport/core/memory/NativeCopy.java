package io.arrayport.core.memory;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.function.LongConsumer;

import io.arrayport.core.error.MemoryBudgetException;
import io.arrayport.core.threads.Daemon;
import org.jspecify.annotations.Nullable;

/**
 * C's {@code memcpy}, where it is the faster one: on one processor it copies 0.8 MB in 10 us where the JVM takes 13, on
 * another both take 17. So a thread copies memory of its own both ways, once.
 */
final class NativeCopy {
    private static final ValueLayout.OfLong SIZE = ValueLayout.JAVA_LONG;
    private static final @Nullable MethodHandle MEMCPY = link();

    /** What is copied in one call: longer calls gain nothing, and keep the JVM from stopping this thread. */
    private static final long PIECE = 1 << 18;

    /** What is copied to find out. */
    private static final long SAMPLE = 2 << 20;
    private static final int ROUNDS = 12;
    private static final int CALLS = 30_000;
    private static final int LINE = 64;
    private static final int PAGE = 4096;

    /** What is not sure of a tenth is not worth it. */
    private static final double LEAST_GAIN = 0.9;

    private static volatile boolean faster;

    static {
        if (MEMCPY != null) {
            // Named as what the compiler is waited for: see RacedSort. Where there is no thread, the JVM's is taken
            Daemon.start("arrayport-compile-copy", NativeCopy::race);
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
        Allocator allocator = new NativeAllocator();
        try {
            faster = isFaster(allocator);
        } catch (MemoryBudgetException full) {
            // Then the JVM's is taken
        }
    }

    private static boolean isFaster(Allocator allocator) {
        long from = allocator.allocate(SAMPLE, false);
        try {
            long to = allocator.allocate(SAMPLE, false);
            try {
                // Pages that nobody has written are all one, which is in every cache
                Memory.segment(from, SAMPLE).fill((byte) 1);
                long own = best(count -> Memory.copy(Memory.RAW, from, Memory.RAW, to, count));
                return best(count -> copy(from, to, count)) < LEAST_GAIN * own;
            } finally {
                allocator.free(to, SAMPLE);
            }
        } finally {
            allocator.free(from, SAMPLE);
        }
    }

    /**
     * Once it is compiled, as the interpreter copies by other code of the JVM's; and in a row, as each way finds in the
     * caches what it has left there.
     */
    private static long best(LongConsumer way) {
        for (int call = 0; call < CALLS; call++) {
            way.accept(LINE);
        }
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 2 * ROUNDS; round++) {
            long begin = System.nanoTime();
            way.accept(SAMPLE);
            if (round >= ROUNDS) {
                best = Math.min(best, System.nanoTime() - begin);
            }
        }
        return best;
    }

    /** Whether it should copy between these. */
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
