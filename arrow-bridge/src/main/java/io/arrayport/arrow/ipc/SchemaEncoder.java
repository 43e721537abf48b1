package io.arrayport.arrow.ipc;

import java.util.List;
import java.util.Map;

import com.google.flatbuffers.FlatBufferBuilder;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.core.error.DTypeException;
import org.apache.arrow.flatbuf.DictionaryEncoding;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Schema;

/** Writes a schema as FlatBuffers metadata. */
final class SchemaEncoder {
    private final FlatBufferBuilder builder;

    SchemaEncoder(FlatBufferBuilder builder) {
        this.builder = builder;
    }

    /** Adds the schema to the builder and returns its offset there. */
    int encode(ArrowSchema schema) {
        int fieldsOffset = Schema.createFieldsVector(builder, fields(schema.fields()));
        int metadata = metadata(schema.metadata());
        return Schema.createSchema(builder, Endianness.Little, fieldsOffset, metadata, 0);
    }

    private int[] fields(List<ArrowField> fields) {
        return fields.stream().mapToInt(this::field).toArray();
    }

    /** A dictionary-encoded field has the type and children of the dictionary's values. */
    private int field(ArrowField field) {
        if (field.type() instanceof ArrowType.Dictionary coded) {
            return field(field, coded.values().type(), coded.values().children(), dictionary(coded));
        }
        return field(field, field.type(), field.children(), 0);
    }

    private int field(ArrowField field, ArrowType type, List<ArrowField> childFields, int dictionary) {
        if (type instanceof ArrowType.Other || type instanceof ArrowType.Dictionary) {
            throw new DTypeException("write: column \"" + field.name() + "\": type " + type + " cannot be written");
        }
        int[] children = fields(childFields);
        int name = builder.createString(field.name());
        TypeEncoder.Encoded encoded = new TypeEncoder(builder).encode(type);
        int childrenOffset = Field.createChildrenVector(builder, children);
        int metadata = metadata(field.metadata());
        return Field.createField(builder, name, field.nullable(), encoded.tag(), encoded.offset(), dictionary,
                childrenOffset, metadata);
    }

    private int dictionary(ArrowType.Dictionary coded) {
        ArrowNumber index = coded.index();
        int indexType = Int.createInt(builder, index.bits(), index.isSigned());
        return DictionaryEncoding.createDictionaryEncoding(builder, coded.id(), indexType, coded.ordered(), (short) 0);
    }

    private int metadata(Map<String, String> metadata) {
        int[] entries = new int[metadata.size()];
        int i = 0;
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            int key = builder.createString(entry.getKey());
            int value = builder.createString(entry.getValue());
            entries[i++] = KeyValue.createKeyValue(builder, key, value);
        }
        return entries.length == 0 ? 0 : Schema.createCustomMetadataVector(builder, entries);
    }
}
