package io.arrayport.core.loop;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.function.LongUnaryOperator;

import io.arrayport.core.dtype.TimeConversion;
import io.arrayport.core.dtype.TimeRatio;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.element.Element;
import io.arrayport.core.kernel.UnaryKernel;
import io.arrayport.core.memory.Memory;

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
        if (convert instanceof TimeRatio ratio && from == ByteOrder.nativeOrder() && to == from) {
            run(ratio, in, inStride, out, outStride, n);
            return;
        }
        for (long i = 0; i < n; i++) {
            long count = Element.bits(Long.BYTES, from, in + i * inStride);
            Element.put(Long.BYTES, to, out + i * outStride, convert(count));
        }
    }

    /** A loop of its own: the other one is compiled for all ways to convert, and calls them. */
    private static void run(TimeRatio ratio, long in, long inStride, long out, long outStride, long n) {
        long factor = ratio.numerator();
        boolean whole = ratio.denominator() == 1;
        for (long i = 0; i < n; i++) {
            long count = Memory.RAW.get(ValueLayout.JAVA_LONG_UNALIGNED, in + i * inStride);
            long converted = count == TimeType.NAT ? count : whole ? count * factor : ratio.convert(count);
            Memory.RAW.set(ValueLayout.JAVA_LONG_UNALIGNED, out + i * outStride, converted);
        }
    }
}
