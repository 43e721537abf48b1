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

    /** From here on C may copy faster. */
    private static final long LARGE = 7 << 16;
    /** So much the caches of most hold twice. */
    private static final long CACHED = 12 << 20;
    /** What the JVM copies at once of what is to stay there: from 2.5 MB on it may write past the caches. */
    private static final long PIECE = 1 << 20;
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
            copyApart(source, target, bytes);
        }
    }

    /** The JVM's copy of ranges that do not overlap. */
    static void copyApart(long source, long target, long bytes) {
        long piece = bytes <= CACHED ? PIECE : bytes;
        for (long done = 0; done < bytes; done += piece) {
            MemorySegment.copy(RAW, source + done, RAW, target + done, Math.min(piece, bytes - done));
        }
    }

    private static boolean isNative(long source, long target, long bytes) {
        if (copied < ENOUGH) {
            copied += bytes;
            return false;
        }
        return NativeCopy.isFaster(source, target, bytes);
    }

    /** {@code bytes} rounded up to a multiple of {@link #ALIGNMENT}. */
    static long padded(long bytes) {
        return Math.addExact(bytes, ALIGNMENT - 1) & -ALIGNMENT;
    }
}
