package io.arrayport.arrow.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.arrayport.core.error.IndexException;

/**
 * The columns of a table, in order.
 *
 * @param fields one per column
 * @param metadata the table's own key-value pairs, in order
 */
public record ArrowSchema(List<ArrowField> fields, Map<String, String> metadata) {
    private static final int SHOWN = 20;

    /** Copies the collections. */
    public ArrowSchema {
        fields = List.copyOf(fields);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** A schema without metadata. */
    public static ArrowSchema of(ArrowField... fields) {
        return new ArrowSchema(List.of(fields), Map.of());
    }

    /** The columns' names, in order. */
    public List<String> names() {
        return fields.stream().map(ArrowField::name).toList();
    }

    /**
     * The position of the one column with this name.
     *
     * @throws IndexException where there is none, or more than one
     */
    public int indexOf(String name) {
        List<String> names = names();
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IndexException("column \"%s\": the table has %s".formatted(name, shown(names)));
        }
        int last = names.lastIndexOf(name);
        if (last != index) {
            throw new IndexException(
                    "column \"%s\": columns %d and %d both have this name: ask by index".formatted(name, index, last));
        }
        return index;
    }

    private static String shown(List<String> names) {
        int more = names.size() - SHOWN;
        return more <= 0 ? names.toString() : names.subList(0, SHOWN) + " and " + more + " more";
    }
}
