package io.arrayport.core.kernel;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Floor division and remainders of vectors of floats, where the quotient is so small that its whole part is exact: one
 * too large at most, which the sign of the exact rest tells.
 */
final class FloatQuotient implements VectorPairFunction {
    /** What of the division is wanted. */
    enum Kind {
        QUOTIENT, REMAINDER, FMOD
    }

    private final Kind kind;
    private final long whole;
    private final long most;
    private final long sign;

    /** @param single whether lanes are binary32, not binary64 */
    FloatQuotient(Kind kind, boolean single) {
        this.kind = kind;
        this.whole = single ? 1L << 23 : 1L << 52;
        this.most = single ? 1L << 20 : 1L << 49;
        this.sign = single ? Integer.MIN_VALUE : Long.MIN_VALUE;
    }

    @Override
    public boolean declines(Vector<?> a, Vector<?> b) {
        return declined(a, b);
    }

    @SuppressWarnings("unchecked") // both have the lanes of one kernel
    private <E> boolean declined(Vector<?> a, Vector<?> b) {
        Vector<E> x = (Vector<E>) a;
        Vector<E> y = (Vector<E>) b;
        Vector<E> size = x.div(y).lanewise(VectorOperators.ABS);
        // Of infinite y the rest is no number
        return !size.compare(VectorOperators.LT, size.broadcast(most))
                .and(y.sub(y).compare(VectorOperators.EQ, 0)).allTrue();
    }

    @Override
    public <E> Vector<E> apply(Vector<E> a, Vector<E> b) {
        Vector<E> quotient = a.div(b);
        Vector<E> size = quotient.lanewise(VectorOperators.ABS);
        Vector<E> inwards = signed(inwards(size), quotient);
        Vector<E> rest = inwards.lanewise(VectorOperators.NEG).lanewise(VectorOperators.FMA, b, a);
        VectorMask<E> beyond = differs(rest, a);
        Vector<E> fmod = signed(rest.add(signed(b, a), beyond), a);
        if (kind == Kind.FMOD) {
            return fmod;
        }
        VectorMask<E> down = differs(fmod, b);
        if (kind == Kind.REMAINDER) {
            Vector<E> sum = fmod.add(b, down);
            return sum.blend(signed(sum, b), sum.compare(VectorOperators.EQ, 0));
        }
        Vector<E> one = size.broadcast(1);
        Vector<E> exact = inwards.sub(signed(one, quotient), beyond).sub(one, down);
        return exact.blend(signed(exact, quotient), exact.compare(VectorOperators.EQ, 0));
    }

    private <E> Vector<E> inwards(Vector<E> size) {
        Vector<E> large = size.broadcast(whole);
        Vector<E> nearest = size.add(large).sub(large);
        return nearest.sub(size.broadcast(1), nearest.compare(VectorOperators.GT, size));
    }

    /** Where {@code a} is not 0 and has another sign than {@code b}. */
    @SuppressWarnings("unchecked") // the integers of E's size
    private <E> VectorMask<E> differs(Vector<E> a, Vector<E> b) {
        Vector<Object> bits = (Vector<Object>) a.viewAsIntegralLanes();
        return bits.lanewise(VectorOperators.XOR, (Vector<Object>) b.viewAsIntegralLanes())
                .compare(VectorOperators.LT, 0).cast(a.species()).and(a.compare(VectorOperators.NE, 0));
    }

    /** Returns the size of {@code a} with the sign of {@code b}. */
    @SuppressWarnings("unchecked") // as above
    private <E> Vector<E> signed(Vector<E> a, Vector<E> b) {
        Vector<Object> signs = ((Vector<Object>) b.viewAsIntegralLanes()).lanewise(VectorOperators.AND, sign);
        return (Vector<E>) ((Vector<Object>) a.viewAsIntegralLanes()).lanewise(VectorOperators.AND, ~sign)
                .lanewise(VectorOperators.OR, signs).viewAsFloatingLanes();
    }
}
