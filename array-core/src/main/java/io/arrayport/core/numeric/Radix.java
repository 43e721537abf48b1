package io.arrayport.core.numeric;

import java.math.BigInteger;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Whole numbers as text, to any base. */
public final class Radix {
    /** Most digits that are asked for: the result is one text. */
    private static final int LONGEST = 1 << 20;

    private Radix() {}

    /** {@code np.base_repr}. */
    public static String digits(Number number, int base, int padding) {
        if (base < Character.MIN_RADIX || base > Character.MAX_RADIX) {
            throw new IllegalArgumentException("baseRepr: base is " + base + ", it must be from 2 to 36");
        }
        requireShort("baseRepr: padding", padding);
        BigInteger whole = whole("baseRepr", number);
        String zeros = "0".repeat(Math.max(padding, 0));
        String digits = whole.signum() == 0 && padding > 0 ? "" : whole.abs().toString(base).toUpperCase(Locale.ROOT);
        return (whole.signum() < 0 ? "-" : "") + zeros + digits;
    }

    /** {@code np.binary_repr}; {@code width} null takes as many digits as there are, and a sign. */
    public static String binary(Number num, @Nullable Integer width) {
        BigInteger whole = whole("binaryRepr", num);
        if (width == null) {
            return whole.toString(2);
        }
        requireShort("binaryRepr: width", width);
        // One bit for the sign of negative numbers, so that 0 has none at all.
        int needed = whole.bitLength() + (whole.signum() < 0 ? 1 : 0);
        if (whole.signum() != 0 && width < needed) {
            throw new IllegalArgumentException("binaryRepr: " + num + " takes " + needed + " bits, width is " + width);
        }
        BigInteger bits = whole.signum() < 0 ? whole.add(BigInteger.ONE.shiftLeft(Math.max(width, needed))) : whole;
        String digits = bits.toString(2);
        return "0".repeat(Math.max(width, digits.length()) - digits.length()) + digits;
    }

    private static void requireShort(String what, int digits) {
        if (digits > LONGEST) {
            throw new IllegalArgumentException(what + " is " + digits + ", it must be at most " + LONGEST);
        }
    }

    private static BigInteger whole(String operation, Number number) {
        return switch (number) {
            case BigInteger big -> big;
            case Long _,Integer _,Short _,Byte _ -> BigInteger.valueOf(number.longValue());
            default -> throw new IllegalArgumentException(operation + ": " + number + " is no whole number");
        };
    }
}
