package io.arrayport.arrow.vector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.core.error.DTypeException;
import org.apache.arrow.vector.types.pojo.ArrowType.ExtensionType;
import org.apache.arrow.vector.types.pojo.ArrowType.Int;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.jspecify.annotations.Nullable;

/** arrow-java's fields and ours. */
final class PojoFields {
    private PojoFields() {}

    /**
     * Our form of a field.
     *
     * @param values of the dictionary, where it is encoded by one
     */
    static ArrowField from(Field field, @Nullable ArrowField values) {
        List<ArrowField> children = field.getChildren().stream().map(child -> from(child, null)).toList();
        Map<String, String> metadata = new LinkedHashMap<>(field.getMetadata());
        var type = field.getType();
        if (type instanceof ExtensionType extension) {
            metadata.put(ArrowField.EXTENSION, extension.extensionName());
            metadata.put(ArrowField.EXTENSION_METADATA, extension.serialize());
            type = extension.storageType();
        }
        ArrowType plain = PojoTypes.from(type, children.size());
        @Nullable
        DictionaryEncoding coded = field.getDictionary();
        if (coded != null && values != null && plain instanceof ArrowType.Numeric index) {
            plain = new ArrowType.Dictionary(coded.getId(), index.number(), coded.isOrdered(), values);
        }
        return new ArrowField(field.getName(), plain, field.isNullable(), metadata, children);
    }

    /** arrow-java's form of a field; extension types it does not know stay in the metadata. */
    static Field to(ArrowField field) {
        return new Field(field.name(), new FieldType(field.nullable(), PojoTypes.to(field.type()), encoding(field),
                field.metadata()), field.children().stream().map(PojoFields::to).toList());
    }

    static @Nullable DictionaryEncoding encoding(ArrowField field) {
        if (!(field.type() instanceof ArrowType.Dictionary coded)) {
            return null;
        }
        ArrowNumber index = coded.index();
        if (index.isFloating()) {
            throw new DTypeException("vector: column \"" + field.name() + "\": a dictionary is counted in integers");
        }
        return new DictionaryEncoding(coded.id(), coded.ordered(), new Int(index.bits(), index.isSigned()));
    }
}
