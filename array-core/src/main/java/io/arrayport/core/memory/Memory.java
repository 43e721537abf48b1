package io.arrayport.core.memory;

import java.lang.foreign.MemorySegment;

/**
 * Raw access by address. Everything here trusts its caller: hold a lease on the storage the address lies in, and check
 * bounds once, at the array.
 */
public final class Memory {
    /** All of memory as one segment: offset and address are the same number. */
    public static final MemorySegment RAW = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    /** Alignment and padding of what we allocate, as Arrow recommends. */
    public static final long ALIGNMENT = 64;

    /** From LARGE on C may copy faster, from LARGER on the JVM does. */
    private static final long LARGE = 7 << 16;
    private static final long LARGER = 4 << 20;
    /**
     * What the JVM copies in one call: of 2.5 MB and more it writes past the caches, which takes longer as long as the
     * whole fits there (4 MB 149 us, in pieces 86, 8 MB 293 and 209).
     */
    private static final long PIECE = 1 << 18;
    /** Beyond it is written past them: 16 MB 713 us, in pieces 1017. */
    private static final long CACHED = 10 << 20;
    /** What is copied before C's function is linked, which takes as long as copying so much. */
    private static final long ENOUGH = 64 << 20;
    /** About how many bytes: threads that count at once may forget some. */
    private static long copied;

    private Memory() {}

    /** {@code bytes} bytes at {@code address}, with no lifetime of its own. */
    public static MemorySegment segment(long address, long bytes) {
        return RAW.asSlice(address, bytes); // reinterpreting asks each time who does it: 40 ns
    }

    /** Copies {@code bytes} bytes; the ranges may overlap. */
    public static void copy(long source, long target, long bytes) {
        if (bytes < LARGE || Math.abs(source - target) < bytes) {
            MemorySegment.copy(RAW, source, RAW, target, bytes);
        } else if (isNative(source, target, bytes)) {
            NativeCopy.copy(source, target, bytes);
        } else {
            copy(RAW, source, RAW, target, bytes);
        }
    }

    /** Copies {@code bytes} bytes by the JVM; either side may be an array of Java's; the ranges do not overlap. */
    public static void copy(MemorySegment source, long from, MemorySegment target, long to, long bytes) {
        long piece = bytes <= CACHED ? PIECE : bytes;
        for (long done = 0; done < bytes; done += piece) {
            MemorySegment.copy(source, from + done, target, to + done, Math.min(piece, bytes - done));
        }
    }

    private static boolean isNative(long source, long target, long bytes) {
        if (bytes >= LARGER) {
            return false;
        }
        if (copied < ENOUGH) {
            copied += bytes;
            return false;
        }
        return NativeCopy.isFaster(source, target);
    }

    /** {@code bytes} rounded up to a multiple of {@link #ALIGNMENT}. */
    static long padded(long bytes) {
        return Math.addExact(bytes, ALIGNMENT - 1) & -ALIGNMENT;
    }
}
