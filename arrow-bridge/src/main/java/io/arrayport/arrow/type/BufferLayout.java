package io.arrayport.arrow.type;

/**
 * How many buffers a field brings into a record batch before its children's. A reader that miscounts one field reads
 * every later column from the wrong place.
 */
public enum BufferLayout {
    /** No buffers at all: null, and run-end encoding, whose children carry everything. */
    NONE(0),
    /** Validity, values. */
    FIXED(2),
    /** Validity, offsets, bytes. */
    VARIABLE(3),
    /** Validity, views, and as many side buffers as the batch says. */
    VIEW(2),
    /** Validity, offsets. */
    LIST(2),
    /** Validity, offsets, sizes. */
    LIST_VIEW(3),
    /** Validity only: struct and fixed-size list. */
    VALIDITY(1),
    /** Type ids. */
    SPARSE_UNION(1),
    /** Type ids, offsets. */
    DENSE_UNION(2),
    /** A type from a later version of the format: what follows it cannot be found. */
    UNKNOWN(0);

    private final int buffers;

    BufferLayout(int buffers) {
        this.buffers = buffers;
    }

    /** The buffers that every column of this kind has, side buffers of views and their sizes apart. */
    public int buffers() {
        return buffers;
    }

    /** Whether the first buffer is a validity bitmap. */
    public boolean hasValidity() {
        return this != NONE && this != SPARSE_UNION && this != DENSE_UNION && this != UNKNOWN;
    }
}
