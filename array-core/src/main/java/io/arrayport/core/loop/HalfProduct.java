package io.arrayport.core.loop;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.kernel.Kernels;
import io.arrayport.core.kernel.Lane;
import io.arrayport.core.kernel.PanelProduct;
import io.arrayport.core.kernel.ProductKernel.Matrix;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;
import org.jspecify.annotations.Nullable;

/**
 * Products of float16 or bfloat16: computed in float32, rounded once. The panels of one right matrix are kept, in
 * float32, for the next time.
 */
final class HalfProduct {
    /** Below so many multiplications the conversions are not worth it. */
    private static final long LEAST = 4096;
    private static final int WIDE = Float.BYTES;

    private HalfProduct() {}

    /** Returns false, and has done nothing, if this is not the way to compute it. */
    static boolean run(CpuBackend cpu, Lane lane, Operand a, Operand b, Operand out) {
        Layout result = out.layout();
        int stack = result.ndim() - 2;
        long k = b.layout().dim(stack);
        if (lane != Lane.F16 && lane != Lane.BF16 || result.size() == 0 || k == 0
                || result.size() < (LEAST + k - 1) / k) {
            return false;
        }
        Operand left = wide(cpu, a);
        try (Storage _ = left.storage()) {
            Operand sums = empty(result.shape());
            try (Storage _ = sums.storage()) {
                multiply(cpu, lane, left, b, sums, stack);
                cpu.copy(sums, out);
            }
        }
        return true;
    }

    private static void multiply(CpuBackend cpu, Lane lane, Operand left, Operand b, Operand sums, int stack) {
        PanelProduct kernel = Kernels.panels(Lane.F32);
        Storage panels = kernel == null ? null : panels(kernel, cpu, lane, left, b, sums, stack);
        if (kernel != null && panels != null) {
            try {
                Layout rows = sums.layout();
                long k = b.layout().dim(stack);
                long n = rows.dim(stack + 1);
                kernel.run(lying(left, k), lying(left, k), panels.address(), lying(sums, n),
                        rows.size() / n, k, n);
            } finally {
                panels.release();
            }
            return;
        }
        Operand right = wide(cpu, b);
        try (Storage _ = right.storage()) {
            cpu.multiply(left, false, right, sums);
        }
    }

    /** The panels of the right matrix, held; null if there are none yet, or it is not to be multiplied by them. */
    private static @Nullable Storage panels(PanelProduct kernel, CpuBackend cpu, Lane lane, Operand left, Operand b,
            Operand sums, int stack) {
        long k = b.layout().dim(stack);
        long n = sums.layout().dim(stack + 1);
        if (!OneMatrixLoop.isOne(b.layout())
                || !left.layout().isCContiguous(WIDE) // the rows of a stack that repeats are not one matrix
                || !kernel.suits(lying(left, k), new Matrix(0, n * WIDE, WIDE), lying(sums, n),
                        sums.layout().size() / n,
                        k, n)) {
            return null;
        }
        Matrix matrix = ProductLoop.matrix(b.storage().address(), b.layout(), stack);
        return PackedMatrices.panels(kernel, lane, b, matrix, k, n, to -> {
            Operand right = wide(cpu, b);
            try (Storage _ = right.storage()) {
                kernel.pack(lying(right, n), k, n, to);
            }
        });
    }

    private static Matrix lying(Operand rows, long columns) {
        return new Matrix(rows.storage().address(), columns * WIDE, WIDE);
    }

    private static Operand empty(Shape shape) {
        Layout layout = Layout.contiguous(shape, WIDE);
        return Operand.of(DType.FLOAT32, layout, Storage.allocate(layout.endByte(WIDE)));
    }

    /** The same in float32, row-major; what repeats along an axis is there once. */
    private static Operand wide(CpuBackend cpu, Operand operand) {
        Layout layout = operand.layout();
        long[] dims = layout.shape().toArray();
        for (int axis = 0; axis < dims.length - 2; axis++) {
            dims[axis] = layout.stride(axis) == 0 ? 1 : dims[axis];
        }
        Operand made = empty(Shape.of(dims));
        boolean done = false;
        try {
            cpu.copy(operand.with(Layout.of(Shape.of(dims), layout.strides(), layout.offset())), made);
            done = true;
        } finally {
            if (!done) {
                made.storage().close();
            }
        }
        long[] strides = made.layout().strides();
        for (int axis = 0; axis < dims.length - 2; axis++) {
            strides[axis] = layout.stride(axis) == 0 ? 0 : strides[axis];
        }
        return made.with(Layout.of(layout.shape(), strides, 0));
    }
}
