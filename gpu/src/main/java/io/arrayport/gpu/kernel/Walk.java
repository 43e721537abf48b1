package io.arrayport.gpu.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * How a kernel walks some operands of one shape, as walk.cuh has it: axes merged beforehand, the innermost first. What
 * has more axes than a kernel takes is walked in several launches.
 *
 * @param shape lengths of at most {@link #AXES} axes
 * @param strides of each operand along them, in bytes
 * @param bases of each operand the address of the first element; 0 if it is not there
 * @param packed whether the kernel may read and write four elements at a time
 */
public record Walk(long[] shape, long[][] strides, long[] bases, boolean packed) {
    /** Axes that a kernel takes. */
    public static final int AXES = 8;

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final long SHAPE = 16;
    private static final long STRIDES = SHAPE + AXES * Long.BYTES;

    /** Returns how many elements there are. */
    public long size() {
        long size = 1;
        for (long length : shape) {
            size *= length;
        }
        return size;
    }

    /** Writes it as the struct of that name. */
    public void write(MemorySegment to) {
        to.set(LONG, 0, size());
        to.set(ValueLayout.JAVA_INT, Long.BYTES, shape.length);
        to.set(ValueLayout.JAVA_INT, Long.BYTES + Integer.BYTES, packed ? 1 : 0);
        for (int axis = 0; axis < shape.length; axis++) {
            to.set(LONG, SHAPE + (long) axis * Long.BYTES, shape[axis]);
        }
        long bases = bytes(strides.length) - (long) strides.length * Long.BYTES;
        for (int operand = 0; operand < strides.length; operand++) {
            for (int axis = 0; axis < shape.length; axis++) {
                to.set(LONG, STRIDES + ((long) operand * AXES + axis) * Long.BYTES, strides[operand][axis]);
            }
            to.set(LONG, bases + (long) operand * Long.BYTES, this.bases[operand]);
        }
    }

    /** Returns the bytes of the struct for so many operands. */
    public static long bytes(int operands) {
        return STRIDES + (long) operands * (AXES + 1) * Long.BYTES;
    }
}
