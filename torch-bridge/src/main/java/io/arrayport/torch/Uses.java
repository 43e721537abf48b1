package io.arrayport.torch;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many calls use something native right now: what frees it runs once, after the close and the last call, on
 * whichever thread that is.
 */
final class Uses {
    /** Added to the count once it is closed. */
    private static final int CLOSED = Integer.MIN_VALUE;

    private final AtomicInteger count = new AtomicInteger();
    private final Runnable free;

    Uses(Runnable free) {
        this.free = free;
    }

    /** Whether a call may begin, which has to {@link #end}; false once it is closed. */
    boolean begin() {
        return count.getAndUpdate(uses -> uses < 0 ? uses : uses + 1) >= 0;
    }

    void end() {
        if (count.decrementAndGet() == CLOSED) {
            free.run();
        }
    }

    /** Waits for nothing; a second time does nothing. */
    void close() {
        if (count.getAndUpdate(uses -> uses < 0 ? uses : uses + CLOSED) == 0) {
            free.run();
        }
    }
}
