package io.arrayport.core.fourier;

import java.nio.ByteOrder;

import io.arrayport.core.memory.Memory;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Complex numbers of eight rows, from memory to lanes and back, as whole numbers that keep their bits.
 */
final class VectorLaneCopy implements LaneCopy {
    private static final VectorSpecies<Long> BITS = LongVector.SPECIES_512;
    private static final VectorSpecies<Double> NUMBERS = DoubleVector.SPECIES_512;
    private static final Class<?> BITS_CLASS = BITS.vectorType();
    private static final Class<?> NUMBERS_CLASS = NUMBERS.vectorType();
    private static final int LENGTH = 8;
    private static final int BYTES = LENGTH * Double.BYTES;
    /** Numbers of a row that a vector holds. */
    private static final int PAIRS = LENGTH / 2;
    // Of two vectors, which lanes are taken: 8 and more are the second's
    private static final LongVector EVEN = lanes(0, 8, 2, 10, 4, 12, 6, 14);
    private static final LongVector ODD = lanes(1, 9, 3, 11, 5, 13, 7, 15);
    private static final LongVector FIRST_PAIRS = lanes(0, 1, 8, 9, 4, 5, 12, 13);
    private static final LongVector SECOND_PAIRS = lanes(2, 3, 10, 11, 6, 7, 14, 15);
    private static final LongVector LOW = lanes(0, 1, 2, 3, 8, 9, 10, 11);
    private static final LongVector HIGH = lanes(4, 5, 6, 7, 12, 13, 14, 15);
    private static final LongVector REAL = lanes(0, 2, 4, 6, 8, 10, 12, 14);
    private static final LongVector IMAGINARY = lanes(1, 3, 5, 7, 9, 11, 13, 15);
    private static final LongVector FIRST = lanes(0, 8, 1, 9, 2, 10, 3, 11);
    private static final LongVector LAST = lanes(4, 12, 5, 13, 6, 14, 7, 15);

    private static LongVector lanes(long... lanes) {
        return LongVector.fromArray(BITS, lanes, 0);
    }

    @Override
    public void apart(long from, long step, int count, Buffers b) {
        double[] re = b.re;
        double[] im = b.im;
        long source = from;
        for (int i = 0; i < count * LENGTH; i += LENGTH, source += step) {
            LongVector low = load(source);
            LongVector high = load(source + BYTES);
            put(pick(REAL, low, high), re, i);
            put(pick(IMAGINARY, low, high), im, i);
        }
    }

    @Override
    public void together(Buffers b, int first, int count, double factor, double imaginaryFactor, long to, long step) {
        double[] re = b.re;
        double[] im = b.im;
        long target = to;
        for (int i = first * LENGTH; i < (first + count) * LENGTH; i += LENGTH, target += step) {
            LongVector r = get(re, i, factor);
            LongVector m = get(im, i, imaginaryFactor);
            store(pick(FIRST, r, m), target);
            store(pick(LAST, r, m), target + BYTES);
        }
    }

    @Override
    public void gather(long[] rows, int count, Buffers buffers) {
        double[] re = buffers.re;
        double[] im = buffers.im;
        long row0 = rows[0];
        long row1 = rows[1];
        long row2 = rows[2];
        long row3 = rows[3];
        long row4 = rows[4];
        long row5 = rows[5];
        long row6 = rows[6];
        long row7 = rows[7];
        for (int k = 0; k < count; k += PAIRS) {
            long at = 2L * Double.BYTES * k;
            LongVector a = load(row0 + at);
            LongVector b = load(row1 + at);
            LongVector c = load(row2 + at);
            LongVector d = load(row3 + at);
            LongVector e = load(row4 + at);
            LongVector f = load(row5 + at);
            LongVector g = load(row6 + at);
            LongVector h = load(row7 + at);
            LongVector ab0 = pick(EVEN, a, b);
            LongVector ab1 = pick(ODD, a, b);
            LongVector cd0 = pick(EVEN, c, d);
            LongVector cd1 = pick(ODD, c, d);
            LongVector ef0 = pick(EVEN, e, f);
            LongVector ef1 = pick(ODD, e, f);
            LongVector gh0 = pick(EVEN, g, h);
            LongVector gh1 = pick(ODD, g, h);
            LongVector left0 = pick(FIRST_PAIRS, ab0, cd0);
            LongVector left1 = pick(FIRST_PAIRS, ab1, cd1);
            LongVector left2 = pick(SECOND_PAIRS, ab0, cd0);
            LongVector left3 = pick(SECOND_PAIRS, ab1, cd1);
            LongVector right0 = pick(FIRST_PAIRS, ef0, gh0);
            LongVector right1 = pick(FIRST_PAIRS, ef1, gh1);
            LongVector right2 = pick(SECOND_PAIRS, ef0, gh0);
            LongVector right3 = pick(SECOND_PAIRS, ef1, gh1);
            int i = k * LENGTH;
            put(pick(LOW, left0, right0), re, i);
            put(pick(LOW, left1, right1), im, i);
            put(pick(LOW, left2, right2), re, i + LENGTH);
            put(pick(LOW, left3, right3), im, i + LENGTH);
            put(pick(HIGH, left0, right0), re, i + 2 * LENGTH);
            put(pick(HIGH, left1, right1), im, i + 2 * LENGTH);
            put(pick(HIGH, left2, right2), re, i + 3 * LENGTH);
            put(pick(HIGH, left3, right3), im, i + 3 * LENGTH);
        }
    }

