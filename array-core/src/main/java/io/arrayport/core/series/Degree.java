package io.arrayport.core.series;

/** How high degrees may be: what is beyond takes for ever or finds no room, and is a slip. */
public final class Degree {
    /** Of a polynomial of the basis itself. */
    public static final int MOST = 1 << 20;

    /** Of a fit and of points of integration, whose matrices are as large as the square. */
    static final int MOST_OF_MATRICES = 1 << 12;

    /** Of powers, and of their coefficients: they are multiplied one after the other. */
    static final int MOST_OF_POWERS = 1 << 16;

    /** Of integrals, which have one coefficient more each time: long before, these are too small for any number. */
    static final int MOST_INTEGRALS = 10_000;

    private Degree() {}

    /**
     * Refuses a number that is too small or too large.
     *
     * @param what the operation and the argument: {@code "polyvander: deg"}
     * @throws IllegalArgumentException if it is not from {@code least} to {@code most}
     */
    public static int require(String what, long number, int least, int most) {
        if (number < least || number > most) {
            throw new IllegalArgumentException(what + " is " + number + ", it must be " + least + " or more"
                    + (number > most ? ", and " + most + " at most" : ""));
        }
        return (int) number;
    }
}
