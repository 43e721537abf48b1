package io.arrayport.core.fourier;

import io.arrayport.core.kernel.Simd;

/**
 * The arithmetic of passes. Every kind of it computes the same bits: the same operations in the same order, none of
 * them fused.
 */
interface Butterflies {
    double SIN_60 = 0.86602540378443864676;

    /**
     * Computes all butterflies of a pass, each for {@code stride} numbers that lie side by side: butterfly p takes
     * numbers from {@code p * stride} on, {@code stride * count} apart, and leaves its results one behind the other
     * from {@code p * stride * radix} on. The input may be overwritten.
     */
    void run(Pass pass, int stride, double[] ar, double[] ai, double[] br, double[] bi);

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

    /** With vectors where kernels have them. */
    static Butterflies best() {
        Butterflies plain = new PlainButterflies();
        if (!Simd.isOn()) {
            return plain;
        }
        try {
            // By name: the class must not be loaded where the module of vectors is absent
            return (Butterflies) Class.forName(Butterflies.class.getPackageName() + ".VectorButterflies")
                    .getDeclaredConstructor(Butterflies.class).newInstance(plain);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalStateException("vectors are on, but those of Fourier transforms do not load", e);
        }
    }
}
