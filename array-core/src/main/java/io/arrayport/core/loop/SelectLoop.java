package io.arrayport.core.loop;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.kernel.Kernels;
import io.arrayport.core.kernel.SelectKernel;
import io.arrayport.core.layout.Layout;

/** Hands the strips along one axis to the kernel that finds order statistics. */
final class SelectLoop {
    private SelectLoop() {}

    /** As {@link io.arrayport.core.backend.Backend#select}, of an operand in native order. */
    static void run(Operand in, int axis, long[] ranks, Operand out) {
        SelectKernel kernel = Kernels.select(Lanes.of("select", in.dtype()));
        Layout row = in.layout();
        Layout result = out.layout();
        long n = row.dim(axis);
        long stride = row.stride(axis);
        long outStride = result.stride(axis);
        UnaryLoop.rows((from, fromStep, to, toStep, count) -> {
            for (long i = 0; i < count; i++) {
                kernel.run(from + i * fromStep, stride, n, ranks, to + i * toStep, outStride);
            }
        }, n, in.storage().address(), row.index(axis, 0), out.storage().address(), result.index(axis, 0));
    }
}
