package io.arrayport.core.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

import io.arrayport.core.backend.Program;
import io.arrayport.core.backend.Program.Apply;
import io.arrayport.core.backend.Program.Step;
import io.arrayport.core.kernel.BinaryKernel;
import io.arrayport.core.kernel.Formula;
import io.arrayport.core.kernel.Formula.Term;
import io.arrayport.core.kernel.FormulaKernel;
import io.arrayport.core.kernel.Lane;

/** Steps of a program that follow each other, as one kernel for each way in which its inputs may lie. */
final class FormulaUnit {
    private static final int MOST_INPUTS = 24;
    /** Of a kernel for far arrays, beside its repeated values. */
    private static final int FAR = 1 << MOST_INPUTS;

    private final Lane lane;
    private final int[] values;
    private final List<Term> terms;
    private final int least;
    private final ConcurrentHashMap<Integer, FormulaKernel> kernels = new ConcurrentHashMap<>();

    private FormulaUnit(Lane lane, int[] values, List<Term> terms) {
        this.lane = lane;
        this.values = values;
        this.terms = terms;
        this.least = new Formula(lane, values.length, 0, false, terms).least();
    }

    /** Returns whether so many steps are better taken at once. */
    static boolean isWorth(Program program, int from, int to) {
        return to > from && inputs(program, from, to).size() <= MOST_INPUTS;
    }

    /** Takes the steps from {@code from} to {@code to}, which is one of them. */
    static FormulaUnit of(Program program, int from, int to) {
        List<Integer> inputs = inputs(program, from, to);
        List<Term> terms = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            Step step = program.steps().get(i);
            List<Integer> own = step.inputs().stream().map(input -> input >= program.first() + from
                    ? input - program.first() - from + inputs.size() : inputs.indexOf(input)).toList();
            terms.add(new Term(step instanceof Apply apply ? apply.op() : null, own));
        }
        return new FormulaUnit(Lanes.of("fuse", program.steps().get(to).type()),
                inputs.stream().mapToInt(Integer::intValue).toArray(), terms);
    }

    private static List<Integer> inputs(Program program, int from, int to) {
        return program.steps().subList(from, to + 1).stream().flatMap(step -> step.inputs().stream())
                .filter(input -> input < program.first() + from).distinct().toList();
    }

    /**
     * @param all elements of which it computes {@code n}
     * @return whether it was computed: not where elements lie apart, or are few
     */
    boolean run(long[] at, long[] strides, long out, long outStride, long n, long all) {
        int element = lane.bytes();
        if (n < least || outStride != element) {
            return false;
        }
        int repeated = 0;
        long[] where = new long[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            where[i] = at[values[i]];
            long stride = strides[values[i]];
            repeated |= stride == 0 ? 1 << i : 0;
            if (stride != 0 && stride != element) {
                return false;
            }
        }
        where[values.length] = out;
        kernel(repeated, all).run(where, n);
        return true;
    }

    /** Returns fewest elements that its kernels compute. */
    int least() {
        return least;
    }

    /** Returns the values that it takes. */
    int[] values() {
        return values;
    }

    /**
     * @param repeated a bit for each value that it takes, set where one element is that of all
     * @param all elements of which it computes some
     */
    FormulaKernel kernel(int repeated, long all) {
        int form = all * lane.bytes() >= BinaryKernel.FAR_BYTES ? repeated | FAR : repeated;
        FormulaKernel known = kernels.get(form);
        return known != null ? known : kernels.computeIfAbsent(form,
                _ -> new Formula(lane, values.length, repeated, form != repeated, terms).kernel());
    }
}
