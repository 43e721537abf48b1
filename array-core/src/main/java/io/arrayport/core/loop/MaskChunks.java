package io.arrayport.core.loop;

import io.arrayport.core.kernel.SqueezeKernel;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.threads.Split;

/**
 * The bools of a mask in C order, in chunks that several threads count, and then write to where the chunks before them
 * end.
 */
final class MaskChunks {
    /** About how many bools a chunk has. */
    private static final long CHUNK = 1 << 15;

    private static final int MASK = 0;
    private static final int IN = 1;

    private final Axes axes;
    private final long[] first;
    private final int outermost;
    private final long inner; // bools of one step along the outermost axis
    private final long block; // steps of a chunk
    private final long[] starts; // how many are true before each chunk, and in all

    private MaskChunks(Axes axes, long[] first, long size) {
        this.axes = axes;
        this.first = first;
        this.outermost = Math.max(0, axes.ndim() - 1);
        long steps = axes.dim(outermost);
        this.inner = steps == 0 ? 0 : size / steps;
        boolean worth = Split.isWorth(size, 1);
        this.block = worth ? Math.max(1, CHUNK / inner) : Math.max(1, steps);
        this.starts = new long[(int) ((steps + block - 1) / block) + 1];
        if (size > 0 && !worth) {
            starts[1] = PositionsLoop.count(axes, at(MASK, 0));
        } else if (size > 0) {
            Split.run(starts.length - 1, block * inner, (from, to) -> {
                for (int chunk = (int) from; chunk < to; chunk++) {
                    starts[chunk + 1] = PositionsLoop.count(part(chunk), at(MASK, chunk));
                }
            });
        }
        for (int chunk = 1; chunk < starts.length; chunk++) {
            starts[chunk] += starts[chunk - 1];
        }
    }

    /** Counts the bools. */
    static MaskChunks of(long base, Layout mask) {
        return new MaskChunks(Axes.of(mask).coalesce(), new long[]{base + mask.offset()}, mask.size());
    }

    /** Counts the bools, which elements of another operand are to be taken by. */
    static MaskChunks of(long base, Layout mask, long inBase, Layout in) {
        return new MaskChunks(Axes.of(mask, in).coalesce(), new long[]{base + mask.offset(), inBase + in.offset()},
                mask.size());
    }

    /** Returns how many are true. */
    long count() {
        return starts[starts.length - 1];
    }

    /** Writes where they are, from 0 and as longs, to {@code to}, where there is room for one more. */
    void write(long to) {
        each((chunk, start, limit, end) -> PositionsLoop.write(part(chunk), at(MASK, chunk), chunk * block * inner,
                to + start * Long.BYTES, to + limit * Long.BYTES, to + end * Long.BYTES));
    }

    /** Writes the other operand's elements that are there, to as much room. */
    void squeeze(SqueezeKernel kernel, int itemsize, long to) {
        each((chunk, start, limit, end) -> PositionsLoop.squeeze(kernel, part(chunk), at(MASK, chunk), at(IN, chunk),
                to + start * itemsize, to + limit * itemsize, to + end * itemsize));
    }

    private interface Chunk {
        /** @param limit where the last place is that may be written to; {@code end}, or the one before it */
        void write(int chunk, long start, long limit, long end);
    }

    private void each(Chunk write) {
        if (starts.length == 2) {
            each(0, 1, write);
        } else {
            Split.run(starts.length - 1, block * inner, (from, to) -> each(from, to, write));
        }
    }

    private void each(long from, long to, Chunk write) {
        for (int chunk = (int) from; chunk < to; chunk++) {
            // What follows a chunk is the next one's, which other threads write
            long end = starts[chunk + 1];
            if (end > starts[chunk]) {
                write.write(chunk, starts[chunk], chunk < starts.length - 2 ? end - 1 : end, end);
            }
        }
    }

    private Axes part(int chunk) {
        long steps = axes.dim(outermost);
        return starts.length == 2 ? axes : axes.part(outermost, Math.min(block, steps - chunk * block));
    }

    private long at(int operand, int chunk) {
        return first[operand] + chunk * block * axes.stride(operand, outermost);
    }
}
