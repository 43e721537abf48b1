package io.arrayport.core.kernel;

import io.arrayport.core.backend.Op;

/** What a comparison says of two values, once it is known how they lie in the order. */
@FunctionalInterface
public interface OrderSign {
    /** @param sign below 0, 0 or above, as the first is less than, equal to or greater than the second */
    boolean is(int sign);

    /** @throws IllegalArgumentException if {@code op} is no comparison */
    static OrderSign of(Op op) {
        return switch (op) {
            case EQUAL -> sign -> sign == 0;
            case NOT_EQUAL -> sign -> sign != 0;
            case LESS -> sign -> sign < 0;
            case LESS_EQUAL -> sign -> sign <= 0;
            case GREATER -> sign -> sign > 0;
            case GREATER_EQUAL -> sign -> sign >= 0;
            default -> throw new IllegalArgumentException("kernel: " + op + " is no comparison");
        };
    }
}
