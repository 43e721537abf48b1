package io.arrayport.core.ndarray;

/** Which way a discrete Fourier transform of n elements is divided by n, so that there and back is where it began. */
public enum FourierNorm {
    /** The way back alone. */
    BACKWARD,
    /** Both ways, by the root of n. */
    ORTHO,
    /** The way there alone. */
    FORWARD;

    /** What it is when there and back change places. */
    public FourierNorm swapped() {
        return switch (this) {
            case BACKWARD -> FORWARD;
            case ORTHO -> ORTHO;
            case FORWARD -> BACKWARD;
        };
    }

    /** What the results are multiplied by, the way there. */
    public double factor(long n) {
        return switch (this) {
            case BACKWARD -> 1;
            case ORTHO -> 1 / Math.sqrt((double) n);
            case FORWARD -> 1.0 / n;
        };
    }
}
