package io.arrayport.conformance.bench.run;

import java.util.List;

/**
 * How long is measured.
 *
 * @param rounds turns of all sides
 * @param roundNanos how long one side's turn should be: long enough to refill the caches that the others have emptied
 * @param warmNanos the most that a side may take to become warm
 * @param rowNanos what a row should not take longer than, unless five rounds do
 * @param processes of a cold row
 */
record Pace(int rounds, double roundNanos, double warmNanos, double rowNanos, int processes) {
    private static final int FEWEST = 5;
    private static final int ENOUGH = 7;
    private static final double CLOSE = 0.02;
    private static final Pace FULL = new Pace(11, 15e6, 3e9, 2e9, 5);
    private static final Pace QUICK = new Pace(5, 10e6, 1.5e9, 0.4e9, 1);
    /** Where there is only NumPy to be measured, and nothing hangs on it. */
    private static final int ALONE = 5;

    static Pace of(boolean quick) {
        return quick ? QUICK : FULL;
    }

    /** Returns the calls of one turn. */
    long calls(double perCall) {
        return (long) Math.clamp(Math.rint(roundNanos / Math.max(perCall, 1)), 1, 1e8);
    }

    /** Returns how many rounds there are when one takes that long. */
    int rounds(double oneRound, boolean alone) {
        int most = alone ? ALONE : rounds;
        return (int) Math.clamp(rowNanos / oneRound, Math.min(FEWEST, most), most);
    }

    /** Returns whether the rounds so far agree so well that more would tell nothing. */
    boolean isEnough(List<Double> ratios) {
        return ratios.size() >= ENOUGH && new Sample(ratios).spread() < CLOSE;
    }

    /** Returns a guess at the seconds that a row takes, for the estimate. */
    double seconds(Item item) {
        if (item.cold()) {
            return processes * (item.of().isMissing() ? 0.25 : 0.75);
        }
        double turns = 2 * rounds * roundNanos / 1e9;
        double perRow = item.of().isMissing() ? 0.15 : turns + 0.4;
        return item.n() >= 10_000_000 ? perRow + 0.4 : perRow;
    }
}
