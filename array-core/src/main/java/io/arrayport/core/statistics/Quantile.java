package io.arrayport.core.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.MeanOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Keepdims;
import io.arrayport.core.ndarray.Option.MethodOption;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Option.OverwriteInput;
import io.arrayport.core.ndarray.Option.Weights;
import io.arrayport.core.ndarray.QuantileMethod;
import io.arrayport.core.ndarray.QuantileOption;
import org.jspecify.annotations.Nullable;

/** {@code np.quantile}, {@code np.percentile} and those of both that leave NaN out, by their names. */
public final class Quantile {
    private final String operation;
    private final MeanOption[] ofNothing;
    private QuantileMethod method = QuantileMethod.LINEAR;
    private @Nullable Axis axis;
    private @Nullable NdArray out;
    private @Nullable NdArray weights;
    private boolean keepdims;

    private Quantile(String operation, QuantileOption... options) {
        this.operation = operation;
        this.ofNothing = Compute.options(MeanOption.class, options).toArray(MeanOption[]::new);
        Option.requireDistinct(operation, options);
        for (QuantileOption option : options) {
            switch (option) {
                case Axis given -> axis = given;
                case Out(NdArray array) -> out = array;
                case Keepdims(boolean keep) -> keepdims = keep;
                case MethodOption(QuantileMethod given) -> method = given;
                case Weights(NdArray array) -> weights = array;
                case OverwriteInput _ -> {
                    // Nothing is gained by it
                }
            }
        }
        if (weights != null && method != QuantileMethod.INVERTED_CDF) {
            throw new IllegalArgumentException(operation + ": the method " + method
                    + " takes no weights; give method(QuantileMethod.INVERTED_CDF)");
        }
    }

    /** @param operation the function's name */
    public static Quantile of(String operation, QuantileOption... options) {
        return new Quantile(operation, options);
    }

    /** At one weak number: the result has the type of {@code a} if that is floating. */
    public NdArray at(NdArray a, Number q) {
        boolean whole = !isPercent() && !(q instanceof Double) && !(q instanceof Float);
        double part = isPercent() ? q.doubleValue() / 100 : q.doubleValue();
        return run(a, new Parts(new double[]{part}, Shape.of(), whole ? Precision.WHOLE : Precision.DOUBLE, true));
    }

    /** At each number of an array, whose axes come first in the result. */
    public NdArray at(NdArray a, NdArray q) {
        if (q.ndim() > 2) {
            throw new ShapeException(operation + ": q has shape " + q.shape() + ", it may have 2 axes at most");
        }
        Precision given = Precision.of(operation, q.dtype());
        Precision precision = isPercent() && given == Precision.WHOLE ? Precision.DOUBLE : given;
        double[] parts = new double[Math.toIntExact(q.size())];
        try (NdArray numbers = q.astype(DType.FLOAT64)) {
            for (int i = 0; i < parts.length; i++) {
                double number = ((Number) numbers.item(i)).doubleValue();
                parts[i] = isPercent() ? precision.round(number / 100) : number;
            }
        }
        return run(a, new Parts(parts, q.shape(), precision, false));
    }

    private boolean isPercent() {
        return operation.endsWith("percentile");
    }

    private boolean skipsNan() {
        return operation.startsWith("nan");
    }

    /**
     * What is asked for.
     *
     * @param weak whether it leaves the elements their type
     */
    record Parts(double[] q, Shape shape, Precision precision, boolean weak) {}

    private NdArray run(NdArray a, Parts parts) {
        if (a.dtype().kind() == 'c') {
            throw new DTypeException(operation + ": " + a.dtype() + " numbers have no order; take real parts");
        }
        for (double q : parts.q()) {
            if (!(q >= 0 && q <= 1)) {
                throw new IllegalArgumentException(operation + ": q is " + (isPercent() ? q * 100 : q)
                        + ", it must be from 0 to " + (isPercent() ? 100 : 1));
            }
        }
        if (skipsNan() && a.size() == 0) {
            return NanSpread.mean(a, ofNothing);
        }
        try (Lanes lanes = Lanes.of(operation, a, axis)) {
            Shape shape = joined(parts.shape(), keepdims ? lanes.all() : lanes.kept());
            if (out != null && !out.shape().equals(shape)) {
                throw new ShapeException(operation + ": out has shape " + out.shape() + ", the result " + shape);
            }
            NdArray found = weights == null ? found(lanes.rows(), parts) : weighted(a, lanes.rows(), parts, weights);
            if (out == null) {
                return found.reshape(shape.toArray());
            }
            try (found) {
                out.set(found.reshape(shape.toArray()));
                return out;
            }
        }
    }

    private static Shape joined(Shape first, Shape second) {
        long[] dims = Arrays.copyOf(first.toArray(), first.ndim() + second.ndim());
        System.arraycopy(second.toArray(), 0, dims, first.ndim(), second.ndim());
        return Shape.of(dims);
    }

