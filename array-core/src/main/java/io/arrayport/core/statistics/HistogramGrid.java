package io.arrayport.core.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.ndarray.Histogram;
import io.arrayport.core.ndarray.HistogramOption;
import io.arrayport.core.ndarray.HistogramddOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Weights;
import org.jspecify.annotations.Nullable;

/** Histograms of several dimensions. */
public final class HistogramGrid {
    private final String operation;
    private HistogramOption.Bins bins = Bins.TEN;
    private double @Nullable [][] ranges;
    private boolean density;
    private @Nullable NdArray weights;

    private HistogramGrid(String operation, HistogramddOption... options) {
        this.operation = operation;
        Option.requireDistinct(operation, options);
        for (HistogramddOption option : options) {
            switch (option) {
                case HistogramOption.Bins given -> bins = given;
                case HistogramOption.Ranges(double[][] bounds) -> ranges = bounds;
                case HistogramOption.Density(boolean normed) -> density = normed;
                case Weights(NdArray array) -> weights = array;
            }
        }
    }

    /** {@code np.histogram2d}. */
    public static List<NdArray> of(NdArray x, NdArray y, HistogramddOption... options) {
        if (x.ndim() == 0 || y.ndim() == 0) {
            throw new DTypeException("histogram2d: a number is no sequence of coordinates; give arrays of one axis");
        }
        HistogramGrid grid = new HistogramGrid("histogram2d", options);
        NdArray edges = grid.bins.edges();
        boolean shared = edges != null && edges.ndim() == 1 && edges.size() > 2;
        List<HistogramOption.Bins> each = shared ? List.of(grid.bins, grid.bins) : grid.each(2);
        Histogram histogram = grid.of(List.of(x, y), each);
        return List.of(histogram.counts(), histogram.edges().getFirst(), histogram.edges().getLast());
    }

    /** {@code np.histogramdd} of points. */
    public static Histogram of(NdArray sample, HistogramddOption... options) {
        if (sample.ndim() < 2) {
            return of(List.of(sample.reshape(-1)), options);
        }
        if (sample.ndim() > 2) {
            throw new ShapeException("histogramdd: the points have shape " + sample.shape()
                    + ", there must be two axes, of points and of dimensions");
        }
        return of(IntStream.range(0, (int) sample.shape().dim(1))
                .mapToObj(i -> sample.get(Index.all(), Index.at(i))).toList(), options);
    }

    /** {@code np.histogramdd} of coordinates. */
    public static Histogram of(List<NdArray> sample, HistogramddOption... options) {
        HistogramGrid grid = new HistogramGrid("histogramdd", options);
        return grid.of(sample, grid.each(sample.size()));
    }

    /** The bins along each dimension. */
    private List<HistogramOption.Bins> each(int dimensions) {
        NdArray edges = bins.edges();
        if (edges == null || edges.ndim() == 0) {
            return IntStream.range(0, dimensions).mapToObj(_ -> bins).toList();
        }
        if (edges.shape().dim(0) != dimensions) {
            throw new ShapeException(operation + ": bins are given for " + edges.shape().dim(0)
                    + " dimensions, the points have " + dimensions);
        }
        return IntStream.range(0, dimensions)
                .mapToObj(i -> new HistogramOption.Bins(null, edges.get(i), null)).toList();
    }

    private Histogram of(List<NdArray> sample, List<HistogramOption.Bins> each) {
        if (ranges != null && ranges.length != sample.size()) {
            throw new ShapeException(operation + ": " + ranges.length + " ranges are given, the points have "
                    + sample.size() + " dimensions");
        }
        if (sample.isEmpty()) {
            throw new ShapeException(operation + ": the points have no dimension; there must be one");
        }
        List<NdArray> edges = new ArrayList<>();
        boolean done = false;
        try {
            for (int i = 0; i < sample.size(); i++) {
                if (sample.get(i).ndim() != 1 || !sample.get(i).shape().equals(sample.getFirst().shape())) {
                    throw new ShapeException(operation + ": coordinates have the shapes " + sample.getFirst().shape()
                            + " and " + sample.get(i).shape() + ", they must have one axis of one length");
                }
                edges.add(new Bins(operation, each.get(i), range(i)).edges(sample.get(i), false));
            }
            NdArray counts = counts(sample, edges);
            Histogram histogram = new Histogram(density ? density(counts, edges) : counts, edges);
            done = true;
            return histogram;
        } finally {
            if (!done) {
                edges.forEach(NdArray::close);
            }
        }
    }

    private HistogramOption.@Nullable Range range(int dimension) {
        if (ranges == null) {
            return null;
        }
        double[] bounds = ranges[dimension];
        if (bounds.length != 2) {
            throw new IllegalArgumentException(operation + ": a range of " + bounds.length + " bounds; it has two");
        }
        return new HistogramOption.Range(bounds[0], bounds[1]);
    }

    /** Counts in a grid that has a bin more at either end of each dimension, and returns what lies inside. */
    private NdArray counts(List<NdArray> sample, List<NdArray> edges) {
        if (weights != null && !weights.shape().equals(sample.getFirst().shape())) {
            throw new ShapeException(operation + ": weights have shape " + weights.shape() + ", points "
                    + sample.getFirst().shape() + "; give each point one");
        }
        NdArray places = Compute.empty(sample.getFirst(), DType.INT64, sample.getFirst().shape());
        try (places) {
            places.fill(0);
            long[] shape = new long[edges.size()];
            long size = 1;
            for (int i = 0; i < shape.length; i++) {
                shape[i] = edges.get(i).size() + 1;
                if (size > Bincounts.MOST / shape[i]) {
                    throw new ShapeException(operation + ": a grid of " + Arrays.toString(Arrays.copyOf(shape, i + 1))
                            + " and more bins is larger than an array can be; give fewer bins");
                }
                size *= shape[i];
                places.multiplyi(shape[i]);
                try (NdArray along = HistogramCounts.places(sample.get(i), edges.get(i))) {
                    places.addi(along);
                }
            }
            try (NdArray counted = Bincounts.tally(places, weights, size)) {
                Index[] inner = new Index[shape.length];
                Arrays.fill(inner, Index.slice(1, -1));
                return counted.astype(DType.FLOAT64).reshape(shape).get(inner);
            }
        }
    }

    private static NdArray density(NdArray counts, List<NdArray> edges) {
        NdArray density = counts.copy();
        try (counts; NdArray sum = counts.sum()) {
            for (int i = 0; i < edges.size(); i++) {
                long[] shape = new long[edges.size()];
                Arrays.fill(shape, 1);
                shape[i] = edges.get(i).size() - 1;
                try (NdArray widths = Compute.SUBTRACT.call(edges.get(i).get(Index.slice(1, null)),
                        edges.get(i).get(Index.slice(null, -1)))) {
                    Compute.divide(density, widths.reshape(shape));
                }
            }
            Compute.divide(density, sum);
            return density;
        }
    }
}
