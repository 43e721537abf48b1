package io.arrayport.core;

import java.util.List;

import io.arrayport.core.ndarray.ArrayPair;
import io.arrayport.core.ndarray.BinEdgesOption;
import io.arrayport.core.ndarray.BincountOption;
import io.arrayport.core.ndarray.DigitizeOption;
import io.arrayport.core.ndarray.Histogram;
import io.arrayport.core.ndarray.HistogramOption;
import io.arrayport.core.ndarray.HistogramddOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.statistics.Bincounts;
import io.arrayport.core.statistics.Bins;
import io.arrayport.core.statistics.HistogramCounts;
import io.arrayport.core.statistics.HistogramGrid;

/**
 * How many elements lie in each of some bins. A bin has its lower edge; the last one has its upper edge too. Ten bins
 * of equal width, from the least element to the greatest, unless the options say otherwise. Results are new arrays.
 */
public sealed interface Histograms permits Np {
    /**
     * Counts, int64 or of the type of the weights, or densities, float64; and the edges of the bins, one more.
     *
     * @throws IllegalArgumentException if there is no bin, edges do not ascend, the range is not finite or has no
     *         bounds of which the first is less, or weights are given and the bins left to a method
     * @throws io.arrayport.core.error.ShapeException if the weights have another shape
     * @throws io.arrayport.core.error.DTypeException if elements are times
     */
    default ArrayPair histogram(NdArray a, HistogramOption... options) {
        return HistogramCounts.of(a, options);
    }

    /** The edges that {@link #histogram} has: of the floating type of the elements, or float64. */
    default NdArray histogramBinEdges(NdArray a, BinEdgesOption... options) {
        return Bins.edges(a, options);
    }

    /** {@link #histogramdd} of points (x, y): counts, and the edges along x and along y. */
    default List<NdArray> histogram2d(NdArray x, NdArray y, HistogramddOption... options) {
        return HistogramGrid.of(x, y, options);
    }

    /**
     * The histogram of points in a space of several dimensions: float64, with an axis for each.
     *
     * @param sample a row for each point; of one axis, points on a line
     */
    default Histogram histogramdd(NdArray sample, HistogramddOption... options) {
        return HistogramGrid.of(sample, options);
    }

    /** As {@link #histogramdd(NdArray, HistogramddOption...)}, of the points' coordinates along each dimension. */
    default Histogram histogramdd(List<NdArray> sample, HistogramddOption... options) {
        return HistogramGrid.of(sample, options);
    }

    /**
     * How often each number from 0 on comes: int64, or the sums of the weights, float64.
     *
     * @param x whole numbers, 1-d, none negative
     * @throws io.arrayport.core.error.DTypeException if they are of another type
     * @throws io.arrayport.core.error.ShapeException if they or the weights have another shape
     * @throws IllegalArgumentException if one is negative
     */
    default NdArray bincount(NdArray x, BincountOption... options) {
        return Bincounts.bincount(x, options);
    }

    /**
     * In which of the bins between ascending or descending edges each element lies: int64, from 0, which is before the
     * first edge.
     *
     * @throws IllegalArgumentException if the edges neither ascend nor descend
     */
    default NdArray digitize(NdArray x, NdArray bins, DigitizeOption... options) {
        return Bincounts.digitize(x, bins, options);
    }

    /** As {@link #digitize(NdArray, NdArray, DigitizeOption...)}, of one number. */
    default NdArray digitize(Number x, NdArray bins, DigitizeOption... options) {
        return Bincounts.digitize(x, bins, options);
    }
}
