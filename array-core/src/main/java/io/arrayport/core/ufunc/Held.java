package io.arrayport.core.ufunc;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.memory.Storage;
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
        int taken = both(reading, operands) ? 2 : 0;
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

    /** The first two together, which takes one fence; false, and neither is taken, if there are not as many. */
    private static boolean both(boolean reading, @Nullable Operand... operands) {
        Operand a = operands.length < 2 ? null : operands[0];
        Operand b = operands.length < 2 ? null : operands[1];
        if (a == null || b == null) {
            return false;
        }
        if (reading) {
            Storage.acquireReading(a.storage(), b.storage());
        } else {
            Storage.acquire(a.storage(), b.storage());
        }
        return true;
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
