package io.arrayport.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The root of the sum of two squares, within 0.7 ulp, of binary32 by way of binary64. Of binary64 the larger number
 * is brought to where squares neither overflow nor lose bits; what squares and their sum lose, and what the root
 * leaves, is added to it divided by twice the root, for which an eighth of accuracy is enough.
 *
 * <p>The vector form has the scalar's operations, one for one, and so its bits.
 */
final class Hypot {
    private static final double LARGE = 0x1p510;
    private static final double SMALL = 0x1p-450;
    private static final double UP = 0x1p600;
    private static final double DOWN = 0x1p-600;
    /** The bits of 1, twice: less the bits of a power of 2, they are those of its inverse. */
    private static final long INVERSE = 0x7FE0_0000_0000_0000L;
    /** Less the bits of a number, the bits of half its inverse, within an eighth. */
    private static final long HALF_INVERSE = 0x7FCE_6238_0000_0000L;

    private Hypot() {}

    static float of(float a, float b) {
        if (Float.isInfinite(a) || Float.isInfinite(b)) {
            return Float.POSITIVE_INFINITY;
        }
        double y = b;
        return (float) Math.sqrt(Math.fma((double) a, (double) a, y * y));
    }

    static double of(double a, double b) {
        double left = Math.abs(a);
        double right = Math.abs(b);
        if (left == Double.POSITIVE_INFINITY || right == Double.POSITIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        boolean swap = right > left;
        double large = swap ? right : left;
        double scale = large > LARGE ? DOWN : large < SMALL ? UP : 1;
        double x = large * scale;
        double y = (swap ? left : right) * scale;
        double square = x * x;
        double other = y * y;
        double sum = square + other;
        double lost = square - sum + other + (Math.fma(x, x, -square) + Math.fma(y, y, -other));
        double root = Math.sqrt(sum);
        double half = Double.longBitsToDouble(HALF_INVERSE - Double.doubleToRawLongBits(root));
        return Math.fma(Math.fma(-root, root, sum) + lost, half, root)
                * Double.longBitsToDouble(INVERSE - Double.doubleToRawLongBits(scale));
    }

    /** The same, of vectors of binary64. */
    static final class Doubles implements VectorPairFunction {
        @Override
        @SuppressWarnings("unchecked") // used for double only
        public <E> Vector<E> apply(Vector<E> a, Vector<E> b) {
            DoubleVector left = Exact.of((DoubleVector) a).abs();
            DoubleVector right = Exact.of((DoubleVector) b).abs();
            VectorMask<Double> swap = right.compare(VectorOperators.GT, left);
            DoubleVector large = left.blend(right, swap);
            DoubleVector one = large.broadcast(1);
            DoubleVector scale = one.blend(UP, large.compare(VectorOperators.LT, SMALL))
                    .blend(DOWN, large.compare(VectorOperators.GT, LARGE));
            DoubleVector x = large.mul(scale);
            DoubleVector y = right.blend(left, swap).mul(scale);
            DoubleVector square = x.mul(x);
            DoubleVector other = y.mul(y);
            DoubleVector sum = square.add(other);
            DoubleVector lost = square.sub(sum).add(other).add(x.fma(x, square.neg()).add(y.fma(y, other.neg())));
            DoubleVector root = sum.lanewise(VectorOperators.SQRT);
            DoubleVector half = Exact.doubles(Exact.longs(root).neg().add(HALF_INVERSE));
            DoubleVector unscale = Exact.doubles(Exact.longs(scale).neg().add(INVERSE));
            return (Vector<E>) root.neg().fma(root, sum).add(lost).fma(half, root).mul(unscale)
                    .blend(Double.POSITIVE_INFINITY, left.compare(VectorOperators.EQ, Double.POSITIVE_INFINITY)
                            .or(right.compare(VectorOperators.EQ, Double.POSITIVE_INFINITY)));
        }
    }

    /** The same, of vectors of binary32 made binary64. */
    static final class Singles implements VectorPairFunction {
        @Override
        public boolean widens() {
            return true;
        }

        @Override
        @SuppressWarnings("unchecked") // widened to double
        public <E> Vector<E> apply(Vector<E> a, Vector<E> b) {
            DoubleVector x = Exact.of((DoubleVector) a);
            DoubleVector y = Exact.of((DoubleVector) b);
            VectorMask<Double> infinite = x.abs().compare(VectorOperators.EQ, Double.POSITIVE_INFINITY)
                    .or(y.abs().compare(VectorOperators.EQ, Double.POSITIVE_INFINITY));
            return (Vector<E>) x.fma(x, y.mul(y)).lanewise(VectorOperators.SQRT)
                    .blend(Double.POSITIVE_INFINITY, infinite);
        }
    }
}
