package io.arrayport.core.loop;

import java.lang.foreign.ValueLayout;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.kernel.Positions;
import io.arrayport.core.memory.Memory;

/** Reads an operand of indices, all checked before the first is used. */
public final class Indices {
    private Indices() {}

    /**
     * Checks a strip of indices, of which negative ones count from the end.
     *
     * @throws IndexException if one is out of bounds
     */
    static void check(String operation, long indices, long stride, long n, long dim, int axis) {
        long wrong = Positions.firstOutside(indices, stride, n, dim);
        if (wrong < n) {
            throw new IndexException(operation + ": index "
                    + Memory.RAW.get(ValueLayout.JAVA_LONG_UNALIGNED, indices + wrong * stride)
                    + " is out of bounds for axis " + axis + " with size " + dim);
        }
    }

    /** Returns what is said of a strip of which one was out of bounds, even if another thread has changed it since. */
    static IndexException refused(String operation, long indices, long stride, long n, long dim, int axis) {
        check(operation, indices, stride, n, dim, axis);
        return new IndexException(operation + ": positions have changed while they were followed");
    }

    /**
     * @param operation named in errors
     * @param indices int64, 1-d
     * @param low the least that is allowed
     * @param dim one above the greatest that is allowed: the axis' length
     * @throws IndexException if one is not in between
     */
    public static long[] read(String operation, Operand indices, long low, long dim, int axis) {
        if (indices.layout().size() > Integer.MAX_VALUE - 8) {
            throw new ShapeException(operation + ": " + indices.layout().size() + " indices, at most "
                    + (Integer.MAX_VALUE - 8) + " are possible");
        }
        long first = indices.storage().address() + indices.layout().offset();
        long[] all = new long[(int) indices.layout().size()];
        for (int i = 0; i < all.length; i++) {
            long index = Memory.RAW.get(ValueLayout.JAVA_LONG_UNALIGNED, first + i * indices.layout().stride(0));
            if (index < low || index >= dim) {
                throw new IndexException(operation + ": index " + index + " (number " + i
                        + ") is out of bounds for axis " + axis + " with size " + dim
                        + (low == 0 ? "; none counts from the end here" : ""));
            }
            all[i] = index;
        }
        return all;
    }
}
