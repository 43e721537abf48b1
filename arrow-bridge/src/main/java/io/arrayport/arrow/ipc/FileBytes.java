package io.arrayport.arrow.ipc;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Supplier;

import io.arrayport.arrow.column.Lines;
import io.arrayport.core.error.ForeignDescriptorException;

/**
 * The bytes of one untrusted file. Every read is checked against the file's end, and every error names the file and the
 * place.
 *
 * @param name what errors call the file
 * @param segment the whole file; whoever reads keeps it alive meanwhile
 */
public record FileBytes(String name, MemorySegment segment) {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** Bytes in the file. */
    public long size() {
        return segment.byteSize();
    }

    byte byteAt(long offset) {
        return segment.get(ValueLayout.JAVA_BYTE, offset);
    }

    int intAt(String what, long offset) {
        requireInside(what, offset, Integer.BYTES);
        return segment.get(INT, offset);
    }

    /** The bytes {@code [offset, offset + length)}, in place. */
    ByteBuffer buffer(String what, long offset, int length) {
        requireInside(what, offset, length);
        return segment.asSlice(offset, length).asByteBuffer();
    }

    /**
     * Runs a reader of FlatBuffers metadata. The generated accessors follow whatever offset they find; the buffer under
     * them has bounds, and what it throws is turned into an error about the file here.
     */
    <T> T parse(String what, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException
                | ArithmeticException broken) {
            throw new ForeignDescriptorException(
                    message(what + ": the metadata is damaged: it points outside itself or holds no valid text"),
                    broken);
        }
    }

    ForeignDescriptorException error(String problem) {
        return new ForeignDescriptorException(message(problem));
    }

    ForeignDescriptorException error(String problem, Throwable cause) {
        return new ForeignDescriptorException(message(problem), cause);
    }

    /** One line of bounded length, whatever names the file made up. */
    String message(String problem) {
        return "Arrow file " + name + ": " + Lines.one(problem);
    }

    private void requireInside(String what, long offset, long length) {
        if (offset < 0 || length < 0 || offset > size() - length) {
            throw error("%s: expected %d bytes at byte %d, found the end of the file at byte %d".formatted(what, length,
                    offset, size()));
        }
    }
}
