package io.arrayport.gpu.kernel;

import java.lang.foreign.ValueLayout;
import java.util.function.BiConsumer;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;

/** Products of matrices by kernels of ours, as product.cuh has them: of every type and layout. */
public final class ProductKernels implements KernelRows {
    /** Rows and columns of the result that a block computes. */
    private static final int TILE = 64;
    private static final int THREADS = 256;
    private static final long SIZES = Walk.bytes(3);

    ProductKernels() {}

    @Override
    public void forEach(BiConsumer<String, String> row) {
        DType.ALL.forEach(type -> row.accept("product", "PRODUCT(" + KernelTable.name(type) + ")"));
    }

    /**
     * Computes {@code out = a * b}, the last two axes of each; all have one type and aligned elements, and none is
     * empty.
     *
     * @param conjugate whether {@code a}'s elements, complex ones, are conjugated
     */
    public static void run(Operand a, boolean conjugate, Operand b, Operand out) {
        run(a, conjugate, b, out, 1, 0);
    }

    /**
     * Computes pieces of the sums.
     *
     * @param out the first piece
     * @param pieces how many, none of which is empty
     * @param piece bytes from one piece to the next
     */
    public static void run(Operand a, boolean conjugate, Operand b, Operand out, long pieces, long piece) {
        int last = out.layout().ndim() - 1;
        long m = out.layout().dim(last - 1);
        long n = out.layout().dim(last);
        long k = a.layout().dim(last);
        GpuKernels kernels = GpuKernels.of(out.device());
        String kernel = "product_" + KernelTable.name(out.dtype());
        Walks.each(walk -> kernels.launch(kernel, tiles(out) * pieces * THREADS, to -> {
            walk.write(to);
            long[] sizes = {m, k, n, out.layout().stride(last - 1), a.layout().stride(last - 1),
                    b.layout().stride(last - 1), out.layout().stride(last), a.layout().stride(last),
                    b.layout().stride(last), conjugate ? 1 : 0, pieces, Math.ceilDiv(k, pieces), piece};
            for (int i = 0; i < sizes.length; i++) {
                to.set(ValueLayout.JAVA_LONG, SIZES + (long) i * Long.BYTES, sizes[i]);
            }
        }), first(out), first(a), first(b));
    }

    /** Returns how many blocks have something to do for a whole stack of products. */
    public static long tiles(Operand out) {
        int last = out.layout().ndim() - 1;
        long m = out.layout().dim(last - 1);
        long n = out.layout().dim(last);
        return out.layout().size() / (m * n) * Math.ceilDiv(m, TILE) * Math.ceilDiv(n, TILE);
    }

    /** The first elements of all matrices. */
    private static Operand first(Operand stack) {
        Layout layout = stack.layout();
        return stack.with(layout.index(layout.ndim() - 1, 0).index(layout.ndim() - 2, 0));
    }
}
