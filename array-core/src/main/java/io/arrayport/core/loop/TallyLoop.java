package io.arrayport.core.loop;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.arrayport.core.backend.Operand;
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
                long count = to + Memory.RAW.get(JAVA_LONG_UNALIGNED, at + i * stride) * Long.BYTES;
                Memory.RAW.set(JAVA_LONG_UNALIGNED, count, Memory.RAW.get(JAVA_LONG_UNALIGNED, count) + 1);
            }
            return;
        }
        long from = first(weights);
        long step = weights.layout().stride(0);
        for (long i = 0; i < n; i++) {
            long sum = to + Memory.RAW.get(JAVA_LONG_UNALIGNED, at + i * stride) * Double.BYTES;
            Memory.RAW.set(JAVA_DOUBLE_UNALIGNED, sum,
                    Memory.RAW.get(JAVA_DOUBLE_UNALIGNED, sum)
                            + Memory.RAW.get(JAVA_DOUBLE_UNALIGNED, from + i * step));
        }
    }

    private static long first(Operand operand) {
        return operand.storage().address() + operand.layout().offset();
    }
}
