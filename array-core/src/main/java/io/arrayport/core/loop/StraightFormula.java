package io.arrayport.core.loop;

import java.util.List;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.kernel.FormulaKernel;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.threads.Split;

/**
 * An expression that one kernel computes, of arrays that all lie without gaps in one order: there is nothing to be
 * brought together, and so no blocks that would have to stay in a cache.
 */
final class StraightFormula {
    /** Elements that are computed at once: a range of one thread begins and ends there. */
    private static final long STRETCH = 1 << 15;
    private static final long NUMBER = 16;

    private StraightFormula() {}

    /** Returns false, and has done nothing, if arrays lie otherwise or it takes more than one kernel. */
    static boolean run(BlockProgram program, List<Operand> arrays, List<Object> numbers, Operand out) {
        FormulaUnit formula = program.whole();
        long n = out.layout().size();
        if (formula == null) {
            return false;
        }
        int repeated = repeated(formula, program, arrays, out, false);
        repeated = repeated >= 0 ? repeated : repeated(formula, program, arrays, out, true);
        if (repeated < 0) {
            return false;
        }
        int[] values = formula.values();
        int element = program.type().itemsize();
        long vector = n < formula.least() ? formula.least() * (long) element : 0;
        if (numbers.isEmpty() && vector == 0) {
            run(formula.kernel(repeated, n), addresses(values, arrays, 0, out), repeated, element, n, program.steps());
            return true;
        }
        try (Scratch scratch = Scratch.of(numbers.size() * NUMBER + vector * (values.length + 1))) {
            for (int i = 0; i < numbers.size(); i++) {
                FillLoop.put(program.number(i), scratch.address() + i * NUMBER, numbers.get(i));
            }
            long[] at = addresses(values, arrays, scratch.address(), out);
            if (vector == 0) {
                run(formula.kernel(repeated, n), at, repeated, element, n, program.steps());
            } else {
                few(formula.kernel(repeated, n), at, repeated, element, n, scratch.address() + numbers.size() * NUMBER,
                        vector);
            }
        }
        return true;
    }

    /** A bit for each value that is one element for all; -1 if one lies otherwise. */
    private static int repeated(FormulaUnit formula, BlockProgram program, List<Operand> arrays, Operand out,
            boolean columns) {
        if (!isDense(out.layout(), program.type().itemsize(), columns)) {
            return -1;
        }
        int[] values = formula.values();
        int repeated = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] >= arrays.size() || isOne(arrays.get(values[i]).layout())) {
                repeated |= 1 << i;
            } else if (!isDense(arrays.get(values[i]).layout(), program.itemsize(values[i]), columns)) {
                return -1;
            }
        }
        return repeated;
    }

    private static boolean isDense(Layout layout, int itemsize, boolean columns) {
        return columns ? layout.isFContiguous(itemsize) : layout.isCContiguous(itemsize);
    }

    private static boolean isOne(Layout layout) {
        for (int axis = 0; axis < layout.ndim(); axis++) {
            if (layout.dim(axis) != 1 && layout.stride(axis) != 0) {
                return false;
            }
        }
        return true;
    }

    private static long[] addresses(int[] values, List<Operand> arrays, long numbers, Operand out) {
        long[] at = new long[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            at[i] = values[i] < arrays.size() ? address(arrays.get(values[i]))
                    : numbers + (values[i] - arrays.size()) * NUMBER;
        }
        at[values.length] = address(out);
        return at;
    }

    private static long address(Operand operand) {
        return operand.storage().address() + operand.layout().offset();
    }

    private static void run(FormulaKernel kernel, long[] at, int repeated, int element, long n, int steps) {
        if (n <= 2 * STRETCH) {
            kernel.run(at, n);
            return;
        }
        // The last range takes what is left over: a kernel computes no less than a vector
        long units = n / STRETCH;
        Split.run(units, STRETCH * steps, (from, to) -> {
            long[] own = new long[at.length];
            for (long unit = from; unit < to; unit++) {
                for (int i = 0; i < at.length; i++) {
                    own[i] = at[i] + ((repeated >>> i & 1) != 0 ? 0 : unit * STRETCH * element);
                }
                kernel.run(own, unit == units - 1 ? n - unit * STRETCH : STRETCH);
            }
        });
    }

    /** Fewer elements than a vector has: of copies that are as long as one. */
    private static void few(FormulaKernel kernel, long[] at, int repeated, int element, long n, long room,
            long vector) {
        int out = at.length - 1;
        for (int i = 0; i < out; i++) {
            if ((repeated >>> i & 1) == 0) {
                Memory.copy(at[i], room + i * vector, n * element);
                at[i] = room + i * vector;
            }
        }
        long result = at[out];
        at[out] = room + out * vector;
        kernel.run(at, vector / element);
        Memory.copy(at[out], result, n * element);
    }
}
