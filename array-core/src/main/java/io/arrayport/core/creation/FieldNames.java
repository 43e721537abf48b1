package io.arrayport.core.creation;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.StructType.Field;
import org.jspecify.annotations.Nullable;

/** Structured types from what NumPy's {@code rec} module takes: formats, names, titles. */
public final class FieldNames {
    private FieldNames() {}

    /**
     * Returns the type whose fields have these formats and names.
     *
     * @param formats a text or a list of types; null is refused
     * @param names as many as are given; the other fields are f0, f1, …
     * @param byteorder of all fields; null leaves each as it is
     * @throws IllegalArgumentException if there are no formats, a name is there twice, or the byte order is none
     */
    public static StructType parse(@Nullable Object formats, List<String> names, List<String> titles, boolean aligned,
            @Nullable String byteorder) {
        List<Field> formed = formed(formats, aligned).fields();
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < formed.size(); i++) {
            Field field = formed.get(i);
            String name = i < names.size() ? names.get(i).strip() : "f" + i;
            String title = i < titles.size() ? titles.get(i).strip() : null;
            fields.add(new Field(name, field.type(), field.shape(), field.offset(), title));
        }
        List<String> twice = duplicates(fields.stream().map(Field::name).toList());
        if (!twice.isEmpty()) {
            throw new IllegalArgumentException("format_parser: fields are named " + twice + " more than once");
        }
        int itemsize = fields.stream().mapToInt(field -> field.offset() + field.itemsize()).max().orElse(0);
        return ordered(new StructType(fields, itemsize, false), byteorder);
    }

    private static StructType formed(@Nullable Object formats, boolean aligned) {
        List<Object> columns = new ArrayList<>();
        switch (formats) {
            case null -> throw new IllegalArgumentException(
                    "format_parser: neither a dtype nor formats are given; give one of them");
            case StructType struct -> {
                return struct;
            }
            case List<?> many -> many.forEach(format -> columns.add(List.of("f" + columns.size(), format)));
            case String text when text.indexOf(',') >= 0 -> {
                StructType type = (StructType) DType.of(text);
                return aligned ? StructType.aligned(type.fields().toArray(Field[]::new)) : type;
            }
            default -> columns.add(List.of("f0", formats));
        }
        return StructType.of(columns, aligned);
    }

    private static StructType ordered(StructType type, @Nullable String byteorder) {
        return switch (byteorder == null || byteorder.isEmpty() ? '|' : Character.toLowerCase(byteorder.charAt(0))) {
            case '>', 'b' -> (StructType) type.withOrder(ByteOrder.BIG_ENDIAN);
            case '<', 'l' -> (StructType) type.withOrder(ByteOrder.LITTLE_ENDIAN);
            case '=', 'n' -> (StructType) type.withOrder(ByteOrder.nativeOrder());
            case 's' -> new StructType(type.fields().stream().map(field -> field.withType(swapped(field.type())))
                    .toList(), type.itemsize(), type.aligned());
            case '|', 'i' -> type;
            default -> throw new IllegalArgumentException("format_parser: the byte order '" + byteorder
                    + "' is none of >, <, =, |, s");
        };
    }

    private static DType swapped(DType type) {
        if (type instanceof StructType struct) {
            return ordered(struct, "s");
        }
        return type.withOrder(
                type.order() == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /** Returns what is in a list more than once, in the order of the first times. */
    public static List<String> duplicates(List<String> list) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = list.stream().filter(item -> !seen.add(item)).collect(Collectors.toSet());
        return list.stream().filter(twice::contains).distinct().toList();
    }
}
