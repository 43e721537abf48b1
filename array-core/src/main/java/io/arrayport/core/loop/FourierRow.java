package io.arrayport.core.loop;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import java.util.Arrays;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.fourier.Buffers;
import io.arrayport.core.fourier.Choice;
import io.arrayport.core.fourier.LaneCopy;
import io.arrayport.core.memory.Memory;
import org.jspecify.annotations.Nullable;

/**
 * Numbers along one axis: how several rows of them get into buffers and out of them. Rows are walked side by side, a
 * stretch of each at a time, so that those which lie next to each other share what a cache loads.
 *
 * @param length how many there are
 * @param stride bytes from one to the next
 * @param wide whether numbers, or their parts, are float64 rather than float32
 * @param isComplex whether there are imaginary parts
 * @param imaginary bytes from a real part to its imaginary one
 */
record FourierRow(long length, long stride, boolean wide, boolean isComplex, long imaginary) {
    private static final int STRETCH = 32;
    /** Of numbers so many bytes apart, many share a set of the first cache: of those, few at a time. */
    private static final int APART = 512;
    private static final int SHORT = 4;
    /** Bytes of a number both of whose parts are float64, side by side: vectors take such. */
    private static final int NUMBER = 2 * Double.BYTES;

    static FourierRow along(Operand operand, int axis) {
        boolean complex = operand.dtype().kind() == 'c';
        int part = operand.dtype().itemsize() / (complex ? 2 : 1);
        return new FourierRow(operand.layout().dim(axis), operand.layout().stride(axis), part == Double.BYTES, complex,
                part);
    }

    /** Real numbers two by two: those at odd places as the imaginary parts of those before them. */
    FourierRow pairs() {
        return new FourierRow(length / 2, 2 * stride, wide, true, stride);
    }

    /** Reads the first {@code n} numbers of each row, zeros behind its end. */
    void read(long[] rows, int count, int lanes, int n, Buffers b) {
        int there = (int) Math.min(length, n);
        int stretch = stretch();
        for (int k = gather(rows, count, there, b); k < there; k += stretch) {
            int end = Math.min(there, k + stretch);
            for (int lane = 0; lane < count; lane++) {
                read(rows[lane] + k * stride, b, k * lanes + lane, lanes, end * lanes);
            }
        }
        Arrays.fill(b.re(), there * lanes, n * lanes, 0);
        Arrays.fill(b.im(), isComplex ? there * lanes : 0, n * lanes, 0);
    }

    /** Returns how many numbers vectors have read of each row. */
    private int gather(long[] rows, int count, int n, Buffers b) {
        LaneCopy vectors = vectors(count);
        if (vectors == null) {
            return 0;
        }
        if (areNeighbours(rows)) {
            vectors.apart(rows[0], stride, n, b);
            return n;
        }
        int whole = whole(n);
        vectors.gather(rows, whole, b);
        return whole;
    }

    /** Returns what copies so many rows of these; null if nothing does. */
    private @Nullable LaneCopy vectors(int count) {
        return wide && isComplex && imaginary == Double.BYTES && count == LaneCopy.COUNT ? Choice.lanes() : null;
    }

    /** Returns how many numbers of rows that are no neighbours. */
    private int whole(int n) {
        return stride == NUMBER ? n & -LaneCopy.TOGETHER : 0;
    }

    private static boolean areNeighbours(long[] rows) {
        for (int lane = 1; lane < rows.length; lane++) {
            if (rows[lane] - rows[lane - 1] != NUMBER) {
                return false;
            }
        }
        return true;
    }

    private int stretch() {
        return Math.abs(stride) < APART ? STRETCH : SHORT;
    }

