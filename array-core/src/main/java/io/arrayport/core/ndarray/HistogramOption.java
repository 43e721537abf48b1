package io.arrayport.core.ndarray;

import java.util.Objects;

import io.arrayport.core.ndarray.Option.Weights;
import org.jspecify.annotations.Nullable;

/** Options of {@code np.histogram}. */
public sealed interface HistogramOption extends Option
        permits HistogramOption.Bins, HistogramOption.Range, HistogramOption.Density, Weights {
    /**
     * The bins: one of the three.
     *
     * @param count of equal width; of several dimensions, along each
     * @param edges ascending; of several dimensions, counts or edges along each
     * @param method by which a count is found
     */
    record Bins(@Nullable Long count, @Nullable NdArray edges, @Nullable BinMethod method)
            implements HistogramOption, BinEdgesOption, HistogramddOption {}

    /**
     * From where to where bins of equal width go.
     *
     * @param low included
     * @param high included
     */
    record Range(double low, double high) implements HistogramOption, BinEdgesOption {}

    /**
     * Whether the area under the histogram is to be 1.
     *
     * @param normed whether it is
     */
    record Density(boolean normed) implements HistogramOption, HistogramddOption {}

    /**
     * {@link Range} along each dimension.
     *
     * @param bounds each of two
     */
    record Ranges(double[][] bounds) implements HistogramddOption {
        /** @throws NullPointerException if it is null: NumPy's None is to leave the option out */
        public Ranges {
            Objects.requireNonNull(bounds, "range(null): leave the option out to have its default");
        }

        @Override
        public String keyword() {
            return "range";
        }
    }
}
