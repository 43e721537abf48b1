package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: {@link ReduceKernel} of contiguous integers or bools, whose order is free: four accumulators, and input
 * that may be narrower than they are and is then widened on the way; the scalar twin has strides and what is left over.
 */
final class VectorFold<E> implements ReduceKernel {
    /**
     * @param source how input is loaded: as many lanes as {@code species} has
     * @param widening what takes {@code source} to {@code species}; unused where they are the same
     * @param bool whether input has to be made 0 or 1
     * @param toWhole exclusive or that turns a result, cut to {@code mask}, into {@code acc}'s form
     */
    record Spec(VectorOperators.Binary op, ScalarOp scalar, int element, boolean bool, VectorSpecies<?> source,
            VectorOperators.Conversion<?, ?> widening, VectorSpecies<?> species, Whole acc, long mask, long toWhole,
            ReduceKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final VectorOperators.Binary OP = SPEC.op();
    private static final ScalarOp SCALAR = SPEC.scalar();
    private static final boolean BOOL = SPEC.bool();
    private static final VectorSpecies<?> SOURCE = SPEC.source();
    private static final VectorOperators.Conversion<?, ?> WIDENING = SPEC.widening();
    private static final VectorSpecies<?> SPECIES = SPEC.species();
    private static final boolean WIDENS = !SOURCE.equals(SPECIES);
    private static final Whole ACC = SPEC.acc();
    private static final long MASK = SPEC.mask();
    private static final long TO_WHOLE = SPEC.toWhole();
    private static final ReduceKernel TWIN = SPEC.twin();
    private static final int ELEMENT = SPEC.element();
    private static final int STEP = SPECIES.length() * ELEMENT;
    private static final int BLOCK = 4 * SPECIES.length();

    @Override
    public void run(long in, long stride, long n, long acc) {
        if (stride != ELEMENT || n < BLOCK) {
            TWIN.run(in, stride, n, acc);
            return;
        }
        long end = (n - n % BLOCK) * ELEMENT;
        long result = ACC.get(acc);
        // Not reduceLanes: its UMIN starts at the greatest signed number in JDK 25
        for (long lane : blocks(in, end).toLongArray()) {
            result = SCALAR.whole().applyAsLong(result, lane & MASK ^ TO_WHOLE);
        }
        ACC.put(acc, result);
        TWIN.run(in + end, stride, n % BLOCK, acc);
    }

    private Vector<E> blocks(long in, long end) {
        Vector<E> r0 = load(in);
        Vector<E> r1 = load(in + STEP);
        Vector<E> r2 = load(in + 2L * STEP);
        Vector<E> r3 = load(in + 3L * STEP);
        for (long i = 4L * STEP; i < end; i += 4L * STEP) {
            r0 = op(r0, load(in + i));
            r1 = op(r1, load(in + i + STEP));
            r2 = op(r2, load(in + i + 2L * STEP));
            r3 = op(r3, load(in + i + 3L * STEP));
        }
        return op(op(r0, r1), op(r2, r3));
    }

    private Vector<E> op(Vector<E> a, Vector<E> b) {
        return a.lanewise(OP, b);
    }

    @SuppressWarnings("unchecked") // SPECIES is the species of E: this class exists once per lane
    private Vector<E> load(long address) {
        return (Vector<E>) widened(truth(SOURCE.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder())));
    }

    private static Vector<?> truth(Vector<?> v) {
        return BOOL ? v.lanewise(VectorOperators.UMIN, 1) : v;
    }

    @SuppressWarnings("unchecked") // the conversion is one of these two species
    private static <S> Vector<?> widened(Vector<S> v) {
        return WIDENS ? v.convertShape((VectorOperators.Conversion<S, Object>) WIDENING,
                (VectorSpecies<Object>) SPECIES, 0) : v;
    }
}
