package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: {@link ScanKernel} of running sums of contiguous whole numbers as 64-bit ones, eight at a time: sums of
 * two, of four and of eight neighbours, to which the sum of all vectors before is added.
 */
final class VectorScan<E> implements ScanKernel {
    /**
     * @param element bytes of an element that is read
     * @param bool whether it has to be made 0 or 1
     * @param source how eight are loaded
     * @param widening what takes {@code source} to {@code species}; unused where they are the same
     * @param species of eight longs
     */
    record Spec(int element, boolean bool, VectorSpecies<?> source, VectorOperators.Conversion<?, ?> widening,
            VectorSpecies<?> species, ScanKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final int ELEMENT = SPEC.element();
    private static final boolean BOOL = SPEC.bool();
    private static final VectorSpecies<?> SOURCE = SPEC.source();
    private static final VectorOperators.Conversion<?, ?> WIDENING = SPEC.widening();
    private static final VectorSpecies<?> SPECIES = SPEC.species();
    private static final boolean WIDENS = !SOURCE.equals(SPECIES);
    private static final Class<?> VECTOR = SPECIES.vectorType();
    private static final ScanKernel TWIN = SPEC.twin();
    private static final int LENGTH = 8;
    private static final long PART = Template.PART * LENGTH;
    // Of nothing and a vector, which lanes are taken: 8 and more are the vector's
    private static final Vector<?> BY_ONE = lanes(0, 8, 9, 10, 11, 12, 13, 14);
    private static final Vector<?> BY_TWO = lanes(0, 0, 8, 9, 10, 11, 12, 13);
    private static final Vector<?> BY_FOUR = lanes(0, 0, 0, 0, 8, 9, 10, 11);
    private static final Vector<?> LAST = lanes(15, 15, 15, 15, 15, 15, 15, 15);

    private static Vector<?> lanes(long... lanes) {
        return SPECIES.fromArray(lanes, 0);
    }

    @Override
    public void run(long in, long inStride, long out, long outStride, long n) {
        long whole = inStride == ELEMENT && outStride == Long.BYTES ? n - n % LENGTH : 0;
        for (long done = 0; done < whole; done += PART) {
            vectors(in + done * ELEMENT, out + done * Long.BYTES, Math.min(PART, whole - done));
        }
        TWIN.run(in + whole * inStride, inStride, out + whole * outStride, outStride, n - whole);
    }

    private void vectors(long in, long out, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        Vector<E> nothing = exact(SPECIES.broadcast(0));
        Vector<E> one = exact(BY_ONE);
        Vector<E> two = exact(BY_TWO);
        Vector<E> four = exact(BY_FOUR);
        Vector<E> last = exact(LAST);
        Vector<E> before = exact(SPECIES.broadcast(Raw.i64(out - Long.BYTES)));
        for (long i = 0; i < n; i += LENGTH) {
            Vector<E> v = load(in + i * ELEMENT);
            Vector<E> pairs = plus(v, pick(one, nothing, v));
            Vector<E> fours = plus(pairs, pick(two, nothing, pairs));
            Vector<E> sums = plus(fours, pick(four, nothing, fours));
            store(plus(sums, before), out + i * Long.BYTES);
            before = plus(before, pick(last, nothing, sums));
        }
    }

    private Vector<E> pick(Vector<E> lanes, Vector<E> a, Vector<E> b) {
        return exact(lanes.selectFrom(a, b));
    }

    private Vector<E> plus(Vector<E> a, Vector<E> b) {
        return exact(exact(a).lanewise(VectorOperators.ADD, exact(b)));
    }

    private static void store(Vector<?> v, long address) {
        v.intoMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder());
    }

    private Vector<E> load(long address) {
        return truth(exact(widened(SOURCE.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder()))));
    }

    private Vector<E> truth(Vector<E> v) {
        return BOOL ? exact(v.lanewise(VectorOperators.UMIN, 1)) : v;
    }

    @SuppressWarnings("unchecked") // the conversion is one of these two species
    private static <S> Vector<?> widened(Vector<S> v) {
        return WIDENS
                ? v.convertShape((VectorOperators.Conversion<S, Object>) WIDENING, (VectorSpecies<Object>) SPECIES, 0)
                : v;
    }

    /** The cast that {@link Template} tells of. */
    @SuppressWarnings("unchecked") // SPECIES is the species of E: this class exists once per lane
    private Vector<E> exact(Vector<?> v) {
        return (Vector<E>) VECTOR.cast(v);
    }
}
