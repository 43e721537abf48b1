package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: {@link LongQuotient.Loop} by vectors. The upper half of a product of 128 bits is put together from four
 * products of 32 bits, which processors have for vectors.
 */
final class VectorLongQuotient implements LongQuotient.Loop {
    /** @param quotient or else the remainder */
    record Spec(boolean quotient, VectorSpecies<Long> longs, LongQuotient.Loop twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final boolean QUOTIENT = SPEC.quotient();
    private static final VectorSpecies<Long> LONGS = SPEC.longs();
    private static final LongQuotient.Loop TWIN = SPEC.twin();
    private static final int LENGTH = LONGS.length();
    private static final int STEP = LENGTH * Long.BYTES;
    private static final long LOW = 0xFFFFFFFFL;

    @Override
    public void run(long a, long divisor, long reciprocal, int shift, long out, long n) {
        long done = n - n % LENGTH;
        whole(a, divisor, reciprocal, shift, out, done * Long.BYTES);
        TWIN.run(a + done * Long.BYTES, divisor, reciprocal, shift, out + done * Long.BYTES, n - done);
    }

    private static void whole(long a, long divisor, long reciprocal, int shift, long out, long end) {
        LongVector low = Exact.of(LongVector.broadcast(LONGS, reciprocal & LOW));
        LongVector high = Exact.of(LongVector.broadcast(LONGS, reciprocal >>> Integer.SIZE));
        for (long i = 0; i < end; i += STEP) {
            LongVector dividend = (LongVector) Exact.of(LONGS,
                    LONGS.fromMemorySegment(Raw.MEMORY, a + i, ByteOrder.nativeOrder()));
            LongVector sign = dividend.lanewise(VectorOperators.ASHR, Long.SIZE - 1);
            LongVector x = dividend.lanewise(VectorOperators.XOR, sign);
            LongVector xLow = x.and(LOW);
            LongVector xHigh = x.lanewise(VectorOperators.LSHR, Integer.SIZE);
            LongVector middle = xHigh.mul(low).add(xLow.mul(low).lanewise(VectorOperators.LSHR, Integer.SIZE));
            LongVector other = xLow.mul(high).add(middle.and(LOW));
            LongVector quotient = xHigh.mul(high).add(middle.lanewise(VectorOperators.LSHR, Integer.SIZE))
                    .add(other.lanewise(VectorOperators.LSHR, Integer.SIZE)).lanewise(VectorOperators.LSHR, shift)
                    .lanewise(VectorOperators.XOR, sign);
            (QUOTIENT ? quotient : dividend.sub(quotient.mul(divisor)))
                    .intoMemorySegment(Raw.MEMORY, out + i, ByteOrder.nativeOrder());
        }
    }
}
