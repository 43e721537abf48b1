package io.arrayport.core.statistics;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.BinEdgesOption;
import io.arrayport.core.ndarray.BinaryUfunc;
import io.arrayport.core.ndarray.HistogramOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Option.Weights;
import io.arrayport.core.ndarray.UnaryUfunc;
import io.arrayport.core.ufunc.Ufuncs;
import org.jspecify.annotations.Nullable;

/**
 * The edges of bins along one dimension.
 *
 * @param operation named in errors
 * @param range null goes from the least element to the greatest
 */
public record Bins(String operation, HistogramOption.Bins bins, HistogramOption.@Nullable Range range) {
    static final HistogramOption.Bins TEN = new HistogramOption.Bins(10L, null, null);

    private static final BinaryUfunc LESS = new BinaryUfunc(Ufuncs.LESS);
    private static final UnaryUfunc ISFINITE = new UnaryUfunc(Ufuncs.ISFINITE);

    /** {@code np.histogram_bin_edges}. */
    public static NdArray edges(NdArray a, BinEdgesOption... options) {
        Option.requireDistinct("histogramBinEdges", options);
        HistogramOption.Bins bins = TEN;
        HistogramOption.Range range = null;
        NdArray weights = null;
        for (BinEdgesOption option : options) {
            switch (option) {
                case HistogramOption.Bins given -> bins = given;
                case HistogramOption.Range given -> range = given;
                case Weights(NdArray array) -> weights = array;
            }
        }
        Bins all = new Bins("histogramBinEdges", bins, range);
        all.requireWeights(a, weights);
        return all.edges(a, true);
    }

    /** Checks that weights go with the elements and the bins. */
    void requireWeights(NdArray a, @Nullable NdArray weights) {
        if (weights == null) {
            return;
        }
        if (!weights.shape().equals(a.shape())) {
            throw new IllegalArgumentException(
                    operation + ": weights have shape " + weights.shape() + ", the elements " + a.shape());
        }
        if (bins.method() != null) {
            throw new DTypeException(operation + ": no method takes weights into account; give a number of bins");
        }
    }

    /**
     * Returns the edges: new.
     *
     * @param typed whether those of bins of equal width have the elements' type, if it is floating
     */
    NdArray edges(NdArray a, boolean typed) {
        if (a.dtype() instanceof TimeType) {
            throw new DTypeException(operation + ": of " + a.dtype() + " and floating numbers there is no common type;"
                    + " convert with astype(...)");
        }
        NdArray given = bins.edges();
        if (given != null && given.ndim() > 0) {
            return checked(given);
        }
        try (Bounds bounds = bounds(a)) {
            long count = count(a, bounds, given);
            if (count < 1) {
                throw new IllegalArgumentException(operation + ": " + count + " bins, there must be at least 1");
            }
            DType type = Promotion.promoteTypes(bounds.low().dtype(), floating(a.dtype()));
            boolean own = typed && (Compute.isInexact(a.dtype()) || type.equals(DType.FLOAT64));
            return Compute.finished(spaced(bounds, count, own ? floating(a.dtype()) : bounds.low().dtype()),
                    this::requireWidth);
        }
    }

    private void requireWidth(NdArray edges) {
        try (NdArray wide = LESS.call(edges.get(Index.slice(null, -1)), edges.get(Index.slice(1, null)));
                NdArray all = wide.all()) {
            if (!all.getBoolean()) {
                throw new IllegalArgumentException(operation + ": " + (edges.size() - 1)
                        + " bins are too many for the range, some have no width; ask for fewer");
            }
        }
    }

    private long count(NdArray a, Bounds bounds, @Nullable NdArray given) {
        if (bins.method() != null) {
            return BinWidth.count(bins.method(), a, bounds, range);
        }
        if (given != null) {
            if ("iu".indexOf(given.dtype().kind()) < 0) {
                throw new DTypeException(operation + ": the number of bins is " + given.dtype()
                        + ", it must be whole");
            }
            return given.getLong();
        }
        return bins.count() == null ? 0 : bins.count();
    }

