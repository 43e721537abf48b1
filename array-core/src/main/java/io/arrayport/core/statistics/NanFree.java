package io.arrayport.core.statistics;

import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.Axis;
import org.jspecify.annotations.Nullable;

/**
 * An array with something else in place of NaN: a copy, or the array itself if none of its elements is NaN.
 *
 * @param nan where it was NaN; null if it is nowhere
 */
record NanFree(NdArray array, @Nullable NdArray nan) implements AutoCloseable {
    /** To be read only. */
    static NanFree of(NdArray a, Number value) {
        DType type = a.dtype();
        // Copies of other arrays may be summed in another order
        boolean alike = type.isNative() && a.layout().isCContiguous(type.itemsize())
                && (a.address() & type.alignment() - 1) == 0;
        return !Compute.isInexact(type) || alike && !hasNan(a) ? new NanFree(a, null) : copy(a, value);
    }

    private static boolean hasNan(NdArray a) {
        try (NdArray nan = Compute.ISNAN.call(a); NdArray any = nan.any()) {
            return any.getBoolean();
        }
    }

    /** To be written, too. */
    static NanFree copy(NdArray a, Number value) {
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
