package io.arrayport.core.loop;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import io.arrayport.core.backend.Op;
import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FloatFormat;
import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.element.Element;
import io.arrayport.core.kernel.BinaryKernel;
import io.arrayport.core.kernel.Kernels;
import io.arrayport.core.kernel.Lane;
import io.arrayport.core.kernel.UnaryKernel;
import io.arrayport.core.memory.Memory;

/**
 * Continues contiguous elements from their first two in the type's own arithmetic, as NumPy does: the i-th is the first
 * plus i times their difference, integers modulo their range, 16-bit floats and parts of complex64 as float32. What
 * blocks have in common is made once, and every block is computed from it by kernels.
 */
public final class RangeLoop {
    private static final int BLOCK = 1024;
    /** As many are made before kernels are worth their compilation. */
    private static final long FIRST = 1 << 23;

    /** Threads that count at once may forget some. */
    private static long made;

    private final DType computed;
    private final Lane lane;
    private final int block;
    private final long scratch;
    private final UnaryKernel write;

    private RangeLoop(DType type, DType computed, int block, long scratch) {
        this.computed = computed;
        this.block = block;
        this.lane = Lanes.of("arange", computed);
        this.scratch = scratch;
        this.write = Converters.of(computed, type);
    }

    /**
     * @param address of the first of {@code n} elements, of which two are there
     * @param type not bool
     */
    public static void proceed(DType type, long address, long n) {
        DType computed = switch (type) {
            case FloatType real -> real.format() == FloatFormat.BINARY64 ? DType.FLOAT64 : DType.FLOAT32;
            case ComplexType complex -> complex.format() == FloatFormat.BINARY64 ? DType.FLOAT64 : DType.FLOAT32;
            case TimeType _ -> DType.INT64;
            default -> type.withOrder(ByteOrder.nativeOrder());
        };
        int itemsize = type.itemsize();
        boolean first = made + n <= FIRST;
        made += first ? n : 0;
        if (first && type.equals(DType.FLOAT64)) {
            doubles(address, n);
            return;
        }
        if (first && type.equals(DType.INT64)) {
            longs(address, n);
            return;
        }
        int block = (int) Math.min(n, BLOCK);
        try (Scratch scratch = Scratch.of(4L * (block + 4) * 8)) {
            RangeLoop loop = new RangeLoop(type, computed, block, scratch.address());
            if (computed instanceof FloatType) {
                loop.reals(Element.toComplex(type, address).real(),
                        Element.toComplex(type, address + itemsize).real(), computed.equals(type), address, itemsize,
                        n);
            } else {
                long start = Element.toLong(type, address);
                long delta = Element.toLong(type, address + itemsize) - start;
                loop.integers(start, delta, computed.equals(type), address, itemsize, n);
            }
        }
    }

    /**
     * The type of most ranges, at first without kernels: a million are made in Java's arrays in a fifth of the time.
     * Compiled, kernels are twice as fast.
     */
    private static void doubles(long address, long n) {
        double start = Memory.RAW.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, address);
        double delta = Memory.RAW.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, address + Double.BYTES) - start;
        double[] indices = new double[(int) Math.min(n, BLOCK)];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = i;
        }
        double[] block = new double[indices.length];
        for (long done = 2; done < n; done += block.length) {
            steps(indices, (double) done, delta, start, block);
            MemorySegment.copy(block, 0, Memory.RAW, ValueLayout.JAVA_DOUBLE_UNALIGNED, address + done * Double.BYTES,
                    (int) Math.min(block.length, n - done));
        }
    }

    private static void steps(double[] indices, double first, double delta, double start, double[] block) {
        for (int i = 0; i < block.length; i++) {
            block[i] = start + (first + indices[i]) * delta;
        }
    }

    /** As {@link #doubles}. */
    private static void longs(long address, long n) {
        long start = Memory.RAW.get(ValueLayout.JAVA_LONG_UNALIGNED, address);
        long delta = Memory.RAW.get(ValueLayout.JAVA_LONG_UNALIGNED, address + Long.BYTES) - start;
        long[] steps = new long[(int) Math.min(n, BLOCK)];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = i * delta;
        }
        long[] block = new long[steps.length];
        for (long done = 2; done < n; done += block.length) {
            add(steps, start + done * delta, block);
            MemorySegment.copy(block, 0, Memory.RAW, ValueLayout.JAVA_LONG_UNALIGNED, address + done * Long.BYTES,
                    (int) Math.min(block.length, n - done));
        }
    }

    private static void add(long[] steps, long first, long[] block) {
        for (int i = 0; i < block.length; i++) {
            block[i] = first + steps[i];
        }
    }

    /**
     * Every block is the first plus a number, and so is each half of the first, down to the two that are there.
     *
     * @param direct whether nothing is to be converted
     */
    private void integers(long start, long delta, boolean direct, long out, int itemsize, long n) {
        int bytes = lane.bytes();
        ByteOrder order = ByteOrder.nativeOrder();
        long first = direct ? out : scratch;
        long base = scratch + block * 8L;
        long results = base + 8;
        Element.put(bytes, order, first, start);
        Element.put(bytes, order, first + bytes, start + delta);
        BinaryKernel add = Kernels.binary(Op.ADD, lane);
        for (int half = 2; half < block; half *= 2) {
            Element.put(bytes, order, base, half * delta);
            add.run(first, bytes, base, 0, first + (long) half * bytes, bytes, Math.min(half, block - half));
        }
        for (long done = direct ? block : 0; done < n; done += block) {
            long count = Math.min(block, n - done);
            Element.put(bytes, order, base, done * delta);
            long to = out + done * itemsize;
            add.run(first, bytes, base, 0, direct ? to : results, bytes, count);
            if (!direct) {
                write.run(results, bytes, to, itemsize, count);
            }
        }
    }

    /**
     * The first two elements stay: the second may not be what their difference, rounded, leads to.
     *
     * @param direct whether nothing is to be converted
     */
    private void reals(double start, double second, boolean direct, long out, int itemsize, long n) {
        int bytes = lane.bytes();
        boolean single = lane == Lane.F32;
        long indices = scratch; // as float64, which holds each
        long numbers = indices + block * 8L;
        long results = numbers + block * 8L;
        long constant = results + block * 8L;
        for (int i = 0; i < block; i++) {
            Memory.RAW.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, indices + 8L * i, i);
        }
        Element.set(computed, constant, single ? (double) ((float) second - (float) start) : second - start);
        Element.set(computed, constant + 8, start);
        BinaryKernel add = Kernels.binary(Op.ADD, Lane.F64);
        BinaryKernel addOwn = Kernels.binary(Op.ADD, lane);
        BinaryKernel multiply = Kernels.binary(Op.MULTIPLY, lane);
        UnaryKernel round = Converters.of(DType.FLOAT64, computed);
        for (long done = 0; done < n; done += block) {
            long skipped = done == 0 ? 2 : 0;
            long count = Math.min(block, n - done) - skipped;
            long to = out + (done + skipped) * itemsize;
            long own = direct ? to : results;
            Element.set(DType.FLOAT64, constant + 16, (double) (done + skipped));
            add.run(indices, 8, constant + 16, 0, single ? numbers : own, 8, count);
            if (single) {
                round.run(numbers, 8, own, bytes, count);
            }
            if (start != 0 || second != 1) { // else they are what they are made from
                multiply.run(own, bytes, constant, 0, own, bytes, count);
                addOwn.run(constant + 8, 0, own, bytes, own, bytes, count);
            }
            if (!direct) {
                write.run(results, bytes, to, itemsize, count);
            }
        }
    }
}
