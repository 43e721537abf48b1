package io.arrayport.core.loop;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.StructType.Field;
import io.arrayport.core.kernel.CountKernel;
import io.arrayport.core.kernel.ElementOrder;
import io.arrayport.core.memory.Memory;

/**
 * The order of records in native byte order: by their first field, where that is equal by the second, and so on. Fields
 * that are arrays are compared as bytes, as NumPy compares them.
 */
final class RecordOrder implements ElementOrder {
    /** What is compared with the like in another record. */
    private record Leaf(int offset, LeafOrder order) {}

    /** Elements, and arrays as bytes. */
    private final List<Leaf> ordered = new ArrayList<>();

    /** @param type structured, or bytes without a meaning */
    RecordOrder(DType type) {
        if (type instanceof StructType struct) {
            add(struct, 0);
        } else {
            ordered.add(new Leaf(0, LeafOrder.of(type)));
        }
    }

    private void add(StructType struct, int at) {
        for (Field field : struct.fields()) {
            int offset = at + field.offset();
            if (field.shape().isEmpty() && field.type() instanceof StructType inner) {
                add(inner, offset);
                continue;
            }
            if (!field.shape().isEmpty()) {
                ordered.add(new Leaf(offset, new LeafOrder.Bytes(field.itemsize())));
            } else {
                ordered.add(new Leaf(offset, LeafOrder.of(field.type())));
            }
        }
    }

    @Override
    public int compare(long a, long b) {
        for (Leaf leaf : ordered) {
            int difference = leaf.order.compare(a + leaf.offset, b + leaf.offset);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    @Override
    public long key(long at) {
        return ordered.isEmpty() ? 0 : ordered.getFirst().order.key(at + ordered.getFirst().offset);
    }

    private boolean isNonzero(long at) {
        for (Leaf leaf : ordered) {
            if (leaf.order.isNonzero(at + leaf.offset)) {
                return true;
            }
        }
        return false;
    }

    CountKernel count() {
        return (in, inStride, acc, accStride, n) -> {
            for (long i = 0; i < n; i++) {
                if (isNonzero(in + i * inStride)) {
                    long to = acc + i * accStride;
                    Memory.RAW.set(ValueLayout.JAVA_LONG_UNALIGNED, to,
                            1 + Memory.RAW.get(ValueLayout.JAVA_LONG_UNALIGNED, to));
                }
            }
        };
    }
}
