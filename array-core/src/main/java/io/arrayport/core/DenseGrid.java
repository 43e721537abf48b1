package io.arrayport.core;

import java.util.List;
import java.util.function.Supplier;

import io.arrayport.core.creation.Spans;
import io.arrayport.core.index.Span;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.NdArray;

/** Coordinates of all points of a grid: {@code np.mgrid.get(span(0, 2), points(-1, 1, 5))}. */
public final class DenseGrid {
    private final Supplier<Device> device;

    DenseGrid(Supplier<Device> device) {
        this.device = device;
    }

    /** The numbers of a span: shape (n,), int64 or float64. */
    public NdArray get(Span key) {
        return Spans.row(device.get(), key);
    }

    /** The coordinates along each axis, one array behind the other: shape (k, n, m, …). */
    public NdArray get(Span first, Span second, Span... further) {
        return get(OpenGrid.listed(first, second, further));
    }

    /** As {@link #get(Span, Span, Span...)}. */
    public NdArray get(List<Span> key) {
        return Spans.dense(device.get(), key);
    }
}
