package io.arrayport.core.kernel;

/** The shape of NumPy's pairwise summation, on which its bits depend. */
public final class Pairwise {
    /** The most elements that are summed without being halved. */
    static final int LEAF = 128;

    /** As {@link #LEAF} for complex numbers: of their parts a leaf has as many. */
    static final int COMPLEX_LEAF = LEAF / 2;

    private Pairwise() {}

    /** Returns how many of {@code n > 128} elements go into the left half: a multiple of 8. */
    public static long left(long n) {
        return n >> 1 & -8;
    }

    /** Returns how many of {@code n > COMPLEX_LEAF} complex numbers go into the left half. */
    public static long complexLeft(long n) {
        return (n & -8) >> 1;
    }
}
