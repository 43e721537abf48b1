package io.arrayport.core.kernel;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Vectors of one repeated element. They are made outside of loops, where the compiler inlines by profiles of little
 * data: so it takes one small method, which calls the Vector API and nothing else.
 */
final class Repeated {
    private Repeated() {}

    /** Returns the species of integers, as {@code species} has floats or integers, for the caller to keep. */
    static VectorSpecies<?> whole(VectorSpecies<?> species) {
        Class<?> type = species.elementType();
        return type == float.class ? species.withLanes(int.class)
                : type == double.class ? species.withLanes(long.class) : species;
    }

    /**
     * Returns a vector whose lanes have {@code bits}.
     *
     * @param species a constant of the caller's
     * @param whole its species of integers, a constant as well
     */
    static Vector<?> of(VectorSpecies<?> species, VectorSpecies<?> whole, long bits) {
        return whole.broadcast(bits).reinterpretShape(species, 0);
    }

    /** Returns the element of so many bytes at {@code address}, its sign extended. */
    static long bits(int bytes, long address) {
        return switch (bytes) {
            case 1 -> Raw.i8(address);
            case 2 -> Raw.i16(address);
            case 4 -> Raw.i32(address);
            default -> Raw.i64(address);
        };
    }
}
