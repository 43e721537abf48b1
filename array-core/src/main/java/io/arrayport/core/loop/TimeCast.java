package io.arrayport.core.loop;

import java.nio.ByteOrder;
import java.util.function.LongUnaryOperator;

import io.arrayport.core.dtype.TimeConversion;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.element.Element;
import io.arrayport.core.kernel.UnaryKernel;

/** Converts times from one unit to another; NaT stays. */
public final class TimeCast implements UnaryKernel {
    private final ByteOrder from;
    private final ByteOrder to;
    private final LongUnaryOperator convert;

    /**
     * @param from of {@code to}'s kind; neither is of the generic unit
     * @throws io.arrayport.core.error.CastingException if the two units are too far apart
     */
    public TimeCast(TimeType from, TimeType to) {
        this.from = from.order();
        this.to = to.order();
        this.convert = TimeConversion.of(from, to);
    }

    /** Returns a count converted. */
    public long convert(long count) {
        return count == TimeType.NAT ? count : convert.applyAsLong(count);
    }

    @Override
    public void run(long in, long inStride, long out, long outStride, long n) {
        for (long i = 0; i < n; i++) {
            long count = Element.bits(Long.BYTES, from, in + i * inStride);
            Element.put(Long.BYTES, to, out + i * outStride, convert(count));
        }
    }
}
