package io.arrayport.core.loop;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.backend.Program;
import io.arrayport.core.backend.Program.Apply;
import io.arrayport.core.backend.Program.Choose;
import io.arrayport.core.backend.Program.Convert;
import io.arrayport.core.backend.Program.Step;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.kernel.BinaryKernel;
import io.arrayport.core.kernel.BlendKernel;
import io.arrayport.core.kernel.Choices;
import io.arrayport.core.kernel.Kernels;
import io.arrayport.core.kernel.UnaryKernel;
import io.arrayport.core.loop.Formulas.Grouped;
import org.jspecify.annotations.Nullable;

/**
 * A program as kernels, one after the other, over a block of elements: what comes in between lies in slots that stay in
 * the cache. Values that are no longer needed give their slot to the next.
 */
final class BlockProgram {
    /** Bytes of all slots together, about: half of a first-level cache. */
    private static final long CACHE = 24 << 10;
    private static final long MOST = 4096;
    private static final long LEAST = 512;
    private static final long ROUND = 64;

    /** One kernel, which takes values where {@code at} says they are. */
    private interface Unit {
        void run(long[] at, long[] strides, long out, long outStride, long n);
    }

    private final Program program;
    /** For each step the last one of its group. */
    private final int[] last;
    private final Unit[] units;
    /** At the first step of a group, what computes all of it. */
    private final @Nullable FormulaUnit[] formulas;
    private final int[] slots;
    private final int[] slotBytes;
    private final boolean[] strided;
    private final long block;

    BlockProgram(Program written) {
        Grouped grouped = Formulas.group(written);
        this.program = grouped.program();
        this.last = grouped.last();
        List<Step> steps = program.steps();
        this.units = new Unit[steps.size()];
        for (int i = 0; i < units.length; i++) {
            units[i] = unit(program, steps.get(i));
        }
        this.formulas = new @Nullable FormulaUnit[units.length];
        for (int i = 0; i < units.length; i++) {
            if ((i == 0 || last[i - 1] != last[i]) && FormulaUnit.isWorth(program, i, last[i])) {
                formulas[i] = FormulaUnit.of(program, i, last[i]);
            }
        }
        this.slots = new int[units.length];
        this.slotBytes = assign();
        this.strided = new boolean[program.arrays().size()];
        for (int array = 0; array < strided.length; array++) {
            strided[array] = isOnlyConverted(array);
        }
        long each = 0;
        for (int slot = 0; slot < slotBytes.length; slot++) {
            each += isUsual(slot) ? slotBytes[slot] : 0;
        }
        this.block = each == 0 ? MOST : Math.max(LEAST, Math.min(MOST, CACHE / each / ROUND * ROUND));
    }

    /** Whether a slot is used where formulas are computed at once. */
    private boolean isUsual(int slot) {
        for (int i = 0; i < units.length - 1; i++) {
            if (slots[i] == slot && (last[i] == i || formulas[first(i)] == null)) {
                return true;
            }
        }
        return false;
    }

    /** The first step of a step's group. */
    private int first(int i) {
        int first = i;
        while (first > 0 && last[first - 1] == last[i]) {
            first--;
        }
        return first;
    }

    private static Unit unit(Program program, Step step) {
        List<Integer> inputs = step.inputs();
        int a = inputs.getFirst();
        int b = inputs.getLast();
        return switch (step) {
            case Apply apply when inputs.size() == 1 -> unary(
                    Kernels.unary(apply.op(), Lanes.of(apply.operation(), apply.signature().input(0))), a);
            case Apply apply -> {
                BinaryKernel kernel = ElementLoop.kernel(apply.op(), apply.signature());
                yield (at, strides, out, outStride, n) -> kernel.run(at[a], strides[a], at[b], strides[b], out,
                        outStride, n);
            }
            case Choose choose -> {
                BlendKernel kernel = Choices.blend(choose.type().itemsize());
                int first = inputs.get(1);
                yield (at, strides, out, outStride, n) -> kernel.blend(at[a], strides[a], at[first], strides[first],
                        at[b], strides[b], out, outStride, n);
            }
            case Convert convert -> unary(Converters.of(program.type(a), convert.type()), a);
        };
    }

