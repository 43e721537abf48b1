package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: {@link BinaryKernel} of 64-bit integers and narrower ones or bools, which are widened on the way; all
 * contiguous.
 */
final class VectorInto<E> implements BinaryKernel {
    /**
     * @param element bytes of the narrower ones
     * @param bool whether they have to be made 0 or 1
     * @param source how these are loaded: as many lanes as {@code species} has
     */
    record Spec(VectorOperators.Binary op, int element, boolean bool, VectorSpecies<?> source,
            VectorOperators.Conversion<?, ?> widening, VectorSpecies<?> species, BinaryKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final VectorOperators.Binary OP = SPEC.op();
    private static final boolean BOOL = SPEC.bool();
    private static final int ELEMENT = SPEC.element();
    private static final VectorSpecies<?> SOURCE = SPEC.source();
    private static final VectorOperators.Conversion<?, ?> WIDENING = SPEC.widening();
    private static final VectorSpecies<?> SPECIES = SPEC.species();
    private static final BinaryKernel TWIN = SPEC.twin();
    private static final Class<?> VECTOR = SPECIES.vectorType();
    private static final int LENGTH = SPECIES.length();

    @Override
    public void run(long a, long aStride, long b, long bStride, long out, long outStride, long n) {
        if (aStride != Long.BYTES || bStride != ELEMENT || outStride != Long.BYTES || n < LENGTH) {
            TWIN.run(a, aStride, b, bStride, out, outStride, n);
            return;
        }
        long whole = n - n % LENGTH;
        vectors(a, b, out, whole);
        TWIN.run(a + whole * Long.BYTES, aStride, b + whole * ELEMENT, bStride, out + whole * Long.BYTES, outStride,
                n - whole);
    }

    private void vectors(long a, long b, long out, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (long i = 0; i < n; i += LENGTH) {
            store(op(wide(a + i * Long.BYTES), narrow(b + i * ELEMENT)), out + i * Long.BYTES);
        }
    }

    private Vector<E> op(Vector<E> a, Vector<E> b) {
        return exact(a.lanewise(OP, b));
    }

    private void store(Vector<E> v, long address) {
        v.intoMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder());
    }

    private Vector<E> wide(long address) {
        return exact(SPECIES.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder()));
    }

    private Vector<E> narrow(long address) {
        return truth(exact(widened(SOURCE.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder()))));
    }

    private Vector<E> truth(Vector<E> v) {
        return BOOL ? exact(v.lanewise(VectorOperators.UMIN, 1)) : v;
    }

    @SuppressWarnings("unchecked") // the conversion is one of these two species
    private static <S> Vector<?> widened(Vector<S> v) {
        return v.convertShape((VectorOperators.Conversion<S, Object>) WIDENING, (VectorSpecies<Object>) SPECIES, 0);
    }

    /** The cast that {@link Template} tells of. */
    @SuppressWarnings("unchecked") // SPECIES is the species of E: this class exists once per lane
    private Vector<E> exact(Vector<?> v) {
        return (Vector<E>) VECTOR.cast(v);
    }
}
