package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;

/** Template: how long strings are. */
final class TextLength implements TextKernel {
    private static final Chars CHARS = Template.data(MethodHandles.lookup(), TextOp.Spec.class).chars();

    @Override
    public void run(long[] at, long[] strides, long[] widths, long n) {
        long a = at[0];
        long out = at[1];
        long width = widths[0];
        long stride = strides[0];
        long outStride = strides[1];
        for (long i = 0; i < n; i++) {
            Raw.i64(out, CHARS.length(a, width));
            a += stride;
            out += outStride;
        }
    }
}
