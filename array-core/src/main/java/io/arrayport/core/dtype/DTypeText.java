package io.arrayport.core.dtype;

import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.arrayport.core.error.DTypeException;
import org.jspecify.annotations.Nullable;

/** Parses the text forms of a dtype: its name, or the array-protocol string. */
final class DTypeText {
    /** NumPy's letters, C's names and Python's types. */
    private static final Map<String, DType> OTHER_NAMES = otherNames();
    /** Types in native order by names that are words. */
    private static final Map<String, DType> WORDS = words();

    /** What names that are no words need. */
    private static final class Flexible {
        static final Pattern LETTER = Pattern.compile("([SUV])(\\d*)");
        static final Map<String, String> NAMES = Map.of("bytes", "S", "bytes_", "S", "str", "U", "str_", "U", "void",
                "V");
    }

    private DTypeText() {}

    private static Map<String, DType> otherNames() {
        Map<String, DType> names = new HashMap<>();
        String[] lists = {"? bool_", "b byte", "h short", "i intc", "l q p n int int_ intp long longlong", "B ubyte",
                "H ushort", "I uintc", "L Q P N uint uintp ulong ulonglong", "e half", "", "f single",
                "d float double", "F csingle", "D complex cdouble"};
        for (int i = 0; i < lists.length; i++) {
            for (String name : lists[i].split(" ")) {
                names.put(name, DType.ALL.get(i));
            }
        }
        names.remove("");
        return names;
    }

    private static Map<String, DType> words() {
        Map<String, DType> words = new HashMap<>(OTHER_NAMES);
        for (DType type : DType.ALL) {
            words.put(type.name(), type);
        }
        words.put("datetime64", TimeType.datetime64(TimeUnit.GENERIC));
        words.put("timedelta64", TimeType.timedelta64(TimeUnit.GENERIC));
        return words;
    }

    /** Order, kind, bytes. */
    static String protocol(DType type) {
        char order = type.itemsize() == 1 ? '|' : type.order() == ByteOrder.LITTLE_ENDIAN ? '<' : '>';
        return order + String.valueOf(type.kind()) + type.itemsize();
    }

    static DType parse(String text) {
        DType word = WORDS.get(text);
        if (word != null) {
            return word;
        }
        DType string = StringTypeText.parse(text);
        if (string != null) {
            return string;
        }
        if (StructReader.isStruct(text)) {
            return StructReader.read(text, false);
        }
        ByteOrder order = switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case '<' -> ByteOrder.LITTLE_ENDIAN;
            case '>' -> ByteOrder.BIG_ENDIAN;
            default -> ByteOrder.nativeOrder();
        };
        boolean prefixed = !text.isEmpty() && "<>=|".indexOf(text.charAt(0)) >= 0;
        String bare = prefixed ? text.substring(1) : text;
        DType other = prefixed && bare.length() > 1 ? null : OTHER_NAMES.get(bare);
        if (other != null) {
            return other.withOrder(order);
        }
        for (DType type : DType.ALL) {
            boolean protocol = bare.equals(type.str().substring(1)) && !type.str().equals(type.name());
            if (protocol || bare.equals(type.name())) {
                return type.withOrder(order);
            }
        }
        for (DType type : DType.NARROW) {
            if (bare.equals(type.name())) {
                return type;
            }
        }
        DType time = TimeText.parse(bare, order);
        if (time != null) {
            return time;
        }
        DType flexible = flexible(text, bare, order);
        if (flexible != null) {
            return flexible;
        }
        String known = DType.ALL.stream().map(DType::name).collect(Collectors.joining(", "));
        throw new DTypeException("dtype: no type is named '" + text + "'; known are " + known
                + ", datetime64[unit], timedelta64[unit], bytes, str, void, or array-protocol strings such as '<f4' "
                + "and 'U5'");
    }

    /** Returns null if the text names no type of any number of bytes. */
    private static @Nullable DType flexible(String text, String bare, ByteOrder order) {
        Matcher letter = Flexible.LETTER.matcher(bare);
        String kind = letter.matches() ? letter.group(1) : Objects.requireNonNullElse(Flexible.NAMES.get(bare), "");
        int length = letter.matches() ? length(text, letter.group(2)) : 0;
        return switch (kind) {
            case "S" -> new BytesType(length);
            case "U" -> new UnicodeType(length, order);
            case "V" -> new VoidType(length);
            default -> null;
        };
    }

    private static int length(String text, String digits) {
        try {
            return digits.isEmpty() ? 0 : Integer.parseInt(digits);
        } catch (NumberFormatException tooLong) {
            throw new DTypeException("dtype: the length in '" + text + "' is more than an int counts", tooLong);
        }
    }
}
