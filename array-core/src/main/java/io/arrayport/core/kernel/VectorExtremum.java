package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: {@link ReduceKernel} of contiguous floats to the greatest or least. The order is free but for which nan or
 * which of two zeros it is: then what the scalar twin would find is looked for.
 */
final class VectorExtremum<E> implements ReduceKernel {
    record Spec(VectorOperators.Comparison prefer, ScalarOp scalar, Lane lane, VectorSpecies<?> species,
            ReduceKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final VectorOperators.Comparison PREFER = SPEC.prefer();
    private static final ScalarOp SCALAR = SPEC.scalar();
    private static final VectorSpecies<?> SPECIES = SPEC.species();
    private static final Real FORM = Real.of(SPEC.lane());
    private static final ReduceKernel TWIN = SPEC.twin();
    private static final int ELEMENT = SPEC.lane().bytes();
    private static final int STEP = SPECIES.length() * ELEMENT;
    private static final int BLOCK = 4 * SPECIES.length();

    @Override
    public void run(long in, long stride, long n, long acc) {
        if (stride != ELEMENT || n < BLOCK) {
            TWIN.run(in, stride, n, acc);
            return;
        }
        double[] lanes = blocks(in, (n - BLOCK) * ELEMENT).toDoubleArray();
        double result = FORM.get(acc);
        for (double lane : lanes) {
            result = SCALAR.real().applyAsDouble(result, lane);
        }
        if (Double.isNaN(result)) {
            TWIN.run(in, stride, n, acc);
        } else if (result != 0) {
            FORM.put(acc, result);
        } else {
            lastZero(in, n, acc);
        }
    }

    /** Stores the last zero there is, in {@code in} or already in {@code acc}. */
    private static void lastZero(long in, long n, long acc) {
        for (long at = in + (n - 1) * ELEMENT; at >= in; at -= ELEMENT) {
            double value = FORM.get(at);
            if (value == 0) {
                FORM.put(acc, value);
                return;
            }
        }
    }

    /** The last block ends with the last element and may overlap the one before, which changes nothing. */
    private Vector<E> blocks(long in, long last) {
        Vector<E> r0 = load(in + last);
        Vector<E> r1 = load(in + last + STEP);
        Vector<E> r2 = load(in + last + 2L * STEP);
        Vector<E> r3 = load(in + last + 3L * STEP);
        for (long i = 0; i < last; i += 4L * STEP) {
            r0 = op(r0, load(in + i));
            r1 = op(r1, load(in + i + STEP));
            r2 = op(r2, load(in + i + 2L * STEP));
            r3 = op(r3, load(in + i + 3L * STEP));
        }
        return op(op(r0, r1), op(r2, r3));
    }

    private Vector<E> op(Vector<E> a, Vector<E> b) {
        return b.blend(a, wins(a, b));
    }

    private VectorMask<E> wins(Vector<E> a, Vector<E> b) {
        return a.compare(PREFER, b).or(a.compare(VectorOperators.NE, a));
    }

    @SuppressWarnings("unchecked") // SPECIES is the species of E: this class exists once per lane
    private Vector<E> load(long address) {
        return (Vector<E>) SPECIES.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder());
    }
}
