package io.arrayport.core;

import io.arrayport.core.backend.FloatErrors;

/** What is done about floating-point errors on this thread until it is closed: {@code np.errstate}. */
public final class Errstate implements AutoCloseable {
    private final FloatErrors before;
    private final Thread owner = Thread.currentThread();
    private boolean closed;

    Errstate(FloatErrors errors) {
        before = FloatErrors.set(errors);
    }

    /**
     * Puts back what was in force before; a second call does nothing.
     *
     * @throws IllegalStateException on another thread, whose state it is not
     */
    @Override
    public void close() {
        if (!Thread.currentThread().equals(owner)) {
            throw new IllegalStateException("errstate: it was opened on thread " + owner.getName()
                    + " and belongs to that; close it there, not on " + Thread.currentThread().getName());
        }
        if (!closed) {
            closed = true;
            FloatErrors.set(before);
        }
    }
}
