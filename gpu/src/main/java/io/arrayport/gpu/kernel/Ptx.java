package io.arrayport.gpu.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Taking one kernel out of a module's PTX: the driver compiles all that it is given, which takes 20 ms for each kernel,
 * and a program uses a few.
 */
final class Ptx {
    private static final Pattern NAME = Pattern.compile("(?:\\.entry|\\.func\\s*(?:\\([^)]*\\))?)\\s+([\\w$]+)"
            + "|^\\.(?:visible |extern |weak )*\\.?(?:global|const)\\b[^=;]*?\\s([\\w$]+)"
            + "(?:\\[[^\\]]*\\])?\\s*(?:=|;)");
    private static final Pattern WORD = Pattern.compile("[\\w$]+");

    private final StringBuilder head = new StringBuilder();
    /** In their order: a function is declared before it is called, and defined behind what it refers to. */
    private final List<Item> items = new ArrayList<>();
    /** What is declared and what is defined by a name. */
    private final Map<String, String> texts = new HashMap<>();

    private record Item(String name, String text) {}

    /** Reads a module as the compiler writes it: what stands outside of braces begins at the start of a line. */
    Ptx(String text) {
        StringBuilder item = new StringBuilder();
        int depth = 0;
        for (String line : text.split("\n")) {
            if (item.isEmpty() && (line.isBlank() || line.startsWith("//") || line.startsWith("\t//"))) {
                continue;
            }
            if (item.isEmpty() && line.matches("\\.(version|target|address_size).*")) {
                head.append(line).append('\n');
                continue;
            }
            item.append(line).append('\n');
            depth += count(line, '{') - count(line, '}');
            boolean ends = depth == 0 && (line.endsWith("}") || line.endsWith(";"));
            if (ends) {
                Matcher name = NAME.matcher(item);
                if (!name.find()) {
                    throw new IllegalArgumentException("ptx: what is this: " + item);
                }
                add(name.group(1) != null ? name.group(1) : name.group(2), item.toString());
                item.setLength(0);
            }
        }
    }

    private void add(String name, String text) {
        items.add(new Item(name, text));
        texts.merge(name, text, String::concat);
    }

    /** Returns a module of that kernel and what it refers to. */
    String only(String kernel) {
        if (!texts.containsKey(kernel)) {
            throw new IllegalArgumentException("ptx: no kernel " + kernel + " among " + texts.keySet());
        }
        Set<String> wanted = new HashSet<>(Set.of(kernel));
        Deque<String> next = new ArrayDeque<>(wanted);
        while (!next.isEmpty()) {
            Matcher words = WORD.matcher(texts.getOrDefault(next.pop(), ""));
            while (words.find()) {
                if (texts.containsKey(words.group()) && wanted.add(words.group())) {
                    next.push(words.group());
                }
            }
        }
        StringBuilder text = new StringBuilder(head);
        items.stream().filter(item -> wanted.contains(item.name()))
                .forEach(item -> text.append('\n').append(item.text()));
        return text.toString();
    }

    private static int count(String line, char sought) {
        return (int) line.chars().filter(c -> c == sought).count();
    }
}
