package io.arrayport.core.ndarray;

/** How far {@code np.convolve} and {@code np.correlate} move one vector along the other. */
public enum ConvolveMode {
    /** While they overlap at all: the sum of both lengths, less one. */
    FULL,
    /** The middle of that, as long as the longer vector. */
    SAME,
    /** While the shorter one lies wholly on the longer. */
    VALID
}