    private static Unit unary(UnaryKernel kernel, int a) {
        return (at, strides, out, outStride, n) -> kernel.run(at[a], strides[a], out, outStride, n);
    }

    /** Gives each step but the last a slot; returns the bytes of an element of each slot. */
    private int[] assign() {
        int[] until = new int[program.values()];
        for (int i = 0; i < units.length; i++) {
            for (int input : program.steps().get(i).inputs()) {
                until[input] = Math.max(until[input], last[i]); // a group reads all of its inputs to the end
            }
        }
        List<Integer> bytes = new ArrayList<>();
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < units.length - 1; i++) {
            Step step = program.steps().get(i);
            int itemsize = step.type().itemsize();
            // What a step takes for the last time it may write over, if elements lie where they lay
            boolean inPlace = step instanceof Apply;
            int own = inPlace ? dying(step, i, until, itemsize) : -1;
            if (own < 0) {
                own = free.isEmpty() ? bytes.size() : free.removeLast();
                if (own == bytes.size()) {
                    bytes.add(0);
                }
            }
            slots[i] = own;
            bytes.set(own, Math.max(bytes.get(own), itemsize));
            for (int from = 0; from < i; from++) {
                if (until[program.first() + from] == i && slots[from] != own) {
                    free.add(slots[from]);
                }
            }
        }
        return bytes.stream().mapToInt(Integer::intValue).toArray();
    }

    private int dying(Step step, int i, int[] until, int itemsize) {
        for (int input : step.inputs()) {
            int from = input - program.first();
            if (from >= 0 && until[input] == i && program.type(input).itemsize() == itemsize) {
                return slots[from];
            }
        }
        return -1;
    }

    /** Conversions take any stride as well as a copy would; everything else is faster without gaps. */
    private boolean isOnlyConverted(int array) {
        return program.steps().stream().filter(step -> step.inputs().contains(array)).count() == 1
                && program.steps().stream().anyMatch(step -> step instanceof Convert
                        && step.inputs().contains(array));
    }

    DType type() {
        return program.type();
    }

    /** Returns what computes all of it at once; null if nothing does. */
    @Nullable
    FormulaUnit whole() {
        return last[0] == units.length - 1 ? formulas[0] : null;
    }

    /** Returns how many steps there are. */
    int steps() {
        return units.length;
    }

    /** Returns the bytes of an array's element. */
    int itemsize(int array) {
        return program.arrays().get(array).itemsize();
    }

    DType number(int i) {
        return program.numbers().get(i);
    }

    /** Returns how many values there are. */
    int values() {
        return program.values();
    }

    /** Returns whether an array's elements may lie apart. */
    boolean takesGaps(int array) {
        return strided[array];
    }

    /** Returns how many elements of a block stay in the cache. */
    long block() {
        return block;
    }

    /** Returns the bytes of all slots, of so many elements each. */
    long room(long n) {
        long room = 0;
        for (int bytes : slotBytes) {
            room += padded(bytes * n);
        }
        return room;
    }

    static long padded(long bytes) {
        return bytes + ROUND - 1 & -ROUND;
    }

    /**
     * Computes a block.
     *
     * @param at where the arrays and numbers are; steps are added behind
     * @param room where the slots are
     * @param most for how many elements each slot has room
     * @param all elements of which the block has {@code n}
     */
    void run(long[] at, long[] strides, long room, long most, long out, long outStride, long n, long all) {
        int first = program.first();
        int end = units.length - 1;
        for (int i = 0; i <= end; i++) {
            FormulaUnit formula = formulas[i];
            if (formula != null) {
                int root = last[i];
                long to = root == end ? out : slot(root, room, most);
                long stride = root == end ? outStride : program.type(first + root).itemsize();
                if (formula.run(at, strides, to, stride, n, all)) {
                    at[first + root] = to;
                    strides[first + root] = stride;
                    i = root;
                    continue;
                }
            }
            long to = i == end ? out : slot(i, room, most);
            long stride = i == end ? outStride : program.type(first + i).itemsize();
            units[i].run(at, strides, to, stride, n);
            at[first + i] = to;
            strides[first + i] = stride;
        }
    }

    private long slot(int step, long room, long most) {
        long to = room;
        for (int slot = 0; slot < slots[step]; slot++) {
            to += padded(slotBytes[slot] * most);
        }
        return to;
    }
}
