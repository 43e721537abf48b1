package io.arrayport.gpu.driver;

import io.arrayport.core.memory.Memory;
import io.arrayport.gpu.CudaEvent;
import org.jspecify.annotations.Nullable;

/**
 * Large copies by way of two pieces of pinned memory, which the device reads and writes by itself: while it does one,
 * the processor does the other. There are two for each GPU, made at the first large copy and kept; where the system
 * has none to give, copies go without.
 */
final class Staging {
    static final long PIECE = 4 << 20;
    private static final int PIECES = 2;

    private final Gpu gpu;
    private final long[] pieces = new long[PIECES];
    private boolean isRefused;

    Staging(Gpu gpu) {
        this.gpu = gpu;
    }

    private boolean isThere() {
        for (int i = 0; i < PIECES && !isRefused; i++) {
            pieces[i] = pieces[i] != 0 ? pieces[i] : gpu.allocateHost(PIECE);
            isRefused = pieces[i] == 0;
        }
        return !isRefused;
    }

    /** Copies to the device, which has it all then; false if nothing was copied. */
    synchronized boolean upload(long source, long target, long bytes) {
        if (!isThere()) {
            return false;
        }
        @Nullable
        CudaEvent[] free = new @Nullable CudaEvent[PIECES];
        try {
            int slot = 0;
            for (long done = 0; done < bytes; done += PIECE) {
                long piece = Math.min(PIECE, bytes - done);
                await(free, slot);
                Memory.copy(source + done, pieces[slot], piece);
                gpu.copyIn(pieces[slot], target + done, piece);
                free[slot] = gpu.stream().record();
                slot = (slot + 1) % PIECES;
            }
        } finally {
            finish(free);
        }
        return true;
    }

    /** Copies from the device; false if nothing was copied. */
    synchronized boolean download(long source, long target, long bytes) {
        if (!isThere()) {
            return false;
        }
        @Nullable
        CudaEvent[] full = new @Nullable CudaEvent[PIECES];
        try {
            int slot = 0;
            for (long asked = 0; asked < bytes + PIECES * PIECE; asked += PIECE) {
                long before = asked - PIECES * PIECE;
                if (before >= 0) {
                    await(full, slot);
                    Memory.copy(pieces[slot], target + before, Math.min(PIECE, bytes - before));
                }
                if (asked < bytes) {
                    gpu.copyOut(source + asked, pieces[slot], Math.min(PIECE, bytes - asked));
                    full[slot] = gpu.stream().record();
                }
                slot = (slot + 1) % PIECES;
            }
        } finally {
            finish(full);
        }
        return true;
    }

    private static void await(@Nullable CudaEvent[] events, int slot) {
        CudaEvent event = events[slot];
        if (event != null) {
            event.synchronize();
            event.close();
            events[slot] = null;
        }
    }

    /** The pieces are the next copy's, also after a failure. */
    private void finish(@Nullable CudaEvent[] events) {
        try {
            gpu.synchronize();
        } finally {
            for (CudaEvent event : events) {
                if (event != null) {
                    event.close();
                }
            }
        }
    }
}
