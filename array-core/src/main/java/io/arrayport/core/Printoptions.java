package io.arrayport.core;

import io.arrayport.core.ndarray.PrintState;

/** How arrays print on this thread until it is closed: {@code np.printoptions}. */
public final class Printoptions implements AutoCloseable {
    private final PrintState before;
    private final Thread owner = Thread.currentThread();
    private boolean closed;

    Printoptions(PrintState state) {
        before = PrintState.set(state);
    }

    /**
     * Puts back what was in force before; a second call does nothing.
     *
     * @throws IllegalStateException on another thread, whose state it is not
     */
    @Override
    public void close() {
        if (!Thread.currentThread().equals(owner)) {
            throw new IllegalStateException("printoptions: they were set on thread " + owner.getName()
                    + " and belong to that; close them there, not on " + Thread.currentThread().getName());
        }
        if (!closed) {
            closed = true;
            PrintState.set(before);
        }
    }
}
