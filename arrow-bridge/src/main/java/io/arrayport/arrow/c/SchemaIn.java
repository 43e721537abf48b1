package io.arrayport.arrow.c;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.arrayport.arrow.column.Lines;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.arrow.type.TypeLayout;
import io.arrayport.core.error.ForeignDescriptorException;

/**
 * Reads an {@code ArrowSchema}: every member is looked at before it is used, and what is read is held to limits, so
 * that no struct that points to readable memory can do more than be refused.
 */
final class SchemaIn {
    private static final int MAX_DEPTH = 64;
    /** Fields in all, so that children which are their own cousins end. */
    private static final int MAX_FIELDS = 1 << 20;
    private static final int MAX_FORMAT = 1 << 10;
    private static final int MAX_NAME = 1 << 20;
    private static final int MAX_METADATA = 1 << 26;

    private final String operation;
    private int fields;
    private long metadataLeft = MAX_METADATA;

    private SchemaIn(String operation) {
        this.operation = operation;
    }

    /**
     * The field that the struct describes; releases the struct, also when it is refused.
     *
     * @throws ForeignDescriptorException where it is malformed; names the member
     */
    static ArrowField take(String operation, long address) {
        Moved schema = Moved.take(operation, Struct.SCHEMA, address);
        try {
            return read(operation, schema.address);
        } finally {
            schema.run();
        }
    }

    /** As {@link #take}, and the struct stays its owner's. */
    static ArrowField read(String operation, long address) {
        return new SchemaIn(operation).field(address, "ArrowSchema", 0);
    }

    private ArrowField field(long at, String where, int depth) {
        if (depth > MAX_DEPTH) {
            throw error(where, "children are nested deeper than " + MAX_DEPTH);
        }
        if (++fields > MAX_FIELDS) {
            throw error(where, "more than " + MAX_FIELDS + " fields");
        }
        long formatAt = Raw.word(at + Struct.FORMAT);
        requireText(where, "format", formatAt);
        String format = Raw.string(() -> named(where) + ": format", formatAt, MAX_FORMAT);
        long nameAt = Raw.word(at + Struct.NAME);
        if (nameAt != 0) {
            requireText(where, "name", nameAt);
        }
        String name = nameAt == 0 ? "" : Raw.string(() -> named(where) + ": name", nameAt, MAX_NAME);
        String path = where + " \"" + name + "\"";
        long flags = Raw.word(at + Struct.FLAGS);
        ArrowType type = Formats.parse(() -> named(path), format, (flags & Struct.MAP_KEYS_SORTED) != 0);
        Map<String, String> metadata = metadata(path, Raw.word(at + Struct.METADATA));
        List<ArrowField> children = children(at, path, type, depth);
        long dictionary = Raw.word(at + Struct.SCHEMA_DICTIONARY);
        if (dictionary != 0) {
            if (!(type instanceof ArrowType.Numeric index) || index.number().isFloating()) {
                throw error(path, "dictionary: expected integers as its indices, found format \"" + format + "\"");
            }
            type = new ArrowType.Dictionary(-1, index.number(), (flags & Struct.DICTIONARY_ORDERED) != 0,
                    field(live(dictionary, path + ".dictionary"), path + ".dictionary", depth + 1));
        }
        return new ArrowField(name, type, (flags & Struct.NULLABLE) != 0, metadata, children);
    }

    private List<ArrowField> children(long at, String where, ArrowType type, int depth) {
        long count = Raw.word(at + Struct.SCHEMA_N_CHILDREN);
        int expected = TypeLayout.children(type);
        if (count < 0 || count > MAX_FIELDS - fields || expected >= 0 && count != expected) {
            throw error(where, "n_children: expected " + (expected >= 0 ? expected : "0 to " + (MAX_FIELDS - fields))
                    + " for " + type + ", found " + count);
        }
        long array = Raw.word(at + Struct.SCHEMA_CHILDREN);
        if (count > 0 && !Raw.isRange(array, count * Struct.WORD)) {
            throw error(where, "children: expected " + count + " pointers, found " + Raw.shown(array));
        }
        List<ArrowField> children = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String child = where + ".children[" + i + "]";
            children.add(field(live(Raw.word(array + i * Struct.WORD), child), child, depth + 1));
        }
        return children;
    }

    private long live(long address, String where) {
        if (!Raw.isRange(address, Struct.SCHEMA.size)) {
            throw error(where, "expected a struct, found " + Raw.shown(address));
        }
        if (Raw.word(address + Struct.SCHEMA.release) == 0) {
            throw error(where, "release is NULL: it was released, or moved");
        }
        return address;
    }

    /** A count, then each key and value with its length before it, all int32 in native order. */
    private Map<String, String> metadata(String where, long at) {
        if (at == 0) {
            return Map.of();
        }
        if (!Raw.isRange(at, 2L * MAX_METADATA)) {
            throw error(where, "metadata: expected pairs of keys and values, found " + Raw.shown(at));
        }
        int count = Raw.integer(at);
        if (count < 0 || count > metadataLeft / (2 * Integer.BYTES)) {
            throw error(where, "metadata: expected a number of pairs from 0, found " + count);
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        long next = at + Integer.BYTES;
        for (int i = 0; i < count; i++) {
            int pair = i;
            int key = length(where, i, "key", next);
            next += Integer.BYTES;
            String keyText = Raw.text(() -> named(where) + ": metadata: key " + pair, next, key);
            next += key;
            int value = length(where, i, "value", next);
            next += Integer.BYTES;
            pairs.put(keyText, Raw.text(() -> named(where) + ": metadata: value " + pair, next, value));
            next += value;
        }
        return pairs;
    }

    private int length(String where, int pair, String what, long at) {
        int length = Raw.integer(at);
        metadataLeft -= Integer.BYTES;
        if (length < 0 || length > metadataLeft) {
            throw error(where, "metadata: " + what + " " + pair + ": expected a length of 0 to " + metadataLeft
                    + ", found " + length);
        }
        metadataLeft -= length;
        return length;
    }

    private void requireText(String where, String member, long at) {
        if (!Raw.isRange(at, MAX_NAME)) {
            throw error(where, member + ": expected a C string, found " + Raw.shown(at));
        }
    }

    private String named(String where) {
        return "arrow " + operation + ": " + where;
    }

    private ForeignDescriptorException error(String where, String problem) {
        return new ForeignDescriptorException(Lines.at("arrow " + operation, where, problem));
    }
}
