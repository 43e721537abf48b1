package io.arrayport.core.statistics;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.ndarray.BinMethod;
import io.arrayport.core.ndarray.HistogramOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.QuantileOption;
import org.jspecify.annotations.Nullable;

/**
 * Rules for the width of bins.
 *
 * @param numbers the elements as float64, along one axis
 * @param spread the distance of the greatest from the least
 */
record BinWidth(NdArray numbers, double spread) {
    private static final int MOST_TRIED = 100;

    /** Returns how many bins of the width that a rule finds lie between bounds. */
    static long count(BinMethod method, NdArray a, Bins.Bounds bounds, HistogramOption.@Nullable Range range) {
        if (a.size() == 0) {
            return 1;
        }
        try (NdArray all = a.astype(DType.FLOAT64); NdArray flat = all.flatten();
                NdArray inside = inside(flat, range)) {
            double width = inside.size() == 0 ? Double.NaN : of(inside).width(method, range);
            if (width == 0 || Double.isNaN(width)) {
                return 1;
            }
            boolean whole = "biu".indexOf(a.dtype().kind()) >= 0;
            double bins = (bounds.high().toDouble() - bounds.low().toDouble()) / (whole ? Math.max(width, 1) : width);
            return (long) Math.ceil(bins);
        }
    }

    private static NdArray inside(NdArray flat, HistogramOption.@Nullable Range range) {
        if (range == null) {
            return flat.copy();
        }
        try (NdArray low = Compute.LESS_EQUAL.call(range.low(), flat);
                NdArray high = Compute.LESS_EQUAL.call(flat, range.high())) {
            low.multiplyi(high);
            return flat.get(low);
        }
    }

    private static BinWidth of(NdArray numbers) {
        try (NdArray least = numbers.min(); NdArray most = numbers.max()) {
            return new BinWidth(numbers, most.toDouble() - least.toDouble());
        }
    }

    private double width(BinMethod method, HistogramOption.@Nullable Range range) {
        double n = numbers.size();
        return switch (method) {
            case SQRT -> spread / Math.sqrt(n);
            case STURGES -> spread / (log2(n) + 1);
            case RICE -> spread / (2 * Math.pow(n, 1.0 / 3));
            case SCOTT -> Math.pow(24 * Math.sqrt(Math.PI) / n, 1.0 / 3) * deviation();
            case FD -> 2 * quartiles() * Math.pow(n, -1.0 / 3);
            case DOANE -> doane(n);
            case STONE -> stone(n, range);
            case AUTO -> Math.min(Math.max(width(BinMethod.FD, range), width(BinMethod.SQRT, range) / 2),
                    width(BinMethod.STURGES, range));
        };
    }

    private static double log2(double number) {
        return Math.log(number) / Math.log(2);
    }

    private double deviation() {
        try (NdArray deviation = numbers.std()) {
            return deviation.toDouble();
        }
    }

    private double quartiles() {
        QuantileOption[] usual = {};
        try (NdArray upper = Quantile.of("histogram", usual).at(numbers, 0.75);
                NdArray lower = Quantile.of("histogram", usual).at(numbers, 0.25)) {
            return upper.toDouble() - lower.toDouble();
        }
    }

    private double doane(double n) {
        double deviation = deviation();
        if (n <= 2 || deviation <= 0) {
            return 0;
        }
        try (NdArray mean = numbers.mean(); NdArray distance = Compute.SUBTRACT.call(numbers, mean);
                NdArray square = Compute.SQUARE.call(distance)) {
            square.multiplyi(distance);
            try (NdArray third = square.mean()) {
                double skew = Math.abs(third.toDouble()) / (deviation * deviation * deviation);
                double usual = Math.sqrt(6 * (n - 2) / ((n + 1) * (n + 3)));
                return spread / (1 + log2(n) + log2(1 + skew / usual));
            }
        }
    }

    /** Of all numbers of bins up to a bound, the one with the least error that leaving elements out shows. */
    private double stone(double n, HistogramOption.@Nullable Range range) {
        if (n <= 1 || spread == 0) {
            return 0;
        }
        long most = Math.max(MOST_TRIED, (long) Math.sqrt(n));
        long best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (long bins = 1; bins <= most; bins++) {
            double error = (2 - (n + 1) * squares(n, bins, range)) / (spread / bins);
            if (error < least) {
                least = error;
                best = bins;
            }
        }
        return spread / best;
    }

    /** The sum of the squared parts of all elements that lie in each bin. */
    private double squares(double n, long bins, HistogramOption.@Nullable Range range) {
        Bins some = new Bins("histogram", new HistogramOption.Bins(bins, null, null), range);
        try (NdArray edges = some.edges(numbers, true);
                NdArray counts = HistogramCounts.counts(numbers, edges, null);
                NdArray parts = Compute.DIVIDE.call(counts, n); NdArray squares = Compute.SQUARE.call(parts);
                NdArray sum = squares.sum()) {
            return sum.toDouble();
        }
    }
}
