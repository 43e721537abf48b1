package io.arrayport.core.fourier;

import java.lang.invoke.MethodHandles;

import io.arrayport.core.kernel.Simd;

/**
 * The arithmetic of passes. Every kind of it computes the same bits: the same operations in the same order, none of
 * them fused.
 */
interface Butterflies {
    double SIN_60 = 0.8660254037844386;

    /**
     * Computes all butterflies of a pass, each for {@code stride} numbers that lie side by side: butterfly p takes
     * numbers from {@code p * stride} on, {@code stride * count} apart, and leaves its results one behind the other
     * from {@code p * stride * radix} on. The input may be overwritten.
     */
    void run(Pass pass, int stride, double[] ar, double[] ai, double[] br, double[] bi);

    /** Turns the results of a pass; those of its first butterfly stay as they are. */
    default void turn(Pass pass, int stride, double[] re, double[] im) {
        int radix = pass.radix;
        for (int p = 1; p < pass.count; p++) {
            for (int j = 1; j < radix; j++) {
                int root = p * (radix - 1) + j - 1;
                turn(re, im, (radix * p + j) * stride, stride, pass.re[root], pass.im[root], re, im);
            }
        }
    }

    /** Multiplies {@code count} numbers from {@code at} on by a root, from one buffer into the other or the same. */
    void turn(double[] ar, double[] ai, int at, int count, double wr, double wi, double[] br, double[] bi);

    /**
     * Multiplies {@code count} numbers by as many roots, each times one more root.
     *
     * @param at where the numbers are, and their roots
     * @param to where results go
     */
    void twist(double[] ar, double[] ai, int at, int count, double[] rootRe, double[] rootIm, double wr, double wi,
            double[] br, double[] bi, int to);

    /**
     * Of real numbers that were transformed as the parts of half as many complex ones: replaces {@code count} results
     * from {@code low} on, and as many of the mirrored ones, by those of the real numbers.
     */
    void split(double[] re, double[] im, int low, int high, int count, double wr, double wi);

    /** The way back of {@link #split}, times 2. */
    void join(double[] re, double[] im, int low, int high, int count, double wr, double wi);

    /** Returns those of vectors, made anew. */
    static Butterflies vectors() {
        return Simd.anew(MethodHandles.lookup(), Butterflies.class, "VectorButterflies");
    }
}
