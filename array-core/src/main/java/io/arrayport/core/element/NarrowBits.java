package io.arrayport.core.element;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.arrayport.core.dtype.NarrowFormat;

/** Between the bits of the float8, float6 and float4 formats and the numbers that they mean. */
public final class NarrowBits {
    private static final List<NarrowBits> ALL = Arrays.stream(NarrowFormat.values()).map(NarrowBits::new).toList();

    private final NarrowFormat format;
    /** By pattern: a byte whose upper bits mean nothing in the narrower formats. */
    private final float[] values = new float[256];
    /** The finite ones that are not negative, which their patterns order. */
    private final double[] finite;
    private final int sign;

    private NarrowBits(NarrowFormat format) {
        this.format = format;
        int patterns = 1 << format.bits();
        sign = format.specials() == NarrowFormat.Specials.POWERS ? 0 : patterns >> 1;
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) value(format, i & (patterns - 1));
        }
        int positive = sign == 0 ? patterns : sign;
        finite = IntStream.range(0, positive).mapToDouble(i -> values[i]).filter(Double::isFinite).toArray();
    }

    /** Of this format. */
    public static NarrowBits of(NarrowFormat format) {
        return ALL.get(format.ordinal());
    }

    private static double value(NarrowFormat format, int pattern) {
        int fraction = pattern & (1 << format.fraction()) - 1;
        int exponent = pattern >> format.fraction() & (1 << format.exponent()) - 1;
        int top = (1 << format.exponent()) - 1;
        boolean allOnes = exponent == top && fraction == (1 << format.fraction()) - 1;
        boolean negative = format.specials() != NarrowFormat.Specials.POWERS && pattern >> format.bits() - 1 != 0;
        double magnitude = switch (format.specials()) {
            case IEEE -> exponent < top ? magnitude(format, exponent, fraction)
                    : fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
            case TOP_NAN -> allOnes ? Double.NaN : magnitude(format, exponent, fraction);
            case ONE_NAN -> negative && exponent == 0 && fraction == 0 ? Double.NaN
                    : magnitude(format, exponent, fraction);
            case POWERS -> allOnes ? Double.NaN : Math.scalb(1.0, exponent - format.bias());
            case NONE -> magnitude(format, exponent, fraction);
        };
        return negative ? -magnitude : magnitude;
    }

    private static double magnitude(NarrowFormat format, int exponent, int fraction) {
        double part = Math.scalb((double) fraction, -format.fraction());
        return exponent == 0 ? Math.scalb(part, 1 - format.bias()) : Math.scalb(1 + part, exponent - format.bias());
    }

    /** The number, exactly. */
    public float value(int pattern) {
        return values[pattern & 0xFF];
    }

    /**
     * The nearest number, ties to the even pattern, and of powers of two upwards. What is too large becomes infinite
     * where the format has that, else NaN, else the largest number; NaN where the format has none becomes -0.
     */
    public int pattern(double value) {
        NarrowFormat.Specials specials = format.specials();
        int negative = Math.copySign(1, value) < 0 ? sign : 0;
        if (Double.isNaN(value)) {
            return nan(negative);
        }
        if (specials == NarrowFormat.Specials.POWERS && value <= 0) {
            return nan(0);
        }
        int nearest = nearest(Math.abs(value));
        if (nearest == finite.length) {
            return switch (specials) {
                case IEEE -> negative | nearest;
                case NONE -> negative | nearest - 1;
                case TOP_NAN, ONE_NAN, POWERS -> nan(negative);
            };
        }
        return specials == NarrowFormat.Specials.ONE_NAN && nearest == 0 ? 0 : negative | nearest;
    }

    private int nan(int negative) {
        return switch (format.specials()) {
            case IEEE -> negative | finite.length | 1 << format.fraction() - 1;
            case TOP_NAN -> negative | finite.length;
            case ONE_NAN, NONE -> sign;
            case POWERS -> 0xFF;
        };
    }

    /** The pattern of the nearest number to one that is not negative; one more than the last if that is too small. */
    private int nearest(double magnitude) {
        int last = finite.length - 1;
        int at = Arrays.binarySearch(finite, magnitude);
        if (at >= 0) {
            return at;
        }
        int above = -at - 1;
        if (above == 0) {
            return 0; // there is no zero, and the smallest is the nearest
        }
        double low = finite[above - 1];
        // Past the end as if there were one more step, as great as the last one.
        double high = above <= last ? finite[above]
                : format.specials() == NarrowFormat.Specials.POWERS ? 2 * low : 2 * low - finite[last - 1];
        double middle = low / 2 + high / 2;
        boolean tieUp = format.specials() == NarrowFormat.Specials.POWERS || (above & 1) == 0;
        return magnitude > middle || magnitude == middle && tieUp ? above : above - 1;
    }
}
