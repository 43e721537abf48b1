package io.arrayport.conformance.bench.child;

import java.util.Map;

/** A library that is measured, inside its process. */
public interface Workshop {
    /** A case on its inputs, ready to be timed. */
    interface Prepared extends AutoCloseable {
        /** Does the work {@code calls} times and drops each result as a user would. */
        void run(long calls);

        /** Does it once more and says what came out. */
        Check check();

        /** Gives back what was prepared. */
        @Override
        default void close() {}
    }

    /**
     * Makes a case ready.
     *
     * @throws IllegalArgumentException if the library has nothing for it
     */
    Prepared prepare(String caseId, String dtype, long n);

    /** Returns what is worth knowing about this process. */
    Map<String, String> facts();
}
