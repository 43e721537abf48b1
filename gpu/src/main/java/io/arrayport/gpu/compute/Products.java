package io.arrayport.gpu.compute;

import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.gpu.CudaPrecision;
import io.arrayport.gpu.driver.Gpu;
import io.arrayport.gpu.kernel.GpuKernels;
import io.arrayport.gpu.kernel.ProductKernels;
import io.arrayport.gpu.library.Blas;
import io.arrayport.gpu.library.BlasType;
import org.jspecify.annotations.Nullable;

/**
 * Products of matrices: of floating-point and complex ones by cuBLAS, where it is here, else by kernels of ours, which
 * take every type and layout and are slower.
 */
final class Products {
    /** Blocks that keep a device busy. */
    private static final long BLOCKS = 1024;
    /** The shortest sums worth a block. */
    private static final long PIECE = 256;

    private final Backend backend;
    private final @Nullable Blas blas;

    Products(Backend backend, @Nullable Blas blas) {
        this.backend = backend;
        this.blas = blas;
    }

    /** As {@link Backend#multiply}. */
    void multiply(Operand a, boolean conjugate, Operand b, Operand out) {
        if (out.layout().size() == 0) {
            return;
        }
        if (a.layout().size() == 0) {
            backend.fill(out, 0L);
            return;
        }
        boolean conjugates = conjugate && a.dtype().kind() == 'c';
        BlasType type = BlasType.of(out.dtype());
        try (Temporaries temporaries = new Temporaries(backend)) {
            if (blas != null && type != null && isCounted(a, out)) {
                byBlas(blas, type, temporaries, a, conjugates, b, out);
                return;
            }
            byOurs(temporaries, temporaries.aligned(a), conjugates, temporaries.aligned(b), out);
        }
    }

    /** Where results are few and sums long, these are computed in pieces, and the pieces summed by one more product. */
    private void byOurs(Temporaries temporaries, Operand a, boolean conjugates, Operand b, Operand out) {
        long k = a.layout().dim(a.layout().ndim() - 1);
        long pieces = Math.min(BLOCKS / ProductKernels.tiles(out), k / PIECE);
        if (pieces < 2 || BlasType.of(out.dtype()) != null && out.dtype().itemsize() == 2) {
            Operand written = GpuKernels.isAligned(out) ? out : temporaries.like(out, out.dtype());
            ProductKernels.run(a, conjugates, b, written);
            keep(written, out);
            return;
        }
        long size = out.layout().size();
        long length = Math.ceilDiv(k, pieces);
        long count = Math.ceilDiv(k, length);
        DType type = out.dtype();
        Operand sums = temporaries.of(out.device(), Shape.of(count, size), type);
        Operand first = sums.with(Layout.contiguous(out.shape(), type.itemsize()));
        ProductKernels.run(a, conjugates, b, first, count, size * type.itemsize());
        Operand ones = temporaries.of(out.device(), Shape.of(1, count), type);
        backend.fill(ones, 1L);
        Operand all = temporaries.of(out.device(), Shape.of(1, size), type);
        ProductKernels.run(ones, false, sums, all);
        backend.copy(all.with(first.layout()), out);
    }

    private void byBlas(Blas blas, BlasType type, Temporaries temporaries, Operand a, boolean conjugates, Operand b,
            Operand out) {
        Operand left = isRead(a) ? a : packed(temporaries, a);
        Operand right = isRead(b) ? b : packed(temporaries, b);
        Operand written = isWhole(out) && (Matrix.of(out).isWritten() || Matrix.of(out).transposed().isWritten()) ? out
                : temporaries.like(out, out.dtype());
        boolean adjoint = conjugates && BlasStack.isFit(left, true, right, written);
        if (conjugates && !adjoint) {
            Operand conjugate = temporaries.like(left, left.dtype());
            backend.unary(Op.CONJUGATE, new Signature(List.of(left.dtype()), List.of(left.dtype())), left, conjugate,
                    null);
            left = conjugate;
        }
        Gpu gpu = Gpu.of(out.device().id());
        boolean fast = CudaPrecision.isTf32Allowed();
        new BlasStack(type, left, adjoint, right, written, product -> blas.multiply(gpu, product, fast)).run();
        keep(written, out);
    }

    private void keep(Operand written, Operand out) {
        if (!written.equals(out)) {
            backend.copy(written, out);
        }
    }

    private Operand packed(Temporaries temporaries, Operand in) {
        Operand packed = temporaries.like(in, in.dtype());
        backend.copy(in, packed);
        return packed;
    }

    private static boolean isRead(Operand matrix) {
        return isWhole(matrix) && Matrix.of(matrix).side(false) != null;
    }

    /** Whether each element is at a multiple of its size, which of complex ones is more than both parts ask for. */
    private static boolean isWhole(Operand operand) {
        Layout layout = operand.layout();
        long bits = operand.storage().address() + layout.offset();
        for (int axis = 0; axis < layout.ndim(); axis++) {
            bits |= layout.dim(axis) > 1 ? layout.stride(axis) : 0;
        }
        return bits % operand.dtype().itemsize() == 0;
    }

    /** cuBLAS counts by ints. */
    private static boolean isCounted(Operand a, Operand out) {
        int last = out.layout().ndim() - 1;
        return out.layout().dim(last - 1) <= Integer.MAX_VALUE && out.layout().dim(last) <= Integer.MAX_VALUE
                && a.layout().dim(last) <= Integer.MAX_VALUE;
    }
}
