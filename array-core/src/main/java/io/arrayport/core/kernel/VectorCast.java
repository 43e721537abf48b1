package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: {@link UnaryKernel} that converts contiguous elements by one or two conversions of the Vector API.
 *
 * <p>Here as in the other conversions, a step is one method between addresses that calls nothing but the Vector API: a
 * method between vectors that has been compiled by itself may be too large to be inlined, and every vector becomes an
 * object (measured: 200 times slower).
 */
final class VectorCast<E, M, F> implements UnaryKernel {
    /**
     * @param bool whether elements have to be made 0 or 1
     * @param in what a step reads
     * @param first its conversion to {@code middle}
     * @param twice whether {@code second} then converts that to {@code last}
     */
    record Spec(boolean bool, VectorSpecies<?> in, VectorOperators.Conversion<?, ?> first, VectorSpecies<?> middle,
            boolean twice, VectorOperators.Conversion<?, ?> second, VectorSpecies<?> last, UnaryKernel twin) {

        static Spec once(boolean bool, VectorSpecies<?> in, VectorOperators.Conversion<?, ?> conversion,
                VectorSpecies<?> out, UnaryKernel twin) {
            return new Spec(bool, in, conversion, out, false, conversion, out, twin);
        }
    }

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final boolean BOOL = SPEC.bool();
    private static final VectorSpecies<?> IN = SPEC.in();
    private static final VectorOperators.Conversion<?, ?> FIRST = SPEC.first();
    private static final VectorSpecies<?> MIDDLE = SPEC.middle();
    private static final boolean TWICE = SPEC.twice();
    private static final VectorOperators.Conversion<?, ?> SECOND = SPEC.second();
    private static final VectorSpecies<?> LAST = SPEC.last();
    private static final UnaryKernel TWIN = SPEC.twin();
    private static final int LENGTH = IN.length();
    private static final int ELEMENT = IN.elementSize() / Byte.SIZE;
    private static final int OUT_ELEMENT = LAST.elementSize() / Byte.SIZE;

    @Override
    public void run(long in, long inStride, long out, long outStride, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        long done = 0;
        if (inStride == ELEMENT && outStride == OUT_ELEMENT) {
            done = n - n % LENGTH;
            for (long i = 0; i < done; i += LENGTH) {
                step(in + i * ELEMENT, out + i * OUT_ELEMENT);
            }
        }
        TWIN.run(in + done * inStride, inStride, out + done * outStride, outStride, n - done);
    }

    @SuppressWarnings("unchecked") // the species are those of the conversions
    private void step(long in, long out) {
        Vector<E> v = (Vector<E>) Exact.of(IN, IN.fromMemorySegment(Raw.MEMORY, in, ByteOrder.nativeOrder()));
        Vector<E> known = BOOL ? v.lanewise(VectorOperators.UMIN, 1) : v;
        Vector<M> converted = (Vector<M>) Exact.of(MIDDLE,
                known.convertShape((VectorOperators.Conversion<E, M>) FIRST, (VectorSpecies<M>) MIDDLE, 0));
        if (TWICE) {
            Exact.of(LAST,
                    converted.convertShape((VectorOperators.Conversion<M, F>) SECOND, (VectorSpecies<F>) LAST, 0))
                    .intoMemorySegment(Raw.MEMORY, out, ByteOrder.nativeOrder());
        } else {
            converted.intoMemorySegment(Raw.MEMORY, out, ByteOrder.nativeOrder());
        }
    }
}