    private void read(long start, Buffers b, int first, int step, int end) {
        double[] re = b.re();
        double[] im = b.im();
        long at = start;
        if (wide && isComplex) {
            for (int i = first; i < end; i += step, at += stride) {
                re[i] = Memory.RAW.get(JAVA_DOUBLE_UNALIGNED, at);
                im[i] = Memory.RAW.get(JAVA_DOUBLE_UNALIGNED, at + imaginary);
            }
        } else if (wide) {
            for (int i = first; i < end; i += step, at += stride) {
                re[i] = Memory.RAW.get(JAVA_DOUBLE_UNALIGNED, at);
            }
        } else if (isComplex) {
            for (int i = first; i < end; i += step, at += stride) {
                re[i] = Memory.RAW.get(JAVA_FLOAT_UNALIGNED, at);
                im[i] = Memory.RAW.get(JAVA_FLOAT_UNALIGNED, at + imaginary);
            }
        } else {
            for (int i = first; i < end; i += step, at += stride) {
                re[i] = Memory.RAW.get(JAVA_FLOAT_UNALIGNED, at);
            }
        }
    }

    /** Of real rows with an odd number of elements, read as pairs: the last one, at place {@code k}. */
    void readLast(long[] rows, int count, int lanes, int k, Buffers b) {
        for (int lane = 0; lane < count; lane++) {
            read(rows[lane] + (length - 1) * stride, b, k * lanes + lane, lanes, k * lanes + lane + 1);
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

    /** The numbers from number {@code n - 1} on, backwards. */
    FourierRow backwards() {
        return new FourierRow(length, -stride, wide, isComplex, imaginary);
    }

    /**
     * Writes numbers to each row, real and imaginary parts times a factor each.
     *
     * @param rows where the number goes that stands at place {@code first}
     */
    void write(Buffers b, int lanes, double factor, double imaginaryFactor, int first, int n, long[] rows,
            int count) {
        int stretch = stretch();
        for (int k = scatter(b, factor, imaginaryFactor, first, n, rows, count); k < n; k += stretch) {
            int end = first + Math.min(n, k + stretch);
            for (int lane = 0; lane < count; lane++) {
                write(b, (first + k) * lanes + lane, lanes, end * lanes, factor, imaginaryFactor,
                        rows[lane] + k * stride);
            }
        }
    }

    /** Returns how many numbers vectors have written of each row. */
    private int scatter(Buffers b, double factor, double imaginaryFactor, int first, int n, long[] rows, int count) {
        LaneCopy vectors = vectors(count);
        if (vectors == null) {
            return 0;
        }
        if (areNeighbours(rows)) {
            vectors.together(b, first, n, factor, imaginaryFactor, rows[0], stride);
            return n;
        }
        int whole = whole(n);
        vectors.scatter(b, first, whole, factor, imaginaryFactor, rows);
        return whole;
    }

    private void write(Buffers b, int first, int step, int end, double factor, double imaginaryFactor, long start) {
        double[] re = b.re();
        double[] im = b.im();
        long at = start;
        if (wide && isComplex) {
            for (int i = first; i < end; i += step, at += stride) {
                Memory.RAW.set(JAVA_DOUBLE_UNALIGNED, at, re[i] * factor);
                Memory.RAW.set(JAVA_DOUBLE_UNALIGNED, at + imaginary, im[i] * imaginaryFactor);
            }
        } else if (wide) {
            for (int i = first; i < end; i += step, at += stride) {
                Memory.RAW.set(JAVA_DOUBLE_UNALIGNED, at, re[i] * factor);
            }
        } else if (isComplex) {
            for (int i = first; i < end; i += step, at += stride) {
                Memory.RAW.set(JAVA_FLOAT_UNALIGNED, at, (float) (re[i] * factor));
                Memory.RAW.set(JAVA_FLOAT_UNALIGNED, at + imaginary, (float) (im[i] * imaginaryFactor));
            }
        } else {
            for (int i = first; i < end; i += step, at += stride) {
                Memory.RAW.set(JAVA_FLOAT_UNALIGNED, at, (float) (re[i] * factor));
            }
        }
    }
}
