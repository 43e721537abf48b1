package io.arrayport.core.kernel;

import io.arrayport.core.backend.Op;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import org.jspecify.annotations.Nullable;

/** {@link TimeSteps} on vectors of counts. */
final class TimeVectors {
    private static final long NAT = Long.MIN_VALUE;

    private TimeVectors() {}

    /** Returns the class of the form of {@code op}; null if it has none. */
    static @Nullable Class<? extends VectorPairFunction> of(Op op) {
        return switch (op) {
            case ADD -> Sum.class;
            case SUBTRACT -> Difference.class;
            case MAXIMUM -> Greatest.class;
            case MINIMUM -> Least.class;
            case FMAX -> GreatestTime.class;
            case FMIN -> LeastTime.class;
            default -> null;
        };
    }

    /** a + b. */
    static final class Sum implements VectorPairFunction {
        @Override
        public <E> Vector<E> apply(Vector<E> a, Vector<E> b) {
            return a.add(b).blend(NAT, a.compare(VectorOperators.EQ, NAT).or(b.compare(VectorOperators.EQ, NAT)));
        }
    }

    /** a - b. */
    static final class Difference implements VectorPairFunction {
        @Override
        public <E> Vector<E> apply(Vector<E> a, Vector<E> b) {
            return a.sub(b).blend(NAT, a.compare(VectorOperators.EQ, NAT).or(b.compare(VectorOperators.EQ, NAT)));
        }
    }

    /** The later or longer one; NaT if either is. */
    static final class Greatest implements VectorPairFunction {
        @Override
        public <E> Vector<E> apply(Vector<E> a, Vector<E> b) {
            return a.max(b).blend(NAT, a.compare(VectorOperators.EQ, NAT).or(b.compare(VectorOperators.EQ, NAT)));
        }
    }

    /** The earlier or shorter one; NaT, the least of all, if either is. */
    static final class Least implements VectorPairFunction {
        @Override
        public <E> Vector<E> apply(Vector<E> a, Vector<E> b) {
            return a.min(b);
        }
    }

    /** The later or longer one of those that are times. */
    static final class GreatestTime implements VectorPairFunction {
        @Override
        public <E> Vector<E> apply(Vector<E> a, Vector<E> b) {
            return a.max(b);
        }
    }

    /** The earlier or shorter one of those that are times: NaT less 1 wraps to the greatest count. */
    static final class LeastTime implements VectorPairFunction {
        @Override
        public <E> Vector<E> apply(Vector<E> a, Vector<E> b) {
            return a.lanewise(VectorOperators.SUB, 1).min(b.lanewise(VectorOperators.SUB, 1))
                    .lanewise(VectorOperators.ADD, 1);
        }
    }
}
