package io.arrayport.arrow.ipc;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import io.airlift.compress.v3.zstd.ZstdJavaCompressor;
import io.airlift.compress.v3.zstd.ZstdJavaDecompressor;
import io.arrayport.arrow.type.Compression;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import org.apache.arrow.flatbuf.CompressionType;

/** One buffer packed, and unpacked: 8 bytes that say how long it is, and its bytes; -1 where these are as they were. */
final class Codec {
    private static final ValueLayout.OfLong LENGTH = ValueLayout.JAVA_LONG_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final long AS_IT_WAS = -1;
    /** A block of Zstandard has at least 4 bytes and stands for at most these. */
    private static final long ZSTD_BLOCK = 1L << 17;
    private static final int ZSTD_SHORTEST = 4;

    private Codec() {}

    /** The format's number. */
    static byte number(Compression compression) {
        return compression == Compression.ZSTD ? CompressionType.ZSTD : CompressionType.LZ4_FRAME;
    }

    /**
     * A packed buffer.
     *
     * @param storage new, of the caller
     * @param length of its first bytes that count
     */
    record Packed(Storage storage, long length) {}

    /**
     * Packs bytes that are held.
     *
     * @throws ZeroCopyException where they are more than the library counts
     */
    static Packed pack(Compression compression, MemorySegment bytes) {
        long room = Math.max(bytes.byteSize(), room(compression, bytes.byteSize()));
        Storage storage = Storage.allocate(LENGTH.byteSize() + room);
        boolean done = false;
        try {
            MemorySegment all = Memory.segment(storage.address(), storage.byteSize());
            MemorySegment packed = all.asSlice(LENGTH.byteSize());
            long length = compression == Compression.ZSTD ? new ZstdJavaCompressor().compress(bytes, packed)
                    : Lz4Frame.compress(bytes, packed);
            boolean smaller = length < bytes.byteSize();
            if (!smaller) {
                packed.copyFrom(bytes);
            }
            all.set(LENGTH, 0, smaller ? bytes.byteSize() : AS_IT_WAS);
            done = true;
            return new Packed(storage, LENGTH.byteSize() + (smaller ? length : bytes.byteSize()));
        } finally {
            if (!done) {
                storage.close();
            }
        }
    }

    private static long room(Compression compression, long bytes) {
        if (compression == Compression.LZ4_FRAME) {
            return Lz4Frame.room(bytes);
        }
        if (bytes > Integer.MAX_VALUE / 2) {
            throw new ZeroCopyException("write: a buffer of " + bytes + " bytes cannot be packed with " + compression
                    + ", which takes " + Integer.MAX_VALUE / 2 + ": write smaller batches, or LZ4_FRAME");
        }
        return new ZstdJavaCompressor().maxCompressedLength((int) bytes);
    }

    /**
     * How long a buffer is once unpacked, as it claims itself.
     *
     * @return -1 where its bytes are as they were, behind the first 8
     * @throws IllegalArgumentException where that many bytes cannot come of so few
     */
    static long claimed(Compression compression, MemorySegment packed) {
        if (packed.byteSize() < LENGTH.byteSize()) {
            throw new IllegalArgumentException("expected its length in 8 bytes, found " + packed.byteSize());
        }
        long claimed = packed.get(LENGTH, 0);
        long limit = limit(compression, packed.byteSize() - LENGTH.byteSize());
        if (claimed < AS_IT_WAS || claimed > limit) {
            throw new IllegalArgumentException("expected at most " + limit + " bytes of "
                    + (packed.byteSize() - LENGTH.byteSize()) + ", found a length of " + claimed);
        }
        return claimed;
    }

    private static long limit(Compression compression, long bytes) {
        return compression == Compression.LZ4_FRAME ? Lz4Frame.limit(bytes)
                : Math.min(Integer.MAX_VALUE, (bytes / ZSTD_SHORTEST + 1) * ZSTD_BLOCK);
    }

    /** Where the packed bytes begin. */
    static MemorySegment inner(MemorySegment packed) {
        return packed.asSlice(LENGTH.byteSize());
    }

    /**
     * Unpacks into {@code out}, which is as long as was claimed.
     *
     * @throws IllegalArgumentException where the bytes are malformed, or of another length
     */
    static void unpack(Compression compression, MemorySegment packed, MemorySegment out) {
        long bytes;
        try {
            bytes = compression == Compression.LZ4_FRAME ? Lz4Frame.decompress(inner(packed), out)
                    : new ZstdJavaDecompressor().decompress(inner(packed), out);
        } catch (RuntimeException broken) {
            // Of all kinds: the library's own, and of bounds
            throw new IllegalArgumentException("its bytes are no " + compression + " of " + out.byteSize()
                    + " bytes, as it claims", broken);
        }
        if (bytes != out.byteSize()) {
            throw new IllegalArgumentException("its bytes claim to be " + out.byteSize() + ", found " + bytes);
        }
    }
}
