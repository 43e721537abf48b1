package io.arrayport.core;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.arrayport.core.dtype.DType;

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

    static final Map<String, String> CODES = Map.of("Character", "c", "Integer", "bhilqnp", "UnsignedInteger",
            "BHILQNP",
            "Float", "efdg", "Complex", "FDG", "AllInteger", "bBhHiIlLqQnNpP", "AllFloat", "efdgFDG", "Datetime", "Mm",
            "All", "?bhilqnpBHILQNPefdgFDGSUVOMm");

    // These two are made by every process that loads the namespace: without streams and what they load.
    static final Map<String, DType> TYPES = types("bool bool_ int8 byte int16 short int32 intc int64 int int_ long"
            + " longlong intp uint8 ubyte uint16 ushort uint32 uintc uint64 uint ulong ulonglong uintp float16 half"
            + " float32 single float64 double float complex64 csingle complex128 cdouble complex datetime64"
            + " timedelta64");

    static final List<DType> SCALARS = List.copyOf(types("bool complex64 complex128 float16 float32 float64 int8 int16"
            + " int32 int64 datetime64 timedelta64 uint8 uint16 uint32 uint64").values());

    private TypeNames() {}

    private static Map<String, DType> types(String names) {
        Map<String, DType> types = new LinkedHashMap<>();
        for (String name : names.split(" ")) {
            types.put(name, DType.of(name));
        }
        return Collections.unmodifiableMap(types);
    }

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
