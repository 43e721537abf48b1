package io.arrayport.core.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.arrayport.core.print.Cells;
import io.arrayport.core.print.PercentFormat;
import org.jspecify.annotations.Nullable;

/**
 * Names of fields, from what stands above the columns of a text.
 *
 * @param excluded names that get an underscore
 * @param deleted characters that are dropped
 * @param letters {@code "upper"}, {@code "lower"} or {@code "both"}
 * @param space what a blank becomes
 * @param unnamed format of the names of those that have none
 */
record ColumnNames(List<String> excluded, String deleted, String letters, String space, String unnamed) {
    static final ColumnNames USUAL = new ColumnNames(List.of(), "~!@#$%^&*()-=+~\\|]}[{';: /?.>,<", "both", "_",
            "f%i");

    private static final Set<String> NEVER = Set.of("return", "file", "print");

    /** The i-th of those that have no name. */
    String unnamed(int i) {
        if (!unnamed.contains("%")) {
            return unnamed;
        }
        StringBuilder text = new StringBuilder();
        PercentFormat.of(unnamed).write(new Counted(i), text);
        return text.toString();
    }

    /** As many names as there are texts. */
    List<String> of(List<String> texts) {
        List<String> names = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        Set<String> given = new HashSet<>(texts);
        int empty = 0;
        for (String text : texts) {
            String name = cleaned(text);
            if (name.isEmpty()) {
                name = unnamed(empty);
                while (given.contains(name)) {
                    name = unnamed(++empty);
                }
                empty++;
            } else if (excluded.contains(name) || NEVER.contains(name)) {
                name += "_";
            }
            int before = seen.merge(name, 1, Integer::sum) - 1;
            names.add(before == 0 ? name : name + "_" + before);
        }
        return names;
    }

    private String cleaned(String text) {
        String cased = switch (letters) {
            case "upper" -> text.toUpperCase(Locale.ROOT);
            case "lower" -> text.toLowerCase(Locale.ROOT);
            default -> text;
        };
        StringBuilder name = new StringBuilder();
        String spaced = space.isEmpty() ? cased.strip() : cased.strip().replace(" ", space);
        spaced.codePoints().filter(c -> c != '"' && deleted.indexOf(c) < 0).forEach(name::appendCodePoint);
        return name.toString();
    }

    /** Returns what is not named, or not as many as there are, filled up. */
    static List<String> filled(@Nullable List<String> names, int count) {
        List<String> all = new ArrayList<>(names == null ? List.of() : names.subList(0, Math.min(count, names.size())));
        while (all.size() < count) {
            all.add("");
        }
        return all;
    }

    /** A number to be written in a name. */
    private record Counted(int number) implements Cells {
        @Override
        public boolean isFloating(int place) {
            return false;
        }

        @Override
        public long integer(int place) {
            return number;
        }

        @Override
        public boolean isUnsigned(int place) {
            return false;
        }

        @Override
        public double real(int place) {
            return number;
        }

        @Override
        public String text(int place) {
            return Integer.toString(number);
        }
    }
}
