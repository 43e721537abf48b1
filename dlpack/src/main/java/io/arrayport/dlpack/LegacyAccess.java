package io.arrayport.dlpack;

/** How an array that comes in by a legacy capsule may be used: the capsule itself cannot say. */
public enum LegacyAccess {
    /** As NumPy takes it, and the default: its producer may not have meant it to be written. */
    READ_ONLY,
    /** The caller knows that the producer allows writes. */
    WRITEABLE
}
