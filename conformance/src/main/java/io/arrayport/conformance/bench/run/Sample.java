package io.arrayport.conformance.bench.run;

import java.util.Arrays;
import java.util.List;

/** Measurements of one thing, sorted. */
final class Sample {
    private final double[] sorted;

    Sample(List<Double> values) {
        sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
    }

    double median() {
        return quantile(0.5);
    }

    double low() {
        return quantile(0.25);
    }

    double high() {
        return quantile(0.75);
    }

    /** The distance of the quartiles as a share of the median. */
    double spread() {
        return (high() - low()) / median();
    }

    private double quantile(double fraction) {
        double at = fraction * (sorted.length - 1);
        int below = (int) at;
        double rest = at - below;
        return rest == 0 ? sorted[below] : sorted[below] * (1 - rest) + sorted[below + 1] * rest;
    }
}
