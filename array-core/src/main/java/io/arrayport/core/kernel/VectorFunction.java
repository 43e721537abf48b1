package io.arrayport.core.kernel;

import io.arrayport.core.backend.Op;
import jdk.incubator.vector.Vector;
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
            case ABSOLUTE -> lane.isUnsigned() ? own(Same.class) : own(Lanewise.class, VectorOperators.ABS);
            case SQUARE -> own(Square.class);
            case SQRT -> own(Lanewise.class, VectorOperators.SQRT);
            case SIN -> own(single ? Trig32.Vectors.class : Trig64.Vectors.class, 0);
            case COS -> own(single ? Trig32.Vectors.class : Trig64.Vectors.class, 1);
            case EXP -> own(single ? Exp32.Vectors.class : Exp64.Vectors.class);
            case LOG -> own(single ? Log32.Vectors.class : Log64.Vectors.class);
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

    /** Returns whether {@code v} holds what only the scalar twin computes. */
    default boolean declines(Vector<?> v) {
        return false;
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
}
