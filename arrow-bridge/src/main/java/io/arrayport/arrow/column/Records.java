package io.arrayport.arrow.column;

import static io.arrayport.core.Np.np;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.arrow.type.TypeLayout;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;

/** Rows of struct columns put together as records: Arrow keeps fields apart, a structured element has them together. */
final class Records {
    private Records() {}

    /**
     * The elements that the rows of a struct column are once they are put together, one field behind the other.
     *
     * @throws ZeroCopyException where an element has no such field: texts, lists of any length; names it
     */
    static StructType dtype(ArrowColumn column) {
        return struct(column, column.field());
    }

    private static StructType struct(ArrowColumn column, ArrowField struct) {
        List<StructType.Field> fields = new ArrayList<>();
        for (ArrowField child : struct.children()) {
            List<Integer> shape = new ArrayList<>();
            ArrowField element = child;
            while (element.type() instanceof ArrowType.FixedList list) {
                shape.add(list.size());
                element = element.children().getFirst();
            }
            fields.add(StructType.Field.of(child.name(), element(column, element),
                    shape.stream().mapToInt(Integer::intValue).toArray()));
        }
        try {
            return StructType.of(fields.toArray(StructType.Field[]::new));
        } catch (IllegalArgumentException twice) {
            throw column.refusal("has fields " + struct.children().stream().map(ArrowField::name).toList()
                    + ", and those of an array have names of their own", "rename them where the column is made");
        }
    }

    private static DType element(ArrowColumn column, ArrowField field) {
        if (field.type() instanceof ArrowType.Struct) {
            return struct(column, field);
        }
        return field.dtype().filter(dtype -> !(dtype instanceof StringType))
                .or(() -> TypeLayout.convertedDtype(field.type())).orElseThrow(() -> column.refusal(
                        "has a field \"" + field.name() + "\" of type " + field.type() + ", which no element has",
                        "StructColumn.of(column) has its fields where they lie"));
    }

    /** The rows of a struct column as a fresh structured array; what stands at nulls is anything. */
    static NdArray fresh(ArrowColumn column) {
        NdArray records = np.zeros(Shape.of(column.length()), dtype(column));
        boolean done = false;
        try {
            List<ArrowColumn> children = column.children();
            for (int i = 0; i < children.size(); i++) {
                NdArray target = records.field(i);
                if (Values.isPlain(children.get(i).field())) {
                    target.set(Values.unread(children.get(i)));
                } else {
                    try (NdArray part = Values.fresh(children.get(i))) {
                        target.set(part);
                    }
                }
            }
            done = true;
            return records;
        } finally {
            if (!done) {
                records.close();
            }
        }
    }
}
