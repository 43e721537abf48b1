package io.arrayport.arrow.type;

/** How the buffers of a batch are packed in a file or stream. What is packed cannot be shared: reading it copies. */
public enum Compression {
    /** Buffers lie as they are in memory, and are read where they lie. */
    NONE,
    /** Frames of LZ4. */
    LZ4_FRAME,
    /** Zstandard. */
    ZSTD
}
