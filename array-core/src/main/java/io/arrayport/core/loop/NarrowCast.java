package io.arrayport.core.loop;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.NarrowFloatType;
import io.arrayport.core.element.NarrowBits;
import io.arrayport.core.kernel.Through;
import io.arrayport.core.kernel.UnaryKernel;
import io.arrayport.core.memory.Memory;

/** Conversions of floats of at most eight bits: by way of float32, which holds them all, and from float64. */
final class NarrowCast {
    private NarrowCast() {}

    /** One of the two types is such a float. */
    static UnaryKernel of(DType from, DType to) {
        if (from instanceof NarrowFloatType narrow) {
            UnaryKernel widen = widen(NarrowBits.of(narrow.format()));
            return to.equals(DType.FLOAT32) ? widen
                    : new Through(widen, Converters.of(DType.FLOAT32, to), Float.BYTES);
        }
        UnaryKernel narrow = narrow(NarrowBits.of(((NarrowFloatType) to).format()));
        return from.equals(DType.FLOAT64) ? narrow
                : new Through(Converters.of(from, DType.FLOAT64), narrow, Double.BYTES);
    }

    private static UnaryKernel widen(NarrowBits bits) {
        return (in, inStride, out, outStride, n) -> {
            for (long i = 0; i < n; i++) {
                Memory.RAW.set(JAVA_FLOAT_UNALIGNED, out + i * outStride,
                        bits.value(Memory.RAW.get(JAVA_BYTE, in + i * inStride)));
            }
        };
    }

    private static UnaryKernel narrow(NarrowBits bits) {
        return (in, inStride, out, outStride, n) -> {
            for (long i = 0; i < n; i++) {
                Memory.RAW.set(JAVA_BYTE, out + i * outStride,
                        (byte) bits.pattern(Memory.RAW.get(JAVA_DOUBLE_UNALIGNED, in + i * inStride)));
            }
        };
    }
}
