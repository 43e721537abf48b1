package io.arrayport.core.kernel;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.jspecify.annotations.Nullable;

/**
 * The whole number next to a floating-point number, of vectors, which have no operation for it: where 1 is the unit of
 * the last place of a number that is added and taken away again, what stays is rounded to nearest.
 */
final class Rounding implements VectorFunction.Careful {
    /** Which whole number. */
    enum Kind {
        NEAREST, DOWN, UP, INWARDS
    }

    private final Kind kind;
    private final long whole;
    private final long wholeBits;
    private final long sign;

    /** @param single whether lanes are binary32, not binary64 */
    Rounding(Kind kind, boolean single) {
        this.kind = kind;
        this.whole = single ? 1L << 23 : 1L << 52;
        this.wholeBits = single ? Float.floatToRawIntBits(0x1p23f) : Double.doubleToRawLongBits(0x1p52);
        this.sign = single ? Integer.MIN_VALUE : Long.MIN_VALUE;
    }

    /** Those that are whole for their size, or are nan. */
    @Override
    public VectorMask<?> declined(Vector<?> v) {
        return v.viewAsIntegralLanes().lanewise(VectorOperators.AND, ~sign).compare(VectorOperators.GE, wholeBits);
    }

    @Override
    public @Nullable VectorMask<?> left(Vector<?> v) {
        return null;
    }

    @Override
    @SuppressWarnings("unchecked") // the floats of E's size
    public <E> Vector<E> apply(Vector<E> v) {
        Vector<E> size = (Vector<E>) v.viewAsIntegralLanes().lanewise(VectorOperators.AND, ~sign)
                .viewAsFloatingLanes();
        Vector<E> large = v.broadcast(whole);
        Vector<E> nearest = size.add(large).sub(large);
        if (kind == Kind.INWARDS) {
            return signed(nearest.sub(nearest.broadcast(1), nearest.compare(VectorOperators.GT, size)), v);
        }
        Vector<E> rounded = signed(nearest, v);
        Vector<E> one = rounded.broadcast(1);
        return kind == Kind.NEAREST ? rounded
                : kind == Kind.DOWN ? rounded.sub(one, rounded.compare(VectorOperators.GT, v))
                        : signed(rounded.add(one, rounded.compare(VectorOperators.LT, v)), v);
    }

    @Override
    public <E> Vector<E> careful(Vector<E> v) {
        return v.blend(apply(v), v.lanewise(VectorOperators.ABS).compare(VectorOperators.LT, whole));
    }

    @SuppressWarnings("unchecked") // the integers of E's size
    private <E> Vector<E> signed(Vector<E> size, Vector<E> v) {
        Vector<Object> bits = (Vector<Object>) v.viewAsIntegralLanes();
        Vector<Object> signs = bits.lanewise(VectorOperators.AND, sign);
        return (Vector<E>) ((Vector<Object>) size.viewAsIntegralLanes()).lanewise(VectorOperators.OR, signs)
                .viewAsFloatingLanes();
    }
}
