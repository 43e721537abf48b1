package io.arrayport.core;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** From NumPy's names to those of Java: snake_case becomes camelCase, Java's reserved words take an underscore. */
final class Names {
    /** What Python spells with brackets, and what it marks as its own. */
    private static final Map<String, String> SPECIAL = Map.of("__getitem__", "get", "__setitem__", "set", "__version__",
            "numpyVersion", "__array_namespace_info__", "arrayNamespaceInfo");

    private static final Set<String> RESERVED = Set.of("byte", "short", "int", "long", "float", "double", "char",
            "default",
            "new",
            "void");

    private Names() {}

    static String java(String numpy) {
        String special = SPECIAL.get(numpy);
        if (special != null) {
            return special;
        }
        if (RESERVED.contains(numpy)) {
            return numpy + "_";
        }
        if (numpy.chars().noneMatch(Character::isLowerCase)) {
            return numpy; // a constant, written alike in both
        }
        StringBuilder camel = new StringBuilder();
        for (int i = 0; i < numpy.length(); i++) {
            // An underscore at either end is part of the name: int_.
            if (numpy.charAt(i) == '_' && i > 0 && i + 1 < numpy.length()) {
                camel.append(numpy.substring(i + 1, i + 2).toUpperCase(Locale.ROOT));
                i++;
            } else {
                camel.append(numpy.charAt(i));
            }
        }
        return camel.toString();
    }
}
