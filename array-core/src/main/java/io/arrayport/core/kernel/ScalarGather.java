package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;

/** Template: {@link GatherKernel} of one size of elements. */
final class ScalarGather implements GatherKernel {
    /** @param element bytes of an element */
    record Spec(int element) {}

    private static final int ELEMENT = Template.data(MethodHandles.lookup(), Spec.class).element();
    private static final int BLOCK = 1024;

    @Override
    public long gather(long in, long step, long dim, long positions, long out, long outStride, long n) {
        for (long done = 0; done < n; done += BLOCK) {
            int count = (int) Math.min(BLOCK, n - done);
            long at = positions + done * Long.BYTES;
            int copied = step == ELEMENT && outStride == ELEMENT ? packed(in, dim, at, out + done * ELEMENT, count)
                    : strided(in, step, dim, at, out + done * outStride, outStride, count);
            if (copied < count) {
                return done + copied;
            }
        }
        return n;
    }

    @Override
    public long scatter(long in, long inStride, long positions, long out, long step, long dim, long n) {
        for (long done = 0; done < n; done += BLOCK) {
            int count = (int) Math.min(BLOCK, n - done);
            int copied = spread(in + done * inStride, inStride, positions + done * Long.BYTES, out, step, dim, count);
            if (copied < count) {
                return done + copied;
            }
        }
        return n;
    }

    private static int packed(long in, long dim, long positions, long out, int n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (int i = 0; i < n; i++) {
            long position = Positions.fromFront(Raw.i64(positions + 8L * i), dim);
            if (Positions.isOutside(position, dim)) {
                return i;
            }
            Element.move(ELEMENT, in + position * ELEMENT, out + (long) ELEMENT * i);
        }
        return n;
    }

    private static int strided(long in, long step, long dim, long positions, long out, long outStride, int n) {
        switch (0) { // as above
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (int i = 0; i < n; i++) {
            long position = Positions.fromFront(Raw.i64(positions + 8L * i), dim);
            if (Positions.isOutside(position, dim)) {
                return i;
            }
            Element.move(ELEMENT, in + position * step, out + i * outStride);
        }
        return n;
    }

    private static int spread(long in, long inStride, long positions, long out, long step, long dim, int n) {
        switch (0) { // as above
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (int i = 0; i < n; i++) {
            long position = Positions.fromFront(Raw.i64(positions + 8L * i), dim);
            if (Positions.isOutside(position, dim)) {
                return i;
            }
            Element.move(ELEMENT, in + i * inStride, out + position * step);
        }
        return n;
    }
}
