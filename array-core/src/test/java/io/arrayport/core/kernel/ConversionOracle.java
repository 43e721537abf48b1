package io.arrayport.core.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteOrder;
import java.util.List;

/** What a conversion makes of one number, in exact arithmetic: as a decimal, and floats as their three fields. */
final class ConversionOracle {
    static final List<Lane> LANES = List.of(Lane.BOOL, Lane.I8, Lane.I16, Lane.I32, Lane.I64, Lane.U8, Lane.U16, Lane.U32,
            Lane.U64, Lane.F16, Lane.BF16, Lane.F32, Lane.F64, Lane.C64, Lane.C128);

    private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private ConversionOracle() {}

    /** Converts one element. */
    static void convert(Lane from, long in, Lane to, long out) {
        int inPart = from.part().bytes();
        int outPart = to.part().bytes();
        long first = number(from.part(), bits(in, inPart), to.part());
        if (to == Lane.BOOL && from.isComplex()) {
            first |= number(from.part(), bits(in + inPart, inPart), to);
        }
        put(out, outPart, first);
        if (to.isComplex()) {
            put(out + outPart, outPart,
                    from.isComplex() ? number(from.part(), bits(in + inPart, inPart), to.part()) : 0);
        }
    }

    private static long bits(long at, int bytes) {
        long bits = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            bits = bits << 8 | Raw.i8(at + (LITTLE ? i : bytes - 1 - i)) & 0xFF;
        }
        return bits;
    }

    private static void put(long at, int bytes, long bits) {
        for (int i = 0; i < bytes; i++) {
            Raw.i8(at + (LITTLE ? i : bytes - 1 - i), (byte) (bits >>> 8 * i));
        }
    }

    /**
     * Returns the bits that {@code bits} of {@code from} are converted to, of nan the plain one.
     *
     * @param from not complex, as {@code to}; bits beyond its size are 0
     */
    private static long number(Lane from, long bits, Lane to) {
        if (from == to) {
            return bits;
        }
        if (!from.isFloat()) {
            BigDecimal value = whole(from, bits);
            return to.isFloat() ? sign(to, value.signum() < 0) | size(value.abs(), to) : integer(value, to);
        }
        long exponent = bits >>> fraction(from) & infinity(from) >>> fraction(from);
        long rest = bits & (1L << fraction(from)) - 1;
        boolean negative = (bits & sign(from, true)) != 0;
        if (exponent == infinity(from) >>> fraction(from)) {
            return to == Lane.BOOL ? 1 : !to.isFloat() ? impossible(to)
                    : rest != 0 ? infinity(to) | 1L << fraction(to) - 1 : sign(to, negative) | infinity(to);
        }
        BigDecimal size = BigDecimal.valueOf(exponent == 0 ? rest : rest | 1L << fraction(from))
                .multiply(power(Math.max(1, (int) exponent) - bias(from) - fraction(from)));
        return to.isFloat() ? sign(to, negative) | size(size, to) : truncated(negative ? size.negate() : size, to);
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

    /** The low bits of the whole part, if the register that x86-64 converts in can hold it. */
    private static long truncated(BigDecimal value, Lane to) {
        if (to == Lane.BOOL) {
            return integer(value, to);
        }
        BigInteger whole = value.toBigInteger();
        boolean upper = to == Lane.U64 && whole.bitLength() == 64 && whole.signum() > 0;
        return upper || whole.bitLength() < registerBits(to) ? integer(value, to)
                // uint64 converts what is too large less half its range
                : to == Lane.U64 && whole.signum() > 0 ? 0 : impossible(to);
    }

    private static int registerBits(Lane to) {
        return to == Lane.U32 || to.bytes() == 8 ? 64 : 32;
    }

    private static long impossible(Lane to) {
        return 1L << registerBits(to) - 1 & mask(to);
    }

    /** The low bits of an integer. */
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
