package io.arrayport.core.loop;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import java.util.Arrays;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.fourier.Buffers;
import io.arrayport.core.memory.Memory;

/**
 * Elements along one axis: how several rows of them get into buffers and out of them. Rows are walked side by side, so
 * that those which lie next to each other share what a cache loads.
 *
 * @param length how many there are
 * @param stride bytes from one to the next
 * @param wide whether numbers are float64, or pairs of them, rather than float32
 * @param isComplex whether elements are pairs
 */
record FourierRow(long length, long stride, boolean wide, boolean isComplex) {
    static FourierRow along(Operand operand, int axis) {
        boolean complex = operand.dtype().kind() == 'c';
        return new FourierRow(operand.layout().dim(axis), operand.layout().stride(axis),
                operand.dtype().itemsize() == (complex ? 2 : 1) * Double.BYTES, complex);
    }

    private double get(long at) {
        return wide ? Memory.RAW.get(JAVA_DOUBLE_UNALIGNED, at) : Memory.RAW.get(JAVA_FLOAT_UNALIGNED, at);
    }

    private void set(long at, double value) {
        if (wide) {
            Memory.RAW.set(JAVA_DOUBLE_UNALIGNED, at, value);
        } else {
            Memory.RAW.set(JAVA_FLOAT_UNALIGNED, at, (float) value);
        }
    }

    private long imaginary() {
        return wide ? Double.BYTES : Float.BYTES;
    }

    /** Reads the first {@code n} elements of each row, zeros behind its end. */
    void complex(long[] rows, int count, int lanes, int n, Buffers b) {
        double[] re = b.re();
        double[] im = b.im();
        int there = (int) Math.min(length, n);
        for (int k = 0; k < there; k++) {
            for (int lane = 0; lane < count; lane++) {
                long at = rows[lane] + k * stride;
                re[k * lanes + lane] = get(at);
                im[k * lanes + lane] = isComplex ? get(at + imaginary()) : 0;
            }
        }
        Arrays.fill(re, there * lanes, n * lanes, 0);
        Arrays.fill(im, there * lanes, n * lanes, 0);
    }

    /** As {@link #complex}, of real elements, twice {@code n}: those at odd places are imaginary parts. */
    void pairs(long[] rows, int count, int lanes, int n, Buffers b) {
        double[] re = b.re();
        double[] im = b.im();
        int whole = (int) Math.min(length / 2, n);
        for (int k = 0; k < whole; k++) {
            for (int lane = 0; lane < count; lane++) {
                long at = rows[lane] + 2 * k * stride;
                re[k * lanes + lane] = get(at);
                im[k * lanes + lane] = get(at + stride);
            }
        }
        Arrays.fill(re, whole * lanes, n * lanes, 0);
        Arrays.fill(im, whole * lanes, n * lanes, 0);
        if (whole < n && length % 2 == 1) {
            for (int lane = 0; lane < count; lane++) {
                re[whole * lanes + lane] = get(rows[lane] + (length - 1) * stride);
            }
        }
    }

    /** From the first {@code n / 2 + 1} numbers to all n, of which the transform is real; the first counts as real. */
    static void mirror(int n, int lanes, Buffers b) {
        Arrays.fill(b.im(), 0, lanes, 0);
        for (int k = 1; 2 * k < n; k++) {
            for (int lane = 0; lane < lanes; lane++) {
                b.re()[(n - k) * lanes + lane] = b.re()[k * lanes + lane];
                b.im()[(n - k) * lanes + lane] = -b.im()[k * lanes + lane];
            }
        }
    }

    /** Writes the first {@code n} numbers to each row, real and imaginary parts times a factor each. */
    void complex(Buffers b, int lanes, double factor, double imaginaryFactor, int n, long[] rows, int count) {
        double[] re = b.re();
        double[] im = b.im();
        for (int k = 0; k < n; k++) {
            for (int lane = 0; lane < count; lane++) {
                long at = rows[lane] + k * stride;
                set(at, re[k * lanes + lane] * factor);
                set(at + imaginary(), im[k * lanes + lane] * imaginaryFactor);
            }
        }
    }

    /** Writes what lies behind the first {@code n / 2 + 1} of n numbers: those before it, backwards. */
    void mirrored(Buffers b, int lanes, double factor, double imaginaryFactor, int n, long[] rows, int count) {
        double[] re = b.re();
        double[] im = b.im();
        for (int k = 1; 2 * k < n; k++) {
            for (int lane = 0; lane < count; lane++) {
                long at = rows[lane] + (n - k) * stride;
                set(at, re[k * lanes + lane] * factor);
                set(at + imaginary(), im[k * lanes + lane] * imaginaryFactor);
            }
        }
    }

    /** Writes real parts. */
    void reals(Buffers b, int lanes, double factor, int n, long[] rows, int count) {
        double[] re = b.re();
        for (int k = 0; k < n; k++) {
            for (int lane = 0; lane < count; lane++) {
                set(rows[lane] + k * stride, re[k * lanes + lane] * factor);
            }
        }
    }

    /** Writes real and imaginary parts in turn. */
    void pairs(Buffers b, int lanes, double factor, int n, long[] rows, int count) {
        double[] re = b.re();
        double[] im = b.im();
        for (int k = 0; k < n; k++) {
            for (int lane = 0; lane < count; lane++) {
                long at = rows[lane] + 2 * k * stride;
                set(at, re[k * lanes + lane] * factor);
                set(at + stride, im[k * lanes + lane] * factor);
            }
        }
    }
}
