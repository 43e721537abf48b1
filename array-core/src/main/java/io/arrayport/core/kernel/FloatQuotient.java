package io.arrayport.core.kernel;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Floor division and remainders of vectors of floats, where the quotient is so small that its whole part is exact: one
 * too large at most, which the sign of the exact rest tells.
 */
final class FloatQuotient implements VectorPairFunction {
    private final QuotientKind kind;
    private final long whole;
    private final long most;
    private final long sign;

    /** @param single whether lanes are binary32, not binary64 */
    FloatQuotient(QuotientKind kind, boolean single) {
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

    /** Of sizes; signs come last, by the Vector API alone: so late no method of ours is inlined. */
    @Override
    @SuppressWarnings("unchecked") // of E's size
    public <E> Vector<E> apply(Vector<E> a, Vector<E> b) {
        Vector<E> turned = kind == QuotientKind.FMOD ? a : xor(a, b);
        Vector<Object> signs = signs(kind == QuotientKind.REMAINDER ? b : turned);
        Vector<E> x = a.lanewise(VectorOperators.ABS);
        Vector<E> y = b.lanewise(VectorOperators.ABS);
        Vector<E> whole = inwards(x.div(y));
        Vector<E> exact = whole.lanewise(VectorOperators.NEG).lanewise(VectorOperators.FMA, y, x);
        VectorMask<E> beyond = exact.compare(VectorOperators.LT, 0);
        Vector<E> rest = exact.add(y, beyond);
        Vector<E> size = kind == QuotientKind.FMOD ? rest : floored(turned, y, whole, beyond, rest);
        return (Vector<E>) ((Vector<Object>) size.viewAsIntegralLanes()).lanewise(VectorOperators.OR, signs)
                .viewAsFloatingLanes();
    }

    private <E> Vector<E> floored(Vector<E> signs, Vector<E> y, Vector<E> whole, VectorMask<E> beyond, Vector<E> rest) {
        VectorMask<E> down = signs.compare(VectorOperators.LT, 0).and(rest.compare(VectorOperators.NE, 0));
        if (kind == QuotientKind.REMAINDER) {
            return rest.blend(y.sub(rest), down);
        }
        Vector<E> one = whole.broadcast(1);
        return whole.sub(one, beyond).add(one, down);
    }

    private <E> Vector<E> inwards(Vector<E> size) {
        Vector<E> large = size.broadcast(whole);
        Vector<E> nearest = size.add(large).sub(large);
        return nearest.sub(size.broadcast(1), nearest.compare(VectorOperators.GT, size));
    }

    /** Returns 1 with the sign of the quotient. */
    private <E> Vector<E> xor(Vector<E> a, Vector<E> b) {
        return signed(a.broadcast(1), a).mul(signed(b.broadcast(1), b));
    }

    /** Returns {@code a}, which is not negative, with the sign of {@code b}. */
    @SuppressWarnings("unchecked") // the integers of E's size
    private <E> Vector<E> signed(Vector<E> a, Vector<E> b) {
        return (Vector<E>) ((Vector<Object>) a.viewAsIntegralLanes()).lanewise(VectorOperators.OR, signs(b))
                .viewAsFloatingLanes();
    }

    @SuppressWarnings("unchecked") // the integers of E's size
    private <E> Vector<Object> signs(Vector<E> v) {
        return ((Vector<Object>) v.viewAsIntegralLanes()).lanewise(VectorOperators.AND, sign);
    }
}
