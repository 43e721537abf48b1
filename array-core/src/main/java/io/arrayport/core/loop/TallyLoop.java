package io.arrayport.core.loop;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.memory.Memory;
import org.jspecify.annotations.Nullable;

/** Counts positions, or adds up their weights. */
final class TallyLoop {
    private TallyLoop() {}

    /** As {@link io.arrayport.core.backend.Backend#tally}. */
    static void run(Operand positions, @Nullable Operand weights, Operand out) {
        long n = positions.layout().dim(0);
        long at = first(positions);
        long stride = positions.layout().stride(0);
        long to = first(out);
        if (weights == null) {
            for (long i = 0; i < n; i++) {
                long count = to + place(at + i * stride, out);
                Memory.RAW.set(JAVA_LONG_UNALIGNED, count, Memory.RAW.get(JAVA_LONG_UNALIGNED, count) + 1);
            }
            return;
        }
        long from = first(weights);
        long step = weights.layout().stride(0);
        for (long i = 0; i < n; i++) {
            long sum = to + place(at + i * stride, out);
            Memory.RAW.set(JAVA_DOUBLE_UNALIGNED, sum,
                    Memory.RAW.get(JAVA_DOUBLE_UNALIGNED, sum)
                            + Memory.RAW.get(JAVA_DOUBLE_UNALIGNED, from + i * step));
        }
    }

    /** Bytes to the count; another thread may have changed the number since the counts were made for it. */
    private static long place(long address, Operand out) {
        long number = Memory.RAW.get(JAVA_LONG_UNALIGNED, address);
        if (number < 0 || number >= out.layout().dim(0)) {
            throw new IndexException("tally: the number " + number + " has none of the " + out.layout().dim(0)
                    + " counts: numbers must not change while they are counted");
        }
        return number * Long.BYTES;
    }

    private static long first(Operand operand) {
        return operand.storage().address() + operand.layout().offset();
    }
}
