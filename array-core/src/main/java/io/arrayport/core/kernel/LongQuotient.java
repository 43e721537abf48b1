package io.arrayport.core.kernel;

import java.math.BigInteger;

/**
 * Floor division and remainders of longs by one number above 1, whose reciprocal is multiplied by instead: as
 * "Division by Invariant Integers using Multiplication" (Granlund and Montgomery, 1994) has it for quotients that are
 * rounded down. What lies otherwise is the twin's.
 */
record LongQuotient(Loop loop, BinaryKernel twin) implements BinaryKernel {
    /** From here on the reciprocal is worth being looked for. */
    private static final long MANY = 256;

    /** Divides contiguous longs. */
    interface Loop {
        /**
         * @param reciprocal an unsigned number: the upper half of its product with a dividend, or the dividend's
         *        complement if that is negative, shifted to the right, is the quotient
         */
        void run(long a, long divisor, long reciprocal, int shift, long out, long n);
    }

    /** Returns it for an operation that divides so, else the twin. */
    static BinaryKernel of(QuotientKind kind, BinaryKernel twin) {
        return switch (kind) {
            case QUOTIENT -> new LongQuotient(LongQuotient::quotients, twin);
            case REMAINDER -> new LongQuotient(LongQuotient::remainders, twin);
            case FMOD -> twin;
        };
    }

    @Override
    public void run(long a, long aStride, long b, long bStride, long out, long outStride, long n) {
        if (n < MANY || bStride != 0 || aStride != Long.BYTES || outStride != Long.BYTES || Raw.i64(b) <= 1) {
            twin.run(a, aStride, b, bStride, out, outStride, n);
            return;
        }
        long divisor = Raw.i64(b);
        int shift = Math.max(1, Long.SIZE - Long.numberOfLeadingZeros(divisor - 1)) - 1;
        // An unsigned number
        long reciprocal = BigInteger.ONE.shiftLeft(Long.SIZE + shift).divide(BigInteger.valueOf(divisor)).longValue()
                + 1;
        loop.run(a, divisor, reciprocal, shift, out, n);
    }

    private static void quotients(long a, long divisor, long reciprocal, int shift, long out, long n) {
        for (long i = 0; i < n * Long.BYTES; i += Long.BYTES) {
            Raw.i64(out + i, quotient(Raw.i64(a + i), reciprocal, shift));
        }
    }

    private static void remainders(long a, long divisor, long reciprocal, int shift, long out, long n) {
        for (long i = 0; i < n * Long.BYTES; i += Long.BYTES) {
            long dividend = Raw.i64(a + i);
            Raw.i64(out + i, dividend - quotient(dividend, reciprocal, shift) * divisor);
        }
    }

    private static long quotient(long dividend, long reciprocal, int shift) {
        long sign = dividend >> Long.SIZE - 1;
        return Math.unsignedMultiplyHigh(reciprocal, dividend ^ sign) >>> shift ^ sign;
    }
}
