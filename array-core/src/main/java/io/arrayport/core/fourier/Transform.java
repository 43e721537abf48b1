package io.arrayport.core.fourier;

/** A transform of complex numbers, of one length. Holds tables alone, which never change: threads may share it. */
interface Transform {
    int length();

    /** How many numbers of its buffers, and of those inside, a lane takes. */
    long room();

    /**
     * Transforms in place, without a factor: {@code X[k] = sum of x[j] exp(-2 pi i j k / n)}.
     *
     * @param lanes how many rows at once
     */
    void forward(Buffers b, int lanes);
}
