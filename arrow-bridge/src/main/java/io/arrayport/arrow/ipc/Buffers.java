package io.arrayport.arrow.ipc;

import java.lang.foreign.MemorySegment;

import io.arrayport.arrow.column.ArrowBuffer;
import io.arrayport.arrow.column.Owner;
import io.arrayport.arrow.type.Compression;
import io.arrayport.core.exchange.CopyEvent;
import io.arrayport.core.exchange.CopyPolicy;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Lease;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;

/** Where the buffers of a column that is read from a file come from. */
sealed interface Buffers {
    /** Whether compressed buffers can be had. */
    boolean mayUnpack();

    /**
     * The buffer that the bytes {@code [offset, offset + length)} of the file are, which lie inside.
     *
     * @throws io.arrayport.core.error.ForeignDescriptorException where they claim to be compressed and are not
     */
    ArrowBuffer buffer(String what, Compression compression, long offset, long length);

    /** Views of the file, which is somebody else's to close. */
    record Borrowed(FileBytes file, Storage storage) implements Buffers {
        @Override
        public boolean mayUnpack() {
            return false;
        }

        @Override
        public ArrowBuffer buffer(String what, Compression compression, long offset, long length) {
            return new ArrowBuffer(storage, offset, length);
        }
    }

    /** Each a storage of its own: the file's bytes, kept for it, or a copy. */
    final class Owned implements Buffers {
        private final FileBytes file;
        private final Storage storage;
        private final Owner owner;
        private final CopyPolicy policy;
        private long copied;
        private String reason = "asked for";

        Owned(FileBytes file, Storage storage, Owner owner, CopyPolicy policy) {
            this.file = file;
            this.storage = storage;
            this.owner = owner;
            this.policy = policy;
        }

        @Override
        public boolean mayUnpack() {
            return policy != CopyPolicy.NEVER;
        }

        @Override
        public ArrowBuffer buffer(String what, Compression compression, long offset, long length) {
            if (compression == Compression.NONE || length == 0) {
                return asItLies(offset, length);
            }
            MemorySegment packed = file.segment().asSlice(offset, length);
            try {
                long bytes = Codec.claimed(compression, packed);
                if (bytes < 0) {
                    return asItLies(offset + Long.BYTES, length - Long.BYTES);
                }
                reason = "its buffers are compressed (" + compression + ")";
                ArrowBuffer unpacked = fresh(bytes);
                Codec.unpack(compression, packed, Memory.segment(unpacked.address(), bytes));
                return unpacked;
            } catch (IllegalArgumentException broken) {
                throw file.error(what + ": " + broken.getMessage(), broken);
            }
        }

        private ArrowBuffer asItLies(long offset, long length) {
            if (policy == CopyPolicy.ALWAYS) {
                ArrowBuffer copy = fresh(length);
                MemorySegment.copy(file.segment(), offset, Memory.segment(copy.address(), length), 0, length);
                return copy;
            }
            Lease lease = storage.lease("Arrow file column");
            boolean kept = false;
            try {
                Storage part = Storage.foreign(storage.origin(), length == 0 ? 0 : storage.address() + offset, length,
                        Device.CPU, Access.IMMUTABLE, lease::close);
                kept = true;
                return ArrowBuffer.of(owner.add(part));
            } finally {
                if (!kept) {
                    lease.close();
                }
            }
        }

        private ArrowBuffer fresh(long bytes) {
            copied += bytes;
            return ArrowBuffer.of(owner.add(Storage.allocate(bytes)));
        }

        /** A copy is never silent. */
        void report(String column) {
            if (copied > 0) {
                CopyEvent.emit("Arrow file column \"" + column + "\"", reason, copied);
            }
        }
    }
}
