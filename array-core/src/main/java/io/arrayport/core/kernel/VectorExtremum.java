package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * Template: {@link ReduceKernel} of contiguous numbers to the greatest or least. Floats are compared as whole numbers,
 * which takes half the time of comparing them as floats. The order is free but for which nan or which of two zeros it
 * is: then what the scalar twin would find is looked for.
 */
final class VectorExtremum<E> implements ReduceKernel, Peak {
    /**
     * @param species of whole numbers, as wide as the lane's elements
     * @param far the same on shorter vectors, for what no cache holds
     */
    record Spec(Ordering ordering, VectorSpecies<?> species, ReduceKernel twin, @Nullable ReduceKernel far) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final Ordering ORDERING = SPEC.ordering();
    private static final Lane LANE = ORDERING.lane();
    private static final boolean REAL = LANE.isFloat();
    private static final boolean GREATEST = ORDERING.greatest();
    private static final long FLIP = ORDERING.flip();
    private static final long SHIFT = ORDERING.shift();
    private static final long TOP = ORDERING.top();
    private static final long BOTTOM = ORDERING.bottom();
    private static final Whole FORM = ORDERING.form();
    private static final ReduceKernel TWIN = SPEC.twin();
    private static final VectorSpecies<?> SPECIES = SPEC.species();
    private static final Class<?> VECTOR = SPECIES.vectorType();
    private static final int ELEMENT = LANE.bytes();
    private static final long MAGNITUDE = ORDERING.magnitude();
    private static final int SIGN = ELEMENT * 8 - 1;
    private static final int STEP = SPECIES.length() * ELEMENT;
    private static final int TURN = (REAL ? 2 : 4) * STEP;
    private static final int LEAST = 4 * SPECIES.length();
    private static final long PART = Template.PART * 2 * SPECIES.length();
    private static final @Nullable ReduceKernel FAR = SPEC.far();
    /** Where comparing without signs is one instruction it is used, with signs, on floats' bits as they are. */
    private static final boolean BITS = REAL && !ORDERING.skipsNan() && VectorKernels.bits() == 512;
    private static final int PROBES = 8;

    @Override
    public ReduceKernel far() {
        return FAR == null ? this : FAR;
    }

    @Override
    public void run(long in, long stride, long n, long acc) {
        if (stride != ELEMENT || n < LEAST) {
            TWIN.run(in, stride, n, acc);
            return;
        }
        long best = Long.MIN_VALUE;
        for (long done = 0; done < n && best <= TOP; done += PART) {
            best = Math.max(best, peak(in + Math.min(done, n - Math.min(n, PART)) * ELEMENT, Math.min(n, PART)));
        }
        if (best > TOP || best < BOTTOM) {
            TWIN.run(in, stride, n, acc);
            return;
        }
        long bits = ORDERING.bits(best);
        if (ORDERING.isZero(bits)) {
            zero(in, n, acc);
        } else if (best > ORDERING.of(FORM.get(acc))) {
            FORM.put(acc, bits);
        }
    }

    /** Stores the zero that wins, unless {@code acc} is better than any. */
    private static void zero(long in, long n, long acc) {
        long bits = FORM.get(acc);
        boolean isZero = ORDERING.isZero(bits);
        if (!isZero && ORDERING.of(bits) > ORDERING.of(0) || isZero && LANE == Lane.F16) {
            return;
        }
        // The last one; of float16 the first
        long step = LANE == Lane.F16 ? ELEMENT : -ELEMENT;
        long at = LANE == Lane.F16 ? in : in + (n - 1) * ELEMENT;
        // There is one, unless another thread has written over it
        for (long left = n; left > 1 && !ORDERING.isZero(FORM.get(at)); left--) {
            at += step;
        }
        FORM.put(acc, FORM.get(at));
    }

    @Override
    public long peak(long in, long n) {
        return BITS && hasSign(in) ? bits(in, n) : ordered(in, n);
    }

