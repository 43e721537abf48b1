package io.arrayport.core.index;

import java.util.List;

import io.arrayport.core.error.IndexException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;

/** NumPy's basic indexing as a function of layouts: always a view. */
public final class Indexing {
    private Indexing() {}

    /** {@link #apply(String, Layout, List)} for {@code get}. */
    public static Layout apply(Layout layout, List<? extends Index> indices) {
        return apply("get", layout, indices);
    }

    /**
     * The layout of {@code layout}'s elements that {@code indices} select, axis by axis from the first; axes not
     * indexed stay whole.
     *
     * @param operation named in errors
     * @param indices basic ones
     * @throws IllegalArgumentException if a step is 0
     * @throws IndexException if a position is out of bounds, there are more indices than axes or more than
     *             one ellipsis, or the result would have more than {@value Shape#MAX_NDIM} axes
     */
    public static Layout apply(String operation, Layout layout, List<? extends Index> indices) {
        int skipped = layout.ndim() - countAxes(operation, layout, indices);
        Layout view = layout;
        int source = 0; // the axis of layout
        int target = 0; // the axis of view
        boolean more = false;
        for (int i = 0; i < indices.size(); i++) {
            Index index = indices.get(i);
            switch (index) {
                case Index.At(long position) -> {
                    requireInside(operation, layout, source, position);
                    view = view.index(target, position);
                    source++;
                }
                case Index.Slice(Long start, Long stop, Long step) -> {
                    if (step != null && step == 0) {
                        throw new IllegalArgumentException(operation + ": the slice of axis " + source
                                + " has step 0; it must be positive or negative");
                    }
                    view = view.slice(target, start, stop, step);
                    source++;
                    target++;
                }
                case Index.Ellipsis _ -> {
                    source += skipped;
                    target += skipped;
                }
                // Inserted below: before all positions have dropped their axes there could be too many.
                case Index.NewAxis _ -> more = true;
                case Index.Advanced _ -> throw new IndexException(operation + ": " + index
                        + " selects elements one by one, which no view can say");
            }
        }
        return more ? insertAxes(view, indices, skipped) : view;
    }

    private static Layout insertAxes(Layout layout, List<? extends Index> indices, int skipped) {
        Layout view = layout;
        int target = 0;
        for (int i = 0; i < indices.size(); i++) {
            switch (indices.get(i)) {
                case Index.At _,Index.Advanced _ -> {
                    // Its axis is gone.
                }
                case Index.Slice _ -> target++;
                case Index.Ellipsis _ -> target += skipped;
                case Index.NewAxis _ -> view = view.expandDims(target++);
            }
        }
        return view;
    }

    /** How many axes {@code indices} name one by one. */
    private static int countAxes(String operation, Layout layout, List<? extends Index> indices) {
        int named = 0;
        int added = 0;
        int ellipses = 0;
        for (int i = 0; i < indices.size(); i++) {
            switch (indices.get(i)) {
                case Index.At _ -> {
                    named++;
                    added--;
                }
                case Index.Slice _,Index.Advanced _ -> named++;
                case Index.Ellipsis _ -> ellipses++;
                case Index.NewAxis _ -> added++;
            }
        }
        if (ellipses > 1) {
            throw new IndexException(operation + ": the index has " + ellipses + " ellipses, at most one is possible");
        }
        if (named > layout.ndim()) {
            throw new IndexException(operation + ": " + named
                    + (named == 1 ? " axis is" : " axes are") + " indexed, an array of shape " + layout.shape()
                    + " has " + layout.ndim());
        }
        if (layout.ndim() + added > Shape.MAX_NDIM) {
            throw new IndexException(operation + ": the result would have " + (layout.ndim() + added)
                    + " axes, at most " + Shape.MAX_NDIM + " are possible");
        }
        return named;
    }

    private static void requireInside(String operation, Layout layout, int axis, long position) {
        long size = layout.dim(axis);
        if (position < -size || position >= size) {
            throw new IndexException(operation + ": index " + position + " is out of bounds for axis " + axis
                    + " with size " + size);
        }
    }
}
