package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Template: {@link UnaryKernel} that says which of contiguous elements are not 0. */
final class VectorTruth<E> implements UnaryKernel {
    /**
     * @param bits of an integer that count, -1 for all; of floats all do, but for the sign of a zero
     * @param bools as many bytes as {@code in} has elements
     */
    record Spec(VectorSpecies<?> in, long bits, VectorSpecies<Byte> bools, UnaryKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final VectorSpecies<?> IN = SPEC.in();
    private static final long BITS = SPEC.bits();
    private static final VectorSpecies<Byte> BOOLS = SPEC.bools();
    private static final UnaryKernel TWIN = SPEC.twin();
    private static final int LENGTH = IN.length();
    private static final int ELEMENT = IN.elementSize() / Byte.SIZE;

    @Override
    public void run(long in, long inStride, long out, long outStride, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        long done = 0;
        if (inStride == ELEMENT && outStride == 1) {
            done = n - n % LENGTH;
            for (long i = 0; i < done; i += LENGTH) {
                step(in + i * ELEMENT, out + i);
            }
        }
        TWIN.run(in + done * inStride, inStride, out + done * outStride, outStride, n - done);
    }

    @SuppressWarnings("unchecked") // the species of E
    private void step(long in, long out) {
        Vector<E> v = (Vector<E>) Exact.of(IN, IN.fromMemorySegment(Raw.MEMORY, in, ByteOrder.nativeOrder()));
        Vector<E> counting = BITS == -1 ? v : v.lanewise(VectorOperators.AND, BITS);
        Exact.of(BOOLS, ByteVector.zero(BOOLS)).blend(1, counting.compare(VectorOperators.NE, 0).cast(BOOLS))
                .intoMemorySegment(Raw.MEMORY, out, ByteOrder.nativeOrder());
    }
}
