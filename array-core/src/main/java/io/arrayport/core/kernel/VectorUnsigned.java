package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Template: {@link UnaryKernel} between contiguous uint64 and float64, and from uint64 to float32. */
final class VectorUnsigned<F> implements UnaryKernel {
    /**
     * @param from whether it converts from uint64
     * @param floats as many elements as {@code longs}
     */
    record Spec(boolean from, VectorSpecies<Long> longs, VectorSpecies<?> floats, UnaryKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final boolean FROM = SPEC.from();
    private static final VectorSpecies<Long> LONGS = SPEC.longs();
    private static final VectorSpecies<?> FLOATS = SPEC.floats();
    private static final VectorOperators.Conversion<?, ?> CONVERSION = VectorOperators.Conversion
            .ofCast(long.class, FLOATS.elementType());
    private static final UnaryKernel TWIN = SPEC.twin();
    private static final int LENGTH = LONGS.length();
    private static final int FLOAT = FLOATS.elementSize() / Byte.SIZE;
    private static final int ELEMENT = FROM ? Long.BYTES : FLOAT;
    private static final int OUT_ELEMENT = FROM ? FLOAT : Long.BYTES;

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
                if (FROM) {
                    from(in + i * ELEMENT, out + i * OUT_ELEMENT);
                } else {
                    to(in + i * ELEMENT, out + i * OUT_ELEMENT);
                }
            }
        }
        TWIN.run(in + done * inStride, inStride, out + done * outStride, outStride, n - done);
    }

    /**
     * What is in the upper half is halved, with a sticky last bit such that the float rounds as it would have with all
     * bits, and doubled again.
     */
    @SuppressWarnings("unchecked") // the species are those of the conversion
    private void from(long in, long out) {
        LongVector v = (LongVector) Exact.of(LONGS, LONGS.fromMemorySegment(Raw.MEMORY, in, ByteOrder.nativeOrder()));
        VectorMask<Long> upper = v.compare(VectorOperators.LT, 0);
        Vector<F> floats = (Vector<F>) Exact.of(FLOATS, v.blend(v.lanewise(VectorOperators.LSHR, 1).or(v.and(1)), upper)
                .convertShape((VectorOperators.Conversion<Long, F>) CONVERSION, (VectorSpecies<F>) FLOATS, 0));
        floats.lanewise(VectorOperators.ADD, floats, upper.cast((VectorSpecies<F>) FLOATS))
                .intoMemorySegment(Raw.MEMORY, out, ByteOrder.nativeOrder());
    }

    /** {@link Truncation#UNSIGNED}. */
    @SuppressWarnings("unchecked") // of doubles
    private void to(long in, long out) {
        VectorSpecies<Double> species = (VectorSpecies<Double>) FLOATS;
        DoubleVector v = (DoubleVector) Exact.of(species,
                species.fromMemorySegment(Raw.MEMORY, in, ByteOrder.nativeOrder()));
        VectorMask<Double> upper = v.compare(VectorOperators.GE, 0x1p63);
        DoubleVector lower = v.lanewise(VectorOperators.SUB, 0x1p63, upper);
        Exact.of(LONGS, v.broadcast(-0x1p63).blend(lower, lower.compare(VectorOperators.LT, 0x1p63))
                .convertShape(VectorOperators.D2L, LONGS, 0))
                .lanewise(VectorOperators.XOR, Long.MIN_VALUE, upper.cast(LONGS))
                .intoMemorySegment(Raw.MEMORY, out, ByteOrder.nativeOrder());
    }
}
