package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * Template: {@link ReduceKernel} of contiguous integers or bools, whose order is free: two accumulators, and input
 * that may be narrower than they are and is then widened on the way; the scalar twin has strides and what is left over.
 */
final class VectorFold<E> implements ReduceKernel {
    /**
     * @param source how input is loaded: as many lanes as {@code species} has
     * @param widening what takes {@code source} to {@code species}; unused where they are the same
     * @param bool whether input has to be made 0 or 1
     * @param identity what changes no number that it is combined with
     * @param far the same on shorter vectors, for what no cache holds
     */
    record Spec(VectorOperators.Binary op, ScalarOp scalar, int element, boolean bool, VectorSpecies<?> source,
            VectorOperators.Conversion<?, ?> widening, VectorSpecies<?> species, Whole in, Whole acc, long identity,
            ReduceKernel twin, @Nullable ReduceKernel far) {

        /** Of a fold that widens nothing. */
        Spec on(VectorSpecies<?> lanes, @Nullable ReduceKernel kernel) {
            return new Spec(op, scalar, element, bool, lanes, widening, lanes, in, acc, identity, twin, kernel);
        }
    }

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final VectorOperators.Binary OP = SPEC.op();
    private static final ScalarOp SCALAR = SPEC.scalar();
    private static final boolean BOOL = SPEC.bool();
    private static final VectorSpecies<?> SOURCE = SPEC.source();
    private static final VectorOperators.Conversion<?, ?> WIDENING = SPEC.widening();
    private static final VectorSpecies<?> SPECIES = SPEC.species();
    private static final boolean WIDENS = !SOURCE.equals(SPECIES);
    private static final Whole IN = SPEC.in();
    private static final Whole ACC = SPEC.acc();
    private static final long IDENTITY = SPEC.identity();
    private static final ReduceKernel TWIN = SPEC.twin();
    private static final int ELEMENT = SPEC.element();
    private static final int STEP = SPECIES.length() * ELEMENT;
    private static final Class<?> VECTOR = SPECIES.vectorType();
    private static final int BLOCK = 4 * SPECIES.length();
    private static final long TURN = (long) BLOCK * ELEMENT;
    private static final long PART = Template.PART * TURN;
    private static final @Nullable ReduceKernel FAR = SPEC.far();

    @Override
    public ReduceKernel far() {
        return FAR == null ? this : FAR;
    }

    @Override
    public void run(long in, long stride, long n, long acc) {
        if (stride != ELEMENT || n < BLOCK) {
            TWIN.run(in, stride, n, acc);
            return;
        }
        long end = (n - n % BLOCK) * ELEMENT;
        long result = ACC.get(acc);
        // Not reduceLanes, which not every processor has for all of these
        for (long done = 0; done < end; done += PART) {
            for (long lane : blocks(in + done, Math.min(PART, end - done))) {
                result = SCALAR.whole().applyAsLong(result, lane);
            }
        }
        for (long i = end; i < n * ELEMENT; i += ELEMENT) {
            result = SCALAR.whole().applyAsLong(result, IN.get(in + i));
        }
        ACC.put(acc, result);
    }

    private long[] blocks(long in, long end) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        Vector<E> a = identity();
        Vector<E> b = a;
        for (long i = 0; i < end; i = Math.min(i + TURN, end)) {
            long p = Raw.address(in + i);
            a = op(a, load(p));
            b = op(b, load(p + STEP));
            a = op(a, load(p + 2L * STEP));
            b = op(b, load(p + 3L * STEP));
        }
        return op(a, b).toLongArray();
    }

    @SuppressWarnings("unchecked") // SPECIES is the species of E: this class exists once per lane
    private Vector<E> identity() {
        return (Vector<E>) SPECIES.broadcast(IDENTITY);
    }

    /**
     * Without the cast that {@link Template} tells of: here it keeps the accumulators from staying in registers where
     * the first call was a long one (measured: 20 times slower).
     */
    private Vector<E> op(Vector<E> a, Vector<E> b) {
        return a.lanewise(OP, b);
    }

    private Vector<E> load(long address) {
        return truth(widened(SOURCE.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder())));
    }

    private Vector<E> truth(Vector<E> v) {
        return BOOL ? exact(v.lanewise(VectorOperators.UMIN, 1)) : v;
    }

    @SuppressWarnings("unchecked") // the conversion is one of these two species
    private <S> Vector<E> widened(Vector<S> v) {
        return WIDENS ? exact(v.convertShape((VectorOperators.Conversion<S, Object>) WIDENING,
                (VectorSpecies<Object>) SPECIES, 0)) : (Vector<E>) v;
    }

    /** The cast that {@link Template} tells of. */
    @SuppressWarnings("unchecked") // as identity
    private Vector<E> exact(Vector<?> v) {
        return (Vector<E>) VECTOR.cast(v);
    }
}
