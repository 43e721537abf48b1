package io.arrayport.arrow.ipc;

import java.nio.ByteBuffer;
import java.util.Optional;

import io.arrayport.arrow.column.ArrowBuffer;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.VoidType;
import io.arrayport.core.exchange.CopyEvent;
import io.arrayport.core.file.Sink;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;

/** One buffer of a batch that is being written: borrows its memory until then. */
sealed interface BodyPart {
    /** Bytes without padding. */
    long bytes();

    /** Writes the bytes and their padding; returns how many had to be gathered first. */
    long write(Sink sink);

    /** Bytes that lie as they are written; empty where the format leaves the buffer out. */
    record Region(Optional<ArrowBuffer> buffer) implements BodyPart {
        @Override
        public long bytes() {
            return buffer.map(ArrowBuffer::length).orElse(0L);
        }

        @Override
        public long write(Sink sink) {
            buffer.ifPresent(region -> Pieces.write(sink, region.storage(), region.address(), region.length()));
            Pieces.pad(sink, bytes());
            return 0;
        }
    }

    /**
     * The values of an array that do not lie side by side: gathered through a small buffer.
     *
     * @param column for the report
     */
    record Gathered(String column, NdArray array) implements BodyPart {
        private static final long AT_ONCE = 1L << 20;

        @Override
        public long bytes() {
            return array.nbytes();
        }

        @Override
        public long write(Sink sink) {
            long rows = Math.max(1, AT_ONCE / array.itemsize());
            // Views of strings go as they are: what they name is written behind them
            DType type = array.dtype() instanceof StringType ? new VoidType(StringType.SIZE) : array.dtype();
            for (long from = 0; from < array.size(); from += rows) {
                long to = Math.min(array.size(), from + rows);
                NdArray view = NdArray.of(array.storage(), type, array.layout().slice(0, from, to, 1L), false);
                try (NdArray packed = view.copy()) {
                    Pieces.write(sink, packed.storage(), packed.address(), packed.nbytes());
                }
            }
            Pieces.pad(sink, bytes());
            CopyEvent.emit("Arrow IPC file", "column \"" + column + "\" is not contiguous", array.nbytes());
            return array.nbytes();
        }
    }

    /** A part in other bytes: packed. */
    record Packed(Codec.Packed packed, long unpacked) implements BodyPart {
        @Override
        public long bytes() {
            return packed.length();
        }

        @Override
        public long write(Sink sink) {
            Pieces.write(sink, packed.storage(), packed.storage().address(), packed.length());
            Pieces.pad(sink, bytes());
            return unpacked;
        }
    }

    /** How bytes reach a sink. */
    final class Pieces {
        /** A ByteBuffer counts in ints; a multiple of every alignment. */
        private static final long LONGEST = 1L << 30;

        private Pieces() {}

        static void write(Sink sink, Storage storage, long address, long bytes) {
            storage.acquireOnHost();
            try {
                for (long from = 0; from < bytes; from += LONGEST) {
                    sink.write(Memory.segment(address + from, Math.min(LONGEST, bytes - from)).asByteBuffer());
                }
            } finally {
                storage.release();
            }
        }

        static void pad(Sink sink, long bytes) {
            sink.write(ByteBuffer.allocate((int) (IpcEncoder.padded(bytes) - bytes)));
        }
    }
}
