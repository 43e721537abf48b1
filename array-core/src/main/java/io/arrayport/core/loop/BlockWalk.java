package io.arrayport.core.loop;

import java.util.Arrays;
import java.util.List;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.kernel.Steps;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;

/**
 * Computes the elements of an expression block by block. Elements are counted in the order in which those of the result
 * lie; a block is some of the inner axes, whole, and a part of the next one. Arrays whose elements do not lie in one
 * stride there are brought together first, and results that do not are spread afterwards. For one thread.
 */
final class BlockWalk implements AutoCloseable {
    /** Fewest elements of a block, if there are as many: calling its kernels costs as much as some hundred. */
    private static final long WORTHWHILE = 512;
    private static final int RESULT = 0;
    /** Bytes of a number's place. */
    static final long NUMBER = 16;
    private static final long SUMS = 64 * NUMBER;

    private final BlockProgram program;
    private final Axes axes;
    private final long[] bases;
    /** For each operand, how many inner axes besides the first it walks with one stride. */
    private final int[] joined;
    /** Elements of so many inner axes together. */
    private final long[] sizes;
    private final int level;
    private final int resultBytes;
    private final long most;
    private final long[] at;
    private final long[] strides;
    private final long[] gathered;
    private final Scratch scratch;
    private final long room;
    private final long spread;

    /**
     * @param result where results lie, which orders the elements; of a fresh array if they are not stored
     * @param base address that {@code result}'s offset is relative to; 0 if they are not stored
     * @param numbers as {@link io.arrayport.core.backend.Backend#fill} takes them
     */
    BlockWalk(BlockProgram program, List<Operand> arrays, List<Object> numbers, Layout result, long base) {
        this.program = program;
        this.resultBytes = program.type().itemsize();
        this.bases = new long[arrays.size() + 1];
        bases[RESULT] = base + result.offset();
        for (int array = 0; array < arrays.size(); array++) {
            Operand operand = arrays.get(array);
            bases[array + 1] = operand.storage().address() + operand.layout().offset();
        }
        this.axes = Axes.by(result, arrays).flip(bases).coalesce();
        int ndim = Math.max(1, axes.ndim());
        this.sizes = new long[ndim + 1];
        sizes[0] = 1;
        for (int i = 0; i < ndim; i++) {
            sizes[i + 1] = sizes[i] * axes.dim(i);
        }
        int inner = 0;
        while (inner < ndim - 1 && sizes[inner + 1] < WORTHWHILE) {
            inner++;
        }
        this.level = inner;
        this.most = Math.min(Math.max(program.block(), sizes[level]), sizes[ndim]);
        this.joined = new int[bases.length];
        for (int operand = 0; operand < bases.length; operand++) {
            joined[operand] = joined(operand, ndim);
        }
        this.at = new long[program.values()];
        this.strides = new long[program.values()];
        this.gathered = new long[arrays.size()];
        long bytes = NUMBER * numbers.size();
        for (int array = 0; array < gathered.length; array++) {
            gathered[array] = BlockProgram.padded(bytes);
            bytes = gathered[array] + (mayGather(array) ? most * program.itemsize(array) : 0);
        }
        long slots = BlockProgram.padded(bytes);
        long behind = slots + program.room(most);
        this.scratch = Scratch.of(behind + most * (resultBytes + NUMBER) + SUMS);
        this.room = scratch.address() + slots;
        this.spread = scratch.address() + behind;
        for (int i = 0; i < numbers.size(); i++) {
            long to = scratch.address() + i * NUMBER;
            at[arrays.size() + i] = to;
            FillLoop.put(program.number(i), to, numbers.get(i));
        }
    }

    private int joined(int operand, int ndim) {
        int count = 0;
        while (count < ndim - 1
                && axes.stride(operand, count) * axes.dim(count) == axes.stride(operand, count + 1)) {
            count++;
        }
        return count;
    }

    private boolean mayGather(int array) {
        return joined[array + 1] < level || hasGaps(array);
    }

    private boolean hasGaps(int array) {
        long stride = axes.stride(array + 1, 0);
        return stride != 0 && stride != program.itemsize(array) && !program.takesGaps(array);
    }

    /** Returns how many elements there are. */
    long size() {
        return sizes[sizes.length - 1];
    }

