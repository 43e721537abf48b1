package io.arrayport.conformance.parity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.arrayport.conformance.golden.CaseResult;
import io.arrayport.conformance.golden.Outcome;

/** What the names that are not there still lack, those that lack the same together. */
final class Lacks {
    private static final int WIDTH = 110;

    private final Parity parity;
    private final Predicate<String> there;

    /** @param there whether {@code np.call} knows a name */
    Lacks(Parity parity, Predicate<String> there) {
        this.parity = parity;
        this.there = there;
    }

    /**
     * The text of {@code --missing}.
     *
     * @param modules which modules
     * @param names which names, without their module
     */
    String text(Predicate<String> modules, Predicate<String> names) {
        StringBuilder text = new StringBuilder();
        parity.modules().forEach((module, members) -> {
            List<NameParity> absent = members.stream().filter(name -> names.test(name.name().name())
                    && name.exclusion() == null && !parity.isPresent(name)).toList();
            if (modules.test(module) && !absent.isEmpty()) {
                module(text, module, absent, members.size());
            }
        });
        return text.toString();
    }

    private void module(StringBuilder text, String module, List<NameParity> absent, int all) {
        line(text, module + ": " + absent.size() + " of " + all + " names are not there yet");
        groups(absent).forEach((lack, names) -> {
            wrapped(List.of((lack + " (" + names.size() + ")").split(" "))).forEach(line -> line(text, "  " + line));
            wrapped(names).forEach(line -> line(text, "      " + line));
        });
    }

    /** Names that can be called but do not count as present, by what they lack. */
    Map<String, List<String>> inPart(String module) {
        return groups(parity.modules().getOrDefault(module, List.of()).stream()
                .filter(name -> name.exclusion() == null && !name.isModule() && !parity.isPresent(name)
                        && there.test(name.name().called()) && !name.results().isEmpty())
                .toList());
    }

    /** By what they lack, the largest group first. */
    private Map<String, List<String>> groups(List<NameParity> absent) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        absent.forEach(name -> groups.computeIfAbsent(lack(name), _ -> new ArrayList<>()).add(name.name().name()));
        Map<String, List<String>> sorted = new LinkedHashMap<>();
        groups.entrySet().stream().sorted(Comparator.comparingInt(group -> -group.getValue().size()))
                .forEach(group -> sorted.put(group.getKey(), group.getValue()));
        return sorted;
    }

    private String lack(NameParity name) {
        if (name.isModule()) {
            return "nothing of this module";
        }
        boolean unknown = !there.test(name.name().called());
        if (name.results().isEmpty()) {
            return unknown ? "no such function, no case" : "no case";
        }
        if (unknown && name.results().stream().allMatch(result -> result.outcome() == Outcome.MISSING)) {
            return "no such function";
        }
        List<String> uncovered = new ArrayList<>();
        List<String> unmet = new ArrayList<>();
        for (String requirement : name.unmet()) {
            (name.results().stream().anyMatch(covering(requirement)) ? unmet : uncovered).add(requirement);
        }
        String cases = unmet.isEmpty() ? "" : "no case passes for " + String.join(" ", unmet);
        String none = uncovered.isEmpty() ? "" : "no case at all for " + String.join(" ", uncovered);
        return cases + (cases.isEmpty() || none.isEmpty() ? "" : "; ") + none;
    }

    private static Predicate<CaseResult> covering(String requirement) {
        return result -> result.covers().contains(requirement);
    }

    private static List<String> wrapped(List<String> words) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : words) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (longer.length() > WIDTH && !line.isEmpty()) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append(System.lineSeparator());
    }
}
