package io.arrayport.arrow.ipc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

import io.arrayport.core.file.Sink;

/** A channel that somebody else opened, and closes. */
public final class ChannelSink implements Sink {
    private final WritableByteChannel channel;
    private long position;

    /** @param channel borrowed; blocking */
    public ChannelSink(WritableByteChannel channel) {
        this.channel = channel;
    }

    @Override
    public void write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                position += channel.write(bytes);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot write Arrow stream: " + problem.getMessage(), problem);
        }
    }

    @Override
    public long position() {
        return position;
    }
}
