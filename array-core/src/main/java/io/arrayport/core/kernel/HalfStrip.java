package io.arrayport.core.kernel;

import java.lang.foreign.Arena;

/**
 * How strips of 16-bit floats become 32-bit ones and back.
 *
 * @param widen to 32 bits
 * @param round to 16 bits
 */
record HalfStrip(UnaryKernel widen, UnaryKernel round) {
    /** Most elements of a strip: all its scratch stays in the nearest cache. */
    static final int MOST = 1024;
    /** Strips below it are not worth their scratch. */
    static final int LEAST = 64;

    static HalfStrip of(Lane half) {
        return new HalfStrip(Conversions.of(half, Lane.F32), Conversions.of(Lane.F32, half));
    }

    /** Returns the address of room for {@code n} floats. */
    static long room(Arena arena, int n) {
        return arena.allocate(4L * n, 64).address();
    }
}
