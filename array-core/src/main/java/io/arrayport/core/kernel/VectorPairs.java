package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: {@link BinaryKernel} by a {@link VectorPairFunction}, a vector at a time. Of the inputs, which of them is
 * one repeated element is constant, and the others are contiguous, as the result is: {@link ByOperands} sees to it.
 */
final class VectorPairs<E> implements BinaryKernel {
    /**
     * @param memory as elements lie in memory: floats if {@code species} is doubles, and of as many lanes
     * @param species what the function computes in
     * @param repeatsA whether the first input is one element
     * @param repeatsB whether the second is
     */
    record Spec(VectorPairFunction function, VectorSpecies<?> memory, VectorSpecies<?> species, boolean repeatsA,
            boolean repeatsB, BinaryKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final VectorPairFunction FUNCTION = SPEC.function();
    private static final VectorSpecies<?> MEMORY = SPEC.memory();
    private static final VectorSpecies<?> SPECIES = SPEC.species();
    private static final boolean REPEATS_A = SPEC.repeatsA();
    private static final boolean REPEATS_B = SPEC.repeatsB();
    private static final Class<?> VECTOR = SPECIES.vectorType();
    private static final Class<?> NARROW = MEMORY.vectorType();
    private static final BinaryKernel TWIN = SPEC.twin();
    private static final VectorSpecies<?> WHOLE = Repeated.whole(MEMORY);
    private static final boolean WIDENS = MEMORY.elementType() != SPECIES.elementType();
    private static final int LENGTH = SPECIES.length();
    private static final int ELEMENT = MEMORY.elementSize() / Byte.SIZE;
    private static final int STEP = LENGTH * ELEMENT;

    @Override
    public void run(long a, long aStride, long b, long bStride, long out, long outStride, long n) {
        long done = n - n % LENGTH;
        contiguous(a, b, out, done * ELEMENT);
        TWIN.run(a + done * aStride, aStride, b + done * bStride, bStride, out + done * outStride, outStride,
                n - done);
    }

    /** With one call of the function, and only the Vector API's after it, as in {@link VectorUnary}. */
    @SuppressWarnings("unchecked") // doubles, where it widens
    private void contiguous(long a, long b, long out, long end) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (long i = 0; i < end; i += STEP) {
            Vector<E> x = REPEATS_A ? repeat(a) : load(a + i);
            Vector<E> y = REPEATS_B ? repeat(b) : load(b + i);
            if (FUNCTION.declines(x, y)) {
                TWIN.run(REPEATS_A ? a : a + i, REPEATS_A ? 0 : ELEMENT, REPEATS_B ? b : b + i,
                        REPEATS_B ? 0 : ELEMENT, out + i, ELEMENT, LENGTH);
            } else if (WIDENS) {
                ((Vector<?>) NARROW.cast(((Vector<Double>) VECTOR.cast(FUNCTION.apply(x, y)))
                        .convertShape(VectorOperators.D2F, (VectorSpecies<Float>) MEMORY, 0)))
                        .intoMemorySegment(Raw.MEMORY, out + i, ByteOrder.nativeOrder());
            } else {
                ((Vector<?>) VECTOR.cast(FUNCTION.apply(x, y))).intoMemorySegment(Raw.MEMORY, out + i,
                        ByteOrder.nativeOrder());
            }
        }
    }

    private Vector<E> load(long address) {
        return widened(Exact.of(MEMORY, MEMORY.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder())));
    }

    private Vector<E> repeat(long address) {
        return widened(Exact.of(MEMORY,
                Exact.of(WHOLE, WHOLE.broadcast(Repeated.bits(ELEMENT, address))).reinterpretShape(MEMORY, 0)));
    }

    @SuppressWarnings("unchecked") // SPECIES is the species of E: this class exists once per lane
    private Vector<E> widened(Vector<?> v) {
        return (Vector<E>) (WIDENS ? Exact.of(SPECIES, ((Vector<Float>) v).convertShape(VectorOperators.F2D,
                (VectorSpecies<Double>) SPECIES, 0)) : v);
    }
}
