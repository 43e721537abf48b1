package io.arrayport.core.loop;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.kernel.Steps;
import io.arrayport.core.memory.Memory;
import org.jspecify.annotations.Nullable;

/** Counts positions, or adds up their weights. */
final class TallyLoop {
    /** So few counts go into tables, of which caches hold all. */
    private static final int SEVERAL = 2048;
    /** From here on that costs less than it saves. */
    private static final long MANY = 4 * SEVERAL;
    /** Positions that are looked at before it is asked whether all have a count. */
    private static final int BLOCK = 1024;
    private static final long BLOCK_BYTES = (long) BLOCK * Long.BYTES;
    /** Of an address: the compiler then knows that it is within memory, and asks nothing for each element. */
    private static final long ADDRESS = (1L << 62) - 1;

    private TallyLoop() {}

    /** As {@link io.arrayport.core.backend.Backend#tally}. */
    static void run(Operand positions, @Nullable Operand weights, Operand out) {
        long n = positions.layout().dim(0);
        long at = first(positions);
        long stride = positions.layout().stride(0);
        long to = first(out);
        boolean several = n >= MANY && out.layout().dim(0) <= SEVERAL;
        if (weights == null) {
            if (several) {
                count(positions, out);
                return;
            }
            for (long i = 0; i < n; i++) {
                long count = to + place(at + i * stride, out) * Long.BYTES;
                Memory.RAW.set(JAVA_LONG_UNALIGNED, count, Memory.RAW.get(JAVA_LONG_UNALIGNED, count) + 1);
            }
            return;
        }
        if (several) {
            add(positions, weights, out);
            return;
        }
        long from = first(weights);
        long step = weights.layout().stride(0);
        for (long i = 0; i < n; i++) {
            long sum = to + place(at + i * stride, out) * Long.BYTES;
            Memory.RAW.set(JAVA_DOUBLE_UNALIGNED, sum,
                    Memory.RAW.get(JAVA_DOUBLE_UNALIGNED, sum)
                            + Memory.RAW.get(JAVA_DOUBLE_UNALIGNED, from + i * step));
        }
    }

    private static void count(Operand positions, Operand out) {
        long n = positions.layout().dim(0);
        long[] block = new long[BLOCK];
        long[] tables = new long[4 * SEVERAL];
        try (Scratch scratch = Scratch.of(BLOCK_BYTES)) {
            for (long done = 0; done < n; done += BLOCK) {
                int some = (int) Math.min(BLOCK, n - done);
                long at = neighbours(positions, done, some, scratch.address());
                MemorySegment.copy(Memory.RAW, JAVA_LONG_UNALIGNED, at, block, 0, some);
                count(block, some, tables);
                require(block, some, out);
            }
        }
        for (int k = 0; k < out.layout().dim(0); k++) {
            long count = first(out) + (long) k * Long.BYTES;
            Memory.RAW.set(JAVA_LONG_UNALIGNED, count, Memory.RAW.get(JAVA_LONG_UNALIGNED, count) + tables[k]
                    + tables[k + SEVERAL] + tables[k + 2 * SEVERAL] + tables[k + 3 * SEVERAL]);
        }
    }

    private static void add(Operand positions, Operand weights, Operand out) {
        long n = positions.layout().dim(0);
        int counts = (int) out.layout().dim(0);
        double[] sums = new double[SEVERAL];
        MemorySegment.copy(Memory.RAW, JAVA_DOUBLE_UNALIGNED, first(out), sums, 0, counts);
        try (Scratch scratch = Scratch.of(2 * BLOCK_BYTES)) {
            for (long done = 0; done < n; done += BLOCK) {
                int some = (int) Math.min(BLOCK, n - done);
                long at = neighbours(positions, done, some, scratch.address());
                long added = neighbours(weights, done, some, scratch.address() + BLOCK_BYTES);
                if (!add(at, added, some, sums, counts)) {
                    for (int i = 0; i < some; i++) {
                        place(at + (long) i * Long.BYTES, out);
                    }
                    throw refused("a number", out); // it is right again, but its weight has gone astray
                }
            }
        }
        MemorySegment.copy(sums, 0, Memory.RAW, JAVA_DOUBLE_UNALIGNED, first(out), counts);
    }

    /** Returns where some elements lie side by side: where they are, or at {@code scratch}. */
    private static long neighbours(Operand from, long done, int some, long scratch) {
        long stride = from.layout().stride(0);
        long at = first(from) + done * stride;
        if (stride == Long.BYTES) {
            return at;
        }
        Steps.copy(Long.BYTES, at, stride, scratch, Long.BYTES, some);
        return scratch;
    }

    /** Into four tables in turn: a count that is added to twice in a row waits for itself. */
    private static void count(long[] block, int some, long[] tables) {
        int i = 0;
        for (; i < some - 3; i += 4) {
            tables[(int) block[i] & SEVERAL - 1]++;
            tables[((int) block[i + 1] & SEVERAL - 1) + SEVERAL]++;
            tables[((int) block[i + 2] & SEVERAL - 1) + 2 * SEVERAL]++;
            tables[((int) block[i + 3] & SEVERAL - 1) + 3 * SEVERAL]++;
        }
        for (; i < some; i++) {
            tables[(int) block[i] & SEVERAL - 1]++;
        }
    }

    /** Returns whether each number has a count. */
    private static boolean add(long at, long weights, int some, double[] sums, int counts) {
        long block = at & ADDRESS;
        long added = weights & ADDRESS;
        long wrong = 0;
        for (int i = 0; i < some; i++) {
            long number = Memory.RAW.get(JAVA_LONG_UNALIGNED, block + (long) i * Long.BYTES);
            wrong |= number | counts - 1L - number;
            sums[(int) number & SEVERAL - 1] += Memory.RAW.get(JAVA_DOUBLE_UNALIGNED,
                    added + (long) i * Double.BYTES);
        }
        return wrong >= 0;
    }

    /** Refuses to go on where a number has no count; what has been counted is nobody's yet. */
    private static void require(long[] block, int some, Operand out) {
        long counts = out.layout().dim(0);
        long wrong = 0;
        for (int i = 0; i < some; i++) {
            wrong |= block[i] | counts - 1 - block[i];
        }
        if (wrong < 0) {
            for (int i = 0; i < some; i++) {
                require(block[i], out);
            }
        }
    }

    /** Which count; another thread may have changed the number since the counts were made for it. */
    private static long place(long address, Operand out) {
        long number = Memory.RAW.get(JAVA_LONG_UNALIGNED, address);
        require(number, out);
        return number;
    }

    private static void require(long number, Operand out) {
        if (number < 0 || number >= out.layout().dim(0)) {
            throw refused("the number " + number, out);
        }
    }

    private static IndexException refused(String number, Operand out) {
        return new IndexException("tally: " + number + " has none of the " + out.layout().dim(0)
                + " counts: numbers must not change while they are counted");
    }

    private static long first(Operand operand) {
        return operand.storage().address() + operand.layout().offset();
    }
}
