package io.arrayport.core.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;

import io.arrayport.core.memory.Memory;

/** Template: {@link GatherKernel} of one size of elements. */
final class ScalarGather implements GatherKernel {
    /** @param element bytes of an element */
    record Spec(int element) {}

    private static final int ELEMENT = Template.data(MethodHandles.lookup(), Spec.class).element();
    private static final int BLOCK = 1024;
    /** Bits at the top of a position that has an address: one for the sign, and those that bytes take. */
    private static final int SHIFT = 1 + Integer.numberOfTrailingZeros(ELEMENT);

    @Override
    public long gather(long in, long step, long dim, long positions, long out, long outStride, long n) {
        boolean packed = step == ELEMENT && outStride == ELEMENT;
        MemorySegment all = packed ? Memory.segment(in, dim * ELEMENT) : MemorySegment.NULL;
        for (long done = 0; done < n; done += BLOCK) {
            int count = (int) Math.min(BLOCK, n - done);
            long at = positions + done * Long.BYTES;
            long to = out + done * outStride;
            // One that counts from the end is rarely alone
            packed = packed && areFollowed(all, at, to, count);
            int copied = packed ? count : strided(in, step, dim, at, to, outStride, count);
            if (copied < count) {
                return done + copied;
            }
        }
        return n;
    }

    /**
     * Copies if all positions are inside and counted from the front. That they are, the segment looks at: there is no
     * faster way. What it cannot see are bits that are shifted out.
     */
    private static boolean areFollowed(MemorySegment in, long positions, long out, int n) {
        try {
            return follow(in, positions, out, n) >>> Long.SIZE - SHIFT == 0;
        } catch (IndexOutOfBoundsException outside) {
            return false;
        }
    }

    /** Returns all bits of the positions. */
    private static long follow(MemorySegment in, long positions, long out, int n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        long bits = 0;
        for (int i = 0; i < n; i++) {
            long position = Raw.i64(positions + 8L * i);
            bits |= position;
            take(in, position * ELEMENT, out + (long) ELEMENT * i);
        }
        return bits;
    }

    private static void take(MemorySegment in, long from, long to) {
        switch (ELEMENT) {
            case 1 -> Raw.i8(to, in.get(ValueLayout.JAVA_BYTE, from));
            case 2 -> Raw.i16(to, in.get(ValueLayout.JAVA_SHORT_UNALIGNED, from));
            case 4 -> Raw.i32(to, in.get(ValueLayout.JAVA_INT_UNALIGNED, from));
            case 8 -> Raw.i64(to, in.get(ValueLayout.JAVA_LONG_UNALIGNED, from));
            default -> {
                Raw.i64(to, in.get(ValueLayout.JAVA_LONG_UNALIGNED, from));
                Raw.i64(to + 8, in.get(ValueLayout.JAVA_LONG_UNALIGNED, from + 8));
            }
        }
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
            move(in + position * step, out + i * outStride);
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
            move(in + i * inStride, out + position * step);
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
