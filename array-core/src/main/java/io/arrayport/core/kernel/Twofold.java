package io.arrayport.core.kernel;

/**
 * A number of some 104 bits: the exact sum of two doubles, the lower one at most half of the higher one's last place.
 * For the few arguments where a function's terms cancel, and slow.
 */
record Twofold(double high, double low) {
    private static final double LOG2_E = 0x1.71547652b82fep0;
    /** Of 42 bits: its product with a small integer is exact. */
    private static final double LN2_1 = 0x1.62e42fefa38p-1;
    private static final double LN2_2 = 0x1.ef35793c7673p-45;
    private static final double LN2_3 = 0x1.f97b57a079a19p-103;
    private static final double TWO_BY_PI = 0x1.45f306dc9c883p-1;
    /** Enough terms of the series for 106 bits, in half of ln 2 and an eighth turn. */
    private static final int EXP_TERMS = 26;
    private static final int TRIG_TERMS = 28;

    /** Returns the exact sum. */
    static Twofold sum(double a, double b) {
        double sum = a + b;
        double part = sum - a;
        return new Twofold(sum, a - (sum - part) + (b - part));
    }

    Twofold plus(Twofold other) {
        Twofold highs = sum(high, other.high);
        Twofold lows = sum(low, other.low);
        Twofold all = sum(highs.high, highs.low + lows.high);
        return sum(all.high, all.low + lows.low);
    }

    Twofold plus(double other) {
        return plus(new Twofold(other, 0));
    }

    Twofold times(Twofold other) {
        double product = high * other.high;
        double lost = Math.fma(high, other.high, -product);
        return sum(product, lost + Math.fma(high, other.low, low * other.high));
    }

    Twofold by(double divisor) {
        double quotient = high / divisor;
        return sum(quotient, (Math.fma(-quotient, divisor, high) + low) / divisor);
    }

    private Twofold scaled(double power) {
        return new Twofold(high * power, low * power);
    }

    /** Returns e to the x, less 1, for |x| up to some hundreds. */
    static Twofold expm1(double x) {
        double k = Math.rint(x * LOG2_E);
        double second = k * LN2_2;
        Twofold r = sum(Math.fma(-k, LN2_1, x), -second)
                .plus(-Math.fma(k, LN2_2, -second) - k * LN2_3);
        Twofold series = new Twofold(1, 0);
        for (int n = EXP_TERMS; n > 1; n--) {
            series = series.times(r).by(n).plus(1);
        }
        double scale = Math.scalb(1.0, (int) k);
        return series.times(r).scaled(scale).plus(scale - 1);
    }

    /** Returns the cosine of an angle of at most {@link Trig64#LIMIT}, less 1. */
    static Twofold cosm1(double x) {
        double k = Math.rint(x * TWO_BY_PI);
        double second = k * Trig64.HALF_PI_2;
        Twofold r = sum(Math.fma(-k, Trig64.HALF_PI_1, x), -second)
                .plus(-Math.fma(k, Trig64.HALF_PI_2, -second) - k * Trig64.HALF_PI_3);
        boolean odd = ((long) k & 1) != 0;
        Twofold z = r.times(r);
        Twofold series = new Twofold(1, 0); // of sin r / r, or of (1 - cos r) 2 / r^2
        for (int n = odd ? TRIG_TERMS : TRIG_TERMS + 1; n > 1; n -= 2) {
            series = series.times(z).by(-n * (n + 1.0)).plus(1);
        }
        Twofold value = odd ? r.times(series) : z.times(series).scaled(0.5);
        double sign = ((long) k & 2) == 0 ? -1 : 1;
        return value.scaled(sign).plus(odd ? -1 : -sign - 1);
    }
}
