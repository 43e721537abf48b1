package io.arrayport.core.kernel;

import jdk.incubator.vector.VectorSpecies;

/**
 * What vectors of one repeated element are made of. Each template makes them itself: a method for all of them would be
 * compiled for vectors of any class, to more than the compiler then inlines.
 */
final class Repeated {
    private Repeated() {}

    /** Returns the species of integers, as {@code species} has floats or integers, for the caller to keep. */
    static VectorSpecies<?> whole(VectorSpecies<?> species) {
        Class<?> type = species.elementType();
        return type == float.class ? species.withLanes(int.class)
                : type == double.class ? species.withLanes(long.class) : species;
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
