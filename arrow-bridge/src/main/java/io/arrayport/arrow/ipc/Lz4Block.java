package io.arrayport.arrow.ipc;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;

/**
 * LZ4's blocks, decoded. Our own, because blocks may repeat bytes of the blocks before them, as those of Arrow's C++ do
 * from 64 KiB on, and libraries for Java decode each block by itself.
 */
final class Lz4Block {
    private static final int LONG_LENGTH = 15;
    private static final int SHORTEST = 4;
    /** Up to here a loop is faster than a call. */
    private static final int FEW = 64;

    private final MemorySegment in;
    private long at;

    private Lz4Block(MemorySegment in) {
        this.in = in;
    }

    /**
     * Decodes {@code in} into {@code out} from {@code to} on; what may be repeated begins at {@code start}. All of it
     * is checked: both segments have bounds.
     *
     * @return behind the last byte written
     * @throws IllegalArgumentException where the block is malformed, or too long
     */
    static long decode(MemorySegment in, MemorySegment out, long start, long to) {
        Lz4Block block = new Lz4Block(in);
        long end = to;
        while (true) {
            int token = block.next();
            long literals = block.length(token >>> 4);
            if (literals > in.byteSize() - block.at || literals > out.byteSize() - end) {
                throw new IllegalArgumentException("a block with " + literals + " bytes that are not there");
            }
            copy(in, block.at, out, end, literals);
            block.at += literals;
            end += literals;
            if (block.at == in.byteSize()) {
                return end;
            }
            int offset = block.next() | block.next() << Byte.SIZE;
            long again = block.length(token & LONG_LENGTH) + SHORTEST;
            if (offset == 0 || offset > end - start || again > out.byteSize() - end) {
                throw new IllegalArgumentException("a block that repeats " + again + " bytes from " + offset
                        + " before, which are not there");
            }
            repeat(out, offset, end, again);
            end += again;
        }
    }

    private int next() {
        if (at == in.byteSize()) {
            throw new IllegalArgumentException("a block that stops in the middle");
        }
        return Byte.toUnsignedInt(in.get(JAVA_BYTE, at++));
    }

    private long length(int half) {
        long length = half;
        if (half == LONG_LENGTH) {
            int more;
            do {
                more = next();
                length += more;
            } while (more == 255);
        }
        return length;
    }

    private static void repeat(MemorySegment out, int offset, long end, long bytes) {
        if (offset >= Long.BYTES && bytes <= FEW) {
            copy(out, end - offset, out, end, bytes);
            return;
        }
        // What is there already repeats with every round
        for (long done = 0; done < bytes;) {
            long now = Math.min(offset + done, bytes - done);
            MemorySegment.copy(out, end - offset, out, end + done, now);
            done += now;
        }
    }

    private static void copy(MemorySegment from, long at, MemorySegment to, long end, long bytes) {
        if (bytes > FEW) {
            MemorySegment.copy(from, at, to, end, bytes);
            return;
        }
        long i = 0;
        for (; bytes - i >= Long.BYTES; i += Long.BYTES) {
            to.set(JAVA_LONG_UNALIGNED, end + i, from.get(JAVA_LONG_UNALIGNED, at + i));
        }
        for (; i < bytes; i++) {
            to.set(JAVA_BYTE, end + i, from.get(JAVA_BYTE, at + i));
        }
    }
}