    /** Whether one of the first is not negative, where the greatest is looked for, or negative for the least. */
    private static boolean hasSign(long in) {
        for (int i = 0; i < PROBES; i++) {
            if (FORM.get(in + (long) i * ELEMENT) >= 0 == GREATEST) {
                return true;
            }
        }
        return false;
    }

    /**
     * As whole numbers with signs the greatest of floats' bits are those of the greatest float, unless all are
     * negative; without signs, of the least, if any is negative. All of nan lie above the one or the other. Two
     * instructions a vector, where putting all bits in order takes five.
     */
    private long bits(long in, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        Vector<E> a = raw(in);
        Vector<E> b = a;
        Vector<E> c = a;
        Vector<E> d = a;
        long last = in + n * ELEMENT - 4L * STEP;
        for (long at = in;; at = Math.min(at + 4L * STEP, last)) {
            long p = Raw.address(at);
            Vector<E> v0 = raw(p);
            Vector<E> v1 = raw(p + STEP);
            Vector<E> v2 = raw(p + 2L * STEP);
            Vector<E> v3 = raw(p + 3L * STEP);
            a = op(op(a, v0), v2);
            b = op(op(b, v1), v3);
            c = unsigned(unsigned(c, v0), v2);
            d = unsigned(unsigned(d, v1), v3);
            if (at >= last) {
                break;
            }
        }
        long unsigned = exact(unsigned(c, d)).lanewise(VectorOperators.XOR, ~MAGNITUDE)
                .reduceLanesToLong(VectorOperators.MAX) ^ ~MAGNITUDE;
        return Math.max(ORDERING.of(exact(op(a, b)).reduceLanesToLong(VectorOperators.MAX)), ORDERING.of(unsigned));
    }

    private long ordered(long in, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        Vector<E> a = load(in);
        Vector<E> b = a;
        long last = in + n * ELEMENT - TURN;
        for (long at = in;; at = Math.min(at + TURN, last)) {
            long p = Raw.address(at);
            a = op(a, load(p));
            b = op(b, load(p + STEP));
            if (!REAL) {
                a = op(a, load(p + 2L * STEP));
                b = op(b, load(p + 3L * STEP));
            }
            if (at >= last) {
                break;
            }
        }
        return exact(op(a, b)).reduceLanesToLong(VectorOperators.MAX);
    }

    private Vector<E> op(Vector<E> a, Vector<E> b) {
        return exact(a).lanewise(VectorOperators.MAX, exact(b));
    }

    private Vector<E> unsigned(Vector<E> a, Vector<E> b) {
        return exact(a).lanewise(VectorOperators.UMAX, exact(b));
    }

    private Vector<E> raw(long address) {
        return exact(SPECIES.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder()));
    }

    private Vector<E> load(long address) {
        return ordered(raw(address));
    }

    private Vector<E> ordered(Vector<E> v) {
        return shifted(REAL ? whole(v) : flipped(v));
    }

    private Vector<E> flipped(Vector<E> v) {
        return FLIP == 0 ? v : exact(v.lanewise(VectorOperators.XOR, FLIP));
    }

    private Vector<E> whole(Vector<E> v) {
        return exact(v.lanewise(VectorOperators.XOR, exact(signs(v).lanewise(VectorOperators.AND, MAGNITUDE))));
    }

    private Vector<E> signs(Vector<E> v) {
        return exact(v.lanewise(VectorOperators.ASHR, SIGN));
    }

    private Vector<E> shifted(Vector<E> v) {
        return REAL && !GREATEST ? fromShift(v) : SHIFT == 0 ? v : plusShift(v);
    }

    private Vector<E> plusShift(Vector<E> v) {
        return exact(v.lanewise(VectorOperators.ADD, SHIFT));
    }

    private Vector<E> fromShift(Vector<E> v) {
        return exact(exact(SPECIES.broadcast(SHIFT)).lanewise(VectorOperators.SUB, v));
    }

    /** The cast that {@link Template} tells of. */
    @SuppressWarnings("unchecked") // SPECIES is the species of E: this class exists once per lane
    private Vector<E> exact(Vector<?> v) {
        return (Vector<E>) VECTOR.cast(v);
    }
}
