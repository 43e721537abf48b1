package io.arrayport.arrow.c;

/**
 * Offsets in the structs of the C interfaces, whose members all have 8 bytes but for the device's, on every 64-bit
 * system alike.
 */
enum Struct {
    /** {@code struct ArrowSchema}. */
    SCHEMA("ArrowSchema", 72, 56),
    /** {@code struct ArrowArray}. */
    ARRAY("ArrowArray", 80, 64),
    /** {@code struct ArrowArrayStream}. */
    STREAM("ArrowArrayStream", 40, 24),
    /** {@code struct ArrowDeviceArray}, which begins with its {@code ArrowArray}. */
    DEVICE_ARRAY("ArrowDeviceArray", 128, 64),
    /** {@code struct ArrowDeviceArrayStream}, which begins with its device's type. */
    DEVICE_STREAM("ArrowDeviceArrayStream", 48, 32);

    static final long WORD = Long.BYTES;

    static final long FORMAT = 0;
    static final long NAME = 8;
    static final long METADATA = 16;
    static final long FLAGS = 24;
    static final long SCHEMA_N_CHILDREN = 32;
    static final long SCHEMA_CHILDREN = 40;
    static final long SCHEMA_DICTIONARY = 48;

    static final long LENGTH = 0;
    static final long NULL_COUNT = 8;
    static final long OFFSET = 16;
    static final long N_BUFFERS = 24;
    static final long N_CHILDREN = 32;
    static final long BUFFERS = 40;
    static final long CHILDREN = 48;
    static final long DICTIONARY = 56;

    /** Callbacks of a stream, counted from {@link #callbacks()}. */
    static final long GET_SCHEMA = 0;
    static final long GET_NEXT = 8;
    static final long GET_LAST_ERROR = 16;

    static final long DEVICE_ID = 80;
    static final long DEVICE_TYPE = 88;
    static final long SYNC_EVENT = 96;
    static final long RESERVED = 104;
    static final long STREAM_DEVICE_TYPE = 0;

    static final long DICTIONARY_ORDERED = 1;
    static final long NULLABLE = 2;
    static final long MAP_KEYS_SORTED = 4;

    /** What C calls it. */
    final String title;
    final long size;
    /** The callback; NULL where the struct was released, or moved. {@code private_data} follows it. */
    final long release;

    Struct(String title, long size, long release) {
        this.title = title;
        this.size = size;
        this.release = release;
    }

    /** Where a stream's callbacks begin: the last of them is followed by {@code release}. */
    long callbacks() {
        return release - GET_LAST_ERROR - WORD;
    }

    long privateData() {
        return release + WORD;
    }
}
