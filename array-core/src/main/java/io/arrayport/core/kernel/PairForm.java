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
        QuotientKind quotient = QuotientKind.of(op);
        if (quotient != null) {
            return lane.isFloat() ? new PairForm(FloatQuotient.class, species, quotient, single) : null;
        }
        return switch (op) {
            case COPYSIGN -> new PairForm(BitPairs.CopySign.class, species, single);
            case LEFT_SHIFT -> new PairForm(BitPairs.Shift.class, species, VectorOperators.LSHL, false, bits);
            case RIGHT_SHIFT -> new PairForm(BitPairs.Shift.class, species,
                    lane.isUnsigned() ? VectorOperators.LSHR : VectorOperators.ASHR, !lane.isUnsigned(), bits);
            default -> null;
        };
    }
}
