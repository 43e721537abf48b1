package io.arrayport.core.linear;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.arrayport.core.ndarray.Contraction.Term;
import io.arrayport.core.ndarray.EinsumPath;
import org.jspecify.annotations.Nullable;

/** Looks for the order in which einsum's operands are best contracted, by NumPy's measures of what is best. */
final class PathSearch {
    private final Map<Integer, Long> sizes;
    private final Set<Integer> result;
    /** Elements that nothing between may be larger than: the largest operand or result. */
    private final double largest;

    /**
     * A step that could be next.
     *
     * @param positions of its operands
     * @param left the axes of what is left after it, of its product last
     * @param removed how many elements fewer there are then
     * @param flops what it costs
     */
    private record Step(List<Integer> positions, List<Set<Integer>> left, double removed, double flops) {}

    /** Steps so far, and what they cost. */
    private record Path(List<List<Integer>> steps, List<Set<Integer>> left, double flops) {}

    private PathSearch(Map<Integer, Long> sizes, Set<Integer> result, double largest) {
        this.sizes = sizes;
        this.result = result;
        this.largest = largest;
    }

    /** @param strategy null contracts all operands in one step */
    static List<List<Integer>> of(EinsumPath.@Nullable Strategy strategy, List<Term> terms, int[] result,
            Map<Integer, Long> sizes) {
        if (strategy == null || terms.size() < 3) {
            return List.of(all(terms.size()));
        }
        List<Set<Integer>> inputs = terms.stream().map(term -> set(term.labels())).toList();
        Set<Integer> output = set(result);
        if (output.equals(sizes.keySet())) {
            return List.of(all(terms.size()));
        }
        double largest = Math.max(ContractionCosts.size(output, sizes),
                inputs.stream().mapToDouble(input -> ContractionCosts.size(input, sizes)).max().orElse(1));
        PathSearch search = new PathSearch(sizes, output, largest);
        return switch (strategy) {
            case GREEDY -> search.greedy(inputs);
            case OPTIMAL -> search.optimal(inputs);
        };
    }

    static Set<Integer> set(int[] labels) {
        return IntStream.of(labels).boxed().collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Integer> all(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private List<List<Integer>> greedy(List<Set<Integer>> inputs) {
        double naive = step(all(inputs.size()), inputs).flops();
        Path path = new Path(List.of(), inputs, 0);
        while (path.left().size() > 1) {
            double spent = path.flops();
            List<Step> steps = pairs(path.left()).stream().filter(step -> spent + step.flops() <= naive).toList();
            List<Set<Integer>> left = path.left();
            List<Step> meeting = steps.stream().filter(step -> meet(left, step.positions())).toList();
            Step best = (meeting.isEmpty() ? steps : meeting).stream().min(
                    Comparator.comparingDouble((Step step) -> -step.removed()).thenComparingDouble(Step::flops))
                    .orElse(null);
            path = best == null ? after(path, step(all(left.size()), left)) : after(path, best);
        }
        return path.steps();
    }

    /** Whether two operands have an axis in common. */
    private static boolean meet(List<Set<Integer>> left, List<Integer> pair) {
        return left.get(pair.get(0)).stream().anyMatch(left.get(pair.get(1))::contains);
    }

    private List<List<Integer>> optimal(List<Set<Integer>> inputs) {
        List<Path> paths = List.of(new Path(List.of(), inputs, 0));
        for (int round = 1; round < inputs.size(); round++) {
            List<Path> longer = paths.stream().flatMap(
                    path -> pairs(path.left()).stream().map(step -> after(path, step))).toList();
            if (longer.isEmpty()) {
                Path best = cheapest(paths);
                return after(best, step(all(best.left().size()), best.left())).steps();
            }
            paths = longer;
        }
        return cheapest(paths).steps();
    }

    private static Path cheapest(List<Path> paths) {
        return paths.stream().min(Comparator.comparingDouble(Path::flops)).orElseThrow();
    }

    private static Path after(Path path, Step step) {
        List<List<Integer>> steps = new ArrayList<>(path.steps());
        steps.add(step.positions());
        return new Path(steps, step.left(), path.flops() + step.flops());
    }

    /** All pairs whose product is not too large. */
    private List<Step> pairs(List<Set<Integer>> left) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            for (int k = i + 1; k < left.size(); k++) {
                Step step = step(List.of(i, k), left);
                if (ContractionCosts.size(step.left().getLast(), sizes) <= largest) {
                    steps.add(step);
                }
            }
        }
        return steps;
    }

    private Step step(List<Integer> positions, List<Set<Integer>> inputs) {
        Set<Integer> taken = new HashSet<>();
        Set<Integer> needed = new HashSet<>(result);
        List<Set<Integer>> left = new ArrayList<>();
        double removed = 0;
        for (int i = 0; i < inputs.size(); i++) {
            if (positions.contains(i)) {
                taken.addAll(inputs.get(i));
                removed += ContractionCosts.size(inputs.get(i), sizes);
            } else {
                left.add(inputs.get(i));
                needed.addAll(inputs.get(i));
            }
        }
        Set<Integer> product = new HashSet<>(taken);
        product.retainAll(needed);
        left.add(product);
        return new Step(positions, left, removed - ContractionCosts.size(product, sizes),
                ContractionCosts.flops(taken, product.size() < taken.size(), positions.size(), sizes));
    }
}
