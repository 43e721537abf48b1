package io.arrayport.core.linear;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.arrayport.core.ndarray.EinsumPath;

/** What contractions cost, in numbers and in NumPy's words. */
final class ContractionCosts {
    private static final String RULE = "-".repeat(74);

    private ContractionCosts() {}

    static double size(Collection<Integer> labels, Map<Integer, Long> sizes) {
        return labels.stream().mapToDouble(sizes::get).reduce(1, (a, b) -> a * b);
    }

    /**
     * How many multiplications and additions a contraction takes.
     *
     * @param sums whether it sums
     */
    static double flops(Collection<Integer> labels, boolean sums, int operands, Map<Integer, Long> sizes) {
        return size(labels, sizes) * (Math.max(1, operands - 1) + (sums ? 1 : 0));
    }

    static EinsumPath describe(Subscripts subscripts, Map<Integer, Long> sizes, List<List<Integer>> steps) {
        Letters letters = new Letters(sizes.keySet());
        String result = letters.text(IntStream.of(subscripts.result()).boxed().toList());
        List<Set<Integer>> left = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        int axes = 0;
        for (int[] labels : subscripts.operands()) {
            left.add(PathSearch.set(labels));
            texts.add(letters.text(IntStream.of(labels).boxed().toList()));
            axes += left.getLast().size();
        }
        String whole = String.join(",", texts) + "->" + result;
        double naive = flops(sizes.keySet(), axes > sizes.size(), left.size(), sizes);
        double cost = 1;
        int scaling = 0;
        double largest = 0;
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            Set<Integer> taken = new HashSet<>();
            List<String> current = new ArrayList<>();
            for (int position : steps.get(i).stream().sorted(Comparator.reverseOrder()).toList()) {
                taken.addAll(left.remove(position));
                current.add(texts.remove(position));
            }
            Set<Integer> product = new HashSet<>(taken);
            product.retainAll(left.stream().flatMap(Set::stream).collect(
                    Collectors.toCollection(() -> new HashSet<>(PathSearch.set(subscripts.result())))));
            cost += flops(taken, product.size() < taken.size(), steps.get(i).size(), sizes);
            scaling = Math.max(scaling, taken.size());
            largest = Math.max(largest, size(product, sizes));
            left.add(product);
            texts.add(i == steps.size() - 1 ? result : letters.text(product.stream().sorted(
                    Comparator.comparingLong((Integer label) -> sizes.get(label)).thenComparingInt(letters::of))
                    .toList()));
            lines.append('\n').append(String.format(Locale.ROOT, "%4d    %24s %40s", taken.size(),
                    String.join(",", current) + "->" + texts.getLast(), String.join(",", texts) + "->" + result));
        }
        String head = "  Complete contraction:  " + whole
                + "\n         Naive scaling:  " + sizes.size()
                + "\n     Optimized scaling:  " + scaling
                + "\n      Naive FLOP count:  " + exponential(naive)
                + "\n  Optimized FLOP count:  " + exponential(cost)
                + "\n   Theoretical speedup:  " + String.format(Locale.ROOT, "%.3f", naive / cost)
                + "\n  Largest intermediate:  " + exponential(largest) + " elements\n"
                + RULE + "\n" + String.format(Locale.ROOT, "%6s %24s %40s", "scaling", "current", "remaining")
                + "\n" + RULE;
        return new EinsumPath(steps, head + lines);
    }

    private static String exponential(double number) {
        return String.format(Locale.ROOT, "%.3e", number);
    }

    /** Letters for all axes: those under an ellipsis get ones that are free. */
    private record Letters(Map<Integer, Character> letters) {
        Letters(Set<Integer> labels) {
            this(new HashMap<>());
            labels.stream().filter(label -> label >= 0).forEach(label -> letters.put(label, (char) (int) label));
            List<Character> free = new ArrayList<>();
            for (char letter = 'A'; letter <= 'z'; letter++) {
                if (Character.isLetter(letter) && !letters.containsValue(letter)) {
                    free.add(letter);
                }
            }
            labels.stream().filter(label -> label < 0).sorted()
                    .forEach(label -> letters.put(label, free.removeFirst()));
        }

        char of(int label) {
            return letters.getOrDefault(label, '?');
        }

        String text(List<Integer> labels) {
            return labels.stream().map(label -> String.valueOf(of(label))).collect(Collectors.joining());
        }
    }
}
