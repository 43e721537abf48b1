package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: {@link ReduceKernel} that adds contiguous integers of one or two bytes to one of eight. Vectors are summed
 * as fields twice as wide as the elements, every other element at once, and these as wider ones before they can
 * overflow. What is shorter than a vector, or has strides, is left to the twin.
 */
final class VectorSmallSum implements ReduceKernel {
    /** @param bytes of an element: 1 or 2 */
    record Spec(int bytes, boolean signed, VectorSpecies<Long> species, ReduceKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final VectorSpecies<Long> SPECIES = SPEC.species();
    private static final ReduceKernel TWIN = SPEC.twin();
    private static final int ELEMENT = SPEC.bytes();
    private static final boolean SIGNED = SPEC.signed();
    private static final int BITS = ELEMENT * Byte.SIZE;
    private static final int STEP = SPECIES.vectorByteSize();
    private static final long INTS = 0x0000_0000_FFFF_FFFFL;
    private static final long SHORTS = 0x0000_FFFF_0000_FFFFL;
    /** The lower element of each pair. */
    private static final long LOWER = ELEMENT == 1 ? 0x00FF_00FF_00FF_00FFL : SHORTS;
    /** What makes signed elements unsigned, and all of them greater by {@link #MORE}. */
    private static final long FLIP = ELEMENT == 1 ? 0x8080_8080_8080_8080L : 0x8000_8000_8000_8000L;
    private static final long MORE = SIGNED ? 1L << BITS - 1 : 0;
    /** Sums of so many pairs of bytes have 16 bits. */
    private static final long PART = 128L * STEP;

    @Override
    public void run(long in, long stride, long n, long acc) {
        long whole = stride == ELEMENT ? n * ELEMENT / STEP * STEP : 0;
        if (whole > 0) {
            long sum = Raw.i64(acc) - whole / ELEMENT * MORE;
            for (long done = 0; done < whole; done += PART) {
                sum += part(in + done, (int) Math.min(PART, whole - done));
            }
            Raw.i64(acc, sum);
        }
        TWIN.run(in + whole, stride, n - whole / ELEMENT, acc);
    }

    private long part(long in, int bytes) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        long from = Raw.address(in);
        LongVector lower = exact(LongVector.broadcast(SPECIES, 0));
        LongVector upper = lower;
        for (int i = 0; i < bytes; i += STEP) {
            LongVector v = load(from + i);
            lower = exact(lower.add(v.and(LOWER)));
            upper = exact(upper.add(v.lanewise(VectorOperators.LSHR, BITS).and(LOWER)));
        }
        LongVector sums = exact(lower.add(upper));
        LongVector ints = ELEMENT > 1 ? sums
                : exact(sums.and(SHORTS).add(sums.lanewise(VectorOperators.LSHR, 16).and(SHORTS)));
        return exact(ints.and(INTS).add(ints.lanewise(VectorOperators.LSHR, 32))).reduceLanes(VectorOperators.ADD);
    }

    private static LongVector load(long address) {
        LongVector v = exact(LongVector.fromMemorySegment(SPECIES, Raw.MEMORY, address, ByteOrder.nativeOrder()));
        return SIGNED ? exact(v.lanewise(VectorOperators.XOR, FLIP)) : v;
    }

    /** The cast that {@link Template} tells of. */
    private static LongVector exact(LongVector v) {
        return (LongVector) SPECIES.vectorType().cast(v);
    }
}
