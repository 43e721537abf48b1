package io.arrayport.core.kernel;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorSpecies;

/** Vectors of one repeated element. */
final class Repeated {
    private Repeated() {}

    /**
     * Returns the element at {@code address} in every lane.
     *
     * @param species a constant of the caller's
     * @param type its element type, a constant as well: so that one of the branches remains
     */
    static Vector<?> of(VectorSpecies<?> species, Class<?> type, long address) {
        return type == float.class || type == double.class ? real(species, type, address)
                : whole(species, type, address);
    }

    @SuppressWarnings("unchecked") // the type says which of them the species is
    private static Vector<?> real(VectorSpecies<?> species, Class<?> type, long address) {
        return type == float.class ? FloatVector.broadcast((VectorSpecies<Float>) species, Raw.f32(address))
                : DoubleVector.broadcast((VectorSpecies<Double>) species, Raw.f64(address));
    }

    @SuppressWarnings("unchecked") // as above
    private static Vector<?> whole(VectorSpecies<?> species, Class<?> type, long address) {
        if (type == byte.class) {
            return ByteVector.broadcast((VectorSpecies<Byte>) species, Raw.i8(address));
        } else if (type == short.class) {
            return ShortVector.broadcast((VectorSpecies<Short>) species, Raw.i16(address));
        } else if (type == int.class) {
            return IntVector.broadcast((VectorSpecies<Integer>) species, Raw.i32(address));
        }
        return LongVector.broadcast((VectorSpecies<Long>) species, Raw.i64(address));
    }
}
