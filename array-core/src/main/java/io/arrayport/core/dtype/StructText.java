package io.arrayport.core.dtype;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.arrayport.core.dtype.StructType.Field;

/** Structured types as NumPy writes them. */
final class StructText {
    private StructText() {}

    /** @param withAlign whether to say that a type is aligned, for which there is room in a dictionary only */
    static String of(StructType type, boolean withAlign) {
        return !(withAlign && type.aligned()) && type.isPacked() ? list(type) : dictionary(type, withAlign);
    }

    private static String list(StructType type) {
        return type.fields().stream().map(field -> {
            String name = PythonText.repr(field.name());
            String names = field.title() == null ? name : "(" + PythonText.repr(field.title()) + ", " + name + ")";
            return "(" + names + ", " + element(field.type())
                    + (field.shape().isEmpty() ? ")" : ", " + shape(field) + ")");
        }).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String dictionary(StructType type, boolean withAlign) {
        List<Field> fields = type.fields();
        StringBuilder text = new StringBuilder("{'names': ");
        text.append(joined(fields.stream().map(field -> PythonText.repr(field.name())).toList()));
        text.append(", 'formats': ").append(joined(fields.stream().map(field -> field.shape().isEmpty()
                ? element(field.type()) : "(" + element(field.type()) + ", " + shape(field) + ")").toList()));
        text.append(", 'offsets': ").append(joined(fields.stream().map(field -> field.offset() + "").toList()));
        if (fields.stream().anyMatch(field -> field.title() != null)) {
            text.append(", 'titles': ").append(joined(fields.stream()
                    .map(field -> field.title() == null ? "None" : PythonText.repr(field.title())).toList()));
        }
        text.append(", 'itemsize': ").append(type.itemsize());
        return text.append(withAlign && type.aligned() ? ", 'aligned': True}" : "}").toString();
    }

    private static String joined(List<String> items) {
        return items.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    private static String shape(Field field) {
        return field.shape().stream().map(Objects::toString)
                .collect(Collectors.joining(", ", "(", field.shape().size() == 1 ? ",)" : ")"));
    }

    /** A type inside of another one. */
    private static String element(DType type) {
        return switch (type) {
            case StructType struct -> of(struct, false);
            case BoolType _ -> "'?'";
            case FlexibleType flexible when flexible.itemsize() == 0 -> "'" + bare(type).replace("0", "") + "'";
            default -> "'" + bare(type) + "'";
        };
    }

    private static String bare(DType type) {
        return type.str().startsWith("|") ? type.str().substring(1) : type.str();
    }

    /** As {@link StructType#descr()}. */
    static List<Row> descr(StructType type) {
        List<Row> rows = new ArrayList<>();
        int end = 0;
        for (Field field : type.fields()) {
            if (field.offset() < end) {
                throw new IllegalArgumentException("descr: field '" + field.name() + "' begins at byte "
                        + field.offset() + ", the one before it ends at " + end + "; a list cannot say that");
            }
            gap(rows, field.offset() - end);
            Object names = field.title() == null ? field.name() : Row.of(field.title(), field.name());
            Object element = field.type() instanceof StructType part ? descr(part) : field.type().str();
            rows.add(field.shape().isEmpty() ? Row.of(names, element)
                    : Row.of(names, element, Row.of(field.shape().toArray())));
            end = field.offset() + field.itemsize();
        }
        gap(rows, type.itemsize() - end);
        return List.copyOf(rows);
    }

    private static void gap(List<Row> rows, int bytes) {
        if (bytes > 0) {
            rows.add(Row.of("", "|V" + bytes));
        }
    }
}
