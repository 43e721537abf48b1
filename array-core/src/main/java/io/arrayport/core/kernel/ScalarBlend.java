package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;

/**
 * Template: {@link BlendKernel} of one size of elements. Bools choose addresses: nothing branches on one, which cannot
 * be foreseen.
 */
final class ScalarBlend implements BlendKernel {
    /** @param element bytes of an element */
    record Spec(int element) {}

    private static final int ELEMENT = Template.data(MethodHandles.lookup(), Spec.class).element();
    private static final int BLOCK = 1024;
    /** Elements that are looked at together after one that is to be copied. */
    private static final int FEW = 64;

    @Override
    public void blend(long mask, long maskStride, long a, long aStride, long b, long bStride, long out, long outStride,
            long n) {
        boolean packed = maskStride == 1 && aStride == ELEMENT && bStride == ELEMENT && outStride == ELEMENT;
        for (long done = 0; done < n; done += BLOCK) {
            int count = (int) Math.min(BLOCK, n - done);
            if (packed) {
                packed(mask + done, a + done * ELEMENT, b + done * ELEMENT, out + done * ELEMENT, count);
            } else {
                strided(mask + done * maskStride, maskStride, a + done * aStride, aStride, b + done * bStride, bStride,
                        out + done * outStride, outStride, count);
            }
        }
    }

    private static void packed(long mask, long a, long b, long out, int n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (int i = 0; i < n; i++) {
            long at = (long) ELEMENT * i;
            move(Bools.either(Raw.i8(mask + i), a, b) + at, out + at);
        }
    }

    private static void strided(long mask, long maskStride, long a, long aStride, long b, long bStride, long out,
            long outStride, int n) {
        switch (0) { // as above
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (int i = 0; i < n; i++) {
            move(Bools.either(Raw.i8(mask + i * maskStride), a + i * aStride, b + i * bStride),
                    out + i * outStride);
        }
    }

    @Override
    public void put(long mask, long maskStride, long in, long inStride, long out, long outStride, long spare, long n) {
        for (long done = 0; done < n;) {
            if (maskStride == 1 && done + Long.BYTES <= n && Raw.i64(mask + done) == 0) {
                done += Long.BYTES;
                continue;
            }
            int count = (int) Math.min(FEW, n - done);
            put(mask + done * maskStride, maskStride, in + done * inStride, inStride, out + done * outStride, outStride,
                    spare, count);
            done += count;
        }
    }

    private static void put(long mask, long maskStride, long in, long inStride, long out, long outStride, long spare,
            int n) {
        switch (0) { // as above
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (int i = 0; i < n; i++) {
            move(in + i * inStride,
                    Bools.either(Raw.i8(mask + i * maskStride), out + i * outStride, spare));
        }
    }

    @Override
    public long choose(long[] strips, long[] strides, long n) {
        int out = strips.length - 2;
        int which = strips.length - 1;
        for (long i = 0; i < n; i++) {
            long strip = Raw.i64(strips[which] + i * strides[which]);
            if (strip < 0 || strip >= out) {
                return i;
            }
            move(strips[(int) strip] + i * strides[(int) strip], strips[out] + i * strides[out]);
        }
        return n;
    }

    /** Of the template's own: one for all sizes would be inlined by the profile of what others copy. */
    private static void move(long from, long to) {
        switch (ELEMENT) {
            case 1 -> Raw.i8(to, Raw.i8(from));
            case 2 -> Raw.i16(to, Raw.i16(from));
            case 4 -> Raw.i32(to, Raw.i32(from));
            case 8 -> Raw.i64(to, Raw.i64(from));
            default -> {
                long second = Raw.i64(from + 8);
                Raw.i64(to, Raw.i64(from));
                Raw.i64(to + 8, second);
            }
        }
    }
}
