package io.arrayport.core;

import io.arrayport.core.ndarray.BinMethod;
import io.arrayport.core.ndarray.BincountOption;
import io.arrayport.core.ndarray.DigitizeOption;
import io.arrayport.core.ndarray.HistogramOption;
import io.arrayport.core.ndarray.IsinKind;
import io.arrayport.core.ndarray.IsinOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.PartitionOption;
import io.arrayport.core.ndarray.SearchsortedOption;
import io.arrayport.core.ndarray.SelectKind;
import io.arrayport.core.ndarray.SetOption;
import io.arrayport.core.ndarray.SetResult;
import io.arrayport.core.ndarray.Side;
import io.arrayport.core.ndarray.SortKind;
import io.arrayport.core.ndarray.SortOption;
import io.arrayport.core.ndarray.UniqueOption;

/** The keyword arguments of sorting, sets and histograms; import them with all others from {@link Options}. */
public abstract sealed class SortingOptions extends NumericOptions permits PrintingOptions {
    SortingOptions() {}

    /** By which way to sort. */
    public static SortOption.KindOption kind(SortKind kind) {
        return new SortOption.KindOption(kind);
    }

    /** Whether equal elements have to stay in their order. */
    public static SortOption.Stable stable(boolean required) {
        return new SortOption.Stable(required);
    }

    /** By which way to partition. */
    public static PartitionOption.KindOption kind(SelectKind kind) {
        return new PartitionOption.KindOption(kind);
    }

    /** Whether elements have to be in order. */
    public static UniqueOption.Sorted sorted(boolean required) {
        return new UniqueOption.Sorted(required);
    }

    /** Ask {@code np.unique} where each element stands first. */
    public static SetResult.ReturnIndex returnIndex() {
        return new SetResult.ReturnIndex();
    }

    /** Ask {@code np.unique} which element each one of the array is. */
    public static SetResult.ReturnInverse returnInverse() {
        return new SetResult.ReturnInverse();
    }

    /** Ask {@code np.unique} how often each element comes. */
    public static SetResult.ReturnCounts returnCounts() {
        return new SetResult.ReturnCounts();
    }

    /** Ask {@code np.intersect1d} where each element stands first in both arrays. */
    public static SetResult.ReturnIndices returnIndices() {
        return new SetResult.ReturnIndices();
    }

    /** Say that no element comes twice in an array. */
    public static SetOption.AssumeUnique assumeUnique(boolean assumed) {
        return new SetOption.AssumeUnique(assumed);
    }

    /** Whether to tell which elements are not there. */
    public static IsinOption.Invert invert(boolean inverted) {
        return new IsinOption.Invert(inverted);
    }

    /** By which way to look for elements. */
    public static IsinOption.KindOption kind(IsinKind kind) {
        return new IsinOption.KindOption(kind);
    }

    /** So many bins of equal width; of several dimensions, along each. */
    public static HistogramOption.Bins bins(long count) {
        return new HistogramOption.Bins(count, null, null);
    }

    /** Bins between these edges; of several dimensions, counts or edges along each. */
    public static HistogramOption.Bins bins(NdArray edges) {
        return new HistogramOption.Bins(null, edges, null);
    }

    /** As many bins of equal width as a rule finds. */
    public static HistogramOption.Bins bins(BinMethod method) {
        return new HistogramOption.Bins(null, null, method);
    }

    /** From where to where bins of equal width go: two bounds, which are included. */
    public static HistogramOption.Range range(double... bounds) {
        if (bounds.length != 2) {
            throw new IllegalArgumentException("range: " + bounds.length + " bounds, there must be two");
        }
        return new HistogramOption.Range(bounds[0], bounds[1]);
    }

    /** {@link #range(double...)} along each dimension. */
    public static HistogramOption.Ranges range(double[]... bounds) {
        return new HistogramOption.Ranges(bounds);
    }

    /** Whether the area under a histogram is to be 1. */
    public static HistogramOption.Density density(boolean normed) {
        return new HistogramOption.Density(normed);
    }

    /** At least so many counts. */
    public static BincountOption.Minlength minlength(long least) {
        return new BincountOption.Minlength(least);
    }

    /** Whether a bin has its upper edge, not its lower one. */
    public static DigitizeOption.Right right(boolean closed) {
        return new DigitizeOption.Right(closed);
    }

    /** On which side of equal elements a value belongs. */
    public static SearchsortedOption.SideOption side(Side side) {
        return new SearchsortedOption.SideOption(side);
    }

    /** The positions of elements in their order, where they do not lie in it. */
    public static SearchsortedOption.Sorter sorter(NdArray positions) {
        return new SearchsortedOption.Sorter(positions);
    }
}
