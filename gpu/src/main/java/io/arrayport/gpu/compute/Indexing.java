package io.arrayport.gpu.compute;

import java.util.List;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.gpu.driver.FirstWrong;
import io.arrayport.gpu.driver.Gpu;
import io.arrayport.gpu.kernel.GpuKernels;
import io.arrayport.gpu.kernel.IndexKernels;
import io.arrayport.gpu.kernel.IndexKernels.Positions;

/**
 * Elements by position. Whether all positions are there is known when the kernel is done: a call waits for eight bytes,
 * and whether anything has been written by then is for the kernel to see to.
 */
final class Indexing {
    private Indexing() {}

    /** Positions, how they are followed, and what is said of one that is not there. */
    private record Call(CudaBackend backend, String operation, Positions positions, int axis, Device device) {
        /**
         * @param picked what positions name
         * @param listed what is read or written in their order
         */
        void run(boolean gathers, Operand picked, Operand listed) {
            if (positions.n() == 0) {
                return;
            }
            try (Temporaries temporaries = new Temporaries(backend);
                    FirstWrong wrong = FirstWrong.on(Gpu.of(device.id()))) {
                IndexKernels kernels = new IndexKernels(GpuKernels.of(device), wrong);
                if (listed.layout().size() == 0 || listed.dtype().itemsize() == 0) {
                    kernels.check(positions);
                } else if (gathers) {
                    kernels.gather(positions, picked, listed);
                } else {
                    long places = positions.n() / positions.each() * positions.dim();
                    kernels.scatter(positions, temporaries.bytes(device, places * Long.BYTES).address(), picked,
                            listed);
                }
                long first = wrong.found();
                if (first != FirstWrong.NONE) {
                    throw outside(operation, wrong.read(positions.at() + first * Long.BYTES), positions.dim(), axis);
                }
            }
        }
    }

    private static IndexException outside(String operation, long index, long dim, int axis) {
        return new IndexException(operation + ": index " + index + " is out of bounds for axis " + axis + " with size "
                + dim);
    }

    static void gather(CudaBackend backend, String operation, Operand in, int axis, Operand indices, Operand out) {
        try (Temporaries temporaries = new Temporaries(backend)) {
            new Call(backend, operation, list(temporaries.aligned(indices), in.layout().dim(0)), axis, out.device())
                    .run(true, in, out);
        }
    }

    static void scatter(CudaBackend backend, String operation, Operand in, int axis, Operand indices, Operand out) {
        try (Temporaries temporaries = new Temporaries(backend)) {
            new Call(backend, operation, list(temporaries.aligned(indices), out.layout().dim(0)), axis, out.device())
                    .run(false, out, in);
        }
    }

    static void gatherRows(CudaBackend backend, String operation, Operand in, int axis, Operand indices, Operand out) {
        try (Temporaries temporaries = new Temporaries(backend)) {
            new Call(backend, operation, lists(temporaries.aligned(indices), in), axis, out.device())
                    .run(true, flat(in), flat(out));
        }
    }

    static void scatterRows(CudaBackend backend, String operation, Operand in, int axis, Operand indices,
            Operand out) {
        try (Temporaries temporaries = new Temporaries(backend)) {
            new Call(backend, operation, lists(temporaries.aligned(indices), out), axis, out.device())
                    .run(false, flat(out), flat(in));
        }
    }

    static void locate(CudaBackend backend, String operation, Operand indices, long dim, int axis, long stride,
            Operand out) {
        try (Temporaries temporaries = new Temporaries(backend);
                FirstWrong wrong = FirstWrong.on(Gpu.of(out.device().id()))) {
            Operand sums = temporaries.aligned(out);
            new IndexKernels(GpuKernels.of(out.device()), wrong).locate(temporaries.aligned(indices), dim, stride, sums,
                    index -> outside(operation, index, dim, axis));
            if (sums.storage() != out.storage()) {
                backend.copy(sums, out);
            }
        }
    }

    static void choose(CudaBackend backend, String operation, Operand which, List<Operand> choices, Operand out) {
        try (Temporaries temporaries = new Temporaries(backend);
                FirstWrong wrong = FirstWrong.on(Gpu.of(out.device().id()))) {
            new IndexKernels(GpuKernels.of(out.device()), wrong).choose(temporaries.aligned(which), choices, out,
                    number -> new IllegalArgumentException(operation + ": there is no choice " + number + " among "
                            + choices.size() + "; give mode(IndexMode.WRAP) or CLIP to have another one"));
        }
    }

    private static Positions list(Operand indices, long dim) {
        long n = indices.layout().size();
        return new Positions(n, n, dim, first(indices));
    }

    /** Lists of positions along the last axis. */
    private static Positions lists(Operand indices, Operand picked) {
        return new Positions(indices.layout().size(), last(indices), last(picked), first(indices));
    }

    /** Rows that lie one after the other as one. */
    private static Operand flat(Operand operand) {
        return operand.with(Layout.of(Shape.of(operand.layout().size()), new long[]{operand.dtype().itemsize()},
                operand.layout().offset()));
    }

    private static long last(Operand operand) {
        return operand.layout().dim(operand.layout().ndim() - 1);
    }

    private static long first(Operand operand) {
        return operand.storage().address() + operand.layout().offset();
    }
}
