package io.arrayport.conformance.bench.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;

/** Measurements of one thing, sorted. */
final class Sample {
    private static final MathContext DIGITS = new MathContext(4);

    private final double[] sorted;

    Sample(List<Double> values) {
        sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
    }

    double median() {
        return rounded(quantile(0.5));
    }

    double low() {
        return rounded(quantile(0.25));
    }

    double high() {
        return rounded(quantile(0.75));
    }

    /** The distance of the quartiles as a share of the median. */
    double spread() {
        return rounded((quantile(0.75) - quantile(0.25)) / quantile(0.5));
    }

    /** To four digits: nobody measures more, and files of figures stay short. */
    private static double rounded(double value) {
        return BigDecimal.valueOf(value).round(DIGITS).doubleValue();
    }

    private double quantile(double fraction) {
        double at = fraction * (sorted.length - 1);
        int below = (int) at;
        double rest = at - below;
        return rest == 0 ? sorted[below] : sorted[below] * (1 - rest) + sorted[below + 1] * rest;
    }
}
