package io.arrayport.core;

import io.arrayport.core.threads.Threads;

/** How many threads operations of this thread may use until it is closed: {@code np.threadLimit}. */
public final class ThreadLimit implements AutoCloseable {
    private final int before;
    private final Thread owner = Thread.currentThread();
    private boolean closed;

    ThreadLimit(int n) {
        before = Threads.setLimit(n);
    }

    /**
     * Puts back what was allowed before; a second call does nothing.
     *
     * @throws IllegalStateException on another thread, whose limit it is not
     */
    @Override
    public void close() {
        if (!Thread.currentThread().equals(owner)) {
            throw new IllegalStateException("threadLimit: it was set on thread " + owner.getName()
                    + " and belongs to that; close it there, not on " + Thread.currentThread().getName());
        }
        if (!closed) {
            closed = true;
            Threads.setLimit(before);
        }
    }
}
