package io.arrayport.core.dtype;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.arrayport.core.dtype.StructType.Field;
import io.arrayport.core.error.DTypeException;

/** Where the fields of structured types lie. */
final class StructLayout {
    private StructLayout() {}

    /**
     * Returns the type of these fields one behind the other.
     *
     * @param align whether each is placed where its alignment wants it
     */
    static StructType placed(List<Field> fields, boolean align) {
        List<Field> placed = new ArrayList<>(fields.size());
        long end = 0;
        int widest = 1;
        for (Field field : fields) {
            int alignment = align ? Math.max(1, field.type().alignment()) : 1;
            widest = Math.max(widest, alignment);
            long at = up(end, alignment);
            end = at + field.itemsize();
            requireBytes(end);
            placed.add(field.at((int) at));
        }
        long itemsize = up(end, widest);
        requireBytes(itemsize);
        return new StructType(placed, (int) itemsize, align);
    }

    /** Returns the bytes up to the end of the last one, or with gaps such that elements in a row are aligned. */
    static int itemsize(List<Field> fields, boolean align) {
        long end = 0;
        int widest = 1;
        for (Field field : fields) {
            end = Math.max(end, (long) field.offset() + field.itemsize());
            widest = align ? Math.max(widest, field.type().alignment()) : 1;
        }
        long itemsize = up(end, widest);
        requireBytes(itemsize);
        return (int) itemsize;
    }

    /** Returns whether every byte is one of a field. */
    static boolean isFull(StructType type) {
        if (type.fields().stream().anyMatch(field -> field.type() instanceof StructType part && !part.isFull())) {
            return false;
        }
        long end = 0;
        for (Field field : type.fields().stream().sorted(Comparator.comparingInt(Field::offset)).toList()) {
            if (field.offset() > end) {
                return false;
            }
            end = Math.max(end, (long) field.offset() + field.itemsize());
        }
        return end == type.itemsize();
    }

    private static long up(long at, int alignment) {
        return (at + alignment - 1) / alignment * alignment;
    }

    private static void requireBytes(long bytes) {
        if (bytes > Integer.MAX_VALUE) {
            throw new DTypeException("struct dtype: the fields take " + bytes + " bytes, an element may have "
                    + Integer.MAX_VALUE);
        }
    }
}
