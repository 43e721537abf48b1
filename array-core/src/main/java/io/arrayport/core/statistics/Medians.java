package io.arrayport.core.statistics;

import java.util.List;

import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Fresh;
import io.arrayport.core.ndarray.MeanOption;
import io.arrayport.core.ndarray.MedianOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Keepdims;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Option.OverwriteInput;
import org.jspecify.annotations.Nullable;

/**
 * Middle elements.
 *
 * @param axis null is all of them
 */
public record Medians(String operation, @Nullable Axis axis, @Nullable NdArray out, boolean keepdims) {
    private static final Axis ALONG_ROWS = new Axis(List.of(1));

    private static Medians of(String operation, MedianOption... options) {
        Option.requireDistinct(operation, options);
        Axis axis = null;
        NdArray out = null;
        boolean keepdims = false;
        for (MedianOption option : options) {
            switch (option) {
                case Axis given -> axis = given;
                case Out(NdArray array) -> out = array;
                case Keepdims(boolean keep) -> keepdims = keep;
                case OverwriteInput _ -> {
                    // Nothing is gained by it
                }
            }
        }
        return new Medians(operation, axis, out, keepdims);
    }

    /** {@code np.median}. */
    public static NdArray median(NdArray a, MedianOption... options) {
        return of("median", options).run(a, false);
    }

    /** {@code np.nanmedian}. */
    public static NdArray nanmedian(NdArray a, MedianOption... options) {
        if (a.size() == 0) {
            return NanSpread.mean(a, Compute.options(MeanOption.class, options).toArray(MeanOption[]::new));
        }
        return of("nanmedian", options).run(a, Compute.hasNan(a.dtype()));
    }

    private NdArray run(NdArray a, boolean skipNan) {
        try (Lanes lanes = Lanes.of(operation, a, axis)) {
            Shape shape = keepdims ? lanes.all() : lanes.kept();
            if (out != null && !out.shape().equals(shape)) {
                throw new ShapeException(operation + ": out has shape " + out.shape() + ", the result " + shape);
            }
            NdArray middles = skipNan ? withoutNan(lanes.rows()) : of(lanes.rows());
            NdArray result = middles.reshape(shape.toArray());
            if (out != null) {
                try (middles) {
                    out.set(result);
                    return out;
                }
            }
            return lanes.reduced().length == 1 && a.ndim() > 1 ? ordered(a, lanes, result) : result;
        }
    }

    /** Along one axis, results lie in memory as the elements do: as NumPy's. */
    private NdArray ordered(NdArray a, Lanes lanes, NdArray result) {
        boolean[] reduced = new boolean[a.ndim()];
        reduced[lanes.reduced()[0]] = true;
        Layout layout = Fresh.reduced(reduced, result.itemsize(), a.layout());
        if (layout.isCContiguous(result.itemsize())) {
            return result;
        }
        try (result) {
            NdArray same = Compute.empty(result, result.dtype(), lanes.all());
            NdArray arranged = NdArray.of(same.storage(), same.dtype(), layout);
            arranged.set(result.reshape(lanes.all().toArray()));
            return keepdims ? arranged : arranged.squeeze(lanes.reduced());
        }
    }

    /** The median of each row; NaN where there is one. */
    private NdArray of(NdArray rows) {
        long n = rows.shape().dim(1);
        if (n == 0) {
            return rows.mean(ALONG_ROWS);
        }
        long[] ranks = OrderStatistics.ranks(rows.dtype(), n, (n - 1) / 2, n / 2);
        try (NdArray selected = OrderStatistics.of(operation, rows, ranks)) {
            return Compute.finished(middle(selected, n), made -> OrderStatistics.spreadNan(selected, made));
        }
    }

    /** The mean of the first or of the first two of what was selected. */
    private static NdArray middle(NdArray selected, long n) {
        if (n % 2 != 0 && Compute.isInexact(selected.dtype())) {
            return Lanes.column(selected, 0).copy();
        }
        return selected.get(Index.all(), Index.slice(null, n % 2 == 0 ? 2 : 1)).mean(ALONG_ROWS);
    }

    private NdArray withoutNan(NdArray rows) {
        try (NdArray counts = NanFree.count(rows)) {
            long n = rows.shape().dim(1);
            NdArray middles = Compute.empty(rows, Promotion.nativeOf(rows.dtype()), Shape.of(counts.size()));
            return Compute.finished(middles, made -> {
                for (long row = 0; row < counts.size(); row++) {
                    long count = counts.getLong(row);
                    NdArray one = rows.get(Index.slice(row, row + 1));
                    long first = count == 0 ? n - 1 : (count - 1) / 2;
                    long second = count == 0 ? n - 1 : count / 2;
                    long[] ranks = first == second ? new long[]{first} : new long[]{first, second};
                    try (NdArray selected = OrderStatistics.of(operation, one, ranks)) {
                        selected.mean(ALONG_ROWS, new Out(made.get(Index.slice(row, row + 1))));
                    }
                }
            });
        }
    }
}
