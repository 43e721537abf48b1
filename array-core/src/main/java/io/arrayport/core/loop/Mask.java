package io.arrayport.core.loop;

import java.lang.foreign.ValueLayout;

import io.arrayport.core.memory.Memory;

/** A strip of bools, one byte each: 0 is false, anything else true. */
final class Mask {
    interface Run {
        /** Takes the elements {@code [from, from + length)}, of which all are true. */
        void take(long from, long length);
    }

    private Mask() {}

    /** Calls {@code run} for each longest stretch of true elements, in order. */
    static void runs(long mask, long stride, long n, Run run) {
        if (stride == 0) {
            if (n > 0 && isTrue(mask)) {
                run.take(0, n);
            }
            return;
        }
        long i = 0;
        while (i < n) {
            while (i < n && !isTrue(mask + i * stride)) {
                i += stride == 1 && i + Long.BYTES <= n && word(mask + i) == 0 ? Long.BYTES : 1;
            }
            long from = i;
            while (i < n && isTrue(mask + i * stride)) {
                i += stride == 1 && i + Long.BYTES <= n && word(mask + i) == 0x0101010101010101L ? Long.BYTES : 1;
            }
            if (i > from) {
                run.take(from, i - from);
            }
        }
    }

    private static boolean isTrue(long at) {
        return Memory.RAW.get(ValueLayout.JAVA_BYTE, at) != 0;
    }

    private static long word(long at) {
        return Memory.RAW.get(ValueLayout.JAVA_LONG_UNALIGNED, at);
    }
}
