package io.arrayport.core.loop;

import java.lang.foreign.Arena;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Gives each range of a loop a kernel: one that all share, or one whose buffers are its own.
 *
 * @param shared null if each has its own
 * @param own null if all share one
 * @param isAlone whether the loop must stay on its thread
 */
record Supply<K>(@Nullable K shared, @Nullable Function<Arena, K> own, boolean isAlone) {
    /** @param kernel any number of threads may run it at once */
    static <K> Supply<K> shared(K kernel) {
        return new Supply<>(kernel, null, false);
    }

    /** @param maker makes a kernel, with buffers in the arena, on any thread */
    static <K> Supply<K> own(Function<Arena, K> maker) {
        return new Supply<>(null, maker, false);
    }

    /** @param kernel only one thread may run it */
    static <K> Supply<K> alone(K kernel) {
        return new Supply<>(kernel, null, true);
    }

    /** Hands out a kernel for as long as {@code use} runs. */
    void lend(Consumer<K> use) {
        if (shared != null) {
            use.accept(shared);
        } else if (own != null) {
            try (Arena arena = Arena.ofConfined()) {
                use.accept(own.apply(arena));
            }
        }
    }
}
