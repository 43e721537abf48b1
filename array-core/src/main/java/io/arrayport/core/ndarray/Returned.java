package io.arrayport.core.ndarray;

import io.arrayport.core.error.ClosedException;
import org.jspecify.annotations.Nullable;

/** What a function of the caller's may do wrong: it returns nothing, or closes what others use. */
public final class Returned {
    private Returned() {}

    /**
     * What a function has returned.
     *
     * @param given what it was called with
     * @throws IllegalArgumentException if it is null
     * @throws ClosedException if one of both is closed; a result is closed then
     */
    public static NdArray of(String operation, @Nullable NdArray result, NdArray given) {
        if (result != null && given.storage().isClosed()) {
            result.close();
        }
        requireOpen(operation, given);
        if (result == null) {
            throw new IllegalArgumentException(operation + ": the function returned null; it must return an array");
        }
        if (result.storage().isClosed()) {
            throw new ClosedException(operation + ": the function closed what it returned; it may close what it keeps");
        }
        return result;
    }

    /** @throws ClosedException if a function has closed what it was called with */
    public static void requireOpen(String operation, NdArray given) {
        if (given.storage().isClosed()) {
            throw new ClosedException(operation + ": the function closed what it was given; it may close what it makes"
                    + " and keeps");
        }
    }
}