    private NdArray checked(NdArray edges) {
        if (edges.ndim() > 1) {
            throw new ShapeException(operation + ": edges of bins have shape " + edges.shape()
                    + ", they must have one axis");
        }
        if (!ascend(edges)) {
            throw new IllegalArgumentException(operation + ": edges of bins must ascend; sort them");
        }
        return edges.copy();
    }

    /** Whether no element is less than the one before. */
    static boolean ascend(NdArray edges) {
        try (NdArray falls = LESS.call(edges.get(Index.slice(1, null)), edges.get(Index.slice(null, -1)));
                NdArray any = falls.any()) {
            return !any.getBoolean();
        }
    }

    /** The type of edges between elements of another one. */
    static DType floating(DType type) {
        return Compute.isInexact(type) ? Promotion.nativeOf(type) : DType.FLOAT64;
    }

    /** Where bins begin and end, as arrays without axes of a floating type. */
    record Bounds(NdArray low, NdArray high) implements AutoCloseable {
        @Override
        public void close() {
            low.close();
            high.close();
        }
    }

    private Bounds bounds(NdArray a) {
        Bounds bounds = found(a);
        boolean done = false;
        try {
            try (NdArray low = ISFINITE.call(bounds.low()); NdArray high = ISFINITE.call(bounds.high());
                    NdArray falls = LESS.call(bounds.high(), bounds.low())) {
                if (!low.getBoolean() || !high.getBoolean()) {
                    throw new IllegalArgumentException(operation + ": the range from " + bounds.low() + " to "
                            + bounds.high() + " is not finite; give another one with range(...)");
                }
                if (falls.getBoolean()) {
                    throw new IllegalArgumentException(operation + ": the range from " + bounds.low() + " to "
                            + bounds.high() + " falls; exchange its bounds");
                }
            }
            try (NdArray equal = Compute.EQUAL.call(bounds.low(), bounds.high())) {
                if (equal.getBoolean()) {
                    bounds.low().subtracti(0.5);
                    bounds.high().addi(0.5);
                }
            }
            done = true;
            return bounds;
        } finally {
            if (!done) {
                bounds.close();
            }
        }
    }

    private Bounds found(NdArray a) {
        if (range != null) {
            return new Bounds(Compute.scalar(a, DType.FLOAT64, range.low()),
                    Compute.scalar(a, DType.FLOAT64, range.high()));
        }
        if (a.size() == 0) {
            return new Bounds(Compute.scalar(a, DType.FLOAT64, 0), Compute.scalar(a, DType.FLOAT64, 1));
        }
        try (NdArray least = a.min(); NdArray most = a.max()) {
            return new Bounds(least.astype(floating(a.dtype())), most.astype(floating(a.dtype())));
        }
    }

    /** Numbers from bound to bound at equal distances: NumPy's linspace, with its rounding. */
    private static NdArray spaced(Bounds bounds, long count, DType type) {
        DType computed = bounds.low().dtype();
        NdArray numbers = Compute.empty(bounds.low(), DType.FLOAT64, Shape.of(count + 1));
        try (numbers) {
            numbers.fill(1);
            try (NdArray steps = numbers.cumsum(); NdArray places = Compute.SUBTRACT.call(steps, 1);
                    NdArray delta = Compute.SUBTRACT.call(bounds.high(), bounds.low());
                    NdArray step = Compute.DIVIDE.call(delta, count)) {
                NdArray edges = places.astype(computed);
                Compute.finished(edges, made -> {
                    try (NdArray none = Compute.EQUAL.call(step, 0)) {
                        if (none.getBoolean()) {
                            Compute.DIVIDE.call(made, count, new Out(made));
                            Compute.MULTIPLY.call(made, delta, new Out(made));
                        } else {
                            Compute.MULTIPLY.call(made, step, new Out(made));
                        }
                    }
                    made.addi(bounds.low());
                    made.get(Index.slice(-1, null)).set(bounds.high());
                });
                if (type.equals(computed)) {
                    return edges;
                }
                try (edges) {
                    return edges.astype(type);
                }
            }
        }
    }
}