    @Override
    public void scatter(Buffers buffers, int first, int count, double factor, double imaginaryFactor, long[] rows) {
        double[] re = buffers.re;
        double[] im = buffers.im;
        long row0 = rows[0];
        long row1 = rows[1];
        long row2 = rows[2];
        long row3 = rows[3];
        long row4 = rows[4];
        long row5 = rows[5];
        long row6 = rows[6];
        long row7 = rows[7];
        for (int k = 0; k < count; k += PAIRS) {
            int i = (first + k) * LENGTH;
            LongVector a = get(re, i, factor);
            LongVector b = get(im, i, imaginaryFactor);
            LongVector c = get(re, i + LENGTH, factor);
            LongVector d = get(im, i + LENGTH, imaginaryFactor);
            LongVector e = get(re, i + 2 * LENGTH, factor);
            LongVector f = get(im, i + 2 * LENGTH, imaginaryFactor);
            LongVector g = get(re, i + 3 * LENGTH, factor);
            LongVector h = get(im, i + 3 * LENGTH, imaginaryFactor);
            LongVector ab0 = pick(EVEN, a, b);
            LongVector ab1 = pick(ODD, a, b);
            LongVector cd0 = pick(EVEN, c, d);
            LongVector cd1 = pick(ODD, c, d);
            LongVector ef0 = pick(EVEN, e, f);
            LongVector ef1 = pick(ODD, e, f);
            LongVector gh0 = pick(EVEN, g, h);
            LongVector gh1 = pick(ODD, g, h);
            LongVector left0 = pick(FIRST_PAIRS, ab0, cd0);
            LongVector left1 = pick(FIRST_PAIRS, ab1, cd1);
            LongVector left2 = pick(SECOND_PAIRS, ab0, cd0);
            LongVector left3 = pick(SECOND_PAIRS, ab1, cd1);
            LongVector right0 = pick(FIRST_PAIRS, ef0, gh0);
            LongVector right1 = pick(FIRST_PAIRS, ef1, gh1);
            LongVector right2 = pick(SECOND_PAIRS, ef0, gh0);
            LongVector right3 = pick(SECOND_PAIRS, ef1, gh1);
            long at = 2L * Double.BYTES * k;
            store(pick(LOW, left0, right0), row0 + at);
            store(pick(LOW, left1, right1), row1 + at);
            store(pick(LOW, left2, right2), row2 + at);
            store(pick(LOW, left3, right3), row3 + at);
            store(pick(HIGH, left0, right0), row4 + at);
            store(pick(HIGH, left1, right1), row5 + at);
            store(pick(HIGH, left2, right2), row6 + at);
            store(pick(HIGH, left3, right3), row7 + at);
        }
    }

    private static LongVector pick(LongVector lanes, LongVector a, LongVector b) {
        return (LongVector) BITS_CLASS.cast(lanes.selectFrom(a, b));
    }

    private static LongVector load(long address) {
        return (LongVector) BITS_CLASS.cast(LongVector.fromMemorySegment(BITS, Memory.RAW, address,
                ByteOrder.nativeOrder()));
    }

    private static void store(LongVector v, long address) {
        v.intoMemorySegment(Memory.RAW, address, ByteOrder.nativeOrder());
    }

    private static LongVector get(double[] a, int at, double factor) {
        DoubleVector v = (DoubleVector) NUMBERS_CLASS.cast(DoubleVector.fromArray(NUMBERS, a, at));
        return (LongVector) BITS_CLASS.cast(((DoubleVector) NUMBERS_CLASS.cast(v.mul(factor))).reinterpretAsLongs());
    }

    private static void put(LongVector v, double[] a, int at) {
        ((DoubleVector) NUMBERS_CLASS.cast(v.reinterpretAsDoubles())).intoArray(a, at);
    }
}
