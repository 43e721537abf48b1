package io.arrayport.core.dtype;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.arrayport.core.dtype.StructType.Field;
import io.arrayport.core.error.DTypeException;
import org.jspecify.annotations.Nullable;

/** Reads NumPy's ways to say a structured type. */
final class StructReader {
    /** One of the types of a text, with commas between them: byte order, repetitions, byte order, type. */
    private static final Pattern ITEM = Pattern.compile(
            "\\s*([<>|=]?)\\s*(\\d+|\\([0-9, ]*\\))?\\s*([<>|=]?)([A-Za-z][\\w.]*(?:\\[[\\w,./]*])?|\\?)\\s*(,|$)");

    private static final int DEEPEST = 64;
    private static final int WITH_SHAPE = 3;

    /** A type, and the lengths of the array of it that a field is. */
    private record Format(DType type, List<Integer> shape) {}

    private final boolean align;
    private final int depth;

    private StructReader(boolean align, int depth) {
        this.align = align;
        this.depth = depth;
        if (depth > DEEPEST) {
            throw new DTypeException("dtype: structs are more than " + DEEPEST + " deep");
        }
    }

    static StructType read(List<?> fields, boolean align) {
        return new StructReader(align, 0).list(fields);
    }

    static StructType read(Map<?, ?> fields, boolean align) {
        return new StructReader(align, 0).map(fields);
    }

    /** Returns whether the text says several types, or an array of one. */
    static boolean isStruct(String text) {
        String bare = text.strip();
        return bare.indexOf(',') >= 0 || bare.matches("[<>|=]?\\s*[\\d(].*");
    }

    /** Reads {@code "i4, (2,3)f8"}: fields named f0, f1, …. */
    static StructType read(String text, boolean align) {
        List<Field> fields = new ArrayList<>();
        Matcher item = ITEM.matcher(text);
        int at = 0;
        boolean commas = false;
        while (at < text.length()) {
            if (!item.region(at, text.length()).lookingAt()) {
                throw new DTypeException("dtype: '" + text + "' cannot be read from '" + text.substring(at)
                        + "' on; write types such as float32, <f4, 3i4 or (2,3)f4, with commas between them");
            }
            Format format = format(text, item);
            fields.add(new Field("f" + fields.size(), format.type, format.shape, 0, null));
            commas |= !item.group(5).isEmpty();
            at = item.end();
        }
        if (!commas) {
            throw new DTypeException("dtype: '" + text + "' is an array of a type, which only a field can have; "
                    + "give the array that shape");
        }
        return StructLayout.placed(fields, align);
    }

    private static Format format(String text, Matcher item) {
        String before = item.group(1);
        String order = item.group(3).isEmpty() ? before : item.group(3);
        if (!before.isEmpty() && !before.equals(order)) {
            throw new DTypeException("dtype: in '" + text + "', " + item.group().strip() + " has two byte orders");
        }
        List<Integer> shape = new ArrayList<>();
        String repeats = item.group(2) == null ? "" : item.group(2);
        for (String length : repeats.replaceAll("[() ]", "").split(",")) {
            if (!length.isEmpty()) {
                shape.add(length(length));
            }
        }
        if (isStruct(item.group(4))) { // a comma in the brackets of a unit: it would be read as this text for ever
            throw new DTypeException("dtype: in '" + text + "', " + item.group(4) + " is no type");
        }
        boolean once = repeats.equals("1");
        return new Format(DType.of((order.equals("=") ? "" : order) + item.group(4)), once ? List.of() : shape);
    }

    private static int length(Object length) {
        try {
            return Integer.parseInt(length.toString());
        } catch (NumberFormatException malformed) {
            throw new DTypeException("dtype: the length " + length + " of a field's axis is no int", malformed);
        }
    }

    private StructType list(List<?> items) {
        List<Field> fields = new ArrayList<>();
        for (Object item : items) {
            if (!(item instanceof List<?> parts) || parts.size() < 2 || parts.size() > WITH_SHAPE) {
                throw new DTypeException("dtype: " + item + " is no field; give its name, its type and, if it is an "
                        + "array, its shape");
            }
            Format format = format(parts.get(1));
            List<Integer> shape = parts.size() < WITH_SHAPE ? List.of() : shape(parts.get(2));
            fields.add(named(parts.getFirst(), fields.size(), format, shape, 0));
        }
        return StructLayout.placed(fields, align);
    }

    /** @param name text, or a title and a name; an empty one counts fields */
    private static Field named(@Nullable Object name, int number, Format format, List<Integer> outer, int offset) {
        String title = name instanceof List<?> both && both.size() == 2 && both.get(0) instanceof String text ? text
                : null;
        Object bare = name instanceof List<?> both && title != null ? both.get(1) : name;
        if (!(bare instanceof String given)) {
            throw new DTypeException("dtype: " + name + " names no field; give a text, or a title and a name");
        }
        List<Integer> shape = new ArrayList<>(outer);
        shape.addAll(format.shape);
        return new Field(given.isEmpty() ? title == null ? "f" + number : title : given, format.type, shape, offset,
                given.isEmpty() ? null : title);
    }

