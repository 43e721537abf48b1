package io.arrayport.core.ndarray;

import java.lang.foreign.ValueLayout;
import java.util.List;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Lengths;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.Option.Axis;
import org.jspecify.annotations.Nullable;

/** Elements one after the other, each so often. */
final class Repeats {
    private Repeats() {}

    static NdArray each(NdArray array, long repeats, AlongOption... options) {
        try (Rows rows = rows(array, options)) {
            long[] dims = rows.array.shape().toArray();
            int axis = rows.axis;
            long length = dims[axis];
            if (repeats < 0 && length > 0) {
                throw new IllegalArgumentException("repeat: repeats is " + repeats + ", it must be at least 0");
            }
            dims[axis] = Lengths.product("repeat", length, repeats);
            NdArray fresh = Temporaries.empty(array, array.dtype(), Shape.of(dims));
            return Temporaries.finished(fresh, result -> {
                if (result.size() > 0) {
                    Layout apart = result.layout().unjoined(axis, length, repeats);
                    result.view(apart).set(rows.array.expandDims(axis + 1));
                }
            });
        }
    }

    /** @param repeats for each element along the axis, or one for all */
    static NdArray each(NdArray array, NdArray repeats, AlongOption... options) {
        if (!Promotion.canCast(repeats.dtype(), DType.INT64, Casting.SAFE)) {
            throw new CastingException("repeat: repeats is " + repeats.dtype() + ", it must be of integers of at most"
                    + " 64 bits");
        }
        if (repeats.size() == 1) {
            try (NdArray one = repeats.astype(DType.INT64)) {
                return each(array, (Long) one.item(), options);
            }
        }
        try (Rows rows = rows(array, options);
                NdArray positions = positions(rows.array.shape().dim(rows.axis), repeats)) {
            long[] dims = rows.array.shape().toArray();
            dims[rows.axis] = positions.size();
            return Temporaries.finished(Temporaries.empty(array, array.dtype(), Shape.of(dims)),
                    result -> Moves.gather("repeat", rows.array, rows.axis, positions, result));
        }
    }

    /** Which element comes at each place. */
    private static NdArray positions(long length, NdArray repeats) {
        if (repeats.ndim() != 1 || repeats.size() != length) {
            throw new ShapeException("repeat: repeats has shape " + repeats.shape() + " for " + length
                    + " elements; give one number for each");
        }
        long[] counts = Moves.longs(repeats);
        long total = 0;
        for (long count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("repeat: repeats has a " + count + ", it must be at least 0");
            }
            total = Lengths.sum("repeat", total, count);
        }
        return Moves.positions(repeats, total, places -> {
            long place = 0;
            for (int i = 0; i < counts.length; i++) {
                for (long end = place + counts[i]; place < end; place++) {
                    places.setAtIndex(ValueLayout.JAVA_LONG, place, i);
                }
            }
        });
    }

    /**
     * What is repeated.
     *
     * @param array a view or a copy of {@code own}
     */
    private record Rows(NdArray array, int axis, NdArray own) implements AutoCloseable {
        @Override
        public void close() {
            Temporaries.closeUnless(own, array);
        }
    }

    private static Rows rows(NdArray array, AlongOption... options) {
        Option.requireDistinct("repeat", options);
        Integer axis = null;
        for (AlongOption option : options) {
            axis = switch (option) {
                case Axis(List<Integer> axes) -> axes == null ? null : one(axes);
            };
        }
        return rows(array, axis);
    }

    private static Rows rows(NdArray array, @Nullable Integer axis) {
        boolean flat = axis == null || array.ndim() == 0 && (axis == 0 || axis == -1);
        return flat ? new Rows(array.reshape(-1), 0, array)
                : new Rows(array, Layout.axis("repeat", axis, array.ndim()), array);
    }

    private static int one(List<Integer> axes) {
        if (axes.size() != 1) {
            throw new AxisException("repeat: " + axes.size() + " axes are named; it goes along one");
        }
        return axes.getFirst();
    }
}
