package io.arrayport.core.memory;

/** What may be written through a storage, and what happens to those who try. */
public enum Access {
    /** Anyone may write. */
    WRITEABLE,
    /** Read-only by convention: we refuse to write; a neighbour that ignores the convention would succeed. */
    IMMUTABLE,
    /** A write faults. Never given to a neighbour that cannot be told. */
    PROTECTED
}
