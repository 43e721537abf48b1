package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Template: {@link CountKernel} of contiguous real numbers and bools into one count. */
final class VectorCount<E> implements CountKernel {
    /**
     * @param spare bits that do not count: the sign bit of a float
     * @param species of whole numbers, as wide as the lane's elements
     */
    record Spec(int spare, int element, VectorSpecies<?> species, CountKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final int SPARE = SPEC.spare();
    private static final int ELEMENT = SPEC.element();
    private static final VectorSpecies<?> SPECIES = SPEC.species();
    private static final CountKernel TWIN = SPEC.twin();
    private static final Class<?> VECTOR = SPECIES.vectorType();
    private static final int LENGTH = SPECIES.length();
    private static final int STEP = LENGTH * ELEMENT;
    private static final int BLOCK = 2 * LENGTH;

    @Override
    public void run(long in, long inStride, long acc, long accStride, long n) {
        if (inStride != ELEMENT || accStride != 0 || n < BLOCK) {
            TWIN.run(in, inStride, acc, accStride, n);
            return;
        }
        long whole = n - n % BLOCK;
        Raw.i64(acc, Raw.i64(acc) + count(in, whole * ELEMENT));
        TWIN.run(in + whole * ELEMENT, inStride, acc, 0, n - whole);
    }

    private long count(long in, long end) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        long a = 0;
        long b = 0;
        for (long i = 0; i < end; i += 2L * STEP) {
            a += in(in + i);
            b += in(in + i + STEP);
        }
        return a + b;
    }

    private int in(long address) {
        return trues(exact(SPECIES.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder())));
    }

    private int trues(Vector<E> v) {
        return truth(magnitude(v)).trueCount();
    }

    private VectorMask<E> truth(Vector<E> v) {
        return v.compare(VectorOperators.NE, 0);
    }

    private Vector<E> magnitude(Vector<E> v) {
        return SPARE > 0 ? exact(v.lanewise(VectorOperators.LSHL, SPARE)) : v;
    }

    /** The cast that {@link Template} tells of. */
    @SuppressWarnings("unchecked") // SPECIES is the species of E: this class exists once per lane
    private Vector<E> exact(Vector<?> v) {
        return (Vector<E>) VECTOR.cast(v);
    }
}
