package io.arrayport.core.dtype;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.arrayport.core.error.DTypeException;
import org.jspecify.annotations.Nullable;

/**
 * Fields of other types in one element, each at an offset: NumPy's structured types.
 *
 * <p>Two are equal if their fields are, in name, title, type, shape and place, and they take as many bytes, whether or
 * not they were aligned.
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
        /**
         * @throws IllegalArgumentException if a length is negative
         * @throws DTypeException if there are more bytes than a field may have
         */
        public Field {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(type, "type");
            shape = List.copyOf(shape);
            long bytes = type.itemsize();
            for (int length : shape) {
                if (length < 0) {
                    throw new IllegalArgumentException("struct dtype: field '" + name + "' has shape " + shape
                            + "; lengths must not be negative");
                }
                bytes *= length;
                if (bytes > Integer.MAX_VALUE) {
                    throw new DTypeException("struct dtype: field '" + name + "', " + type + " of shape " + shape
                            + ", has more than " + Integer.MAX_VALUE + " bytes");
                }
            }
        }

        /** One element. */
        public Field(String name, DType type, int offset) {
            this(name, type, List.of(), offset, null);
        }

        /** Returns a field at offset 0, to be placed behind others by {@link StructType#of(Field...)}. */
        public static Field of(String name, DType type, int... shape) {
            return new Field(name, type, Arrays.stream(shape).boxed().toList(), 0, null);
        }

        /** Returns its bytes. */
        public int itemsize() {
            int bytes = type.itemsize();
            for (int length : shape) {
                bytes *= length;
            }
            return bytes;
        }

        /** Returns how many elements it has: the product of the lengths. */
        public int count() {
            return shape.stream().reduce(1, (a, b) -> a * b);
        }

        /** Returns the same field with another name beside its own. */
        public Field withTitle(@Nullable String newTitle) {
            return new Field(name, type, shape, offset, newTitle);
        }

        /** Returns the same field with elements of another type. */
        public Field withType(DType newType) {
            return new Field(name, newType, shape, offset, title);
        }

        /** Returns the same field at another place. */
        public Field at(int newOffset) {
            return new Field(name, type, shape, newOffset, title);
        }
    }

    /** @throws DTypeException if a field lies outside, or has the name or title of another one */
    public StructType {
        fields = List.copyOf(fields);
        if (itemsize < 0) {
            throw new DTypeException("struct dtype: an itemsize of " + itemsize + " is none; give 0 or more bytes");
        }
        Set<String> names = new HashSet<>();
        for (Field field : fields) {
            if (field.type() instanceof StringType) {
                throw new DTypeException("struct dtype: field '" + field.name() + "' is of " + field.type()
                        + ", whose bytes would not all lie in the record; give strings of a width, such as 'U20'");
            }
            if (field.offset() < 0 || (long) field.offset() + field.itemsize() > itemsize) {
                throw new DTypeException("struct dtype: field '" + field.name() + "' takes bytes " + field.offset()
                        + " to " + ((long) field.offset() + field.itemsize()) + " of " + itemsize);
            }
            requireNew(names, field.name());
            if (field.title() != null) {
                requireNew(names, field.title());
            }
        }
    }

    private static void requireNew(Set<String> names, String name) {
        if (!names.add(name)) {
            throw new IllegalArgumentException("struct dtype: the name '" + name
                    + "' stands twice among names and titles; give each field its own");
        }
    }

    /** Returns the type of these fields, one behind the other without gaps; the offsets that they have do not count. */
    public static StructType of(Field... fields) {
        return StructLayout.placed(List.of(fields), false);
    }

    /**
     * Returns the type of these fields, each where its alignment wants it, as a C compiler places them; the offsets
     * that they have do not count.
     */
    public static StructType aligned(Field... fields) {
        return StructLayout.placed(List.of(fields), true);
    }

    /**
     * Reads NumPy's list of fields.
     *
     * @param fields each a list of a name, or of a title and a name; a type, or what is read as one: text, a list, a
     *        map; and the shape if it is an array, a number or a list of them
     * @param align whether fields are placed where their alignment wants them
     * @throws DTypeException if something else is in it
     */
    public static StructType of(List<?> fields, boolean align) {
        return StructReader.read(fields, align);
    }

    /**
     * Reads NumPy's dictionary of fields: {@code names} and {@code formats}, and if given {@code offsets},
     * {@code titles}, {@code itemsize} and {@code aligned}; or for each name a list of its type, its offset and, if it
     * has one, its title.
     *
     * @param align whether fields are placed where their alignment wants them
     * @throws DTypeException if something else is in it
     */
    public static StructType of(Map<?, ?> fields, boolean align) {
        return StructReader.read(fields, align);
    }

    /** Returns the names of the fields, in order. */
    public List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    /** Returns whether there is a field of that name or title. */
    public boolean has(String name) {
        return find(name) != null;
    }

    /**
     * Returns the field of that name or title.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Field field(String name) {
        Field field = find(name);
        if (field == null) {
            throw new IllegalArgumentException("struct dtype: no field is named '" + name + "'; there are " + names());
        }
        return field;
    }

    private @Nullable Field find(String name) {
        for (Field field : fields) {
            if (field.name().equals(name) || name.equals(field.title())) {
                return field;
            }
        }
        return null;
    }

    /**
     * Returns the type with these fields alone, in this order and where they are: what a view of several fields has.
     *
     * @throws IllegalArgumentException if there is no such field, or one is named twice
     */
    public StructType select(List<String> names) {
        return new StructType(names.stream().map(this::field).toList(), itemsize, aligned);
    }

    /** Returns whether the fields lie in order and without gaps but those that alignment makes. */
    public boolean isPacked() {
        return equals(packed());
    }

    /** Returns the same fields in order, without gaps but those that alignment makes. */
    public StructType packed() {
        return StructLayout.placed(fields, aligned);
    }

    /** Returns whether every byte is one of a field: whether an element may be copied as its bytes. */
    public boolean isFull() {
        return StructLayout.isFull(this);
    }

    /** Returns the type with each field's type replaced by one of the same size. */
    private StructType withTypes(List<DType> types) {
        List<Field> typed = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            typed.add(fields.get(i).withType(types.get(i)));
        }
        return new StructType(typed, itemsize, aligned);
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
        return withTypes(fields.stream().map(field -> field.type().withOrder(order)).toList());
    }

    @Override
    public boolean isNative() {
        return fields.stream().allMatch(field -> field.type().isNative());
    }

    @Override
    public String str() {
        return "|V" + itemsize;
    }

    /**
     * Returns the fields as NumPy's {@code descr} lists them: rows of a name, or a title and a name, an array-protocol
     * string or such a list, and a shape if it has one. Gaps are fields without a name.
     *
     * @throws IllegalArgumentException if fields overlap or are not in the order of their offsets
     */
    public List<Row> descr() {
        return StructText.descr(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StructType struct && itemsize == struct.itemsize && fields.equals(struct.fields);
    }

    @Override
    public int hashCode() {
        return 31 * fields.hashCode() + itemsize;
    }

    /** Returns the fields as NumPy writes them: {@code [('x', '<f4'), ('y', '<i8', (2,))]}. */
    @Override
    public String toString() {
        return StructText.of(this, true);
    }
}
