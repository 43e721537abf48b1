package io.arrayport.core.file;

import java.nio.ByteBuffer;

/** Where the bytes of a file go, one behind the other. */
@FunctionalInterface
public interface ByteSink {
    /**
     * Writes all of {@code bytes}.
     *
     * @throws java.io.UncheckedIOException if that fails; the message says where to
     */
    void write(ByteBuffer bytes);
}
