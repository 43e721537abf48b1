package io.arrayport.core;

import java.util.List;
import java.util.function.Supplier;

import io.arrayport.core.creation.Rows;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;

/**
 * Numbers, spans and arrays one behind the other: {@code np.r_.get(span(0, 4), 7, a)} along the first axis, and
 * {@code np.c_} as columns.
 */
public final class RowJoin {
    private final Supplier<Device> device;
    private final Rows usual;

    RowJoin(Supplier<Device> device, Rows usual) {
        this.device = device;
        this.usual = usual;
    }

    /**
     * A new array, of the type that all promote to; numbers are weak.
     *
     * @param key of Number, Boolean, Complex, {@link io.arrayport.core.index.Span}, slices, arrays and lists; a String
     *         in front says along which axis, of how many at least, and where those that arrays have themselves go
     *         among them: {@code "0,2,0"}
     * @throws IllegalArgumentException if the String says something else, or stands elsewhere
     */
    public NdArray get(Object... key) {
        List<Object> parts = List.of(key);
        Device beside = Nested.device(device.get(), parts);
        try (Scope scope = Scope.open()) {
            return scope.keep(usual.join(beside, parts, part -> Nested.array(beside, part)));
        }
    }

    /** As {@link #get(Object...)}. */
    public NdArray get(List<?> key) {
        return get(key.toArray());
    }
}
