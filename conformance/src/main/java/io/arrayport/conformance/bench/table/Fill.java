package io.arrayport.conformance.bench.table;

/**
 * Numbers spread evenly over {@code low} to {@code high}; integers are their whole parts, bools are true where a
 * number lies below the middle.
 *
 * @param low the least
 * @param high above the greatest; NaN stands for n, so that the numbers are indices
 * @param distinct whether no number comes twice: whole ones from 0 to below 2 to the 24, which is what there are
 */
public record Fill(double low, double high, boolean distinct) {
    private static final int DISTINCTS = 1 << 24;

    /** Small enough for any type to add, large enough to divide by. */
    public static final Fill PLAIN = new Fill(1, 50);
    /** All zero. */
    public static final Fill ZERO = new Fill(0, 0);
    /** 0 to n - 1, in disorder, with repetitions. */
    public static final Fill INDEX = new Fill(0, Double.NaN);
    /** Where every elementary function is defined. */
    public static final Fill UNIT = new Fill(0.05, 0.95);
    /** Both signs. */
    public static final Fill SIGNED = new Fill(-10, 10);
    /** So wide that hardly any two are equal, for sorting. */
    public static final Fill WIDE = new Fill(-1e9, 1e9);
    /** No two equal, in any type of at least 4 bytes: for positions, of which there is one answer only. */
    public static final Fill DISTINCT = new Fill(0, DISTINCTS, true);

    /** Numbers that are not all distinct. */
    public Fill(double low, double high) {
        this(low, high, false);
    }

    /** Returns the upper bound in a case of size {@code n}. */
    public double highFor(long n) {
        return Double.isNaN(high) ? n : high;
    }

    /** Returns number {@code index} of the sequence that begins at {@code seed}: splitmix64, 53 bits. */
    public double at(long seed, long index, long n) {
        return distinct ? distinct(seed, index) : mixed(seed, index, n);
    }

    /** Each step can be undone, so that different numbers stay different. */
    private static double distinct(long seed, long index) {
        long z = (seed + index) * 0x5BD1E995L & DISTINCTS - 1;
        z = (z ^ z >>> 13) * 0x2C1B3C6DL & DISTINCTS - 1;
        return z ^ z >>> 11;
    }

    private double mixed(long seed, long index, long n) {
        long z = seed + (index + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        return low + (z >>> 11) * 0x1p-53 * (highFor(n) - low);
    }
}
