package io.arrayport.core.memory;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Small blocks that were freed and wait to be allocated again: two calls into C cost half of what a small array does.
 * Some four blocks of each size for each of 16 groups of threads, 2 MB at most, which count in no budget.
 */
final class SmallBlocks {
    private static final int MOST = 1024;
    private static final int SIZES = MOST / (int) Memory.ALIGNMENT;
    private static final int DEPTH = 4;
    private static final int GROUPS = 16;

    private final AtomicLongArray slots = new AtomicLongArray(GROUPS * SIZES * DEPTH);

    /** @return an address, 0 if there is none */
    long take(long bytes) {
        if (bytes <= MOST) {
            int first = first(bytes);
            for (int i = first; i < first + DEPTH; i++) {
                long address = slots.get(i);
                if (address != 0 && slots.compareAndSet(i, address, 0)) {
                    return address;
                }
            }
        }
        return 0;
    }

    /** @return whether it was kept */
    boolean keep(long address, long bytes) {
        if (bytes <= MOST) {
            int first = first(bytes);
            for (int i = first; i < first + DEPTH; i++) {
                if (slots.get(i) == 0 && slots.compareAndSet(i, 0, address)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int first(long bytes) {
        int group = (int) Thread.currentThread().threadId() & GROUPS - 1;
        return (group * SIZES + (int) (bytes / Memory.ALIGNMENT) - 1) * DEPTH;
    }
}
