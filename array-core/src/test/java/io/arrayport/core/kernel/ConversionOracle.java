package io.arrayport.core.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** What a conversion makes of one number, in exact arithmetic: as a decimal, and floats as their three fields. */
final class ConversionOracle {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private ConversionOracle() {}

    /**
     * Returns the bits that {@code bits} of {@code from} are converted to, of nan the plain one.
     *
     * @param from not complex, as {@code to}; bits beyond its size are 0
     */
    static long convert(Lane from, long bits, Lane to) {
        if (!from.isFloat()) {
            BigDecimal value = whole(from, bits);
            return to.isFloat() ? sign(to, value.signum() < 0) | size(value.abs(), to) : integer(value, to);
        }
        long exponent = bits >>> fraction(from) & infinity(from) >>> fraction(from);
        long rest = bits & (1L << fraction(from)) - 1;
        boolean negative = (bits & sign(from, true)) != 0;
        if (exponent == infinity(from) >>> fraction(from)) {
            return to == Lane.BOOL ? 1 : !to.isFloat() ? integer(power(negative || rest != 0 ? 64 : 65), to)
                    : rest != 0 ? infinity(to) | 1L << fraction(to) - 1 : sign(to, negative) | infinity(to);
        }
        BigDecimal size = BigDecimal.valueOf(exponent == 0 ? rest : rest | 1L << fraction(from))
                .multiply(power(Math.max(1, (int) exponent) - bias(from) - fraction(from)));
        return to.isFloat() ? sign(to, negative) | size(size, to) : integer(negative ? size.negate() : size, to);
    }

    private static BigDecimal whole(Lane lane, long bits) {
        if (lane == Lane.BOOL) {
            return BigDecimal.valueOf(bits == 0 ? 0 : 1);
        }
        BigInteger value = new BigInteger(Long.toUnsignedString(bits));
        int size = lane.bytes() * 8;
        return new BigDecimal(!lane.isUnsigned() && value.testBit(size - 1)
                ? value.subtract(BigInteger.ONE.shiftLeft(size)) : value);
    }

    /** The low bits of an integer; of a float's whole part, if the register that x86-64 converts in can hold it. */
    private static long integer(BigDecimal value, Lane to) {
        if (to == Lane.BOOL) {
            return value.signum() == 0 ? 0 : 1;
        }
        return value.toBigInteger().longValue() & mask(to);
    }

    private static long mask(Lane lane) {
        return -1L >>> 64 - 8 * lane.bytes();
    }

    /** The bits of the nearest number, ties to even. */
    private static long size(BigDecimal size, Lane to) {
        if (size.signum() == 0) {
            return 0;
        }
        int exponent = 1 - bias(to);
        while (exponent <= bias(to) && size.compareTo(power(exponent + 1)) >= 0) {
            exponent++;
        }
        BigInteger places = size.divide(power(exponent - fraction(to))).setScale(0, RoundingMode.HALF_EVEN)
                .toBigInteger();
        // What is rounded up to the next power of two carries into the exponent
        return places.add(BigInteger.valueOf(exponent + bias(to) - 1L).shiftLeft(fraction(to)))
                .min(BigInteger.valueOf(infinity(to))).longValueExact();
    }

    private static BigDecimal power(int exponent) {
        return exponent >= 0 ? TWO.pow(exponent) : BigDecimal.ONE.divide(TWO.pow(-exponent));
    }

    /** How many bits the fraction has. */
    private static int fraction(Lane lane) {
        return switch (lane) {
            case F16 -> 10;
            case BF16 -> 7;
            case F32 -> 23;
            default -> 52;
        };
    }

    private static int bias(Lane lane) {
        return (1 << lane.bytes() * 8 - 2 - fraction(lane)) - 1;
    }

    private static long infinity(Lane lane) {
        return mask(lane) >>> 1 >>> fraction(lane) << fraction(lane);
    }

    private static long sign(Lane lane, boolean negative) {
        return negative ? 1L << 8 * lane.bytes() - 1 : 0;
    }
}
