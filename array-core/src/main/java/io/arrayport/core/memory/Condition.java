package io.arrayport.core.memory;

/**
 * What has to hold before the bytes of a {@link Storage} are used, and takes too long to look at when it is made: see
 * {@link Storage#require}. Must not refer to the storage or an array over it, which would keep it reachable for ever.
 */
public interface Condition extends AutoCloseable {
    /**
     * Looks, on the thread that wants the bytes, which are held meanwhile. Called again by the next who wants them if
     * it throws, and never again if it does not.
     *
     * @throws RuntimeException if it does not hold: what the user of the bytes gets
     */
    void check();

    /** Gives back what the check would have looked at: when it holds, or with the bytes. Idempotent. */
    @Override
    void close();
}
