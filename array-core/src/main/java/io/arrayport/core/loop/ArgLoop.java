package io.arrayport.core.loop;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;

import io.arrayport.core.kernel.ArgKernel;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.threads.Split;

/** Finds where the greatest or least elements stand along one axis. */
final class ArgLoop {
    private ArgLoop() {}

    /**
     * Writes a position for each strip along {@code axis}, which is not empty.
     *
     * @param out of longs, of {@code in}'s shape without the axis
     */
    static void run(ArgKernel kernel, int itemsize, long inBase, Layout in, long outBase, Layout out, int axis) {
        long n = in.dim(axis);
        long stride = in.stride(axis);
        Layout row = in.index(axis, 0);
        if (row.ndim() == 0) {
            put(outBase + out.offset(), strip(kernel, itemsize, inBase + row.offset(), stride, n));
            return;
        }
        UnaryLoop.rows((from, fromStep, to, toStep, count) -> {
            for (long i = 0; i < count; i++) {
                put(to + i * toStep, kernel.run(from + i * fromStep, stride, n));
            }
        }, n, inBase, row, outBase, out);
    }

    /** Finds the winner of each range, and then the winner of these, in their order. */
    private static long strip(ArgKernel kernel, int itemsize, long in, long stride, long n) {
        if (!Split.isWorth(n, 1)) {
            return kernel.run(in, stride, n);
        }
        NavigableSet<Long> winners = new ConcurrentSkipListSet<>();
        Cut.flat(n, (first, count) -> winners.add(first + kernel.run(in + first * stride, stride, count)));
        try (Arena arena = Arena.ofConfined()) {
            long elements = arena.allocate((long) winners.size() * itemsize, Long.BYTES).address();
            List<Long> positions = List.copyOf(winners);
            for (int i = 0; i < positions.size(); i++) {
                Memory.copy(in + positions.get(i) * stride, elements + (long) i * itemsize, itemsize);
            }
            return positions.get((int) kernel.run(elements, itemsize, positions.size()));
        }
    }

    private static void put(long at, long position) {
        Memory.RAW.set(ValueLayout.JAVA_LONG_UNALIGNED, at, position);
    }
}
