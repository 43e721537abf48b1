package io.arrayport.core.dtype;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Objects;

import io.arrayport.core.error.DTypeException;
import org.jspecify.annotations.Nullable;

/**
 * Fields of other types in one element, each at an offset: NumPy's structured types.
 *
 * @param fields in order; their bytes may have gaps between them, and overlap
 * @param itemsize bytes of one element
 * @param aligned whether fields lie where their alignment wants them
 */
public record StructType(List<Field> fields, int itemsize, boolean aligned) implements FlexibleType {
    /**
     * One field.
     *
     * @param name unlike those of the other fields
     * @param type of its elements
     * @param shape lengths of the axes of the array that the field is; empty if it is one element
     * @param offset of its first byte
     * @param title another name; null if it has none
     */
    public record Field(String name, DType type, List<Integer> shape, int offset, @Nullable String title) {
        public Field {
            Objects.requireNonNull(name, "name");
            shape = List.copyOf(shape);
        }

        /** One element. */
        public Field(String name, DType type, int offset) {
            this(name, type, List.of(), offset, null);
        }

        /** Returns its bytes. */
        public int itemsize() {
            return shape.stream().reduce(type.itemsize(), Math::multiplyExact);
        }

        private Field withType(DType newType) {
            return new Field(name, newType, shape, offset, title);
        }
    }

    /** @throws DTypeException if a field lies outside */
    public StructType {
        fields = List.copyOf(fields);
        for (Field field : fields) {
            if (field.offset() < 0 || (long) field.offset() + field.itemsize() > itemsize) {
                throw new DTypeException("struct dtype: field '" + field.name() + "' takes bytes " + field.offset()
                        + " to " + ((long) field.offset() + field.itemsize()) + " of " + itemsize);
            }
        }
    }

    @Override
    public String name() {
        return itemsize == 0 ? "void" : "void" + (long) Byte.SIZE * itemsize;
    }

    @Override
    public char kind() {
        return 'V';
    }

    @Override
    public int alignment() {
        return aligned ? fields.stream().mapToInt(field -> field.type().alignment()).max().orElse(1) : 1;
    }

    @Override
    public ByteOrder order() {
        return ByteOrder.nativeOrder();
    }

    @Override
    public DType withOrder(ByteOrder order) {
        return new StructType(fields.stream().map(field -> field.withType(field.type().withOrder(order))).toList(),
                itemsize, aligned);
    }

    @Override
    public boolean isNative() {
        return fields.stream().allMatch(field -> field.type().isNative());
    }

    @Override
    public String str() {
        return "|V" + itemsize;
    }

    @Override
    public String toString() {
        return str();
    }
}
