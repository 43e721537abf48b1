package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;

/**
 * Template: {@link SqueezeKernel} of one size of elements. Each element is written where the next true one goes,
 * whether it is true or not: nothing branches on a bool, which cannot be foreseen.
 */
final class ScalarSqueeze implements SqueezeKernel {
    /** @param element bytes of an element */
    record Spec(int element) {}

    private static final int ELEMENT = Template.data(MethodHandles.lookup(), Spec.class).element();
    private static final int BLOCK = 1024;

    @Override
    public long run(long mask, long maskStride, long in, long inStride, long out, long end, long n) {
        long to = out;
        for (long done = 0; done < n && to <= end;) {
            // As many as there is surely room for
            long count = Math.min(Math.min(BLOCK, n - done), (end - to) / ELEMENT + 1);
            to = strip(mask + done * maskStride, maskStride, in + done * inStride, inStride, to, (int) count);
            done += count;
        }
        return to;
    }

    private static long strip(long mask, long maskStride, long in, long inStride, long out, int n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        long to = out;
        for (int i = 0; i < n; i++) {
            move(in + i * inStride, to);
            to += (long) ELEMENT * Bools.bit(Raw.i8(mask + i * maskStride));
        }
        return to;
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
