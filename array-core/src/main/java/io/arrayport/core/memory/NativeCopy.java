package io.arrayport.core.memory;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.function.LongConsumer;

import io.arrayport.core.error.MemoryBudgetException;
import org.jspecify.annotations.Nullable;

/**
 * C's {@code memcpy}, where it is the faster one: on one processor (Zen 5) it copies 4 MB in 61 us where the JVM takes
 * 78; on another (Zen 4) both take 82, but 80 MB 5.5 ms where the JVM takes 3.4. So a thread copies memory of its own
 * both ways, once, on huge pages and on others.
 */
final class NativeCopy {
    private static final ValueLayout.OfLong SIZE = ValueLayout.JAVA_LONG;
    private static final @Nullable MethodHandle MEMCPY = link();

    /** What is copied in one call: longer calls gain nothing, and keep the JVM from stopping this thread. */
    private static final long PIECE = 1 << 18;

    private static final int ROUNDS = 12;
    private static final int CALLS = 30_000;
    private static final int LINE = 64;
    private static final int PAGE = 4096;

    /** What is not sure of a tenth is not worth it. */
    private static final double LEAST_GAIN = 0.9;

    private static volatile boolean faster;
    /** Between blocks of a size that lies on huge pages. */
    private static volatile boolean fasterHuge;

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
        Allocator allocator = new NativeAllocator();
        try {
            // What the caches of most hold twice, or it would be the memory's time
            fasterHuge = isFaster(allocator, SizeClass.HUGE);
            faster = isFaster(allocator, SizeClass.HUGE / 2);
        } catch (MemoryBudgetException full) {
            // Then the JVM's is taken
        }
    }

    private static boolean isFaster(Allocator allocator, long bytes) {
        long from = allocator.allocate(bytes, false);
        try {
            long to = allocator.allocate(bytes, false);
            try {
                // Pages that nobody has written are all one, which is in every cache
                Memory.segment(from, bytes).fill((byte) 1);
                long own = best(count -> Memory.copyApart(from, to, count), bytes);
                return best(count -> copy(from, to, count), bytes) < LEAST_GAIN * own;
            } finally {
                allocator.free(to, bytes);
            }
        } finally {
            allocator.free(from, bytes);
        }
    }

    /**
     * Once it is compiled, as the interpreter copies by other code of the JVM's; and in a row, as each way finds in the
     * caches what it has left there: one that writes past them slows down the other.
     */
    private static long best(LongConsumer way, long bytes) {
        for (int call = 0; call < CALLS; call++) {
            way.accept(LINE);
        }
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 2 * ROUNDS; round++) {
            long begin = System.nanoTime();
            way.accept(bytes);
            if (round >= ROUNDS) {
                best = Math.min(best, System.nanoTime() - begin);
            }
        }
        return best;
    }

    /** Whether it should copy so many bytes between these. */
    static boolean isFaster(long source, long target, long bytes) {
        return (bytes >= SizeClass.HUGE ? fasterHuge : faster) && isSuited(source, target);
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
