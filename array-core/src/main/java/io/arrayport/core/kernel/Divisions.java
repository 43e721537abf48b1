package io.arrayport.core.kernel;

/** Integer operations that divide, and shifts, as NumPy has them: nothing is thrown, and by 0 the quotient is 0. */
final class Divisions {
    private Divisions() {}

    static long floorDivide(long a, long b) {
        return b == 0 ? 0 : Math.floorDiv(a, b);
    }

    static long remainder(long a, long b) {
        return b == 0 ? 0 : Math.floorMod(a, b);
    }

    static long fmod(long a, long b) {
        return b == 0 ? 0 : a % b;
    }

    static long unsignedDivide(long a, long b) {
        return b == 0 ? 0 : Long.divideUnsigned(a, b);
    }

    static long unsignedRemainder(long a, long b) {
        return b == 0 ? 0 : Long.remainderUnsigned(a, b);
    }

    /** Of absolute values, as unsigned numbers. */
    static long gcd(long a, long b) {
        return unsignedGcd(Math.abs(a), Math.abs(b));
    }

    /** As {@link #gcd}. */
    static long lcm(long a, long b) {
        return unsignedLcm(Math.abs(a), Math.abs(b));
    }

    static long unsignedGcd(long a, long b) {
        if (a == 0 || b == 0) {
            return a | b;
        }
        int twos = Long.numberOfTrailingZeros(a | b);
        long u = a >>> Long.numberOfTrailingZeros(a);
        long v = b;
        while (v != 0) {
            v >>>= Long.numberOfTrailingZeros(v);
            boolean swap = Long.compareUnsigned(u, v) > 0;
            long less = swap ? v : u;
            v = swap ? u - v : v - u;
            u = less;
        }
        return u << twos;
    }

    static long unsignedLcm(long a, long b) {
        return a == 0 || b == 0 ? 0 : Long.divideUnsigned(a, unsignedGcd(a, b)) * b;
    }

    static long leftShift(long a, long b) {
        return (b & -Long.SIZE) == 0 ? a << b : 0;
    }

    static long rightShift(long a, long b) {
        return a >> ((b & -Long.SIZE) == 0 ? b : Long.SIZE - 1);
    }

    static long unsignedRightShift(long a, long b) {
        return (b & -Long.SIZE) == 0 ? a >>> b : 0;
    }
}
