package io.arrayport.core.print;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A non-negative decimal number {@code d.ddd * 10^exponent}.
 *
 * @param digits at least one; the first is not 0 unless the number is zero, trailing zeros may be there
 * @param exponent place of the first digit: 0 for ones, -1 for tenths
 */
record Decimal(String digits, int exponent) {
    static final Decimal ZERO = new Decimal("0", 0);

    /** More digits than the shortest form of any number has. */
    static final int UNLIMITED = 1 << 20;

    /** Exact value of {@code value} (finite, not negative) rounded half-even at 10^{@code place}. */
    static Decimal exactToPlace(double value, int place) {
        return of(new BigDecimal(value).setScale(-place, RoundingMode.HALF_EVEN));
    }

    /** Exact value of {@code value} (finite, not negative) rounded half-even to {@code count} digits. */
    static Decimal exactToDigits(double value, int count) {
        return of(new BigDecimal(value).round(new MathContext(count, RoundingMode.HALF_EVEN)));
    }

    private static Decimal of(BigDecimal value) {
        if (value.signum() == 0) {
            return ZERO;
        }
        String digits = value.unscaledValue().toString();
        return new Decimal(digits, digits.length() - 1 - value.scale());
    }

    /**
     * The shortest decimal that {@code precision} reads back as {@code value} (finite, not negative), closest to it
     * where several are as short. Its digits end at 10^{@code lowest} at the latest, rounded half-even there, and go on
     * to 10^{@code needed} at least, the further ones being those of the exact value.
     */
    static Decimal shortestToPlace(double value, FloatPrecision precision, int lowest, int needed) {
        return shortest(value, precision, lowest, needed, false);
    }

    /** As {@link #shortestToPlace}, the limits being counts of digits. */
    static Decimal shortestToDigits(double value, FloatPrecision precision, int most, int least) {
        return shortest(value, precision, 1 - most, 1 - least, true);
    }

    private static Decimal shortest(double value, FloatPrecision precision, int lowest, int needed,
            boolean fromFirstDigit) {
        if (value == 0) {
            return ZERO;
        }
        int exponent = Math.max(Math.getExponent(value) - precision.significandBits + 1, precision.minExponent);
        // Exact: a number of the format is an integer multiple of 2^exponent.
        long significand = (long) Math.scalb(value, -exponent);
        // The gap to the next number below a power of two is half the one above, but not among the subnormals.
        boolean narrowBelow = significand == 1L << precision.significandBits - 1 && exponent > precision.minExponent;

        // value = rest / scale; half the gaps to the neighbours are below / scale and above / scale.
        int shift = narrowBelow ? 2 : 1;
        BigInteger rest = BigInteger.valueOf(significand).shiftLeft(shift + Math.max(exponent, 0));
        BigInteger scale = BigInteger.ONE.shiftLeft(shift + Math.max(-exponent, 0));
        BigInteger below = BigInteger.ONE.shiftLeft(Math.max(exponent, 0));
        BigInteger above = narrowBelow ? below.shiftLeft(1) : below;
        int place = (int) Math.floor(Math.log10(value));
        BigInteger power = BigInteger.TEN.pow(Math.abs(place));
        if (place >= 0) {
            scale = scale.multiply(power);
        } else {
            rest = rest.multiply(power);
            below = below.multiply(power);
            above = above.multiply(power);
        }
        // The logarithm may be one off next to a power of ten.
        if (rest.compareTo(scale) < 0) {
            place--;
            rest = rest.multiply(BigInteger.TEN);
            below = below.multiply(BigInteger.TEN);
            above = above.multiply(BigInteger.TEN);
        } else if (rest.compareTo(scale.multiply(BigInteger.TEN)) >= 0) {
            place++;
            scale = scale.multiply(BigInteger.TEN);
        }
        int origin = fromFirstDigit ? place : 0;
        if (place < origin + lowest) {
            Decimal cut = exactToPlace(value, lowest);
            return cut.equals(ZERO) ? new Decimal("0", lowest) : cut;
        }
        // A decimal half-way to the neighbour is read back as the one with the even significand.
        int reach = (significand & 1) == 0 ? 0 : -1;
        return generate(rest, scale, below, above, reach, place, origin + lowest, origin + needed);
    }

    private static Decimal generate(BigInteger rest, BigInteger scale, BigInteger below, BigInteger above, int reach,
            int first, int lowest, int needed) {
        StringBuilder digits = new StringBuilder(20);
        for (int place = first;; place--) {
            BigInteger[] division = rest.divideAndRemainder(scale);
            int digit = division[0].intValue();
            rest = division[1];
            boolean downReads = rest.compareTo(below) <= reach;
            boolean upReads = scale.compareTo(rest.add(above)) <= reach;
            if (place == lowest || (downReads || upReads) && place <= needed) {
                boolean up = upReads;
                if (downReads == upReads) {
                    int half = rest.shiftLeft(1).compareTo(scale);
                    up = half > 0 || half == 0 && (digit & 1) == 1;
                }
                return finish(digits, digit, up, first);
            }
            digits.append((char) ('0' + digit));
            rest = rest.multiply(BigInteger.TEN);
            below = below.multiply(BigInteger.TEN);
            above = above.multiply(BigInteger.TEN);
        }
    }

    private static Decimal finish(StringBuilder digits, int last, boolean up, int first) {
        digits.append((char) ('0' + last));
        if (!up) {
            return new Decimal(digits.toString(), first);
        }
        int end = digits.length();
        while (end > 0 && digits.charAt(end - 1) == '9') {
            end--;
        }
        if (end == 0) {
            return new Decimal("1", first + 1);
        }
        digits.setLength(end);
        digits.setCharAt(end - 1, (char) (digits.charAt(end - 1) + 1));
        return new Decimal(digits.toString(), first);
    }

    /** The digit at 10^{@code place}; 0 outside {@link #digits()}. */
    char digitAt(int place) {
        int position = exponent - place;
        return position >= 0 && position < digits.length() ? digits.charAt(position) : '0';
    }

    /** Place of the last digit. */
    int lastPlace() {
        return exponent - digits.length() + 1;
    }
}
