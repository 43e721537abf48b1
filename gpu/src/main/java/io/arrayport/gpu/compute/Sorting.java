package io.arrayport.gpu.compute;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.gpu.kernel.GpuKernels;
import io.arrayport.gpu.kernel.RecordOrder;
import io.arrayport.gpu.kernel.RowSort;
import org.jspecify.annotations.Nullable;

/** What is in order on a device: elements, positions, and where values belong. */
final class Sorting {
    /** Positions in a row are kept in 32 bits while they are sorted. */
    private static final long LONGEST = (1L << 32) - 1;

    private Sorting() {}

    /** The operand as it is sorted: numbers aligned and in native order, all else as it is. */
    private static Operand sortable(Temporaries temporaries, Operand in) {
        DType type = in.dtype().withOrder(ByteOrder.nativeOrder());
        return RowSort.hasKeys(type) ? temporaries.as(in, type) : in;
    }

    private static RowSort rows(Temporaries temporaries, String operation, Operand in) {
        RecordOrder records = RowSort.hasKeys(in.dtype()) ? null : RecordOrder.of(in.dtype());
        if (records == null && !RowSort.hasKeys(in.dtype())) {
            throw NotOnDevice.refusal(operation + " of " + in.dtype(), in.device());
        }
        return new RowSort(GpuKernels.of(in.device()), in.dtype(), records,
                bytes -> temporaries.bytes(in.device(), bytes).address());
    }

    static void sort(CudaBackend backend, Operand a, int axis) {
        if (a.layout().size() == 0 || a.layout().dim(axis) < 2) {
            return;
        }
        requireShort(a, axis);
        try (Temporaries temporaries = new Temporaries(backend)) {
            Operand in = sortable(temporaries, a);
            rows(temporaries, "sort", in).sort(in, axis);
            if (in.storage() != a.storage()) {
                backend.copy(in, a);
            }
        }
    }

    /** @param given whether {@code out} has positions, which are sorted */
    static void order(CudaBackend backend, String operation, Operand in, int axis, Operand out, boolean given) {
        if (out.layout().size() == 0) {
            return;
        }
        requireShort(in, axis);
        try (Temporaries temporaries = new Temporaries(backend)) {
            Operand from = sortable(temporaries, in);
            Operand to = temporaries.aligned(out);
            rows(temporaries, operation, from).order(from, axis, to, given);
            if (to.storage() != out.storage()) {
                backend.copy(to, out);
            }
        }
    }

    private static void requireShort(Operand in, int axis) {
        if (in.layout().dim(axis) > LONGEST) {
            throw new ShapeException("sort: rows have " + in.layout().dim(axis) + " elements, on " + in.device()
                    + " they may have " + LONGEST);
        }
    }

    static void search(CudaBackend backend, Operand sorted, @Nullable Operand sorter, Operand values, boolean right,
            Operand out) {
        if (out.layout().size() == 0) {
            return;
        }
        try (Temporaries temporaries = new Temporaries(backend)) {
            Operand among = sortable(temporaries, sorted);
            Operand wanted = sortable(temporaries, values);
            if (!among.dtype().equals(wanted.dtype())) {
                throw NotOnDevice.refusal("searchsorted of " + wanted.dtype() + " among " + among.dtype(),
                        out.device());
            }
            Operand to = GpuKernels.isAligned(out) ? out : temporaries.like(out, out.dtype());
            rows(temporaries, "searchsorted", among).search(among,
                    sorter == null ? null : temporaries.aligned(sorter), wanted, right, to);
            if (to.storage() != out.storage()) {
                backend.copy(to, out);
            }
        }
    }

    static void select(CudaBackend backend, Operand in, int axis, long[] ranks, Operand out) {
        if (out.layout().size() == 0) {
            return;
        }
        try (Temporaries temporaries = new Temporaries(backend); Arena arena = Arena.ofConfined()) {
            Operand sorted = temporaries.like(in, out.dtype());
            backend.copy(in, sorted);
            sort(backend, sorted, axis);
            Operand positions = temporaries.of(in.device(), Shape.of(ranks.length), DType.INT64);
            MemorySegment numbers = arena.allocateFrom(ValueLayout.JAVA_LONG, ranks);
            backend.upload(numbers.address(), positions.storage(), 0, numbers.byteSize());
            Indexing.gather(backend, "partition", first(sorted, axis), axis, positions, first(out, axis));
        }
    }

    /** The operand with one axis before all others. */
    private static Operand first(Operand operand, int axis) {
        Layout layout = operand.layout();
        int[] axes = new int[layout.ndim()];
        axes[0] = axis;
        for (int i = 1; i < axes.length; i++) {
            axes[i] = i <= axis ? i - 1 : i;
        }
        return operand.with(layout.transpose(axes));
    }
}
