package io.arrayport.core.statistics;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.ArrayPair;
import io.arrayport.core.ndarray.HistogramOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Weights;
import io.arrayport.core.ndarray.SearchsortedOption.SideOption;
import io.arrayport.core.ndarray.Side;
import org.jspecify.annotations.Nullable;

/** Histograms of one dimension. */
public final class HistogramCounts {
    private static final SideOption BEHIND = new SideOption(Side.RIGHT);

    private HistogramCounts() {}

    /** {@code np.histogram}. */
    public static ArrayPair of(NdArray a, HistogramOption... options) {
        Option.requireDistinct("histogram", options);
        HistogramOption.Bins bins = Bins.TEN;
        HistogramOption.Range range = null;
        NdArray weights = null;
        boolean density = false;
        for (HistogramOption option : options) {
            switch (option) {
                case HistogramOption.Bins given -> bins = given;
                case HistogramOption.Range given -> range = given;
                case HistogramOption.Density(boolean normed) -> density = normed;
                case Weights(NdArray array) -> weights = array;
            }
        }
        Bins all = new Bins("histogram", bins, range);
        all.requireWeights(a, weights);
        NdArray edges = all.edges(a, true);
        boolean done = false;
        try {
            NdArray given = bins.edges();
            boolean equal = given == null || given.ndim() == 0;
            NdArray counts = weights == null && BinLoop.suits(a, edges, equal) ? BinLoop.count(a, edges, equal)
                    : counts(a, edges, weights);
            ArrayPair both = new ArrayPair(density ? density(counts, edges) : counts, edges);
            done = true;
            return both;
        } finally {
            if (!done) {
                edges.close();
            }
        }
    }

    /** Divides counts by the widths and by their sum. */
    private static NdArray density(NdArray counts, NdArray edges) {
        try (counts; NdArray sum = counts.sum();
                NdArray widths = Compute.SUBTRACT.call(edges.get(Index.slice(1, null)),
                        edges.get(Index.slice(null, -1)));
                NdArray each = Compute.DIVIDE.call(counts, widths)) {
            return Compute.DIVIDE.call(each, sum);
        }
    }

    /** Counts the elements in each bin, or adds up their weights, in the type of these: new. */
    static NdArray counts(NdArray a, NdArray edges, @Nullable NdArray weights) {
        try (NdArray places = places(a, edges)) {
            long n = edges.size() + 1;
            if (weights == null) {
                return inner(Bincounts.tally(places, null, n), DType.INT64);
            }
            NdArray flat = weights.reshape(-1);
            try {
                DType type = Promotion.nativeOf(weights.dtype());
                if (type.kind() != 'c') {
                    return inner(Bincounts.tally(places, flat, n), type);
                }
                NdArray counts = Compute.empty(a, type, Shape.of(edges.size() - 1));
                return Compute.finished(counts, made -> {
                    for (int part = 0; part < 2; part++) {
                        try (NdArray one = inner(Bincounts.tally(places, Compute.part(flat, part), n),
                                DType.FLOAT64)) {
                            Compute.part(made, part).set(one);
                        }
                    }
                });
            } finally {
                Compute.closeUnless(weights, flat);
            }
        }
    }

    /** Without what lies before all bins, and behind. */
    private static NdArray inner(NdArray all, DType type) {
        try (all) {
            return all.get(Index.slice(1, -1)).astype(type);
        }
    }

    /** How many edges are not greater than each element; the last edge belongs to the last bin: new, 1-d. */
    static NdArray places(NdArray a, NdArray edges) {
        NdArray flat = a.reshape(-1);
        try {
            NdArray places = edges.searchsorted(flat, BEHIND);
            return Compute.finished(places, made -> {
                try (NdArray last = Compute.EQUAL.call(flat, edges.get(Index.slice(-1, null)));
                        NdArray one = last.astype(DType.INT64)) {
                    made.subtracti(one);
                }
            });
        } finally {
            Compute.closeUnless(a, flat);
        }
    }
}
