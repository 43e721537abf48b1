package io.arrayport.core.kernel;

import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.List;

/**
 * What a conversion makes of one element, in exact arithmetic: integers times powers of two, floats by their fields.
 */
final class ConversionOracle {
    static final List<Lane> LANES = List.of(Lane.BOOL, Lane.I8, Lane.I16, Lane.I32, Lane.I64, Lane.U8, Lane.U16,
            Lane.U32,
            Lane.U64, Lane.F16, Lane.BF16, Lane.F32, Lane.F64, Lane.C64, Lane.C128);

    private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private ConversionOracle() {}

    /** Converts the element at one address to one at another. */
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

    private static long number(Lane from, long bits, Lane to) {
        if (from == to) {
            return bits;
        }
        if (!from.isFloat()) {
            BigInteger value = whole(from, bits);
            return to.isFloat() ? sign(to, value.signum() < 0) | size(value.abs(), 0, to) : integer(value, to);
        }
        int exponent = (int) (bits >>> fraction(from) & infinity(from) >>> fraction(from));
        long rest = bits & (1L << fraction(from)) - 1;
        boolean negative = (bits & sign(from, true)) != 0;
        if (exponent == infinity(from) >>> fraction(from)) {
            return to == Lane.BOOL ? 1 : !to.isFloat() ? tooLarge(to, rest == 0 && !negative)
                    : rest != 0 ? infinity(to) | 1L << fraction(to) - 1 : sign(to, negative) | infinity(to);
        }
        BigInteger size = BigInteger.valueOf(exponent == 0 ? rest : rest | 1L << fraction(from));
        int power = Math.max(1, exponent) - bias(from) - fraction(from);
        if (to.isFloat()) {
            return sign(to, negative) | size(size, power, to);
        }
        return to == Lane.BOOL ? size.signum() : truncated(negative, size.shiftLeft(power), to);
    }

    private static BigInteger whole(Lane lane, long bits) {
        if (lane == Lane.BOOL) {
            return bits == 0 ? BigInteger.ZERO : BigInteger.ONE;
        }
        BigInteger value = new BigInteger(Long.toUnsignedString(bits));
        int size = lane.bytes() * 8;
        return !lane.isUnsigned() && value.testBit(size - 1) ? value.subtract(BigInteger.ONE.shiftLeft(size)) : value;
    }

    private static long integer(BigInteger value, Lane to) {
        return to == Lane.BOOL ? value.signum() & 1 : value.longValue() & mask(to);
    }

    /** The low bits of the whole part, if the register that x86-64 converts in can hold it. */
    private static long truncated(boolean negative, BigInteger size, Lane to) {
        BigInteger whole = negative ? size.negate() : size;
        boolean upper = to == Lane.U64 && !negative && size.bitLength() == 64;
        return upper || whole.bitLength() < register(to) ? integer(whole, to) : tooLarge(to, !negative);
    }

    /** The register's least number; uint64 converts what is above its middle less that. */
    private static long tooLarge(Lane to, boolean above) {
        return to == Lane.U64 && above ? 0 : 1L << register(to) - 1 & mask(to);
    }

    private static int register(Lane to) {
        return to == Lane.U32 || to.bytes() == 8 ? 64 : 32;
    }

    private static long mask(Lane lane) {
        return -1L >>> 64 - 8 * lane.bytes();
    }

    /** The bits of the float that is nearest to {@code size * 2^power}, ties to even. */
    private static long size(BigInteger size, int power, Lane to) {
        if (size.signum() == 0) {
            return 0;
        }
        int exponent = Math.max(1 - bias(to), size.bitLength() - 1 + power);
        int shift = exponent - fraction(to) - power;
        BigInteger places = size.shiftRight(shift);
        if (shift > 0) {
            BigInteger lost = size.subtract(places.shiftLeft(shift)).shiftLeft(1);
            int half = lost.compareTo(BigInteger.ONE.shiftLeft(shift));
            places = half > 0 || half == 0 && places.testBit(0) ? places.add(BigInteger.ONE) : places;
        }
        // What is rounded up to the next power of two carries into the exponent
        return places.add(BigInteger.valueOf(exponent + bias(to) - 1L).shiftLeft(fraction(to)))
                .min(BigInteger.valueOf(infinity(to))).longValueExact();
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
