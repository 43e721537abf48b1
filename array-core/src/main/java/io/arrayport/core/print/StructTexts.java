package io.arrayport.core.print;

import java.util.List;
import java.util.StringJoiner;

import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.dtype.StructType;

/**
 * Writes records: each field as a column of its own.
 *
 * @param alone whether they are written as scalars are, with floats in full
 */
record StructTexts(PrintOptions options, boolean alone) {
    String[] of(Elements elements, StructType type, Corners printed, Corners sampled) {
        String[][] columns = new String[type.fields().size()][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = column(elements, type.fields().get(i), printed, sampled);
        }
        String[] texts = new String[printed.count()];
        for (int i = 0; i < texts.length; i++) {
            StringJoiner text = new StringJoiner(", ", "(", columns.length == 1 ? ",)" : ")");
            for (String[] column : columns) {
                text.add(column[i]);
            }
            texts[i] = text.toString();
        }
        return texts;
    }

    /** The texts of one field. */
    private String[] column(Elements elements, StructType.Field field, Corners printed, Corners sampled) {
        Elements parts = elements.field(field);
        int count = field.count();
        String[] texts = count == 0 ? new String[0]
                : leaves(parts, printed.with(parts.shape()), sampled.with(parts.shape()));
        if (field.shape().isEmpty()) {
            return texts;
        }
        String[] column = new String[printed.count()];
        for (int i = 0; i < column.length; i++) {
            column[i] = brackets(field.shape(), 0, texts, i * count, count > options.threshold());
        }
        return column;
    }

    private String[] leaves(Elements parts, Corners printed, Corners sampled) {
        return switch (parts.dtype()) {
            case StructType inner -> of(parts, inner, printed, sampled);
            case FloatType real when alone ->
                ElementTexts.texts(printed, (_, index) -> ScalarText.real(real.format(), parts.real(index)));
            default -> ElementTexts.of(parts, printed, sampled, options);
        };
    }

    /** @param at which of the texts is the first */
    private String brackets(List<Integer> shape, int axis, String[] texts, int at, boolean shortened) {
        if (axis == shape.size()) {
            return texts[at];
        }
        int length = shape.get(axis);
        int step = shape.subList(axis + 1, shape.size()).stream().reduce(1, (a, b) -> a * b);
        int edge = shortened && length > 2 * options.edgeitems() ? options.edgeitems() : length;
        StringJoiner text = new StringJoiner(", ", "[", "]");
        for (int i = 0; i < length; i++) {
            if (i == edge) {
                text.add("...");
                i = length - edge;
            }
            if (i < length) {
                text.add(brackets(shape, axis + 1, texts, at + i * step, shortened));
            }
        }
        return text.toString();
    }
}
