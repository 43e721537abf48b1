package io.arrayport.core.kernel;

import io.arrayport.core.backend.Op;
import org.jspecify.annotations.Nullable;

/** What of a division is wanted. */
enum QuotientKind {
    QUOTIENT, REMAINDER, FMOD;

    /** Returns what {@code op} wants; null if it is none of these. */
    static @Nullable QuotientKind of(Op op) {
        return switch (op) {
            case FLOOR_DIVIDE -> QUOTIENT;
            case REMAINDER -> REMAINDER;
            case FMOD -> FMOD;
            default -> null;
        };
    }
}
