package io.arrayport.core.kernel;

import io.arrayport.core.backend.Op;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.jspecify.annotations.Nullable;

/**
 * A function of vectors: a constant that {@link VectorUnary} is specialised with. The compiler has to inline
 * all of it, or every vector would become an object: a function has no method of more than 325 bytes, and calls its
 * own methods early, for beyond some 40 vector operations none but the Vector API's is inlined.
 */
interface VectorFunction {
    /** Returns the form of {@code op} for a lane that vectors compute in, not of bools; null if it has none. */
    static @Nullable VectorFunction of(Op op, Lane lane) {
        boolean single = lane == Lane.F32;
        return switch (op) {
            case NEGATIVE -> own(Lanewise.class, VectorOperators.NEG);
            case POSITIVE, CONJUGATE -> own(Same.class);
            case SIGN -> own(Sign.class, lane.isUnsigned());
            case INVERT -> own(Lanewise.class, VectorOperators.NOT);
            case RECIPROCAL -> lane.isFloat() ? own(Reciprocal.class) : null;
            case DEGREES -> own(Scaled.class, Floats.DEGREES_32, Floats.DEGREES_64);
            case RADIANS -> own(Scaled.class, Floats.RADIANS_32, Floats.RADIANS_64);
            case RINT -> own(Rounding.class, Rounding.Kind.NEAREST, single);
            case FLOOR -> lane.isFloat() ? own(Rounding.class, Rounding.Kind.DOWN, single) : own(Same.class);
            case CEIL -> lane.isFloat() ? own(Rounding.class, Rounding.Kind.UP, single) : own(Same.class);
            case TRUNC -> lane.isFloat() ? own(Rounding.class, Rounding.Kind.INWARDS, single) : own(Same.class);
            case ABSOLUTE -> lane.isUnsigned() ? own(Same.class) : own(Lanewise.class, VectorOperators.ABS);
            case SQUARE -> own(Square.class);
            case SQRT -> own(Lanewise.class, VectorOperators.SQRT);
            case SIN -> own(single ? Trig32.Vectors.class : Trig64.Vectors.class, 0);
            case COS -> own(single ? Trig32.Vectors.class : Trig64.Vectors.class, 1);
            case EXP -> own(single ? Exp32.Vectors.class : Exp64.Vectors.class, false);
            case EXP2 -> own(single ? Exp32.Vectors.class : Exp64.Vectors.class, true);
            case EXPM1 -> own(single ? ExpMinus32.Vectors.class : ExpMinus64.Vectors.class);
            case TAN -> own(single ? Trig32.Vectors.class : Trig64.Vectors.class, 2);
            case ARCSIN -> own(single ? Asin32.Vectors.class : Asin64.Vectors.class, false);
            case ARCCOS -> own(single ? Asin32.Vectors.class : Asin64.Vectors.class, true);
            case ARCTAN -> own(single ? Atan32.Vectors.class : Atan64.Vectors.class);
            case SINH -> own(single ? Hyper32.Vectors.class : Hyper64.Vectors.class, false);
            case COSH -> own(single ? Hyper32.Vectors.class : Hyper64.Vectors.class, true);
            case TANH -> own(single ? Tanh32.Vectors.class : Tanh64.Vectors.class);
            case ARCSINH, ARCCOSH, ARCTANH -> own(single ? Area32.Vectors.class : Area64.Vectors.class, op);
            case LOG -> own(single ? Log32.Vectors.class : Log64.Vectors.class);
            case LOG2 -> own(single ? LogBase32.Vectors.class : LogBase64.Vectors.class, true);
            case LOG10 -> own(single ? LogBase32.Vectors.class : LogBase64.Vectors.class, false);
            case LOG1P -> own(single ? LogPlus32.Vectors.class : LogPlus64.Vectors.class);
            case CBRT -> own(single ? Cbrt32.Vectors.class : Cbrt64.Vectors.class);
            default -> null;
        };
    }

    /** Returns what reverses the bytes of integers. */
    static VectorFunction reversal() {
        return own(Lanewise.class, VectorOperators.REVERSE_BYTES);
    }

    private static VectorFunction own(Class<? extends VectorFunction> type, Object... arguments) {
        return Template.own(VectorFunction.class, type, arguments);
    }

    /** Returns the function's value in each lane of {@code v}, with the bits that its scalar twin gives. */
    <E> Vector<E> apply(Vector<E> v);

    /** Returns in which lanes of {@code v} {@link #apply} gives something else; null if there are never any. */
    default @Nullable VectorMask<?> declined(Vector<?> v) {
        return null;
    }

    /**
     * One that computes declined lanes itself, by more operations: what is rare costs others nothing. These two methods
     * have no default: functions would share one, which what was compiled first makes too big to be inlined elsewhere.
     */
    interface Careful extends VectorFunction {
        /** As {@link #apply}, of vectors some of whose lanes are declined. */
        <E> Vector<E> careful(Vector<E> v);

        /** Returns in which lanes of {@code v} only the scalar twin gives the value; null if there are never any. */
        @Nullable
        VectorMask<?> left(Vector<?> v);
    }

    /** One vector operation. */
    final class Lanewise implements VectorFunction {
        private final VectorOperators.Unary op;

        Lanewise(VectorOperators.Unary op) {
            this.op = op;
        }

        @Override
        public <E> Vector<E> apply(Vector<E> v) {
            return v.lanewise(op);
        }
    }

    /** v * v. */
    final class Square implements VectorFunction {
        @Override
        public <E> Vector<E> apply(Vector<E> v) {
            return v.mul(v);
        }
    }

    /** v. */
    final class Same implements VectorFunction {
        @Override
        public <E> Vector<E> apply(Vector<E> v) {
            return v;
        }
    }

    /** -1, 0 or 1; nan of nan. */
    final class Sign implements VectorFunction {
        private final boolean unsigned;

        Sign(boolean unsigned) {
            this.unsigned = unsigned;
        }

        @Override
        public <E> Vector<E> apply(Vector<E> v) {
            Vector<E> zero = v.broadcast(0);
            Vector<E> one = v.broadcast(1);
            Vector<E> above = v.blend(zero, v.compare(VectorOperators.EQ, zero))
                    .blend(one, v.compare(unsigned ? VectorOperators.UGT : VectorOperators.GT, zero));
            return unsigned ? above : above.blend(v.broadcast(-1), v.compare(VectorOperators.LT, zero));
        }
    }

    /** 1 / v. */
    final class Reciprocal implements VectorFunction {
        @Override
        public <E> Vector<E> apply(Vector<E> v) {
            return v.broadcast(1).div(v);
        }
    }

    /** v times a constant. */
    final class Scaled implements VectorFunction {
        private final float single;
        private final double real;

        Scaled(float single, double real) {
            this.single = single;
            this.real = real;
        }

        @Override
        @SuppressWarnings("unchecked") // of v's species
        public <E> Vector<E> apply(Vector<E> v) {
            return (Vector<E>) (v.species().elementType() == float.class ? ((FloatVector) v).mul(single)
                    : ((DoubleVector) v).mul(real));
        }
    }
}
