package io.arrayport.core.dtype;

import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.arrayport.core.error.DTypeException;

/** Parses the text forms of a dtype: its name, or the array-protocol string. */
final class DTypeText {
    /** NumPy's letters, C's names and Python's types. */
    private static final Map<String, DType> OTHER_NAMES = otherNames();

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

    /** Order, kind, bytes. */
    static String protocol(DType type) {
        char order = type.itemsize() == 1 ? '|' : type.order() == ByteOrder.LITTLE_ENDIAN ? '<' : '>';
        return order + String.valueOf(type.kind()) + type.itemsize();
    }

    static DType parse(String text) {
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
        DType time = TimeText.parse(bare, order);
        if (time != null) {
            return time;
        }
        String known = DType.ALL.stream().map(DType::name).collect(Collectors.joining(", "));
        throw new DTypeException("dtype: no type is named '" + text + "'; known are " + known
                + ", datetime64[unit], timedelta64[unit], or array-protocol strings such as '<f4'");
    }
}
