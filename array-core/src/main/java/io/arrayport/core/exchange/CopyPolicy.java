package io.arrayport.core.exchange;

/** Whether an exchange may copy: the array API's {@code copy=False / None / True}. */
public enum CopyPolicy {
    /** Share or fail. */
    NEVER,
    /** Share where the bytes allow it, else copy. */
    IF_NEEDED,
    /** Copy, so that neither side sees the other's writes. */
    ALWAYS
}
