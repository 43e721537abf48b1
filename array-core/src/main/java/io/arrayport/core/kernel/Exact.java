package io.arrayport.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Vectors of the shape that this machine prefers, cast to their class. {@link Template} says why: what is read,
 * repeated, converted or seen as another type comes from the Vector API as a vector of some class, and of which one the
 * compiler would ask profiles that all kernels share.
 *
 * <p>Behind some 40 operations the compiler inlines no method of ours, however short. What comes there casts in place,
 * by the class: {@code Class.cast} is known to the compiler.
 */
final class Exact {
    static final Class<?> INTS = IntVector.SPECIES_PREFERRED.vectorType();
    static final Class<?> LONGS = LongVector.SPECIES_PREFERRED.vectorType();
    static final Class<?> FLOATS = FloatVector.SPECIES_PREFERRED.vectorType();
    static final Class<?> DOUBLES = DoubleVector.SPECIES_PREFERRED.vectorType();

    private Exact() {}

    /**
     * Returns {@code v}.
     *
     * @param species a constant of the caller's
     */
    @SuppressWarnings("unchecked") // the species' class
    static <E> Vector<E> of(VectorSpecies<E> species, Vector<?> v) {
        return (Vector<E>) species.vectorType().cast(v);
    }

    /** Returns {@code v}. */
    static IntVector of(IntVector v) {
        return (IntVector) INTS.cast(v);
    }

    /** Returns {@code v}. */
    static LongVector of(LongVector v) {
        return (LongVector) LONGS.cast(v);
    }

    /** Returns {@code v}. */
    static FloatVector of(FloatVector v) {
        return (FloatVector) FLOATS.cast(v);
    }

    /** Returns {@code v}. */
    static DoubleVector of(DoubleVector v) {
        return (DoubleVector) DOUBLES.cast(v);
    }

    /** Returns the bits of {@code v} as ints. */
    static IntVector ints(Vector<?> v) {
        return of(v.reinterpretAsInts());
    }

    /** Returns the bits of {@code v} as longs. */
    static LongVector longs(Vector<?> v) {
        return of(v.reinterpretAsLongs());
    }

    /** Returns the bits of {@code v} as floats. */
    static FloatVector floats(Vector<?> v) {
        return of(v.reinterpretAsFloats());
    }

    /** Returns the bits of {@code v} as doubles. */
    static DoubleVector doubles(Vector<?> v) {
        return of(v.reinterpretAsDoubles());
    }
}