    /** Returns how many elements a block has at most. */
    long most() {
        return most;
    }

    /** Returns how many blocks there are. */
    long blocks() {
        return size() / (sizes[level] * axes.dim(level)) * chunks();
    }

    private long rows() {
        return Math.max(1, most / sizes[level]);
    }

    private long chunks() {
        return (axes.dim(level) + rows() - 1) / rows();
    }

    /** Computes the blocks {@code [first, end)} and stores them. */
    void run(long first, long end) {
        long dim = axes.dim(level);
        for (long block = first; block < end; block++) {
            long index = block % chunks() * rows();
            box((block / chunks() * dim + index) * sizes[level], level, Math.min(rows(), dim - index), true, 0);
        }
    }

    /** Computes {@code n} elements, at most {@link #most}, and returns where they lie, without gaps. */
    long range(long first, long n) {
        long from = first;
        long to = spread;
        long end = first + n;
        while (from < end) {
            int whole = 0;
            while (whole < level && from % sizes[whole + 1] == 0 && end - from >= sizes[whole + 1]) {
                whole++;
            }
            long index = from / sizes[whole] % axes.dim(whole);
            long count = Math.min((end - from) / sizes[whole], axes.dim(whole) - index);
            box(from, whole, count, false, to);
            from += count * sizes[whole];
            to += count * sizes[whole] * resultBytes;
        }
        return spread;
    }

    /** Returns where there is room for as many elements of any number as a block has. */
    long beside() {
        return spread + most * resultBytes;
    }

    /** Returns where there is room for 64 numbers besides. */
    long sums() {
        return beside() + most * NUMBER;
    }

    /**
     * @param whole how many inner axes are taken whole
     * @param count how many of the next one
     * @param store whether results go where the result lies; otherwise to {@code to}
     */
    private void box(long from, int whole, long count, boolean store, long to) {
        long n = count * sizes[whole];
        for (int array = 0; array < gathered.length; array++) {
            long address = bases[array + 1] + offset(array + 1, from);
            long stride = axes.stride(array + 1, 0);
            if (joined[array + 1] < whole) {
                gather(array, address, whole, count);
            } else if (hasGaps(array) && n > 1) {
                long target = scratch.address() + gathered[array];
                Steps.copy(program.itemsize(array), address, stride, target, program.itemsize(array), n);
                at[array] = target;
                strides[array] = program.itemsize(array);
            } else {
                at[array] = address;
                strides[array] = stride;
            }
        }
        if (!store) {
            program.run(at, strides, room, most, to, resultBytes, n, size());
            return;
        }
        long address = bases[RESULT] + offset(RESULT, from);
        if (joined[RESULT] >= whole) {
            program.run(at, strides, room, most, address, axes.stride(RESULT, 0), n, size());
        } else {
            program.run(at, strides, room, most, spread, resultBytes, n, size());
            Layout box = layout(RESULT, whole, count);
            CopyLoop.copy(spread, Layout.contiguous(box.shape(), resultBytes), address, box, resultBytes);
        }
    }

    private void gather(int array, long address, int whole, long count) {
        int itemsize = program.itemsize(array);
        long target = scratch.address() + gathered[array];
        Layout box = layout(array + 1, whole, count);
        CopyLoop.copy(address, box, target, Layout.contiguous(box.shape(), itemsize), itemsize);
        at[array] = target;
        strides[array] = itemsize;
    }

    private long offset(int operand, long from) {
        long offset = 0;
        for (int i = 0; i < sizes.length - 1; i++) {
            offset += from / sizes[i] % axes.dim(i) * axes.stride(operand, i);
        }
        return offset;
    }

    /** The outermost axis comes first, as in C. */
    private Layout layout(int operand, int whole, long count) {
        long[] dims = new long[whole + 1];
        long[] own = new long[whole + 1];
        for (int i = 0; i <= whole; i++) {
            dims[whole - i] = i == whole ? count : axes.dim(i);
            own[whole - i] = axes.stride(operand, i);
        }
        return Layout.of(Shape.of(dims), own, 0);
    }

    @Override
    public void close() {
        scratch.close();
    }

    @Override
    public String toString() {
        return "blocks of " + most + " of " + Arrays.toString(sizes);
    }
}
