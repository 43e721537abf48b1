package io.arrayport.conformance.bench.run;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One line of the result. Times are medians of rounds in nanoseconds per call; the ratio is the median of the rounds'
 * ratios, Arrayport's time by NumPy's.
 *
 * @param family which geometric mean it counts in
 * @param name the case
 * @param n how many elements, or as the case says
 * @param dtype element type
 * @param threads how many could be used
 * @param cold whether it is the first call in a new process
 * @param numpyNanos null where NumPy has nothing like it
 * @param arrayportNanos null where it failed
 * @param ratio null where either is
 * @param ratioLow lower quartile of the ratio
 * @param ratioHigh upper quartile of the ratio
 * @param numpySpread quartile range of NumPy's time by its median
 * @param arrayportSpread quartile range of Arrayport's time by its median
 * @param rounds how many, or how many processes of a cold row
 * @param limit what the ratio must not exceed; null where nothing is promised of it
 * @param limitNanos what Arrayport's time must not exceed; null where nothing is promised of it
 * @param failed why there are no figures although there should be
 * @param peers nanoseconds per call of other libraries by their names
 */
public record Row(String family, String name, long n, String dtype, int threads, boolean cold,
        @Nullable Double numpyNanos, @Nullable Double arrayportNanos, @Nullable Double ratio, @Nullable Double ratioLow,
        @Nullable Double ratioHigh, @Nullable Double numpySpread, @Nullable Double arrayportSpread, int rounds,
        @Nullable Double limit, @Nullable Double limitNanos, @Nullable String failed, Map<String, Double> peers) {

    /** Returns whether it is above what is promised. */
    public boolean breaksLimit() {
        return isAbove(ratio, limit) || isAbove(arrayportNanos, limitNanos);
    }

    private static boolean isAbove(@Nullable Double measured, @Nullable Double most) {
        return measured != null && most != null && measured > most;
    }

    /** Returns {@code family/name}. */
    public String id() {
        return family + "/" + name;
    }
}
