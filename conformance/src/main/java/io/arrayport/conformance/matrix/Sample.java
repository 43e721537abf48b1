package io.arrayport.conformance.matrix;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.casting;
import static io.arrayport.core.Options.dtype;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

import io.arrayport.core.dtype.BytesType;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.VoidType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;

/** The layouts that an exchange has to share or to refuse. */
enum Sample {
    CONTIGUOUS, MATRIX, SCALAR, EMPTY, STRIDED, NEGATIVE, TRANSPOSED, BROADCAST, MISALIGNED, SWAPPED, READ_ONLY;

    /** In elements: room before, between and behind those that the sample has. */
    private static final int ROOM = 32;
    private static final long ROWS = 6;

    /** An array of our own: elements in C order are 1, 2, 3, … (true, their texts), all alike if broadcast. */
    NdArray array(DType dtype) {
        DType type = this == SWAPPED ? dtype.withOrder(ByteOrder.BIG_ENDIAN) : dtype;
        NdArray base = NdArray.of(Storage.allocateZeroed((long) ROOM * type.itemsize()), type,
                layout(type.itemsize()));
        number(base);
        return switch (this) {
            case BROADCAST -> base.broadcastTo(ROWS);
            case READ_ONLY -> base.asReadOnly();
            default -> base;
        };
    }

    /** Whether the elements of {@code dtype} differ from others in this layout: single bytes have one order only. */
    boolean concerns(DType dtype) {
        return this != SWAPPED || !dtype.withOrder(ByteOrder.BIG_ENDIAN).isNative();
    }

    /** Writes 1, 2, 3, … to the elements of {@code array}. */
    static void number(NdArray array) {
        try (NdArray elements = numbered(array.size(), array.dtype());
                NdArray shaped = elements.reshape(array.shape().toArray())) {
            array.set(shaped);
        }
    }

    private static NdArray numbered(long size, DType dtype) {
        if (dtype instanceof StringType) {
            List<String> texts = LongStream.rangeClosed(1, size)
                    .mapToObj(i -> i % 2 == 0 ? "number " + i + ", too long for its element" : "number " + i).toList();
            return np.array(texts, dtype(dtype));
        }
        try (NdArray numbers = np.arange(1, 1 + size)) {
            return dtype instanceof VoidType bytes
                    ? numbers.astype(new BytesType(bytes.itemsize()), casting(Casting.UNSAFE)).view(dtype)
                    : numbers.astype(dtype, casting(Casting.UNSAFE));
        }
    }

    private Layout layout(int item) {
        Layout line = Layout.contiguous(Shape.of(ROWS), item).shifted(4L * item);
        return switch (this) {
            case SCALAR -> Layout.contiguous(Shape.of(), item).shifted(4L * item);
            case EMPTY -> Layout.contiguous(Shape.of(0), item).shifted(4L * item);
            case CONTIGUOUS, SWAPPED, READ_ONLY -> line;
            case MATRIX -> Layout.contiguous(Shape.of(2, ROWS / 2), item);
            case STRIDED -> Layout.contiguous(Shape.of(3 * ROWS), item).slice(0, 1L, null, 3L);
            case NEGATIVE -> line.slice(0, null, null, -1L);
            case TRANSPOSED -> Layout.contiguous(Shape.of(2, ROWS / 2), item).transpose();
            case MISALIGNED -> line.shifted(1);
            case BROADCAST -> Layout.contiguous(Shape.of(1), item);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
