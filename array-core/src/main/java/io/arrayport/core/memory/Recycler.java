package io.arrayport.core.memory;

import java.util.ArrayDeque;
import java.util.Iterator;

import io.arrayport.core.error.MemoryBudgetException;

/**
 * Keeps large blocks that were freed, a few of them, for the next ones of their size: the system would take their pages
 * and give others, each to be cleared at its first touch, which takes as long as computing what is written there.
 * What is kept never makes more than the {@link Budget} allows.
 */
final class Recycler implements Allocator {
    /** From here on C's allocator may give pages back at once. */
    private static final long LEAST = 64L << 10;
    private static final long MOST = 256L << 20;
    private static final int MOST_BLOCKS = 64;

    private final Allocator under;
    /** The last one freed first: its pages are nearest. */
    private final ArrayDeque<Kept> kept = new ArrayDeque<>();
    private long held;

    private record Kept(long address, long bytes) {}

    Recycler(Allocator under) {
        this.under = under;
    }

    @Override
    public long allocate(long bytes, boolean zeroed) {
        if (bytes >= LEAST) {
            long again = again(bytes, zeroed);
            if (again != 0) {
                return again;
            }
        }
        try {
            return under.allocate(bytes, zeroed);
        } catch (MemoryBudgetException full) {
            if (trim(0) == 0) {
                throw full;
            }
            return under.allocate(bytes, zeroed);
        }
    }

    /** What has to be zero comes from the system that way, for nothing. */
    private synchronized long again(long bytes, boolean zeroed) {
        Iterator<Kept> each = kept.iterator();
        while (!zeroed && each.hasNext()) {
            Kept block = each.next();
            if (block.bytes == bytes) {
                each.remove();
                held -= bytes;
                return block.address;
            }
        }
        if (Budget.isExceededBy(held)) {
            trim(0);
        }
        return 0;
    }

    @Override
    public void free(long address, long bytes) {
        if (bytes < LEAST || bytes > MOST) {
            under.free(address, bytes);
            return;
        }
        synchronized (this) {
            kept.addFirst(new Kept(address, bytes));
            held += bytes;
            trim(kept.size() > MOST_BLOCKS ? held - 1 : MOST);
        }
    }

    /** Frees the oldest blocks until at most {@code most} bytes are kept; returns how many bytes that were. */
    private synchronized long trim(long most) {
        long before = held;
        while (held > most) {
            Kept oldest = kept.removeLast();
            held -= oldest.bytes;
            under.free(oldest.address, oldest.bytes);
        }
        return before - held;
    }
}
