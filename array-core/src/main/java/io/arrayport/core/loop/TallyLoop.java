package io.arrayport.core.loop;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.memory.Memory;
import org.jspecify.annotations.Nullable;

/** Counts positions, or adds up their weights. */
final class TallyLoop {
    /** So few counts go into several tables, of which caches hold all. */
    private static final long SEVERAL = 2048;
    /** From here on that costs less than it saves. */
    private static final long MANY = 4 * SEVERAL;

    private TallyLoop() {}

    /** As {@link io.arrayport.core.backend.Backend#tally}. */
    static void run(Operand positions, @Nullable Operand weights, Operand out) {
        long n = positions.layout().dim(0);
        long at = first(positions);
        long stride = positions.layout().stride(0);
        long to = first(out);
        if (weights == null && n >= MANY && out.layout().dim(0) <= SEVERAL) {
            several(at, stride, n, out, to);
            return;
        }
        if (weights == null) {
            for (long i = 0; i < n; i++) {
                long count = to + place(at + i * stride, out) * Long.BYTES;
                Memory.RAW.set(JAVA_LONG_UNALIGNED, count, Memory.RAW.get(JAVA_LONG_UNALIGNED, count) + 1);
            }
            return;
        }
        long from = first(weights);
        long step = weights.layout().stride(0);
        for (long i = 0; i < n; i++) {
            long sum = to + place(at + i * stride, out) * Long.BYTES;
            Memory.RAW.set(JAVA_DOUBLE_UNALIGNED, sum,
                    Memory.RAW.get(JAVA_DOUBLE_UNALIGNED, sum)
                            + Memory.RAW.get(JAVA_DOUBLE_UNALIGNED, from + i * step));
        }
    }

    /** Into four tables in turn: a count that is added to twice in a row waits for itself. */
    private static void several(long at, long stride, long n, Operand out, long to) {
        int counts = (int) out.layout().dim(0);
        long[] tables = new long[4 * counts];
        long i = 0;
        for (; i + 4 <= n; i += 4) {
            tables[(int) place(at + i * stride, out)]++;
            tables[(int) place(at + (i + 1) * stride, out) + counts]++;
            tables[(int) place(at + (i + 2) * stride, out) + 2 * counts]++;
            tables[(int) place(at + (i + 3) * stride, out) + 3 * counts]++;
        }
        for (; i < n; i++) {
            tables[(int) place(at + i * stride, out)]++;
        }
        for (int k = 0; k < counts; k++) {
            long count = to + (long) k * Long.BYTES;
            Memory.RAW.set(JAVA_LONG_UNALIGNED, count, Memory.RAW.get(JAVA_LONG_UNALIGNED, count) + tables[k]
                    + tables[k + counts] + tables[k + 2 * counts] + tables[k + 3 * counts]);
        }
    }

    /** Which count; another thread may have changed the number since the counts were made for it. */
    private static long place(long address, Operand out) {
        long number = Memory.RAW.get(JAVA_LONG_UNALIGNED, address);
        if (number < 0 || number >= out.layout().dim(0)) {
            throw new IndexException("tally: the number " + number + " has none of the " + out.layout().dim(0)
                    + " counts: numbers must not change while they are counted");
        }
        return number;
    }

    private static long first(Operand operand) {
        return operand.storage().address() + operand.layout().offset();
    }
}
