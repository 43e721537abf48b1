package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorSpecies;

/** Template: {@link UnaryKernel} a vector at a time where both sides are contiguous; its scalar twin has the rest. */
final class VectorUnary<E> implements UnaryKernel {
    record Spec(VectorFunction function, VectorSpecies<?> species, UnaryKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final VectorFunction FUNCTION = SPEC.function();
    private static final VectorSpecies<?> SPECIES = SPEC.species();
    private static final UnaryKernel TWIN = SPEC.twin();
    private static final int LENGTH = SPECIES.length();
    private static final int ELEMENT = SPECIES.elementSize() / Byte.SIZE;
    private static final int STEP = LENGTH * ELEMENT;

    @Override
    public void run(long in, long inStride, long out, long outStride, long n) {
        if (n >= LENGTH && inStride == ELEMENT && outStride == ELEMENT) {
            contiguous(in, out, n);
        } else {
            TWIN.run(in, inStride, out, outStride, n);
        }
    }

    /** As in {@link VectorBinary}, the last vector is computed first. */
    private void contiguous(long in, long out, long n) {
        long last = (n - LENGTH) * ELEMENT;
        Vector<E> end = FUNCTION.apply(load(in + last));
        for (long i = 0; i < last; i += STEP) {
            store(FUNCTION.apply(load(in + i)), out + i);
        }
        store(end, out + last);
    }

    private static void store(Vector<?> vector, long address) {
        vector.intoMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder());
    }

    @SuppressWarnings("unchecked") // SPECIES is the species of E: this class exists once per lane
    private Vector<E> load(long address) {
        return (Vector<E>) SPECIES.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder());
    }
}
