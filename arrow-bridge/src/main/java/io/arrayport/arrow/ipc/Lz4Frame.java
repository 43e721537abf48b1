package io.arrayport.arrow.ipc;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import io.airlift.compress.v3.lz4.Lz4JavaCompressor;
import org.apache.commons.codec.digest.XXHash32;

/** LZ4's frames: blocks with a header before them and checksums behind. */
final class Lz4Frame {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final int MAGIC = 0x184D2204;
    /** Version 1, blocks that do not refer to each other, no sizes and checksums. */
    private static final byte FLAGS = 0x60;
    /** Blocks of up to 256 KiB. */
    private static final byte BLOCK_CODE = 0x50;
    private static final int BLOCK = 1 << 18;
    private static final int HEADER = 7;
    private static final int STORED = 1 << 31;
    /** A byte of a length stands for up to 255 bytes. */
    private static final int BEST_RATIO = 255;
    private static final int SLACK = 64;

    private static final int BLOCK_CHECKSUM = 0x10;
    private static final int CONTENT_SIZE = 0x08;
    private static final int CONTENT_CHECKSUM = 0x04;
    private static final int DICTIONARY = 0x01;

    private final MemorySegment in;
    private final MemorySegment out;
    private long at;
    private long written;

    private Lz4Frame(MemorySegment in, MemorySegment out) {
        this.in = in;
        this.out = out;
    }

    /** More bytes than {@code compressed} ones can stand for. */
    static long limit(long compressed) {
        return compressed > Long.MAX_VALUE / BEST_RATIO - SLACK ? Long.MAX_VALUE : compressed * BEST_RATIO + SLACK;
    }

    /** Bytes that are enough for a frame of {@code bytes}. */
    static long room(long bytes) {
        long blocks = Math.ceilDiv(bytes, BLOCK);
        return HEADER + blocks * (Integer.BYTES + new Lz4JavaCompressor().maxCompressedLength(BLOCK)) + Integer.BYTES;
    }

    /** Writes {@code in} as one frame; returns its length. */
    static long compress(MemorySegment in, MemorySegment out) {
        out.set(INT, 0, MAGIC);
        out.set(JAVA_BYTE, Integer.BYTES, FLAGS);
        out.set(JAVA_BYTE, Integer.BYTES + 1, BLOCK_CODE);
        out.set(JAVA_BYTE, Integer.BYTES + 2, headerCheck(out, Integer.BYTES, Integer.BYTES + 2));
        Lz4JavaCompressor compressor = new Lz4JavaCompressor();
        long at = HEADER;
        for (long from = 0; from < in.byteSize(); from += BLOCK) {
            MemorySegment block = in.asSlice(from, Math.min(BLOCK, in.byteSize() - from));
            MemorySegment packed = out.asSlice(at + Integer.BYTES, compressor.maxCompressedLength(BLOCK));
            int bytes = compressor.compress(block, packed);
            boolean stored = bytes >= block.byteSize();
            if (stored) {
                bytes = (int) block.byteSize();
                MemorySegment.copy(block, 0, packed, 0, bytes);
            }
            out.set(INT, at, stored ? bytes | STORED : bytes);
            at += Integer.BYTES + bytes;
        }
        out.set(INT, at, 0);
        return at + Integer.BYTES;
    }

    /**
     * Unpacks one frame, or several one behind the other.
     *
     * @return bytes written
     * @throws IllegalArgumentException where they are malformed, or more bytes
     * @throws IndexOutOfBoundsException where they are cut off
     */
    static long decompress(MemorySegment in, MemorySegment out) {
        Lz4Frame reader = new Lz4Frame(in, out);
        do {
            reader.frame();
        } while (reader.at < in.byteSize());
        return reader.written;
    }

    private void frame() {
        if (integer() != MAGIC) {
            throw new IllegalArgumentException("expected a frame's magic number");
        }
        long descriptor = at;
        int flags = unsigned();
        at++; // the most that a block has: what they have is what counts
        if (flags >> 6 != 1 || (flags & DICTIONARY) != 0) {
            throw new IllegalArgumentException("expected version 1 without a dictionary, found flags " + flags);
        }
        long size = (flags & CONTENT_SIZE) != 0 ? number() : -1;
        if (in.get(JAVA_BYTE, at) != headerCheck(in, descriptor, at)) {
            throw new IllegalArgumentException("the checksum of the header is wrong");
        }
        at++;
        long start = written;
        for (int length = integer(); length != 0; length = integer()) {
            block(start, length, (flags & BLOCK_CHECKSUM) != 0);
        }
        if (size >= 0 && written - start != size) {
            throw new IllegalArgumentException("expected a frame of " + size + " bytes, found " + (written - start));
        }
        if ((flags & CONTENT_CHECKSUM) != 0) {
            requireChecksum("frame", out.asSlice(start, written - start));
        }
    }

    private void block(long start, int length, boolean checked) {
        int bytes = length & ~STORED;
        if (bytes > in.byteSize() - at) {
            throw new IllegalArgumentException("a block of " + bytes + " bytes ends behind its frame");
        }
        MemorySegment block = in.asSlice(at, bytes);
        at += bytes;
        if (checked) {
            requireChecksum("block", block);
        }
        if (length >= 0) {
            written = Lz4Block.decode(block, out, start, written);
        } else {
            if (bytes > out.byteSize() - written) {
                throw new IllegalArgumentException("more bytes than the " + out.byteSize() + " declared");
            }
            MemorySegment.copy(block, 0, out, written, bytes);
            written += bytes;
        }
    }

    private void requireChecksum(String what, MemorySegment bytes) {
        if (integer() != hash(bytes)) {
            throw new IllegalArgumentException("the checksum of a " + what + " is wrong");
        }
    }

    private int unsigned() {
        return Byte.toUnsignedInt(in.get(JAVA_BYTE, at++));
    }

    private int integer() {
        int value = in.get(INT, at);
        at += Integer.BYTES;
        return value;
    }

    private long number() {
        long value = in.get(LONG, at);
        at += Long.BYTES;
        return value;
    }

    private static byte headerCheck(MemorySegment bytes, long from, long to) {
        return (byte) (hash(bytes.asSlice(from, to - from)) >> Byte.SIZE);
    }

    private static int hash(MemorySegment bytes) {
        XXHash32 hash = new XXHash32();
        byte[] some = new byte[(int) Math.min(bytes.byteSize(), 1 << 16)];
        for (long from = 0; from < bytes.byteSize(); from += some.length) {
            int count = (int) Math.min(some.length, bytes.byteSize() - from);
            MemorySegment.copy(bytes, JAVA_BYTE, from, some, 0, count);
            hash.update(some, 0, count);
        }
        return (int) hash.getValue();
    }
}
