package io.arrayport.core.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

import io.arrayport.core.file.ByteSink;

/** Where bytes go. */
final class Outputs {
    private static final int PIECE = 1 << 18;

    private Outputs() {}

    /** Writes to a stream, which stays open. */
    static ByteSink to(String operation, OutputStream stream) {
        byte[] piece = new byte[PIECE];
        return bytes -> {
            try {
                while (bytes.hasRemaining()) {
                    int count = Math.min(PIECE, bytes.remaining());
                    bytes.get(piece, 0, count);
                    stream.write(piece, 0, count);
                }
            } catch (IOException problem) {
                throw new UncheckedIOException(operation + ": cannot write the stream: " + problem.getMessage(),
                        problem);
            }
        };
    }

    /** A stream whose bytes go on; closing it does nothing. */
    static OutputStream stream(ByteSink sink) {
        return new OutputStream() {
            @Override
            public void write(int value) {
                write(new byte[]{(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) {
                sink.write(ByteBuffer.wrap(bytes, from, count));
            }
        };
    }
}
