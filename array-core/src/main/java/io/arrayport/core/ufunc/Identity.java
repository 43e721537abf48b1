package io.arrayport.core.ufunc;

import org.jspecify.annotations.Nullable;

/**
 * What a reduction starts from.
 *
 * @param value leaves any operand as it is, the value of an empty reduction; null if there is none, and a reduction
 *        starts from the first element
 * @param reorderable whether several axes may be reduced at once, because their order does not matter
 */
public record Identity(@Nullable Number value, boolean reorderable) {
    /** None, and order matters: subtract. */
    public static final Identity NONE = new Identity(null, false);
    /** None, and order does not matter: maximum. */
    public static final Identity REORDERABLE = new Identity(null, true);
    /** 0. */
    public static final Identity ZERO = new Identity(0L, true);
    /** All bits. */
    public static final Identity ONES = new Identity(-1L, true);
    /** -infinity, the logarithm of 0: logaddexp. */
    public static final Identity LOG_ZERO = new Identity(Double.NEGATIVE_INFINITY, true);
    /** 1. */
    public static final Identity ONE = new Identity(1L, true);
}
