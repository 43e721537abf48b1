package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: {@link ReduceKernel} of contiguous real numbers and bools to whether all, or any, are other than 0. Ends
 * with the block in which that is decided.
 */
final class VectorLogic<E> implements ReduceKernel {
    /**
     * @param all whether one 0 decides, not one other than 0
     * @param spare bits that do not count: the sign bit of a float
     * @param species of whole numbers, as wide as the lane's elements
     */
    record Spec(boolean all, int spare, int element, VectorSpecies<?> species, ReduceKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final boolean ALL = SPEC.all();
    private static final VectorOperators.Associative OP = ALL ? VectorOperators.UMIN : VectorOperators.OR;
    private static final VectorOperators.Comparison DECIDES = ALL ? VectorOperators.EQ : VectorOperators.NE;
    private static final long IDENTITY = ALL ? -1 : 0;
    private static final int SPARE = SPEC.spare();
    private static final int ELEMENT = SPEC.element();
    private static final VectorSpecies<?> SPECIES = SPEC.species();
    private static final ReduceKernel TWIN = SPEC.twin();
    private static final Class<?> VECTOR = SPECIES.vectorType();
    private static final int STEP = SPECIES.vectorByteSize();
    private static final int PAIR = 2 * STEP;
    /** After this many bytes one looks whether to go on. */
    private static final long BLOCK = 4096;

    @Override
    public void run(long in, long stride, long n, long acc) {
        long bytes = n * ELEMENT;
        if (stride != ELEMENT || bytes < PAIR) {
            TWIN.run(in, stride, n, acc);
            return;
        }
        boolean decided = Raw.i8(acc) != 0 ^ ALL;
        long block = Math.min(BLOCK, bytes - bytes % PAIR);
        for (long done = 0; done < bytes && !decided; done += block) {
            decided = decides(in + Math.min(done, bytes - block), block); // the last may overlap the one before
        }
        Raw.i8(acc, (byte) (decided ^ ALL ? 1 : 0));
    }

    private boolean decides(long in, long bytes) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        Vector<E> a = exact(SPECIES.broadcast(IDENTITY));
        Vector<E> b = a;
        for (long i = 0; i < bytes; i += PAIR) {
            a = op(a, load(in + i));
            b = op(b, load(in + i + STEP));
        }
        return op(a, b).compare(DECIDES, 0).anyTrue();
    }

    private Vector<E> op(Vector<E> a, Vector<E> b) {
        return exact(exact(a).lanewise(OP, exact(b)));
    }

    private Vector<E> load(long address) {
        return magnitude(exact(SPECIES.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder())));
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
