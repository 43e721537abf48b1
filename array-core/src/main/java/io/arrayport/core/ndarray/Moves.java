package io.arrayport.core.ndarray;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.function.Consumer;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Permutations;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ufunc.Held;

/** Elements moved along an axis from place to place. */
public final class Moves {
    private Moves() {}

    /**
     * Copies {@code out[..., k, ...] = in[..., positions[k], ...]}.
     *
     * @param operation named in errors
     * @param axis counted from the front
     * @param positions int64, 1-d, inside the axis
     * @param out of {@code in}'s type and shape, but as long as {@code positions} along the axis; apart from both
     */
    static void gather(String operation, NdArray in, int axis, NdArray positions, NdArray out) {
        Operand from = first(in, axis);
        Operand to = first(out, axis);
        Operand places = positions.operand();
        try (Held _ = Held.of(from, to, places)) {
            Backend.of(operation, List.of(from, to, places)).gather(operation, from, axis, places, to);
        }
    }

    private static Operand first(NdArray array, int axis) {
        return array.transpose(Permutations.moved(array.ndim(), new int[]{axis}, new int[]{0})).operand();
    }

    /** The elements of a 1-d array of integers, or bools; of one on a device they are copied. */
    public static long[] longs(NdArray array) {
        try (NdArray longs = array.astype(DType.INT64); NdArray here = longs.toDevice(Device.CPU)) {
            NdArray packed = here.reshape(-1);
            packed.storage().acquireOnHost();
            try {
                return Memory.segment(packed.address(), packed.nbytes()).toArray(ValueLayout.JAVA_LONG);
            } finally {
                packed.storage().release();
            }
        }
    }

    /** A new 1-d array of int64 whose elements, row-major, are written to its bytes. */
    public static NdArray positions(NdArray beside, long count, Consumer<MemorySegment> write) {
        Layout layout = Layout.contiguous(Shape.of(count), Long.BYTES);
        NdArray made = NdArray.of(Storage.allocate(layout.endByte(Long.BYTES)), DType.INT64, layout);
        Temporaries.finished(made, positions -> {
            positions.storage().acquireOnHost();
            try {
                write.accept(Memory.segment(positions.address(), positions.nbytes()));
            } finally {
                positions.storage().release();
            }
        });
        if (beside.device().type().isHost()) {
            return made;
        }
        try (made) {
            return made.toDevice(beside.device());
        }
    }
}
