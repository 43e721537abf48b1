package io.arrayport.core.ufunc;

import io.arrayport.core.backend.Operand;
import org.jspecify.annotations.Nullable;

/** A lease on each of an operation's operands, given back by {@link #close}. */
public final class Held implements AutoCloseable {
    private final @Nullable Operand[] operands;

    private Held(@Nullable Operand[] operands) {
        this.operands = operands;
    }

    /**
     * Takes a lease on each of {@code operands} that is not null, or on none.
     *
     * @throws io.arrayport.core.error.ClosedException if one is closed
     */
    public static Held of(@Nullable Operand... operands) {
        int taken = 0;
        try {
            for (; taken < operands.length; taken++) {
                Operand operand = operands[taken];
                if (operand != null) {
                    operand.storage().acquire();
                }
            }
            return new Held(operands);
        } finally {
            if (taken < operands.length) {
                release(operands, taken);
            }
        }
    }

    @Override
    public void close() {
        release(operands, operands.length);
    }

    private static void release(@Nullable Operand[] operands, int count) {
        for (int i = 0; i < count; i++) {
            Operand operand = operands[i];
            if (operand != null) {
                operand.storage().release();
            }
        }
    }
}
