package io.arrayport.arrow.ipc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.arrow.type.BufferLayout;
import org.apache.arrow.flatbuf.DictionaryEncoding;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Reads a schema. FlatBuffers offsets may share and even loop, so that a damaged file of a few hundred bytes could
 * describe billions of fields: what is read is held to a budget that follows from the size of the metadata, and nesting
 * to a depth.
 */
final class SchemaReader {
    private static final int MAX_DEPTH = 64;
    /** A vector entry and a table with its type take at least this many bytes. */
    private static final int MIN_FIELD_BYTES = 12;
    /** Honest writers store a text once; some share equal ones. */
    private static final long TEXT_SHARING = 16;

    private final FileBytes file;
    private long fieldsLeft;
    private long textLeft;

    SchemaReader(FileBytes file, int metadataBytes) {
        this.file = file;
        this.fieldsLeft = metadataBytes / MIN_FIELD_BYTES;
        this.textLeft = metadataBytes * TEXT_SHARING;
    }

    IpcSchema read(Schema schema) {
        List<ArrowField> fields = fields("schema", schema.fieldsLength(), schema::fields, 0);
        boolean big = schema.endianness() != Endianness.Little;
        Map<String, String> metadata = file.parse("schema: custom_metadata",
                () -> metadata(schema.customMetadataLength(), schema::customMetadata));
        return new IpcSchema(new ArrowSchema(fields, metadata), big);
    }

    private List<ArrowField> fields(String parent, int count, IntFunction<Field> get, int depth) {
        if (count < 0 || count > fieldsLeft) {
            throw file.error("schema: %s: children: %d do not fit into the metadata".formatted(parent, count));
        }
        if (depth > MAX_DEPTH) {
            throw file.error("schema: %s: children are nested deeper than %d".formatted(parent, MAX_DEPTH));
        }
        fieldsLeft -= count;
        List<ArrowField> fields = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            fields.add(field(get.apply(i), i, depth));
        }
        return fields;
    }

    private ArrowField field(Field field, int index, int depth) {
        String name = file.parse("schema: field %d: name".formatted(index), () -> text(field.name()));
        String where = "field %d (\"%s\")".formatted(index, name);
        String place = "schema: " + where;
        Map<String, String> metadata = file.parse(place + ": custom_metadata",
                () -> metadata(field.customMetadataLength(), field::customMetadata));
        ArrowType type = file.parse(place + ": type", () -> new TypeReader(file, where).read(field));
        text(type.toString());
        List<ArrowField> children = file.parse(place + ": children",
                () -> fields(where, field.childrenLength(), field::children, depth + 1));
        DictionaryEncoding dictionary = file.parse(place + ": dictionary", field::dictionary);
        if (dictionary == null) {
            return new ArrowField(name, type, field.nullable(), metadata, children);
        }
        // The field describes the dictionary's values; in a batch stand their numbers
        ArrowField values = new ArrowField(name, type, true, Map.of(), children);
        return new ArrowField(name, file.parse(place + ": dictionary", () -> coded(values, dictionary)),
                field.nullable(), metadata);
    }

    /** The format's default is int32. */
    private static ArrowType coded(ArrowField values, DictionaryEncoding dictionary) {
        @Nullable
        Int index = dictionary.indexType();
        Optional<ArrowNumber> number = index == null ? Optional.of(ArrowNumber.INT32)
                : ArrowNumber.of(false, index.isSigned(), index.bitWidth());
        return number
                .<ArrowType>map(row -> new ArrowType.Dictionary(dictionary.id(), row, dictionary.isOrdered(), values))
                .orElseGet(() -> new ArrowType.Other("dictionary<" + values.type() + "> of undefined indices",
                        BufferLayout.FIXED));
    }

    private Map<String, String> metadata(int count, IntFunction<KeyValue> get) {
        Map<String, String> metadata = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            KeyValue entry = get.apply(i);
            metadata.put(text(entry.key()), text(entry.value()));
        }
        return metadata;
    }

    private String text(@Nullable String text) {
        String found = text == null ? "" : text;
        // One that is absent counts too: a table without texts can be listed, and shared, as often as any other
        textLeft -= found.length() + 1L;
        if (textLeft < 0) {
            throw file.error("schema: the names and custom_metadata are longer than the footer that holds them");
        }
        return found;
    }
}
