package io.arrayport.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.arrayport.core.creation.Spans;
import io.arrayport.core.index.Span;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.NdArray;

/** Coordinates along the axes of a grid, which broadcast to it: {@code np.ogrid.get(span(0, 2), span(0, 3))}. */
public final class OpenGrid {
    private final Supplier<Device> device;

    OpenGrid(Supplier<Device> device) {
        this.device = device;
    }

    /** The numbers of a span: shape (n,), int64 or float64. */
    public NdArray get(Span key) {
        return Spans.row(device.get(), key);
    }

    /** For each span an array of its numbers, the other axes of length 1. */
    public List<NdArray> get(Span first, Span second, Span... further) {
        return get(listed(first, second, further));
    }

    /** As {@link #get(Span, Span, Span...)}. */
    public List<NdArray> get(List<Span> key) {
        return Spans.open(device.get(), key);
    }

    static List<Span> listed(Span first, Span second, Span... further) {
        List<Span> key = new ArrayList<>(List.of(first, second));
        key.addAll(List.of(further));
        return key;
    }
}
