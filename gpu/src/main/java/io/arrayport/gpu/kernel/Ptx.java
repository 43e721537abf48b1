package io.arrayport.gpu.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<String, String> items = new LinkedHashMap<>();

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
                items.put(name.group(1) != null ? name.group(1) : name.group(2), item.toString());
                item.setLength(0);
            }
        }
    }

    /** Returns a module of that kernel and what it refers to. */
    String only(String kernel) {
        if (!items.containsKey(kernel)) {
            throw new IllegalArgumentException("ptx: no kernel " + kernel + " among " + items.keySet());
        }
        List<String> wanted = new ArrayList<>(List.of(kernel));
        for (int i = 0; i < wanted.size(); i++) {
            Matcher words = WORD.matcher(items.get(wanted.get(i)));
            while (words.find()) {
                if (items.containsKey(words.group()) && !wanted.contains(words.group())) {
                    wanted.add(words.group());
                }
            }
        }
        StringBuilder text = new StringBuilder(head);
        items.forEach((name, item) -> {
            if (wanted.contains(name)) {
                text.append('\n').append(item);
            }
        });
        return text.toString();
    }

    private static int count(String line, char sought) {
        return (int) line.chars().filter(c -> c == sought).count();
    }
}
