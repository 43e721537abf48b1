package io.arrayport.core.loop;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/**
 * Memory to work in for the length of a call. What is given back waits for the next call, two blocks for each group of
 * threads, as one call may be inside of another, 8 MiB at most in all; the collector frees what finds no place.
 */
final class Scratch implements AutoCloseable {
    private static final int GROUPS = 16;
    private static final long KEPT = 256 << 10;
    private static final long ALIGNMENT = 64;
    private static final AtomicReferenceArray<@Nullable MemorySegment> WAITING = new AtomicReferenceArray<>(2 * GROUPS);

    private final MemorySegment block;
    private final int group;

    private Scratch(MemorySegment block, int group) {
        this.block = block;
        this.group = group;
    }

    /** Returns at least so many bytes, aligned to 64, of any contents. */
    static Scratch of(long bytes) {
        int group = (int) Thread.currentThread().threadId() & GROUPS - 1;
        MemorySegment waiting = bytes > KEPT ? null : WAITING.getAndSet(group, null);
        if (waiting == null && bytes <= KEPT) {
            waiting = WAITING.getAndSet(group + GROUPS, null);
        }
        return new Scratch(waiting != null ? waiting : Arena.ofAuto().allocate(Math.max(bytes, KEPT), ALIGNMENT),
                group);
    }

    long address() {
        return block.address();
    }

    /** Whether so many bytes wait for the next call: more would be the collector's each time. */
    static boolean isKept(long bytes) {
        return bytes <= KEPT;
    }

    /** Returns what cuts it in pieces. */
    SegmentAllocator pieces() {
        return SegmentAllocator.slicingAllocator(block);
    }

    @Override
    public void close() {
        if (block.byteSize() == KEPT) {
            WAITING.set(WAITING.getPlain(group) == null ? group : group + GROUPS, block);
        }
    }
}
