package io.arrayport.core.loop;

import java.lang.foreign.Arena;
import java.lang.foreign.SegmentAllocator;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Gives each range of a loop a kernel: one that all share, or one whose buffers are its own.
 *
 * @param shared null if each has its own
 * @param own null if all share one
 * @param bytes that its buffers take
 * @param isAlone whether the loop must stay on its thread
 */
record Supply<K>(@Nullable K shared, @Nullable Function<SegmentAllocator, K> own, long bytes, boolean isAlone) {
    /** @param kernel any number of threads may run it at once */
    static <K> Supply<K> shared(K kernel) {
        return new Supply<>(kernel, null, 0, false);
    }

    /**
     * @param bytes that its buffers take
     * @param maker makes a kernel, with buffers in what it is given, on any thread
     */
    static <K> Supply<K> own(long bytes, Function<SegmentAllocator, K> maker) {
        return new Supply<>(null, maker, bytes, false);
    }

    /** @param kernel only one thread may run it */
    static <K> Supply<K> alone(K kernel) {
        return new Supply<>(kernel, null, 0, true);
    }

    /** Hands out a kernel for as long as {@code use} runs. */
    void lend(Consumer<K> use) {
        if (shared != null) {
            use.accept(shared);
        } else if (own != null) {
            lend(own, use);
        }
    }

    private void lend(Function<SegmentAllocator, K> maker, Consumer<K> use) {
        if (Scratch.isKept(bytes)) {
            try (Scratch scratch = Scratch.of(bytes)) {
                use.accept(maker.apply(scratch.pieces()));
            }
        } else {
            try (Arena arena = Arena.ofConfined()) {
                use.accept(maker.apply(arena));
            }
        }
    }
}
