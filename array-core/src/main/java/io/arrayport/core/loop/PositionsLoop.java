package io.arrayport.core.loop;

import java.lang.foreign.ValueLayout;

import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Memory;

/** Walks bools in C order and writes down where they are true: positions from 0, as longs one after the other. */
final class PositionsLoop {
    private final Layout layout;
    private long to;
    private long count;

    private PositionsLoop(Layout layout, long to) {
        this.layout = layout;
        this.to = to;
    }

    /** Returns how many are true. */
    static long count(long base, Layout layout) {
        PositionsLoop loop = new PositionsLoop(layout, 0);
        loop.walk(0, base + layout.offset(), 0);
        return loop.count;
    }

    /** Writes their positions to {@code to}, where there is room for {@link #count}. */
    static void write(long base, Layout layout, long to) {
        new PositionsLoop(layout, to).walk(0, base + layout.offset(), 0);
    }

    private void walk(int axis, long at, long position) {
        if (layout.size() == 0) {
            return;
        }
        if (axis + 1 >= layout.ndim()) {
            long n = layout.ndim() == 0 ? 1 : layout.dim(axis);
            Mask.runs(at, layout.ndim() == 0 ? 1 : layout.stride(axis), n,
                    (from, length) -> take(position + from, length));
            return;
        }
        long dim = layout.dim(axis);
        for (long i = 0; i < dim; i++) {
            walk(axis + 1, at + i * layout.stride(axis), (position + i) * layout.dim(axis + 1));
        }
    }

    private void take(long from, long length) {
        count += length;
        for (long i = 0; to != 0 && i < length; i++, to += Long.BYTES) {
            Memory.RAW.set(ValueLayout.JAVA_LONG_UNALIGNED, to, from + i);
        }
    }
}
