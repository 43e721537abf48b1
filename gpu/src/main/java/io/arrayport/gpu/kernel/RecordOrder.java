package io.arrayport.gpu.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.NarrowFloatType;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.StructType.Field;
import org.jspecify.annotations.Nullable;

/**
 * The order of strings of one width, of bytes, and of records: by their parts, one after the other. Fields that are
 * arrays are compared as bytes.
 */
public final class RecordOrder {
    /** Parts that kernels take. */
    private static final int MOST = 48;
    private static final int HEAD = 24;
    private static final int LEAF = 16;

    /** As order.cuh has them. */
    private enum Kind {
        UNSIGNED, SIGNED, REAL, COMPLEX, TIME, BYTES, POINTS, BRAIN
    }

    private record Leaf(int offset, Kind kind, int size, boolean turned) {}

    private final DType type;
    private final List<Leaf> leaves = new ArrayList<>();

    private RecordOrder(DType type) {
        this.type = type;
    }

    /** Returns the order of a type that has no keys; null if kernels do not compare it. */
    public static @Nullable RecordOrder of(DType type) {
        RecordOrder order = new RecordOrder(type);
        return order.add(type, 0) && order.leaves.size() <= MOST ? order : null;
    }

    private boolean add(DType part, int at) {
        if (part instanceof StructType struct) {
            for (Field field : struct.fields()) {
                int offset = at + field.offset();
                if (!field.shape().isEmpty()) {
                    leaves.add(new Leaf(offset, Kind.BYTES, field.itemsize(), false));
                } else if (!add(field.type(), offset)) {
                    return false;
                }
            }
            return true;
        }
        Kind kind = kind(part);
        if (kind == null) {
            return false;
        }
        int size = kind == Kind.POINTS ? part.itemsize() / Integer.BYTES : part.itemsize();
        leaves.add(new Leaf(at, kind, size, !part.isNative()));
        return true;
    }

    private static @Nullable Kind kind(DType type) {
        return type instanceof NarrowFloatType || type instanceof StringType ? null : switch (type.kind()) {
            case 'b', 'u' -> Kind.UNSIGNED;
            case 'i' -> Kind.SIGNED;
            case 'f' -> type.name().equals(DType.BFLOAT16.name()) ? Kind.BRAIN : Kind.REAL;
            case 'c' -> Kind.COMPLEX;
            case 'm', 'M' -> Kind.TIME;
            case 'S', 'V' -> Kind.BYTES;
            case 'U' -> Kind.POINTS;
            default -> null;
        };
    }

    /** Writes it as the struct Order of elements from an address on, one after the other. */
    void write(MemorySegment to, long base) {
        to.set(ValueLayout.JAVA_LONG, 0, base);
        to.set(ValueLayout.JAVA_LONG, Long.BYTES, type.itemsize());
        to.set(ValueLayout.JAVA_LONG, 2L * Long.BYTES, leaves.size());
        for (int i = 0; i < leaves.size(); i++) {
            Leaf leaf = leaves.get(i);
            long at = HEAD + (long) i * LEAF;
            to.set(ValueLayout.JAVA_INT, at, leaf.offset());
            to.set(ValueLayout.JAVA_INT, at + 4, leaf.kind().ordinal());
            to.set(ValueLayout.JAVA_INT, at + 8, leaf.size());
            to.set(ValueLayout.JAVA_INT, at + 12, leaf.turned() ? 1 : 0);
        }
    }
}
