package io.arrayport.core.kernel;

import java.lang.reflect.Array;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Meets what kernels ask of vectors before the compiler has looked at it. It leaves out ways that nobody has gone yet;
 * where one is gone later, the code is thrown away, and that is counted at the method. The methods of the Vector API
 * are inlined into every kernel, some 40 times into one, each time with their counts: beyond 100 the compiler leaves out
 * nothing any more, and vectors become objects. A search for an operation that was new three times is enough (measured:
 * {@code sin} and {@code power} of float64, 2 to 6 times slower in most starts that computed much else before).
 */
final class VectorsMet {
    private static final VectorOperators.Unary[] UNARY = {VectorOperators.ABS, VectorOperators.NEG,
            VectorOperators.NOT, VectorOperators.SQRT, VectorOperators.REVERSE_BYTES};
    private static final VectorOperators.Binary[] BINARY = {VectorOperators.ADD, VectorOperators.SUB,
            VectorOperators.MUL, VectorOperators.DIV, VectorOperators.MIN, VectorOperators.MAX, VectorOperators.UMIN,
            VectorOperators.UMAX, VectorOperators.AND, VectorOperators.OR, VectorOperators.XOR, VectorOperators.LSHL,
            VectorOperators.LSHR, VectorOperators.ASHR};
    private static final VectorOperators.Associative[] ASSOCIATIVE = {VectorOperators.ADD, VectorOperators.MUL,
            VectorOperators.MIN, VectorOperators.MAX, VectorOperators.AND, VectorOperators.OR, VectorOperators.XOR};
    /** Until ways are counted: that begins once a method was called some 200 times. */
    private static final int OFTEN = 600;

    private static final boolean MET = all();

    private VectorsMet() {}

    private static boolean all() {
        VectorShape whole = VectorShape.preferredShape();
        VectorShape half = VectorShape.forBitSize(Math.max(whole.vectorBitSize() / 2, Long.SIZE));
        for (VectorSpecies<?> species : new VectorSpecies<?>[]{ByteVector.SPECIES_PREFERRED,
                ShortVector.SPECIES_PREFERRED, IntVector.SPECIES_PREFERRED, LongVector.SPECIES_PREFERRED,
                FloatVector.SPECIES_PREFERRED, DoubleVector.SPECIES_PREFERRED}) {
            ones(species.withShape(half));
            meet(ones(species));
        }
        return true;
    }

    /** Returns when all are met: the first time that takes some 50 ms. */
    static void once() {
        assert MET;
    }

    private static <E> Vector<E> ones(VectorSpecies<E> species) {
        Object zeros = Array.newInstance(species.elementType(), species.length());
        return species.fromArray(zeros, 0).lanewise(VectorOperators.ADD, 1);
    }

    private static <E> void meet(Vector<E> one) {
        Class<E> type = one.species().elementType();
        for (VectorOperators.Unary op : UNARY) {
            if (op.compatibleWith(type)) {
                one.lanewise(op);
            }
        }
        for (VectorOperators.Binary op : BINARY) {
            if (op.compatibleWith(type)) {
                one.lanewise(op, one);
                one.lanewise(op, 1);
            }
        }
        for (VectorOperators.Associative op : ASSOCIATIVE) {
            if (op.compatibleWith(type)) {
                one.reduceLanesToLong(op);
            }
        }
        if (VectorOperators.FMA.compatibleWith(type)) {
            one.lanewise(VectorOperators.FMA, one, one);
        }
        for (int i = 0; i < OFTEN; i++) { // operations of either kind: some have a way of their own
            one.lanewise(VectorOperators.ABS).lanewise(VectorOperators.NEG);
            one.lanewise(VectorOperators.ADD, one).lanewise(VectorOperators.DIV, one);
        }
    }
}
