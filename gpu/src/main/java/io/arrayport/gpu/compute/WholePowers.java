package io.arrayport.gpu.compute;

import java.lang.foreign.ValueLayout;
import java.util.List;

import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import org.jspecify.annotations.Nullable;

/** Integers have no negative powers: whether one is asked for, the device finds out before any is computed. */
final class WholePowers {
    private WholePowers() {}

    /** Whether exponents have to be looked at. */
    static boolean isWatched(Op op, Signature signature) {
        return op == Op.POWER && signature.input(1).kind() == 'i';
    }

    /**
     * Waits for the device, which looks at each exponent once, however often it is taken.
     *
     * @param where which are taken; all if null
     * @throws IllegalArgumentException if one is negative
     */
    static void require(CudaBackend backend, DType type, Operand exponents, @Nullable Operand where) {
        Operand each = where == null ? once(exponents) : exponents;
        if (each.layout().size() == 0) {
            return;
        }
        try (Temporaries temporaries = new Temporaries(backend)) {
            Operand negative = temporaries.like(each, DType.BOOL);
            Operand zero = temporaries.of(each.device(), Shape.of(), type);
            backend.fill(negative, false);
            backend.fill(zero, 0L);
            backend.binary(Op.LESS, new Signature(List.of(type, type), List.of(DType.BOOL)), each,
                    zero.with(zero.layout().broadcastTo(each.shape())), negative, where);
            Operand found = backend.flatnonzero(negative);
            try (Storage _ = found.storage()) {
                if (found.layout().size() > 0) {
                    long at = read(backend, found.storage(), 0);
                    Operand wide = temporaries.like(each, DType.INT64);
                    backend.copy(each, wide);
                    throw new IllegalArgumentException("power: operand 1 has the integer "
                            + read(backend, wide.storage(), at) + ", and integers to negative integer powers are not "
                            + "allowed: they are no integers; convert operand 0 to float64, or use float_power");
                }
            }
        }
    }

    private static long read(CudaBackend backend, Storage there, long index) {
        try (Storage here = Storage.allocate(Long.BYTES)) {
            backend.download(there, index * Long.BYTES, here.address(), Long.BYTES);
            return Memory.segment(here.address(), Long.BYTES).get(ValueLayout.JAVA_LONG, 0);
        }
    }

    /** Without the axes along which the same elements are taken again. */
    private static Operand once(Operand exponents) {
        Layout layout = exponents.layout();
        if (layout.size() == 0) {
            return exponents;
        }
        for (int axis = layout.ndim() - 1; axis >= 0; axis--) {
            if (layout.stride(axis) == 0) {
                layout = layout.index(axis, 0);
            }
        }
        return exponents.with(layout);
    }
}
