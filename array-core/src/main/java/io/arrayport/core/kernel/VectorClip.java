package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: {@link ClipKernel} a vector at a time, which reads and writes memory once. Floats are selected as
 * {@link VectorBinary} does, NaN stays.
 */
final class VectorClip<E> implements ClipKernel {
    /**
     * @param floating whether elements are selected by {@code above} and {@code below}, not by the operations
     * @param maximum of integers
     * @param minimum the same
     * @param above what of a float and the lower bound keeps the float
     * @param below the same of the upper bound
     * @param twin takes what is shorter than a vector
     */
    record Spec(boolean floating, VectorOperators.Binary maximum, VectorOperators.Binary minimum,
            VectorOperators.Comparison above, VectorOperators.Comparison below, VectorSpecies<?> species,
            ClipKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final boolean FLOATING = SPEC.floating();
    private static final VectorOperators.Binary MAXIMUM = SPEC.maximum();
    private static final VectorOperators.Binary MINIMUM = SPEC.minimum();
    private static final VectorOperators.Comparison ABOVE = SPEC.above();
    private static final VectorOperators.Comparison BELOW = SPEC.below();
    private static final VectorSpecies<?> SPECIES = SPEC.species();
    private static final ClipKernel TWIN = SPEC.twin();
    private static final Class<?> VECTOR = SPECIES.vectorType();
    private static final VectorSpecies<?> WHOLE = Repeated.whole(SPECIES);
    private static final int LENGTH = SPECIES.length();
    private static final int ELEMENT = SPECIES.elementSize() / Byte.SIZE;
    private static final int STEP = LENGTH * ELEMENT;
    private static final long PART = Template.PART * LENGTH;

    @Override
    public void run(long in, long least, long most, long out, long n) {
        if (n < LENGTH) {
            TWIN.run(in, least, most, out, n);
            return;
        }
        long done = 0;
        for (; n - done >= 2 * PART; done += PART) {
            part(in + done * ELEMENT, least, most, out + done * ELEMENT, (PART - LENGTH) * ELEMENT);
        }
        part(in + done * ELEMENT, least, most, out + done * ELEMENT, (n - done - LENGTH) * ELEMENT);
    }

    /** The last vector ends with the last element and overlaps its neighbour. */
    private void part(long in, long least, long most, long out, long last) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        Vector<E> from = repeat(least);
        Vector<E> to = repeat(most);
        for (long i = 0; i < last; i += STEP) {
            step(in + i, from, to, out + i);
        }
        step(in + last, from, to, out + last);
    }

    private void step(long in, Vector<E> from, Vector<E> to, long out) {
        Vector<E> v = exact(SPECIES.fromMemorySegment(Raw.MEMORY, in, ByteOrder.nativeOrder()));
        lesser(greater(v, from), to).intoMemorySegment(Raw.MEMORY, out, ByteOrder.nativeOrder());
    }

    private Vector<E> greater(Vector<E> v, Vector<E> bound) {
        return exact(FLOATING ? selected(v, bound, ABOVE) : v.lanewise(MAXIMUM, bound));
    }

    private Vector<E> lesser(Vector<E> v, Vector<E> bound) {
        return exact(FLOATING ? selected(v, bound, BELOW) : v.lanewise(MINIMUM, bound));
    }

    private Vector<E> selected(Vector<E> v, Vector<E> bound, VectorOperators.Comparison kept) {
        return bound.blend(v, v.compare(kept, bound).or(v.compare(VectorOperators.NE, v)));
    }

    private Vector<E> repeat(long address) {
        return exact(Exact.of(WHOLE, WHOLE.broadcast(Repeated.bits(ELEMENT, address))).reinterpretShape(SPECIES, 0));
    }

    /** The cast that {@link Template} tells of. */
    @SuppressWarnings("unchecked") // SPECIES is the species of E: this class exists once per lane
    private Vector<E> exact(Vector<?> v) {
        return (Vector<E>) VECTOR.cast(v);
    }
}
