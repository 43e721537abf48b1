package io.arrayport.conformance.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.arrayport.core.error.ArrayportException;

/**
 * A file of exceptions, each with its reason: a glob, then a tab or at least two spaces, then the reason. Empty lines
 * and those that begin with {@code #} are for the reader.
 */
public record Rules(List<Rule> rules) {
    /** Returns the rules in a file beside a class. */
    public static Rules load(Class<?> beside, String file) {
        try (InputStream stream = Objects.requireNonNull(beside.getResourceAsStream(file), file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return parse(file, lines.lines().toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be read", failure);
        }
    }

    /**
     * Returns the rules in lines of text.
     *
     * @param file where they come from, for messages
     * @throws ArrayportException if a line has no reason
     */
    public static Rules parse(String file, List<String> lines) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.strip().split("\t+ *| {2,}", 2);
                if (parts.length < 2 || parts[1].isBlank()) {
                    throw new ArrayportException(file + ":" + (i + 1) + ": no reason after '" + line.strip()
                            + "'; put it behind a tab or two spaces");
                }
                rules.add(new Rule(file + ":" + (i + 1), Glob.of(parts[0]), parts[1].strip()));
            }
        }
        return new Rules(List.copyOf(rules));
    }

    /** Returns the first line that is about {@code name}. */
    public Optional<Rule> about(String name) {
        return rules.stream().filter(rule -> rule.glob().test(name)).findFirst();
    }

    /** Returns a complaint for each line that is about none of {@code names}. */
    public List<String> idle(List<String> names) {
        return rules.stream().filter(rule -> names.stream().noneMatch(rule.glob()))
                .map(rule -> rule.place() + ": '" + rule.glob().text() + "' matches nothing; take the line out")
                .toList();
    }
}
