package io.arrayport.dlpack;

/** Who takes a legacy capsule: the capsule cannot say that its array is read-only, so the consumer has to know. */
public enum LegacyConsumer {
    /** May write, so it gets writeable arrays only. */
    UNKNOWN,
    /**
     * Will not write to a read-only array, or answers for what it writes; it gets arrays that are read-only by
     * convention too. Memory in which a write faults is refused all the same.
     */
    KEEPS_READ_ONLY
}
