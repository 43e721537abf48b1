package io.arrayport.core.loop;

import java.lang.foreign.ValueLayout;

import io.arrayport.core.kernel.ArgKernel;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Memory;

/** Finds where the greatest or least elements stand along one axis. */
final class ArgLoop {
    private ArgLoop() {}

    /**
     * Writes a position for each strip along {@code axis}, which is not empty.
     *
     * @param out of longs, of {@code in}'s shape without the axis
     */
    static void run(ArgKernel kernel, long inBase, Layout in, long outBase, Layout out, int axis) {
        long n = in.dim(axis);
        long stride = in.stride(axis);
        Layout row = in.index(axis, 0);
        if (row.ndim() == 0) {
            put(outBase + out.offset(), kernel.run(inBase + row.offset(), stride, n));
            return;
        }
        UnaryLoop.run((from, fromStep, to, toStep, count) -> {
            for (long i = 0; i < count; i++) {
                put(to + i * toStep, kernel.run(from + i * fromStep, stride, n));
            }
        }, inBase, row, outBase, out);
    }

    private static void put(long at, long position) {
        Memory.RAW.set(ValueLayout.JAVA_LONG_UNALIGNED, at, position);
    }
}
