package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Template: {@link StepKernel} from every other element, or from elements backwards, to neighbours. */
final class VectorSteps<E> implements StepKernel {
    /**
     * @param backwards whether elements come backwards, else every other one
     * @param wide of whole numbers as wide as elements
     * @param narrow as wide as what is stored of one vector
     * @param order the lanes that are stored, at the low end
     * @param twin does the same
     */
    record Spec(boolean backwards, VectorSpecies<?> wide, VectorSpecies<?> narrow, VectorShuffle<?> order,
            StepKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final boolean BACKWARDS = SPEC.backwards();
    private static final VectorSpecies<?> WIDE = SPEC.wide();
    private static final VectorSpecies<?> NARROW = SPEC.narrow();
    private static final VectorShuffle<?> ORDER = SPEC.order();
    private static final StepKernel TWIN = SPEC.twin();
    private static final Class<?> VECTOR = WIDE.vectorType();
    private static final int ELEMENT = WIDE.elementSize() / Byte.SIZE;
    private static final long FROM = BACKWARDS ? -ELEMENT : 2L * ELEMENT;
    /** Bytes between the first element of a step and where its vector begins. */
    private static final long START = BACKWARDS ? ELEMENT - WIDE.vectorByteSize() : 0;
    private static final int LENGTH = NARROW.vectorByteSize() / ELEMENT;

    /** Of every other element, the one behind the last must not be read: the twin has the last few. */
    @Override
    public void run(long from, long to, long n) {
        long whole = Math.max(0, n - 1) / LENGTH * LENGTH;
        vectors(from + START, to, whole);
        TWIN.run(from + whole * FROM, to + whole * ELEMENT, n - whole);
    }

    private void vectors(long from, long to, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (long i = 0; i < n; i += LENGTH) {
            store(ordered(load(from + i * FROM)), to + i * ELEMENT);
        }
    }

    private Vector<E> load(long address) {
        return exact(WIDE.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder()));
    }

    @SuppressWarnings("unchecked") // the shuffle is of the species of E
    private Vector<E> ordered(Vector<E> v) {
        return exact(v.rearrange((VectorShuffle<E>) ORDER));
    }

    private static void store(Vector<?> v, long address) {
        (BACKWARDS ? v : v.reinterpretShape(NARROW, 0)).intoMemorySegment(Raw.MEMORY, address,
                ByteOrder.nativeOrder());
    }

    /** The cast that {@link Template} tells of. */
    @SuppressWarnings("unchecked") // WIDE is the species of E: this class exists once per lane
    private Vector<E> exact(Vector<?> v) {
        return (Vector<E>) VECTOR.cast(v);
    }
}
