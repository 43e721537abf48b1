package io.arrayport.core.memory;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where the blocks are that a group of threads has made: it keeps them reachable, so that the collector tells when
 * their storages are gone, and keeps small memory that was freed for the next ones of its size. Both under one lock,
 * which hardly anybody else ever has: two calls into C, and counters that all threads share, cost more than adding ten
 * numbers.
 */
final class Home {
    private static final int GROUPS = 16;
    private static final int SIZES = (int) (SizeClass.SMALL / Memory.ALIGNMENT);
    /** Of each size: 2 MB in all groups. */
    private static final int DEPTH = 14;
    private static final Home[] ALL = new Home[GROUPS];

    static {
        for (int i = 0; i < GROUPS; i++) {
            ALL[i] = new Home();
        }
    }

    private final long[] addresses = new long[SIZES * DEPTH];
    private final int[] counts = new int[SIZES];
    private @Nullable Block first;
    /** How many of the live blocks are ours. */
    private long natives;
    /** Bytes of small memory that waits, which counts as held. */
    private long waiting;

    private Home() {}

    /** That of the calling thread. */
    static Home mine() {
        return ALL[(int) Thread.currentThread().threadId() & GROUPS - 1];
    }

    /**
     * Takes a block in.
     *
     * @param capacity of small memory that it may be given; 0 if none
     * @return the memory's address, or 0
     */
    synchronized long open(Block block, long capacity) {
        Block head = first;
        block.next = head;
        if (head != null) {
            head.previous = block;
        }
        first = block;
        natives += block.kind == Block.Kind.NATIVE ? 1 : 0;
        int size = size(capacity);
        if (size < 0 || counts[size] == 0) {
            return 0;
        }
        waiting -= capacity;
        return addresses[size * DEPTH + --counts[size]];
    }

    /**
     * Lets a block go.
     *
     * @param capacity of its small memory, which may stay; 0 if none
     * @return whether that stays
     */
    synchronized boolean close(Block block, long capacity) {
        Block before = block.previous;
        Block after = block.next;
        if (before != null) {
            before.next = after;
        } else {
            first = after;
        }
        if (after != null) {
            after.previous = before;
        }
        block.previous = null;
        block.next = null;
        natives -= block.kind == Block.Kind.NATIVE ? 1 : 0;
        int size = size(capacity);
        if (size < 0 || counts[size] == DEPTH) {
            return false;
        }
        waiting += capacity;
        addresses[size * DEPTH + counts[size]++] = block.address;
        return true;
    }

    private static int size(long capacity) {
        return capacity > SizeClass.SMALL ? -1 : (int) (capacity / Memory.ALIGNMENT) - 1;
    }

    /** How many live blocks are ours. */
    static long natives() {
        return sum(home -> home.natives);
    }

    /** Bytes of small memory that waits. */
    static long waiting() {
        return sum(home -> home.waiting);
    }

    private interface Figure {
        long of(Home home);
    }

    private static long sum(Figure figure) {
        long sum = 0;
        for (Home home : ALL) {
            synchronized (home) {
                sum += figure.of(home);
            }
        }
        return sum;
    }

    /** All live blocks. */
    static List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (Home home : ALL) {
            synchronized (home) {
                for (Block block = home.first; block != null; block = block.next) {
                    blocks.add(block);
                }
            }
        }
        return blocks;
    }

    /** Gives all small memory that waits to {@code allocator}; returns how many bytes. */
    static long giveUp(Allocator allocator) {
        long given = 0;
        for (Home home : ALL) {
            given += home.empty(allocator);
        }
        return given;
    }

    private synchronized long empty(Allocator allocator) {
        long given = waiting;
        for (int size = 0; size < SIZES; size++) {
            while (counts[size] > 0) {
                allocator.free(addresses[size * DEPTH + --counts[size]], (size + 1) * Memory.ALIGNMENT);
            }
        }
        waiting = 0;
        return given;
    }
}
