package io.arrayport.core.ufunc;

import io.arrayport.core.backend.Operand;
import org.jspecify.annotations.Nullable;

/** A lease on each of an operation's operands, given back by {@link #close}. */
public final class Held implements AutoCloseable {
    private final @Nullable Operand[] operands;
    private final boolean reading;

    private Held(@Nullable Operand[] operands, boolean reading) {
        this.operands = operands;
        this.reading = reading;
    }

    /**
     * Takes a lease on each of {@code operands} that is not null, or on none.
     *
     * @throws io.arrayport.core.error.ClosedException if one is closed
     */
    public static Held of(@Nullable Operand... operands) {
        return of(false, operands);
    }

    /** As {@link #of}, for operands that are read only. */
    static Held reading(Operand... operands) {
        return of(true, operands);
    }

    private static Held of(boolean reading, @Nullable Operand... operands) {
        int taken = 0;
        try {
            for (; taken < operands.length; taken++) {
                Operand operand = operands[taken];
                if (operand != null && reading) {
                    operand.storage().acquireReading();
                } else if (operand != null) {
                    operand.storage().acquire();
                }
            }
            return new Held(operands, reading);
        } finally {
            if (taken < operands.length) {
                release(operands, taken, reading);
            }
        }
    }

    @Override
    public void close() {
        release(operands, operands.length, reading);
    }

    private static void release(@Nullable Operand[] operands, int count, boolean reading) {
        for (int i = 0; i < count; i++) {
            Operand operand = operands[i];
            if (operand != null && reading) {
                operand.storage().releaseReading();
            } else if (operand != null) {
                operand.storage().release();
            }
        }
    }
}
