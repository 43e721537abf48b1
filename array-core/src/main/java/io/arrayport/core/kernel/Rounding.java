package io.arrayport.core.kernel;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;

/**
 * The whole number next to a floating-point number, of vectors, which have no operation for it: where 1 is the unit of
 * the last place of a number of its sign that is added and taken away again, what stays is rounded to nearest.
 */
final class Rounding implements VectorFunction {
    /** Which whole number. */
    enum Kind {
        NEAREST, DOWN, UP, INWARDS
    }

    private final Kind kind;
    private final long whole;
    private final long sign;

    /** @param single whether lanes are binary32, not binary64 */
    Rounding(Kind kind, boolean single) {
        this.kind = kind;
        this.whole = single ? 1L << 23 : 1L << 52;
        this.sign = single ? Integer.MIN_VALUE : Long.MIN_VALUE;
    }

    @Override
    public <E> Vector<E> apply(Vector<E> v) {
        Vector<E> size = v.lanewise(VectorOperators.ABS);
        Vector<E> large = v.broadcast(whole);
        Vector<E> rounded = kind == Kind.NEAREST ? size.add(large).sub(large)
                : kind == Kind.INWARDS ? inwards(size, large) : directed(v, signed(large, v));
        return v.blend(signed(rounded, v), size.compare(VectorOperators.LT, large));
    }

    private <E> Vector<E> inwards(Vector<E> size, Vector<E> large) {
        Vector<E> nearest = size.add(large).sub(large);
        return nearest.sub(nearest.broadcast(1), nearest.compare(VectorOperators.GT, size));
    }

    private <E> Vector<E> directed(Vector<E> v, Vector<E> large) {
        Vector<E> nearest = v.add(large).sub(large);
        Vector<E> one = nearest.broadcast(1);
        return kind == Kind.DOWN ? nearest.sub(one, nearest.compare(VectorOperators.GT, v))
                : nearest.add(one, nearest.compare(VectorOperators.LT, v));
    }

    @SuppressWarnings("unchecked") // the integers of E's size
    private <E> Vector<E> signed(Vector<E> size, Vector<E> v) {
        Vector<Object> bits = (Vector<Object>) v.viewAsIntegralLanes();
        Vector<Object> signs = bits.lanewise(VectorOperators.AND, sign);
        return (Vector<E>) ((Vector<Object>) size.viewAsIntegralLanes()).lanewise(VectorOperators.OR, signs)
                .viewAsFloatingLanes();
    }
}
