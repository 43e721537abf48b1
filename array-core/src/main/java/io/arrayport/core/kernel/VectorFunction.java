package io.arrayport.core.kernel;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;

/**
 * A function of vectors: a constant that {@link VectorUnary} is specialised with. The compiler has to inline
 * all of it, or every vector would become an object: a function has no method of more than 325 bytes, and calls its
 * own methods early, for beyond some 40 vector operations none but the Vector API's is inlined.
 */
interface VectorFunction {
    /** Returns the function's value in each lane of {@code v}, with the bits that its scalar twin gives. */
    <E> Vector<E> apply(Vector<E> v);

    /** Returns whether {@code v} holds what only the scalar twin computes. */
    default boolean declines(Vector<?> v) {
        return false;
    }

    /** One vector operation. */
    record Lanewise(VectorOperators.Unary op) implements VectorFunction {
        @Override
        public <E> Vector<E> apply(Vector<E> v) {
            return v.lanewise(op);
        }
    }

    /** v * v. */
    record Square() implements VectorFunction {
        @Override
        public <E> Vector<E> apply(Vector<E> v) {
            return v.mul(v);
        }
    }

    /** v. */
    record Same() implements VectorFunction {
        @Override
        public <E> Vector<E> apply(Vector<E> v) {
            return v;
        }
    }
}
