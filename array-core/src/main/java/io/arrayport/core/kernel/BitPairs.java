package io.arrayport.core.kernel;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;

/** Functions of pairs of vectors that move bits. */
final class BitPairs {
    private BitPairs() {}

    /** A shift; by as many bits as there are or more, nothing is left but the sign. */
    static final class Shift implements VectorPairFunction {
        private final VectorOperators.Binary op;
        private final boolean keepsSign;
        private final int bits;

        Shift(VectorOperators.Binary op, boolean keepsSign, int bits) {
            this.op = op;
            this.keepsSign = keepsSign;
            this.bits = bits;
        }

        @Override
        public <E> Vector<E> apply(Vector<E> a, Vector<E> b) {
            Vector<E> all = keepsSign ? a.lanewise(op, bits - 1) : a.broadcast(0);
            return all.blend(a.lanewise(op, b), b.compare(VectorOperators.ULT, bits));
        }
    }

    /** The first with the sign of the second. */
    static final class CopySign implements VectorPairFunction {
        private final long sign;

        CopySign(boolean single) {
            this.sign = single ? Integer.MIN_VALUE : Long.MIN_VALUE;
        }

        @Override
        @SuppressWarnings("unchecked") // the integers of E's size
        public <E> Vector<E> apply(Vector<E> a, Vector<E> b) {
            Vector<Object> signs = ((Vector<Object>) b.viewAsIntegralLanes()).lanewise(VectorOperators.AND, sign);
            return (Vector<E>) ((Vector<Object>) a.viewAsIntegralLanes()).lanewise(VectorOperators.AND, ~sign)
                    .lanewise(VectorOperators.OR, signs).viewAsFloatingLanes();
        }
    }
}
