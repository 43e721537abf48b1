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

    /**
     * The JVM writes more bytes at once than about this past the caches, which takes half as long again where what is
     * copied and its copy would have stayed in them (8 MB: 189 us at once, 131 in pieces).
     */
    private static final long PIECE = 1 << 20;
    /** Beyond that the caches hold neither (16 MB: 389 us at once, 455 in pieces). */
    private static final long CACHED = 12 << 20;

    private Memory() {}

    /** {@code bytes} bytes at {@code address}, with no lifetime of its own. */
    public static MemorySegment segment(long address, long bytes) {
        return MemorySegment.ofAddress(address).reinterpret(bytes);
    }

    /** Copies {@code bytes} bytes; the ranges may overlap. */
    public static void copy(long source, long target, long bytes) {
        if (bytes <= PIECE || bytes > CACHED || Math.abs(source - target) < bytes) {
            MemorySegment.copy(RAW, source, RAW, target, bytes);
            return;
        }
        for (long done = 0; done < bytes; done += PIECE) {
            MemorySegment.copy(RAW, source + done, RAW, target + done, Math.min(PIECE, bytes - done));
        }
    }

    /** {@code bytes} rounded up to a multiple of {@link #ALIGNMENT}. */
    static long padded(long bytes) {
        return Math.addExact(bytes, ALIGNMENT - 1) & -ALIGNMENT;
    }
}
