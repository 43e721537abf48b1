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

    static Pace of(boolean quick) {
        return quick ? QUICK : FULL;
    }

    /** Returns the calls of one turn. */
    long calls(double perCall) {
        return (long) Math.clamp(Math.rint(roundNanos / Math.max(perCall, 1)), 1, 1e8);
    }

    /** Returns how many rounds there are when one takes that long. */
    int rounds(double oneRound) {
        return (int) Math.clamp(rowNanos / oneRound, FEWEST, rounds);
    }

    /** Returns whether the rounds so far agree so well that more would tell nothing. */
    boolean isEnough(List<Double> ratios) {
        return ratios.size() >= ENOUGH && new Sample(ratios).spread() < CLOSE;
    }

    /** Returns a guess at the seconds that a row takes, for the estimate. */
    double seconds(Item item) {
        if (item.cold()) {
            return processes * 0.75;
        }
        double perRow = 2 * rounds * roundNanos / 1e9 + 0.4;
        return item.n() >= 10_000_000 ? perRow + 0.4 : perRow;
    }
}
