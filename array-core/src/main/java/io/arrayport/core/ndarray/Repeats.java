package io.arrayport.core.ndarray;

import java.util.List;

import io.arrayport.core.error.AxisException;
import io.arrayport.core.layout.Layout;
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
            dims[axis] = Math.multiplyExact(length, repeats);
            NdArray fresh = Fresh.empty(array, array.dtype(), Shape.of(dims));
            return Fresh.finished(fresh, result -> {
                if (result.size() > 0) {
                    Layout apart = result.layout().unjoined(axis, length, repeats);
                    result.view(apart).set(rows.array.expandDims(axis + 1));
                }
            });
        }
    }

    /**
     * What is repeated.
     *
     * @param array a view or a copy of {@code own}
     */
    private record Rows(NdArray array, int axis, NdArray own) implements AutoCloseable {
        @Override
        public void close() {
            Fresh.closeUnless(own, array);
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
