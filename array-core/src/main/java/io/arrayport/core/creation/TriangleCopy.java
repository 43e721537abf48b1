package io.arrayport.core.creation;

import io.arrayport.core.dtype.Order;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.ndarray.NdArray;

/** Copies matrices without one of their triangles, a row at a time: nothing is compared, nothing is read in vain. */
final class TriangleCopy {
    private TriangleCopy() {}

    /** Whether rows lie in memory as they come, and zero is zero bytes. */
    static boolean suits(NdArray m) {
        return m.device().equals(Device.CPU) && m.ndim() > 1 && "biufc".indexOf(m.dtype().kind()) >= 0
                && m.dtype().isNative() && m.isCContiguous();
    }

    /** @param lower whether what lies above the k-th diagonal is left out, not what lies below */
    static NdArray of(NdArray m, boolean lower, long k) {
        return Blank.filled(new Blank(m.dtype(), Order.C).empty(m.device(), m.shape()), made -> {
            m.storage().acquire();
            try {
                rows(m, lower, k, made.address());
            } finally {
                m.storage().release();
            }
        });
    }

    private static void rows(NdArray m, boolean lower, long k, long out) {
        Shape shape = m.shape();
        long rows = shape.dim(m.ndim() - 2);
        long columns = shape.dim(m.ndim() - 1);
        long width = columns * m.itemsize();
        long all = columns == 0 ? 0 : shape.size() / columns;
        // Beyond the corners nothing changes, and nothing overflows
        long ahead = Math.clamp(k, -rows - 1, columns + 1);
        for (long i = 0; i < all; i++) {
            long row = i % rows;
            long begin = lower ? 0 : Math.clamp(row + ahead, 0, columns) * m.itemsize();
            long end = lower ? Math.clamp(row + ahead + 1, 0, columns) * m.itemsize() : width;
            long to = out + i * width;
            Memory.segment(to, begin).fill((byte) 0);
            Memory.copy(m.address() + i * width + begin, to + begin, end - begin);
            Memory.segment(to + end, width - end).fill((byte) 0);
        }
    }
}
