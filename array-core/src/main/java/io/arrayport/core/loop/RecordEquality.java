package io.arrayport.core.loop;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.backend.Op;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.StructType.Field;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.dtype.VoidType;
import io.arrayport.core.kernel.BinaryKernel;
import io.arrayport.core.kernel.Kernels;
import io.arrayport.core.kernel.TextKernels;
import io.arrayport.core.memory.Memory;

/**
 * Whether records of one type, in native byte order, are equal in all of their fields: column by column, each in the
 * loop of its own type.
 */
final class RecordEquality implements BinaryKernel {
    private static final int BLOCK = 1024;

    /**
     * Elements of a field.
     *
     * @param step bytes from one to the next of one record
     */
    private record Column(long offset, int count, int step, BinaryKernel equal) {}

    private final List<Column> columns = new ArrayList<>();
    private final boolean wanted;

    /**
     * @param type structured, or bytes without a meaning
     * @param wanted what is written for records that are equal
     */
    RecordEquality(DType type, boolean wanted) {
        this.wanted = wanted;
        if (type instanceof StructType struct) {
            add(struct, 0);
        } else {
            columns.add(new Column(0, 1, 0, equal(type)));
        }
    }

    private void add(StructType struct, long at) {
        for (Field field : struct.fields()) {
            long offset = at + field.offset();
            int step = field.type().itemsize();
            if (field.type() instanceof StructType inner) {
                for (int i = 0; i < field.count(); i++) {
                    add(inner, offset + (long) i * step);
                }
            } else {
                columns.add(new Column(offset, field.count(), step, equal(field.type())));
            }
        }
    }

    private static BinaryKernel equal(DType type) {
        return switch (type) {
            case TextType text -> TextKernels.compare(Op.EQUAL, text.unit(), text.length(), text.length());
            case VoidType bytes -> bytes(bytes.itemsize());
            default -> Kernels.binary(Op.EQUAL, Lanes.of("equal", type));
        };
    }

    private static BinaryKernel bytes(int count) {
        return (a, aStride, b, bStride, out, outStride, n) -> {
            for (long i = 0; i < n; i++) {
                boolean is = Memory.segment(a + i * aStride, count)
                        .mismatch(Memory.segment(b + i * bStride, count)) < 0;
                Memory.RAW.set(ValueLayout.JAVA_BYTE, out + i * outStride, (byte) (is ? 1 : 0));
            }
        };
    }

    @Override
    public void run(long a, long aStride, long b, long bStride, long out, long outStride, long n) {
        try (Arena arena = Arena.ofConfined()) {
            long all = arena.allocate(BLOCK, Long.BYTES).address();
            long one = arena.allocate(BLOCK, Long.BYTES).address();
            for (long done = 0; done < n; done += BLOCK) {
                int count = (int) Math.min(BLOCK, n - done);
                Memory.segment(all, BLOCK).fill((byte) 1);
                for (Column column : columns) {
                    compare(column, a + done * aStride, aStride, b + done * bStride, bStride, all, one, count);
                }
                write(all, out + done * outStride, outStride, count);
            }
        }
    }

    private static void compare(Column column, long a, long aStride, long b, long bStride, long all, long one,
            int count) {
        for (int k = 0; k < column.count; k++) {
            long at = column.offset + (long) k * column.step;
            column.equal.run(a + at, aStride, b + at, bStride, one, 1, count);
            for (int i = 0; i < count; i += Long.BYTES) {
                Memory.RAW.set(ValueLayout.JAVA_LONG, all + i, Memory.RAW.get(ValueLayout.JAVA_LONG, all + i)
                        & Memory.RAW.get(ValueLayout.JAVA_LONG, one + i));
            }
        }
    }

    private void write(long all, long out, long outStride, int count) {
        byte not = (byte) (wanted ? 0 : 1);
        for (int i = 0; i < count; i++) {
            Memory.RAW.set(ValueLayout.JAVA_BYTE, out + i * outStride,
                    (byte) (Memory.RAW.get(ValueLayout.JAVA_BYTE, all + i) ^ not));
        }
    }
}
