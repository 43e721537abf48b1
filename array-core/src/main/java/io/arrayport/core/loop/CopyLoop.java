package io.arrayport.core.loop;

import java.lang.foreign.ValueLayout;

import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Memory;

/**
 * Copies elements between two layouts of one shape, as bytes. The longest run that is contiguous on both sides moves
 * at once; what is left is walked.
 */
public final class CopyLoop {
    private final Layout source;
    private final Layout target;
    private final int itemsize;
    private final int outer;
    private final long run;

    /** @param itemsize bytes of an element */
    private CopyLoop(Layout source, Layout target, int itemsize) {
        this.source = source;
        this.target = target;
        this.itemsize = itemsize;
        int axis = source.ndim();
        long bytes = itemsize;
        while (axis > 0
                && (source.dim(axis - 1) == 1
                        || source.stride(axis - 1) == bytes && target.stride(axis - 1) == bytes)) {
            bytes *= source.dim(--axis);
        }
        this.outer = axis;
        this.run = bytes;
    }

    /**
     * @param sourceBase address that {@code source}'s offset is relative to
     * @param targetBase address that {@code target}'s offset is relative to; the two must not overlap
     */
    public static void copy(long sourceBase, Layout source, long targetBase, Layout target, int itemsize) {
        if (source.size() > 0) {
            new CopyLoop(source, target, itemsize)
                    .walk(0, sourceBase + source.offset(), targetBase + target.offset());
        }
    }

    private void walk(int axis, long from, long to) {
        if (axis == outer) {
            Memory.copy(from, to, run);
            return;
        }
        long count = source.dim(axis);
        long fromStride = source.stride(axis);
        long toStride = target.stride(axis);
        if (axis == outer - 1 && run == itemsize) {
            strip(from, fromStride, to, toStride, count);
            return;
        }
        for (long i = 0; i < count; i++) {
            walk(axis + 1, from + i * fromStride, to + i * toStride);
        }
    }

    private void strip(long from, long fromStride, long to, long toStride, long count) {
        switch (itemsize) {
            case 1 -> {
                for (long i = 0; i < count; i++, from += fromStride, to += toStride) {
                    Memory.RAW.set(ValueLayout.JAVA_BYTE, to, Memory.RAW.get(ValueLayout.JAVA_BYTE, from));
                }
            }
            case 2 -> {
                for (long i = 0; i < count; i++, from += fromStride, to += toStride) {
                    Memory.RAW.set(ValueLayout.JAVA_SHORT_UNALIGNED, to,
                            Memory.RAW.get(ValueLayout.JAVA_SHORT_UNALIGNED, from));
                }
            }
            case 4 -> {
                for (long i = 0; i < count; i++, from += fromStride, to += toStride) {
                    Memory.RAW.set(ValueLayout.JAVA_INT_UNALIGNED, to,
                            Memory.RAW.get(ValueLayout.JAVA_INT_UNALIGNED, from));
                }
            }
            case 8 -> {
                for (long i = 0; i < count; i++, from += fromStride, to += toStride) {
                    Memory.RAW.set(ValueLayout.JAVA_LONG_UNALIGNED, to,
                            Memory.RAW.get(ValueLayout.JAVA_LONG_UNALIGNED, from));
                }
            }
            default -> {
                for (long i = 0; i < count; i++, from += fromStride, to += toStride) {
                    Memory.copy(from, to, itemsize);
                }
            }
        }
    }
}
