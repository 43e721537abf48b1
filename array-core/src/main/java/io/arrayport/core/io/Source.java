package io.arrayport.core.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipException;

import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.file.FileProblem;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;

/**
 * Bytes that come one behind the other, of a file or a stream, and are not trusted: no memory is taken for more of them
 * than there are.
 */
final class Source implements AutoCloseable {
    private static final long UNKNOWN = -1;
    private static final long PIECE = 1 << 28;
    /** What is taken at first for bytes whose number only the stream itself knows. */
    private static final long FIRST = 1 << 26;

    private final String operation;
    private final String name;
    private final ReadableByteChannel channel;
    private long left;
    private long position;

    private Source(String operation, String name, ReadableByteChannel channel, long left) {
        this.operation = operation;
        this.name = name;
        this.channel = channel;
        this.left = left;
    }

    /**
     * The bytes of a file.
     *
     * @throws UncheckedIOException if it cannot be opened
     */
    static Source open(String operation, Path path) {
        try {
            if (Files.isDirectory(path)) {
                throw new IOException("it is a directory");
            }
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            return new Source(operation, path.toString(), channel,
                    Files.isRegularFile(path) ? channel.size() : UNKNOWN);
        } catch (IOException problem) {
            throw FileProblem.reading(operation, path, problem);
        }
    }

    /** The bytes of a stream, which stays open. */
    static Source of(String operation, InputStream stream) {
        return new Source(operation, "the stream", Channels.newChannel(stream), UNKNOWN);
    }

    /**
     * The bytes of a stream of known length, which is closed with this.
     *
     * @param length as somebody says who need not be right
     */
    static Source of(String operation, String name, InputStream stream, long length) {
        return new Source(operation, name, Channels.newChannel(stream), length < 0 ? UNKNOWN : length);
    }

    /** Bytes read so far. */
    long position() {
        return position;
    }

    /** Whether it is known that there are fewer bytes than these. */
    boolean lacks(long bytes) {
        return left != UNKNOWN && left < bytes;
    }

    /** Bytes that are left, where that is known; what is none of a message's business otherwise. */
    String left() {
        return left == UNKNOWN ? "fewer" : Long.toString(left);
    }

    /**
     * Bytes that are left.
     *
     * @throws ForeignDescriptorException if nobody knows
     */
    long known() {
        if (left == UNKNOWN) {
            throw refused("it is a pipe or a device, whose length is not known");
        }
        return left;
    }

    /**
     * Leaves out bytes of a file.
     *
     * @throws ForeignDescriptorException if there are not so many
     */
    void skip(long bytes) {
        if (bytes < 0 || bytes > known()) {
            throw refused("the offset is " + bytes + ", it has " + left + " bytes");
        }
        try {
            ((SeekableByteChannel) channel).position(position + bytes);
        } catch (IOException problem) {
            throw new UncheckedIOException(operation + ": cannot read " + name + ": " + problem.getMessage(), problem);
        }
        position += bytes;
        left -= bytes;
    }

    /** Some of the next bytes, as many as come at once; how many, or -1 at the end. */
    int some(byte[] buffer) {
        try {
            return channel.read(ByteBuffer.wrap(buffer));
        } catch (IOException problem) {
            throw unread(problem);
        }
    }

    ForeignDescriptorException refused(String what) {
        return new ForeignDescriptorException(operation + ": " + name + ": " + what);
    }

    ForeignDescriptorException refused(String what, Exception cause) {
        return new ForeignDescriptorException(operation + ": " + name + ": " + what, cause);
    }

    /**
     * The next few bytes.
     *
     * @param what they are, for the message
     * @throws ForeignDescriptorException if there are not so many
     */
    byte[] bytes(int count, String what) {
        if (lacks(count)) {
            throw cut(what, count, left);
        }
        ByteBuffer bytes = ByteBuffer.allocate(count);
        fill(bytes, what, count, 0);
        return bytes.array();
    }

    /**
     * The next bytes, in memory of their own.
     *
     * @param what they are, for the message
     * @throws ForeignDescriptorException if there are not so many
     */
    Storage storage(long count, String what) {
        if (lacks(count)) {
            throw cut(what, count, left);
        }
        Storage storage = Storage.allocate(left == UNKNOWN ? Math.min(count, FIRST) : count);
        boolean done = false;
        try {
            long filled = 0;
            while (true) {
                filled = fill(storage, filled, what, count);
                if (filled == count) {
                    done = true;
                    return storage;
                }
                Storage larger = enlarged(storage, Math.min(count, 2 * filled));
                storage.close();
                storage = larger;
            }
        } finally {
            if (!done) {
                storage.close();
            }
        }
    }

    private static Storage enlarged(Storage storage, long bytes) {
        Storage larger = Storage.allocate(bytes);
        Memory.copy(storage.address(), larger.address(), storage.byteSize());
        return larger;
    }

    private long fill(Storage storage, long from, String what, long count) {
        storage.acquire();
        try {
            long filled = from;
            while (filled < storage.byteSize()) {
                long piece = Math.min(PIECE, storage.byteSize() - filled);
                fill(Memory.segment(storage.address() + filled, piece).asByteBuffer(), what, count, filled);
                filled += piece;
            }
            return filled;
        } finally {
            storage.release();
        }
    }

    private void fill(ByteBuffer bytes, String what, long count, long before) {
        try {
            while (bytes.hasRemaining()) {
                int read = channel.read(bytes);
                if (read < 0) {
                    throw cut(what, count, before + bytes.position());
                }
                position += read;
                left = left == UNKNOWN ? UNKNOWN : left - read;
            }
        } catch (IOException problem) {
            throw unread(problem);
        }
    }

    /** A member of an archive that cannot be unpacked is a damaged one, not one that could not be read. */
    private RuntimeException unread(IOException problem) {
        return problem instanceof ZipException || problem instanceof EOFException
                ? refused("its archive member cannot be unpacked: " + problem.getMessage(), problem)
                : new UncheckedIOException(operation + ": cannot read " + name + ": " + problem.getMessage(), problem);
    }

    private ForeignDescriptorException cut(String what, long wanted, long there) {
        return refused("it ends within the " + what + ": " + wanted + " bytes are needed from byte " + position
                + " on, there are " + there);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(operation + ": cannot close " + name + ": " + problem.getMessage(),
                    problem);
        }
    }
}
