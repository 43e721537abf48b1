package io.arrayport.conformance.parity;

/**
 * A module in figures.
 *
 * @param name {@code numpy.linalg}
 * @param names in its public API
 * @param present with a passing case for everything they require
 * @param excluded not there by decision
 * @param cases golden cases that count for its names
 * @param passed as NumPy
 * @param failed otherwise, unexpectedly
 * @param known otherwise, as known.txt says
 */
record ModuleParity(String name, int names, int present, int excluded, int cases, int passed, int failed, int known) {
    /** Cases that ask for what is not there. */
    int missing() {
        return cases - passed - failed - known;
    }
}
