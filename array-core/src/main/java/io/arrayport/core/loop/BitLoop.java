package io.arrayport.core.loop;

import io.arrayport.core.kernel.BitKernel;
import io.arrayport.core.kernel.Kernels;
import io.arrayport.core.memory.Memory;

/** Hands rows of bools, or of bits, that lie one after the other to the kernel. */
public final class BitLoop {
    private BitLoop() {}

    /**
     * Writes rows of bools as bits; each row begins with a byte of its own.
     *
     * @param bits of a row
     * @param highest whether the first of eight is a byte's highest bit, not its lowest
     */
    public static void pack(long from, long to, long rows, long bits, boolean highest) {
        BitKernel kernel = Kernels.packing();
        if (bits % Byte.SIZE == 0) {
            kernel.pack(from, rows * bits, to, highest);
            return;
        }
        long bytes = bits / Byte.SIZE + 1;
        for (long row = 0; row < rows; row++) {
            kernel.pack(from + row * bits, bits, to + row * bytes, highest);
        }
    }

    /**
     * Writes the first bits of rows as bytes of 0 or 1, and zeros where a row has no more.
     *
     * @param bytes of a row there
     * @param bits of a row here
     * @param highest as for {@link #pack}
     */
    public static void unpack(long from, long bytes, long to, long rows, long bits, boolean highest) {
        BitKernel kernel = Kernels.packing();
        if (bits == bytes * Byte.SIZE) {
            kernel.unpack(from, rows * bits, to, highest);
            return;
        }
        long there = Math.min(bits, bytes * Byte.SIZE);
        for (long row = 0; row < rows; row++) {
            long at = to + row * bits;
            kernel.unpack(from + row * bytes, there, at, highest);
            Memory.segment(at + there, bits - there).fill((byte) 0);
        }
    }
}
