package io.arrayport.arrow.ipc;

import java.util.Map;

import com.google.flatbuffers.FlatBufferBuilder;
import io.arrayport.arrow.type.ArrowNumber;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Type;

/** Writes a schema of plain numbers as FlatBuffers metadata. */
final class SchemaEncoder {
    private final FlatBufferBuilder builder;

    SchemaEncoder(FlatBufferBuilder builder) {
        this.builder = builder;
    }

    /** Adds the schema to the builder and returns its offset there. */
    int encode(IpcSchema schema) {
        int[] fields = new int[schema.fields().size()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = field(schema.fields().get(i));
        }
        int fieldsOffset = Schema.createFieldsVector(builder, fields);
        int metadata = metadata(schema.metadata());
        return Schema.createSchema(builder, Endianness.Little, fieldsOffset, metadata, 0);
    }

    private int field(IpcField field) {
        ArrowNumber number = field.type().number().orElseThrow(() -> new IllegalArgumentException(field.type().text()));
        int name = builder.createString(field.name());
        int type = type(number);
        int children = Field.createChildrenVector(builder, new int[0]);
        int metadata = metadata(field.metadata());
        byte tag = number.isFloating() ? Type.FloatingPoint : Type.Int;
        return Field.createField(builder, name, field.nullable(), tag, type, 0, children, metadata);
    }

    private int type(ArrowNumber number) {
        if (!number.isFloating()) {
            return Int.createInt(builder, number.bits(), number.isSigned());
        }
        return FloatingPoint.createFloatingPoint(builder, switch (number.bits()) {
            case 16 -> Precision.HALF;
            case 32 -> Precision.SINGLE;
            default -> Precision.DOUBLE;
        });
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
