package io.arrayport.core.statistics;

import java.util.List;

import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.Axis;
import org.jspecify.annotations.Nullable;

/**
 * An array with something else in place of NaN: a copy, or the array itself if its elements cannot be NaN.
 *
 * @param nan where it was NaN; null if it cannot be
 */
record NanFree(NdArray array, @Nullable NdArray nan) implements AutoCloseable {
    static NanFree of(NdArray a, Number value) {
        if (!Compute.isInexact(a.dtype())) {
            return new NanFree(a, null);
        }
        NdArray copy = a.astype(Promotion.nativeOf(a.dtype()));
        NdArray nan = Compute.ISNAN.call(copy);
        Compute.put(copy, value, nan);
        return new NanFree(copy, nan);
    }

    /** How many elements of each row are not NaN: new, int64. */
    static NdArray count(NdArray rows) {
        try (NdArray nan = Compute.isNan(rows); NdArray count = nan.sum(new Axis(List.of(1)))) {
            return Compute.SUBTRACT.call(rows.shape().dim(1), count);
        }
    }

    @Override
    public void close() {
        if (nan != null) {
            nan.close();
            array.close();
        }
    }
}
