package io.arrayport.core.kernel;

import io.arrayport.core.backend.Op;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * A {@link VectorPairFunction} that is no elementary function.
 *
 * @param species what it takes and gives
 * @param arguments of its constructor
 */
record PairForm(Class<? extends VectorPairFunction> type, VectorSpecies<?> species, Object... arguments) {

    /** Returns the form of {@code op}; null if it has none here. */
    static @Nullable PairForm of(Op op, Lane lane) {
        boolean single = lane == Lane.F32;
        VectorSpecies<?> species = VectorSpecies.of(VectorTypes.type(lane), VectorShape.preferredShape());
        int bits = lane.bytes() * Byte.SIZE;
        return switch (op) {
            case FLOOR_DIVIDE -> quotient(FloatQuotient.Kind.QUOTIENT, lane, species);
            case REMAINDER -> quotient(FloatQuotient.Kind.REMAINDER, lane, species);
            case FMOD -> quotient(FloatQuotient.Kind.FMOD, lane, species);
            case COPYSIGN -> new PairForm(BitPairs.CopySign.class, species, single);
            case LEFT_SHIFT -> new PairForm(BitPairs.Shift.class, species, VectorOperators.LSHL, false, bits);
            case RIGHT_SHIFT -> new PairForm(BitPairs.Shift.class, species,
                    lane.isUnsigned() ? VectorOperators.LSHR : VectorOperators.ASHR, !lane.isUnsigned(), bits);
            default -> null;
        };
    }

    private static @Nullable PairForm quotient(FloatQuotient.Kind kind, Lane lane, VectorSpecies<?> species) {
        if (lane.isFloat()) {
            return new PairForm(FloatQuotient.class, species, kind, lane == Lane.F32);
        }
        boolean wide = lane.bytes() == Integer.BYTES;
        VectorShape shape = VectorShape.preferredShape();
        Class<?> computed = wide ? double.class : float.class;
        VectorSpecies<?> floats = VectorSpecies.of(computed, shape);
        int lanes = floats.length();
        if (lane.bytes() > Integer.BYTES || lanes * lane.bytes() < Long.BYTES) {
            return null;
        }
        return new PairForm(IntQuotient.class, of(VectorTypes.type(lane), lanes * lane.bytes()), kind,
                lane.isUnsigned(), of(int.class, lanes * Integer.BYTES), floats);
    }

    private static VectorSpecies<?> of(Class<?> type, int bytes) {
        return VectorSpecies.of(type, VectorShape.forBitSize(bytes * Byte.SIZE));
    }
}
