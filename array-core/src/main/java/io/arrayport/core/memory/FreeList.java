package io.arrayport.core.memory;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;

import org.jspecify.annotations.Nullable;

/**
 * Blocks of one size that wait to be taken again, the last one first: its pages are nearest. Any number of threads, no
 * lock; an entry is never used twice, so that a head seen again is the same stack.
 */
@SuppressWarnings("ReferenceEquality") // whether the stack is the one that was seen
final class FreeList {
    private record Kept(long address, int since, @Nullable Kept below) {}

    private final AtomicReference<@Nullable Kept> top = new AtomicReference<>();

    /** @param since when it was given back, as {@link #drop} understands it */
    void push(long address, int since) {
        Kept seen = top.get();
        while (true) {
            Kept witness = top.compareAndExchange(seen, new Kept(address, since, seen));
            if (witness == seen) {
                return;
            }
            seen = witness;
        }
    }

    /** @return 0 if there is none */
    long pop() {
        Kept seen = top.get();
        while (seen != null) {
            Kept witness = top.compareAndExchange(seen, seen.below);
            if (witness == seen) {
                return seen.address;
            }
            seen = witness;
        }
        return 0;
    }

    /** Hands over the blocks that came before {@code moment}; the others stay, in their order. */
    void drop(int moment, LongConsumer to) {
        if (!hasBefore(moment)) {
            return;
        }
        Kept all = top.getAndSet(null);
        Kept young = null;
        for (Kept each = all; each != null; each = each.below) {
            if (each.since - moment < 0) {
                to.accept(each.address);
            } else {
                young = new Kept(each.address, each.since, young);
            }
        }
        for (Kept each = young; each != null; each = each.below) {
            push(each.address, each.since);
        }
    }

    private boolean hasBefore(int moment) {
        for (Kept each = top.get(); each != null; each = each.below) {
            if (each.since - moment < 0) {
                return true;
            }
        }
        return false;
    }
}
