package io.arrayport.core.loop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.arrayport.core.backend.Program;
import io.arrayport.core.backend.Program.Apply;
import io.arrayport.core.backend.Program.Choose;
import io.arrayport.core.backend.Program.Convert;
import io.arrayport.core.backend.Program.Step;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.kernel.Formula;
import io.arrayport.core.kernel.Lane;
import org.jspecify.annotations.Nullable;

/**
 * Which steps of a program one kernel takes at once. A group is a step and those before it whose values only it and
 * others of the group take; so what a group gives is one value, that of its last step.
 */
final class Formulas {
    private final Program program;
    private final List<Set<Integer>> users = new ArrayList<>();
    private final int[] group;
    private final int[] sizes;

    private Formulas(Program program) {
        this.program = program;
        int steps = program.steps().size();
        for (int i = 0; i < steps; i++) {
            users.add(new HashSet<>());
        }
        for (int i = 0; i < steps; i++) {
            for (int input : program.steps().get(i).inputs()) {
                if (input >= program.first()) {
                    users.get(input - program.first()).add(i);
                }
            }
        }
        this.group = new int[steps];
        this.sizes = new int[steps];
        Arrays.fill(group, -1);
        for (int i = steps - 1; i >= 0; i--) {
            if (group[i] < 0) {
                join(i);
            }
        }
    }

    /** A program whose steps are ordered by groups, and for each step the last one of its group. */
    record Grouped(Program program, int[] last) {}

    /** Orders steps so that those of a group follow each other. */
    static Grouped group(Program program) {
        Formulas formulas = new Formulas(program);
        int steps = program.steps().size();
        int[] order = IntStream.range(0, steps).boxed()
                .sorted((a, b) -> formulas.group[a] != formulas.group[b]
                        ? Integer.compare(formulas.group[a], formulas.group[b]) : Integer.compare(a, b))
                .mapToInt(Integer::intValue).toArray();
        int[] place = new int[steps];
        for (int i = 0; i < steps; i++) {
            place[order[i]] = i;
        }
        List<Step> ordered = new ArrayList<>();
        int[] last = new int[steps];
        for (int i = 0; i < steps; i++) {
            last[i] = place[formulas.group[order[i]]];
            Step step = program.steps().get(order[i]);
            List<Integer> inputs = step.inputs().stream().map(input -> input < program.first() ? input
                    : place[input - program.first()] + program.first()).toList();
            ordered.add(switch (step) {
                case Apply apply -> new Apply(apply.operation(), apply.op(), apply.signature(), inputs);
                case Choose choose -> new Choose(choose.type(), inputs);
                case Convert convert -> new Convert(convert.type(), inputs);
            });
        }
        return new Grouped(new Program(program.arrays(), program.numbers(), ordered), last);
    }

    private void join(int i) {
        group[i] = i;
        sizes[i] = 1;
        Lane lane = term(i);
        if (lane == null) {
            return;
        }
        Step step = program.steps().get(i);
        int more = step instanceof Choose ? 2 : 1;
        int into = users.get(i).stream().mapToInt(user -> group[user]).distinct().count() == 1
                ? group[users.get(i).iterator().next()] : i;
        if (into != i && lane == term(into) && sizes[into] + more <= Formula.MOST) {
            group[i] = into;
            sizes[into] += more;
        } else {
            sizes[i] = more;
        }
        if (step instanceof Choose) {
            group[step.inputs().getFirst() - program.first()] = group[i];
        }
    }

    /** The lane of a step that can be a term; null if it cannot. A comparison is one with what chooses by it. */
    private @Nullable Lane term(int i) {
        Step step = program.steps().get(i);
        Lane lane = lane(step.type());
        if (lane == null) {
            return null;
        }
        return switch (step) {
            case Apply apply -> Formula.has(apply.op(), lane) && isUniform(apply, lane) ? lane : null;
            case Choose choose -> choosesBy(i, choose.inputs(), lane) ? lane : null;
            case Convert _ -> null;
        };
    }

    private boolean choosesBy(int i, List<Integer> inputs, Lane lane) {
        int condition = inputs.getFirst() - program.first();
        return condition >= 0 && !inputs.subList(1, 3).contains(inputs.getFirst())
                && users.get(condition).equals(Set.of(i))
                && program.steps().get(condition) instanceof Apply apply && Formula.isComparison(apply.op())
                && isUniform(apply, lane);
    }

    private static boolean isUniform(Apply apply, Lane lane) {
        return apply.signature().inputs().stream().allMatch(type -> lane(type) == lane);
    }

    private static @Nullable Lane lane(DType type) {
        if ("iuf".indexOf(type.kind()) < 0 || !type.isNative()) {
            return null;
        }
        Lane lane = Lanes.of("fuse", type);
        return Formula.has(lane) ? lane : null;
    }
}
