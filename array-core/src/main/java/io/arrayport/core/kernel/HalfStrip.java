package io.arrayport.core.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Scratch in which strips of 16-bit floats become 32-bit ones and back. The loops run over arrays, for which the
 * compiler makes vectors of them; kernels want addresses, hence the copies between.
 */
final class HalfStrip {
    /** Most elements of a strip: all its scratch stays in the nearest cache. */
    static final int MOST = 1024;
    /** Strips below it are not worth their scratch. */
    static final int LEAST = 64;

    private final boolean bfloat;
    private final short[] halves;
    private final float[] floats;
    private final int[] bits;

    /** @param most elements of the longest strip */
    HalfStrip(Lane lane, int most) {
        bfloat = lane == Lane.BF16;
        halves = new short[most];
        floats = new float[bfloat ? 0 : most];
        bits = new int[bfloat ? most : 0];
    }

    /** Returns the address of room for {@code n} floats. */
    static long room(Arena arena, int n) {
        return arena.allocate(4L * n, 64).address();
    }

    /** Widens {@code n} elements at {@code in} to floats at {@code to}. */
    void widen(long in, long stride, long to, int n) {
        if (stride == 2) {
            MemorySegment.copy(Raw.MEMORY, ValueLayout.JAVA_SHORT_UNALIGNED, in, halves, 0, n);
        } else {
            for (int i = 0; i < n; i++) {
                halves[i] = Raw.i16(in + i * stride);
            }
        }
        if (bfloat) {
            for (int i = 0; i < n; i++) {
                bits[i] = halves[i] << 16;
            }
            MemorySegment.copy(bits, 0, Raw.MEMORY, ValueLayout.JAVA_INT_UNALIGNED, to, n);
        } else {
            for (int i = 0; i < n; i++) {
                floats[i] = Float.float16ToFloat(halves[i]);
            }
            MemorySegment.copy(floats, 0, Raw.MEMORY, ValueLayout.JAVA_FLOAT_UNALIGNED, to, n);
        }
    }

    /** Rounds {@code n} floats at {@code from} to elements at {@code out}. */
    void round(long from, long out, long stride, int n) {
        if (bfloat) {
            MemorySegment.copy(Raw.MEMORY, ValueLayout.JAVA_INT_UNALIGNED, from, bits, 0, n);
            for (int i = 0; i < n; i++) {
                halves[i] = bfloat16(bits[i]);
            }
        } else {
            MemorySegment.copy(Raw.MEMORY, ValueLayout.JAVA_FLOAT_UNALIGNED, from, floats, 0, n);
            for (int i = 0; i < n; i++) {
                halves[i] = Float.floatToFloat16(floats[i]);
            }
        }
        if (stride == 2) {
            MemorySegment.copy(halves, 0, Raw.MEMORY, ValueLayout.JAVA_SHORT_UNALIGNED, out, n);
        } else {
            for (int i = 0; i < n; i++) {
                Raw.i16(out + i * stride, halves[i]);
            }
        }
    }

    /** As {@link Real#bfloat16}, without a branch. */
    private static short bfloat16(int bits) {
        int nan = 0x7F80_0000 - (bits & 0x7FFF_FFFF) >> 31;
        int rounded = bits + 0x7FFF + (bits >>> 16 & 1);
        return (short) ((rounded & ~nan | (bits | 0x40_0000) & nan) >>> 16);
    }
}
