package io.arrayport.core.loop;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.kernel.Choices;
import io.arrayport.core.kernel.GatherKernel;

/** Copies elements within rows that lie one after the other, from or to positions of each row. */
final class GatherRows {
    private GatherRows() {}

    /** As {@link io.arrayport.core.backend.Backend#gatherRows}. */
    static void gather(String operation, Operand in, int axis, Operand indices, Operand out) {
        int itemsize = in.dtype().itemsize();
        GatherKernel kernel = Choices.gather(itemsize);
        long dim = last(in);
        long n = last(indices);
        long from = first(in);
        long at = first(indices);
        long to = first(out);
        for (long row = 0; row < rows(indices); row++) {
            if (kernel.gather(from, itemsize, dim, at, to, itemsize, n) < n) {
                throw Indices.refused(operation, at, Long.BYTES, n, dim, axis);
            }
            from += dim * itemsize;
            at += n * Long.BYTES;
            to += n * itemsize;
        }
    }

    /** As {@link io.arrayport.core.backend.Backend#scatterRows}. */
    static void scatter(String operation, Operand in, int axis, Operand indices, Operand out) {
        int itemsize = in.dtype().itemsize();
        GatherKernel kernel = Choices.gather(itemsize);
        long dim = last(out);
        long n = last(indices);
        long from = first(in);
        long at = first(indices);
        long to = first(out);
        Indices.check(operation, at, Long.BYTES, indices.layout().size(), dim, axis);
        for (long row = 0; row < rows(indices); row++) {
            if (kernel.scatter(from, itemsize, at, to, itemsize, dim, n) < n) {
                throw Indices.refused(operation, at, Long.BYTES, n, dim, axis);
            }
            from += n * itemsize;
            at += n * Long.BYTES;
            to += dim * itemsize;
        }
    }

    private static long last(Operand operand) {
        return operand.layout().dim(operand.layout().ndim() - 1);
    }

    private static long rows(Operand operand) {
        return operand.layout().size() == 0 ? 0 : operand.layout().size() / last(operand);
    }

    private static long first(Operand operand) {
        return operand.storage().address() + operand.layout().offset();
    }
}
