package io.arrayport.conformance.golden;

/**
 * How far a floating result may be from the expected one.
 *
 * @param ulp units in the last place of the expected number; 0 is the same bits
 * @param norm whether complex numbers are measured as a whole, relative to their magnitude
 * @param floor an absolute error that is allowed besides
 */
record Tolerance(double ulp, boolean norm, double floor) {
    static final Tolerance NONE = new Tolerance(0, false, 0);

    boolean exact() {
        return ulp == 0;
    }
}
