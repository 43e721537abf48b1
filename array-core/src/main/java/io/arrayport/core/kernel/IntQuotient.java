package io.arrayport.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Floor division and remainders of vectors of integers by way of floats, which hold each of them and its quotient's
 * whole part: of 8 and 16 bits binary32, of 32 bits binary64.
 */
final class IntQuotient implements VectorPairFunction {
    private static final double HALF = 0x1p31;

    private final FloatQuotient.Kind kind;
    private final boolean unsigned;
    private final VectorSpecies<Integer> ints;
    private final VectorSpecies<?> floats;

    /**
     * @param ints of as many lanes as what is divided
     * @param floats as many, doubles for integers of 32 bits
     */
    IntQuotient(FloatQuotient.Kind kind, boolean unsigned, VectorSpecies<Integer> ints, VectorSpecies<?> floats) {
        this.kind = kind;
        this.unsigned = unsigned;
        this.ints = ints;
        this.floats = floats;
    }

    @Override
    @SuppressWarnings("unchecked") // the lanes of E
    public <E> Vector<E> apply(Vector<E> a, Vector<E> b) {
        Vector<E> result = floats.elementType() == double.class ? (Vector<E>) wide((IntVector) a, (IntVector) b)
                : narrow(a, b);
        return result.blend(0, b.compare(VectorOperators.EQ, 0));
    }

    @SuppressWarnings("unchecked") // doubles
    private IntVector wide(IntVector a, IntVector b) {
        DoubleVector x = wide(a);
        DoubleVector y = wide(b);
        DoubleVector quotient = x.div(y);
        DoubleVector magic = quotient.broadcast(0x1.8p52);
        DoubleVector nearest = quotient.add(magic).sub(magic);
        DoubleVector floor = nearest.sub(1, nearest.compare(VectorOperators.GT, quotient));
        DoubleVector result = kind == FloatQuotient.Kind.QUOTIENT ? floor : rest(x, y, floor);
        if (unsigned) {
            return ((IntVector) result.sub(HALF).convertShape(VectorOperators.D2I, ints, 0))
                    .lanewise(VectorOperators.XOR, Integer.MIN_VALUE);
        }
        // The least one divided by -1 wraps
        return (IntVector) result.blend(-HALF, result.compare(VectorOperators.EQ, HALF))
                .convertShape(VectorOperators.D2I, ints, 0);
    }

    private DoubleVector rest(DoubleVector x, DoubleVector y, DoubleVector floor) {
        DoubleVector rest = x.sub(floor.mul(y));
        return kind == FloatQuotient.Kind.REMAINDER ? rest
                : rest.sub(y, rest.mul(x).compare(VectorOperators.LT, 0));
    }

    @SuppressWarnings("unchecked") // doubles
    private DoubleVector wide(IntVector v) {
        DoubleVector value = (DoubleVector) v.convertShape(VectorOperators.I2D, (VectorSpecies<Double>) floats, 0);
        return unsigned ? value.add(2 * HALF, value.compare(VectorOperators.LT, 0)) : value;
    }

    @SuppressWarnings("unchecked") // the lanes of E
    private <E> Vector<E> narrow(Vector<E> a, Vector<E> b) {
        FloatVector x = single(a);
        FloatVector y = single(b);
        FloatVector quotient = x.div(y);
        FloatVector magic = quotient.broadcast(0x1.8p23f);
        FloatVector nearest = quotient.add(magic).sub(magic);
        FloatVector floor = nearest.sub(1, nearest.compare(VectorOperators.GT, quotient));
        FloatVector result = kind == FloatQuotient.Kind.QUOTIENT ? floor : rest(x, y, floor);
        IntVector whole = (IntVector) result.convertShape(VectorOperators.F2I, ints, 0);
        return (Vector<E>) (a.species().elementSize() == Byte.SIZE
                ? whole.convertShape(VectorOperators.I2B, (VectorSpecies<Byte>) a.species(), 0)
                : whole.convertShape(VectorOperators.I2S, (VectorSpecies<Short>) a.species(), 0));
    }

    private FloatVector rest(FloatVector x, FloatVector y, FloatVector floor) {
        FloatVector rest = x.sub(floor.mul(y));
        return kind == FloatQuotient.Kind.REMAINDER ? rest
                : rest.sub(y, rest.mul(x).compare(VectorOperators.LT, 0));
    }

    @SuppressWarnings("unchecked") // floats
    private FloatVector single(Vector<?> v) {
        Vector<Integer> whole = v.species().elementSize() == Byte.SIZE ? bytes((Vector<Byte>) v)
                : shorts((Vector<Short>) v);
        return (FloatVector) whole.convertShape(VectorOperators.I2F, (VectorSpecies<Float>) floats, 0);
    }

    private Vector<Integer> bytes(Vector<Byte> v) {
        return v.convertShape(unsigned ? VectorOperators.ZERO_EXTEND_B2I : VectorOperators.B2I, ints, 0);
    }

    private Vector<Integer> shorts(Vector<Short> v) {
        return v.convertShape(unsigned ? VectorOperators.ZERO_EXTEND_S2I : VectorOperators.S2I, ints, 0);
    }
}
