package io.arrayport.arrow.ipc;

import java.util.List;

import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.arrow.type.ArrowType;

/** Numbers for the dictionaries of a schema: in a file or stream each has one, in memory none. */
final class DictionaryIds {
    private long next;

    private DictionaryIds() {}

    /** The schema with its dictionaries numbered from 0, in order. */
    static ArrowSchema given(ArrowSchema schema) {
        return new ArrowSchema(new DictionaryIds().fields(schema.fields()), schema.metadata());
    }

    private List<ArrowField> fields(List<ArrowField> fields) {
        return fields.stream().map(this::field).toList();
    }

    private ArrowField field(ArrowField field) {
        ArrowType type = field.type() instanceof ArrowType.Dictionary coded
                ? new ArrowType.Dictionary(next++, coded.index(), coded.ordered(), field(coded.values()))
                : field.type();
        return new ArrowField(field.name(), type, field.nullable(), field.metadata(), fields(field.children()));
    }
}
