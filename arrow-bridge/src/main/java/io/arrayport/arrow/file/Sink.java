package io.arrayport.arrow.file;

import java.nio.ByteBuffer;

/** Where the bytes of a file or stream go, in order. */
public interface Sink {
    /**
     * Writes all of {@code bytes}.
     *
     * @throws java.io.UncheckedIOException where that fails
     */
    void write(ByteBuffer bytes);

    /** Bytes written so far. */
    long position();
}
