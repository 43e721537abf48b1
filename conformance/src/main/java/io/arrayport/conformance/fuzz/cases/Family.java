package io.arrayport.conformance.fuzz.cases;

import java.util.SplittableRandom;

/** One kind of descriptors. Cases are independent of each other: index and seed say everything. */
public interface Family {
    /** Every so many cases comes one that is a sound file, cut off. */
    int BETWEEN_CUTS = 4;

    /**
     * Runs one case.
     *
     * @param cut which of the {@link #cuts} it is; -1 where it is none
     * @param random for all choices; a case makes the same ones from the same seed
     * @throws RuntimeException if it does not go as it has to
     */
    Verdict run(long cut, SplittableRandom random);

    /** What the last case damaged. */
    String damage();

    /** How many cases are told by a number: a file cut off at each of its bytes. */
    default long cuts() {
        return 0;
    }
}
