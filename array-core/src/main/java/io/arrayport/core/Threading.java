package io.arrayport.core;

import io.arrayport.core.threads.Threads;

/**
 * How many threads compute one operation. Large ones are split, by what they turn out to cost, between the thread that
 * calls and a pool of daemon threads that all callers share; results have the same bits at any number. NumPy has no
 * such functions: there only products of matrices use several threads.
 */
public sealed interface Threading permits Np {
    /** Returns how many threads an operation may use, the calling one among them. */
    default int threads() {
        return Threads.count();
    }

    /**
     * Changes how many threads an operation may use, in the whole process and from the next operation on. At first
     * there are as many as processors, or as many as {@code -Dio.arrayport.threads} says; 1 keeps all on the thread
     * that calls.
     *
     * @return how many there were
     * @throws io.arrayport.core.error.ArrayportException if {@code n} is less than 1 or more than 1024
     */
    default int threads(int n) {
        return Threads.setCount(n);
    }

    /**
     * Lets operations of this thread use no more than {@code n} threads until the result is closed:
     * {@code try (var _ = np.threadLimit(1)) { ... }}, for a server, say, whose own threads keep all processors busy.
     *
     * @throws io.arrayport.core.error.ArrayportException if {@code n} is less than 1 or more than 1024
     */
    default ThreadLimit threadLimit(int n) {
        return new ThreadLimit(n);
    }
}
