package io.arrayport.core.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;

/**
 * Quantiles of elements with weights: the least element up to which they add up to the part that is asked for.
 *
 * @param skipsNan whether NaN is left out, with its weight
 */
record WeightedQuantile(String operation, boolean skipsNan) {

    /** Returns the quantiles of each row: new, of shape (parts, rows). */
    NdArray of(NdArray rows, NdArray weights, Quantile.Parts parts) {
        NdArray results = Compute.empty(rows, Promotion.nativeOf(rows.dtype()),
                Shape.of(parts.q().length, rows.shape().dim(0)));
        return Compute.finished(results, made -> {
            for (long row = 0; row < rows.shape().dim(0); row++) {
                one(rows.get(row), numbers(weights.get(row)), parts, made.get(Index.all(), Index.at(row)));
            }
        });
    }

    private static double[] numbers(NdArray row) {
        try (NdArray copy = row.astype(DType.FLOAT64)) {
            return IntStream.range(0, Math.toIntExact(copy.size())).mapToDouble(copy::getDouble).toArray();
        }
    }

    private void one(NdArray row, double[] weights, Quantile.Parts parts, NdArray results) {
        if (Arrays.stream(weights).anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException(operation + ": a weight is negative, and none may be");
        }
        boolean floating = Compute.isInexact(row.dtype());
        double[] values = floating ? numbers(row) : new double[weights.length];
        int[] order = IntStream.range(0, weights.length).filter(i -> !skipsNan || !Double.isNaN(values[i])).boxed()
                .sorted(floating ? Comparator.comparingDouble(i -> values[i] + 0.0) : comparingWhole(row))
                .mapToInt(Integer::intValue).toArray();
        if (order.length == 0) {
            results.fill(Double.NaN);
            return;
        }
        int last = order[order.length - 1];
        double[] reached = reached(order, weights, parts.precision());
        for (int i = 0; i < parts.q().length; i++) {
            int at = floating && Double.isNaN(values[last]) ? last : order[search(reached, parts.q()[i])];
            results.get(Index.slice(i, i + 1)).set(row.get(Index.slice(at, at + 1)));
        }
    }

    private static Comparator<Integer> comparingWhole(NdArray row) {
        return row.dtype().kind() == 'u' ? (i, j) -> Long.compareUnsigned(row.getLong(i), row.getLong(j))
                : Comparator.comparingLong(i -> row.dtype().kind() == 'b' ? row.getBoolean(i) ? 1 : 0
                        : row.getLong(i));
    }

    /** Returns which part of all weights is reached with each element; -1 before the first that has a weight. */
    private double[] reached(int[] order, double[] weights, Precision precision) {
        double[] reached = new double[order.length];
        double sum = 0;
        for (int i = 0; i < order.length; i++) {
            sum += weights[order[i]];
            reached[i] = sum;
        }
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(operation + ": weights add up to " + sum
                    + ", of which nothing can be a part; give finite ones that are not all 0");
        }
        for (int i = 0; i < order.length; i++) {
            double part = precision.round(reached[i] / sum);
            reached[i] = part == 0 ? -1 : part;
        }
        return reached;
    }

    /** Returns the first position at which the part is reached. */
    private static int search(double[] reached, double q) {
        int position = 0;
        while (position < reached.length - 1 && reached[position] < q) {
            position++;
        }
        return position;
    }
}