    private NdArray weighted(NdArray a, NdArray rows, Parts parts, NdArray given) {
        NdArray aligned = WeightedMean.aligned(operation, given, a, axis);
        try (Lanes lanes = Lanes.of(operation, aligned.broadcastTo(a.shape().toArray()), axis)) {
            return new WeightedQuantile(operation, skipsNan()).of(rows, lanes.rows(), parts);
        }
    }

    /** Returns the quantiles of each row: new, of shape (parts, rows). */
    private NdArray found(NdArray rows, Parts parts) {
        if (rows.shape().dim(1) == 0) {
            throw new IndexException(operation + ": there are no elements, and so no quantile of them");
        }
        if (!skipsNan() || !Compute.hasNan(rows.dtype())) {
            return of(rows, rows.shape().dim(1), parts);
        }
        try (NdArray counts = NanFree.count(rows)) {
            return eachApart(rows, counts, parts);
        }
    }

    /** Rows have different numbers of elements that are not NaN: each is looked at by itself. */
    private NdArray eachApart(NdArray rows, NdArray counts, Parts parts) {
        NdArray results = room(rows, type(rows.dtype(), parts), parts.q().length);
        return Compute.finished(results, made -> {
            for (long row = 0; row < counts.size(); row++) {
                NdArray column = made.get(Index.all(), Index.slice(row, row + 1));
                long count = counts.getLong(row);
                if (count == 0) {
                    column.set(rows.get(Index.slice(row, row + 1), Index.slice(0, 1)));
                    continue;
                }
                try (NdArray one = of(rows.get(Index.slice(row, row + 1)), count, parts)) {
                    column.set(one);
                }
            }
        });
    }

    /** Returns the type of the results. */
    private DType type(DType elements, Parts parts) {
        DType own = Promotion.nativeOf(elements);
        if (own instanceof TimeType || Place.of(method, 1, 0, parts.precision()).discrete()) {
            return own;
        }
        if (parts.weak()) {
            return own.kind() == 'f' ? own : DType.FLOAT64;
        }
        return Promotion.promoteTypes(own, parts.precision() == Precision.WHOLE && !Place.isWhole(method)
                ? DType.FLOAT64 : parts.precision().type());
    }

    /** Returns room for results: of shape (parts, rows). Those of functions that leave NaN out lie row by row. */
    private NdArray room(NdArray rows, DType type, long parts) {
        return skipsNan() ? Compute.empty(rows, type, Shape.of(rows.shape().dim(0), parts)).T()
                : Compute.empty(rows, type, Shape.of(parts, rows.shape().dim(0)));
    }

    /** @param count how many elements of each row, the first in order, are to be looked at */
    private NdArray of(NdArray rows, long count, Parts parts) {
        List<Place> places = new ArrayList<>();
        for (double q : parts.q()) {
            places.add(Place.of(method, count, q, parts.precision()));
        }
        DType type = type(rows.dtype(), parts);
        NdArray results = room(rows, type, places.size());
        if (places.isEmpty()) {
            return results;
        }
        boolean last = count == rows.shape().dim(1) && !skipsNan();
        long[] wanted = places.stream().flatMapToLong(place -> Arrays.stream(new long[]{place.previous(),
                place.next()})).toArray();
        long[] ranks = last ? OrderStatistics.ranks(rows.dtype(), count, wanted)
                : Arrays.stream(wanted).sorted().distinct().toArray();
        return Compute.finished(results, made -> {
            try (NdArray selected = OrderStatistics.of(operation, rows, ranks)) {
                for (int i = 0; i < places.size(); i++) {
                    Place place = places.get(i);
                    NdArray result = made.get(i);
                    interpolate(Lanes.column(selected, Arrays.binarySearch(ranks, place.previous())),
                            Lanes.column(selected, Arrays.binarySearch(ranks, place.next())), place, parts, result);
                    if (last) {
                        OrderStatistics.spreadNan(selected, result);
                    }
                }
            }
        });
    }

    /** From the nearer of the two ends, as NumPy does. */
    private static void interpolate(NdArray previous, NdArray next, Place place, Parts parts, NdArray result) {
        if (place.discrete()) {
            result.set(previous);
            return;
        }
        boolean high = place.fraction() >= 0.5;
        double part = high ? parts.precision().round(1 - place.fraction()) : place.fraction();
        try (NdArray width = Compute.SUBTRACT.call(next, previous);
                NdArray step = parts.weak() ? Compute.MULTIPLY.call(width, part) : product(width, part, parts)) {
            (high ? Compute.SUBTRACT : Compute.ADD).call(high ? next : previous, step, new Out(result),
                    Compute.UNSAFE);
        }
    }

    private static NdArray product(NdArray width, double part, Parts parts) {
        DType type = parts.precision() == Precision.WHOLE && part != (long) part ? DType.FLOAT64
                : parts.precision().type();
        try (NdArray scalar = Compute.scalar(width, type, part)) {
            return Compute.MULTIPLY.call(width, scalar);
        }
    }
}
