package io.arrayport.arrow.ipc;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import io.arrayport.arrow.column.ArrowBuffer;
import io.arrayport.arrow.column.FlatColumn;
import io.arrayport.core.memory.Memory;

/** What a column says, in few bytes: addresses do not tell, because whoever has an array may write to it. */
final class Contents {
    private static final long AT_ONCE = 1L << 30;

    private final MessageDigest digest;
    private final ByteBuffer word = ByteBuffer.allocate(Long.BYTES);

    private Contents(MessageDigest digest) {
        this.digest = digest;
    }

    /** The same for two columns only if their rows, children and dictionaries are. */
    static String of(FlatColumn column) {
        try {
            Contents contents = new Contents(MessageDigest.getInstance("SHA-256"));
            contents.column(column);
            return HexFormat.of().formatHex(contents.digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private void column(FlatColumn column) {
        number(column.length());
        number(column.buffers().size());
        for (Optional<ArrowBuffer> buffer : column.buffers()) {
            number(buffer.map(ArrowBuffer::length).orElse(-1L));
            buffer.ifPresent(this::bytes);
        }
        number(column.children().size());
        column.children().forEach(this::column);
        column.dictionary().ifPresent(this::column);
    }

    private void bytes(ArrowBuffer buffer) {
        buffer.storage().acquire();
        try {
            for (long from = 0; from < buffer.length(); from += AT_ONCE) {
                digest.update(Memory.segment(buffer.address() + from, Math.min(AT_ONCE, buffer.length() - from))
                        .asByteBuffer());
            }
        } finally {
            buffer.storage().release();
        }
    }

    private void number(long value) {
        digest.update(word.putLong(0, value).rewind());
        word.rewind();
    }
}
