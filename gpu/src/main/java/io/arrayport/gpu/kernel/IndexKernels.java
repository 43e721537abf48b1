package io.arrayport.gpu.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.gpu.driver.FirstWrong;

/** Hands the kernels of index.cuh their operands; what they find wrong is noted where they are told. */
public final class IndexKernels {
    /** Choices that a kernel takes at once. */
    private static final int CHOICES = 12;
    private static final int WIDEST = 16;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;

    private final GpuKernels kernels;
    private final FirstWrong wrong;

    public IndexKernels(GpuKernels kernels, FirstWrong wrong) {
        this.kernels = kernels;
        this.wrong = wrong;
    }

    /**
     * Lists of positions, int64 one after the other.
     *
     * @param n of all lists
     * @param each of one list
     * @param dim places of each list
     * @param at the address of the first
     */
    public record Positions(long n, long each, long dim, long at) {}

    /** Checks positions. */
    public void check(Positions positions) {
        kernels.launch("positions_check", positions.n(), to -> write(positions, 0, to));
    }

    /** Copies to each row of {@code listed} what a position names. */
    public void gather(Positions positions, Operand picked, Operand listed) {
        rows("gather_", positions, 0, picked, listed);
    }

    /**
     * Copies each row of {@code listed} to where a position says, the last one of equal positions; nothing if any
     * position is wrong.
     *
     * @param owner room for a long of each place
     */
    public void scatter(Positions positions, long owner, Operand picked, Operand listed) {
        kernels.launch("positions_check", positions.n(), to -> write(positions, owner, to));
        kernels.launch("positions_own", positions.n(), to -> write(positions, owner, to));
        rows("scatter_", positions, owner, picked, listed);
    }

    private void rows(String kernel, Positions positions, long owner, Operand picked, Operand listed) {
        RowUnits units = RowUnits.of(picked, listed);
        for (Walk walk : units.walks()) {
            kernels.launch(kernel + units.width(), positions.n() * walk.size(), to -> {
                long end = write(positions, owner, to);
                to.set(LONG, end, picked.layout().stride(0));
                to.set(LONG, end + Long.BYTES, listed.layout().stride(0));
                walk.write(to.asSlice(end + 2 * Long.BYTES));
            });
        }
    }

    private long write(Positions positions, long owner, MemorySegment to) {
        return longs(to, positions.n(), positions.each(), positions.dim(), positions.at(), wrong.address(), owner);
    }

    private static long longs(MemorySegment to, long... values) {
        for (int i = 0; i < values.length; i++) {
            to.set(LONG, (long) i * Long.BYTES, values[i]);
        }
        return (long) values.length * Long.BYTES;
    }

    /**
     * Adds to {@code out} the places of positions, {@code step} apart.
     *
     * @param refused says what the wrong position is, if there is one
     */
    public void locate(Operand indices, long dim, long step, Operand out, LongFunction<RuntimeException> refused) {
        Walks.each(walk -> {
            kernels.launch("locate_offsets", walk.size(),
                    to -> walk.write(to.asSlice(longs(to, dim, step, wrong.address()))));
            require(walk, 1, refused);
        }, out, indices);
    }

    /** Writes to {@code out} the elements of the choices that {@code which} names; otherwise as {@link #locate}. */
    public void choose(Operand which, List<Operand> choices, Operand out, LongFunction<RuntimeException> refused) {
        long bits = out.dtype().itemsize() | bits(out);
        for (Operand choice : choices) {
            bits |= bits(choice);
        }
        int width = (int) Math.min(WIDEST, Long.lowestOneBit(bits));
        int parts = out.dtype().itemsize() / width;
        DType unit = GpuKernels.bytes(width);
        for (int first = 0; first < choices.size() || first == 0; first += CHOICES) {
            int from = first;
            int count = Math.min(CHOICES, choices.size() - from);
            Operand[] operands = new Operand[2 + count];
            operands[0] = GpuKernels.split(out, unit, parts, width);
            operands[1] = parts == 1 ? which : GpuKernels.split(which, which.dtype(), parts, 0);
            for (int i = 0; i < count; i++) {
                operands[2 + i] = GpuKernels.split(choices.get(from + i), unit, parts, width);
            }
            Walks.each(walk -> {
                kernels.launch("pick_" + width, walk.size(), to -> padded(walk)
                        .write(to.asSlice(longs(to, from, count, choices.size(), wrong.address()))));
                if (from == 0) {
                    require(walk, 1, refused);
                }
            }, operands);
        }
    }

    private static Walk padded(Walk walk) {
        long[][] strides = Arrays.copyOf(walk.strides(), CHOICES + 2);
        Arrays.fill(strides, walk.strides().length, strides.length, new long[walk.shape().length]);
        return new Walk(walk.shape(), strides, Arrays.copyOf(walk.bases(), CHOICES + 2), false);
    }

    private static long bits(Operand operand) {
        long bits = operand.storage().address() + operand.layout().offset();
        for (int axis = 0; axis < operand.layout().ndim(); axis++) {
            bits |= operand.layout().dim(axis) > 1 ? operand.layout().stride(axis) : 0;
        }
        return bits;
    }

    /** Reads the element of an operand, a long, that was noted. */
    private void require(Walk walk, int operand, LongFunction<RuntimeException> refused) {
        long rest = wrong.found();
        if (rest == FirstWrong.NONE) {
            return;
        }
        long at = walk.bases()[operand];
        for (int axis = 0; axis < walk.shape().length; axis++) {
            at += rest % walk.shape()[axis] * walk.strides()[operand][axis];
            rest /= walk.shape()[axis];
        }
        throw refused.apply(wrong.read(at));
    }
}
