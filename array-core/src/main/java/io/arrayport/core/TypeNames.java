package io.arrayport.core;

import java.util.HashMap;
import java.util.Map;

/** The words of type routines. */
final class TypeNames {
    /** Floating and complex letters, the widest first. */
    static final String NARROWING = "GDFgdf";
    static final Map<String, String> OF_LETTERS = new HashMap<>(Map.of("?", "bool", "b", "signed char", "B",
            "unsigned char", "h", "short", "H", "unsigned short", "i", "integer", "I", "unsigned integer", "l",
            "long integer", "L", "unsigned long integer"));

    static {
        OF_LETTERS.putAll(Map.of("q", "long long integer", "Q", "unsigned long long integer", "f", "single precision",
                "d", "double precision", "g", "long precision", "F", "complex single precision", "D",
                "complex double precision", "G", "complex long double precision"));
        OF_LETTERS.putAll(Map.of("S1", "character", "S", "string", "U", "unicode", "V", "void", "O", "object"));
    }

    private TypeNames() {}

    /** Returns the kind letters of an array-API kind. */
    static String kinds(String text) {
        return switch (text) {
            case "bool" -> "b";
            case "signed integer" -> "i";
            case "unsigned integer" -> "u";
            case "integral" -> "iu";
            case "real floating" -> "f";
            case "complex floating" -> "c";
            case "numeric" -> "iufc";
            default -> throw new IllegalArgumentException("isdtype: the kind '" + text + "' is none of bool, signed "
                    + "integer, unsigned integer, integral, real floating, complex floating, numeric");
        };
    }
}