    private static List<Integer> shape(@Nullable Object shape) {
        List<?> lengths = shape instanceof List<?> list ? list : List.of(String.valueOf(shape));
        return lengths.stream().map(length -> length(String.valueOf(length))).toList();
    }

    private Format format(@Nullable Object format) {
        return switch (format) {
            case DType type -> new Format(type, List.of());
            case String text when isStruct(text) && text.indexOf(',') < 0 || isArray(text) -> {
                Matcher item = ITEM.matcher(text);
                if (!item.matches()) {
                    throw new DTypeException("dtype: '" + text + "' is no type");
                }
                yield format(text, item);
            }
            case String text when isStruct(text) -> new Format(read(text, align), List.of());
            case String text -> new Format(DType.of(text), List.of());
            case List<?> both when both.size() == 2 && !(both.getFirst() instanceof List<?>) -> {
                Format inner = format(both.get(0));
                List<Integer> shape = new ArrayList<>(shape(both.get(1)));
                shape.addAll(inner.shape);
                yield new Format(inner.type, shape);
            }
            case List<?> fields -> new Format(new StructReader(align, depth + 1).list(fields), List.of());
            case Map<?, ?> fields -> new Format(new StructReader(align, depth + 1).map(fields), List.of());
            case null, default -> throw new DTypeException("dtype: " + format
                    + " is no type; give a DType, a text, or a list or map of fields");
        };
    }

    /** Whether the only commas are those of a shape: {@code (2,3)f8}. */
    private static boolean isArray(String text) {
        Matcher item = ITEM.matcher(text);
        return text.strip().startsWith("(") && item.matches() && item.group(5).isEmpty();
    }

    private StructType map(Map<?, ?> entries) {
        if (entries.get("names") instanceof List<?> names && entries.get("formats") instanceof List<?> formats) {
            return columns(names, formats, entries);
        }
        List<Field> fields = new ArrayList<>();
        entries.forEach((name, value) -> {
            if (!(value instanceof List<?> parts) || parts.size() < 2 || parts.size() > WITH_SHAPE) {
                throw new DTypeException("dtype: field " + name + " is " + value + "; give its type and offset");
            }
            Object title = parts.size() == WITH_SHAPE ? parts.get(2) : null;
            fields.add(named(name, fields.size(), format(parts.get(0)), List.of(), length(parts.get(1)))
                    .withTitle(title == null ? null : title.toString()));
        });
        fields.sort((a, b) -> Integer.compare(a.offset(), b.offset()));
        return explicit(fields, align, null);
    }

    private StructType columns(List<?> names, List<?> formats, Map<?, ?> entries) {
        boolean aligned = align || Boolean.TRUE.equals(entries.get("aligned"));
        StructReader reader = new StructReader(aligned, depth);
        List<?> offsets = entries.get("offsets") instanceof List<?> given ? given : null;
        List<?> titles = entries.get("titles") instanceof List<?> given ? given : List.of();
        if (formats.size() < names.size() || offsets != null && offsets.size() < names.size()) {
            throw new DTypeException("dtype: there are " + names.size() + " names and " + formats.size() + " formats"
                    + (offsets == null ? "" : " and " + offsets.size() + " offsets") + "; give as many of each");
        }
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Object title = i < titles.size() ? titles.get(i) : null;
            fields.add(named(names.get(i), i, reader.format(formats.get(i)), List.of(),
                    offsets == null ? 0 : length(Objects.requireNonNull(offsets.get(i))))
                    .withTitle(title == null ? null : title.toString()));
        }
        List<Field> placed = offsets == null ? StructLayout.placed(fields, aligned).fields() : fields;
        return explicit(placed, aligned, entries.get("itemsize"));
    }

    private static StructType explicit(List<Field> fields, boolean aligned, @Nullable Object itemsize) {
        for (Field field : fields) {
            if (aligned && field.offset() % Math.max(1, field.type().alignment()) != 0) {
                throw new IllegalArgumentException("dtype: field '" + field.name() + "' is at byte " + field.offset()
                        + ", which is no multiple of " + field.type().alignment() + ", and the type is to be aligned");
            }
        }
        int least = StructLayout.itemsize(fields, aligned);
        int bytes = itemsize == null ? least : length(itemsize);
        if (bytes < least) {
            throw new IllegalArgumentException("dtype: itemsize is " + bytes + ", the fields take " + least);
        }
        return new StructType(fields, bytes, aligned);
    }
}
