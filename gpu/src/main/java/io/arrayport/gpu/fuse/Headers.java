package io.arrayport.gpu.fuse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The headers that the kernels of this module are made from, as sources that are compiled at run time include them. */
final class Headers {
    private static final Pattern INCLUDED = Pattern.compile("#include \"([^\"]+)\"");
    /** The compiler knows the functions by itself, but no header of the system. */
    private static final Map<String, String> SYSTEM = Map.of("math.h", """
            #ifndef INFINITY
            #define INFINITY __int_as_float(0x7f800000)
            #endif
            #ifndef NAN
            #define NAN __int_as_float(0x7fffffff)
            #endif
            """);

    private Headers() {}

    /** Returns the texts of a header and of all that it includes, by their names. */
    static Map<String, String> of(String first) {
        Map<String, String> texts = new TreeMap<>(SYSTEM);
        Deque<String> wanted = new ArrayDeque<>(List.of(first));
        while (!wanted.isEmpty()) {
            String name = wanted.pop();
            if (!texts.containsKey(name)) {
                String text = read(name);
                texts.put(name, guarded(name, text));
                Matcher included = INCLUDED.matcher(text);
                while (included.find()) {
                    wanted.add(included.group(1));
                }
            }
        }
        return texts;
    }

    /** Headers that are no files are not told apart by {@code #pragma once}. */
    private static String guarded(String name, String text) {
        String guard = "ARRAYPORT_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return "#ifndef " + guard + "\n#define " + guard + "\n" + text.replace("#pragma once\n", "") + "\n#endif\n";
    }

    private static String read(String name) {
        String file = "/io/arrayport/gpu/cuda/" + name;
        try (InputStream in = Headers.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("cuda: " + file + " is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("cuda: cannot read " + file, failure);
        }
    }
}
