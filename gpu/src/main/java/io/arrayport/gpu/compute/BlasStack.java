package io.arrayport.gpu.compute;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.loop.Axes;
import io.arrayport.gpu.library.BlasType;
import io.arrayport.gpu.library.Gemm;
import io.arrayport.gpu.library.Gemm.Side;
import org.jspecify.annotations.Nullable;

/** A stack of products as calls of cuBLAS: as many matrices at once as lie in one stride. */
final class BlasStack {
    /** What takes a call. */
    @FunctionalInterface
    interface Queue {
        void add(Gemm product);
    }

    private final BlasType type;
    private final Operand a;
    private final boolean conjugate;
    private final Operand b;
    private final Operand out;
    private final Queue queue;

    /** All elements are at multiples of their size, and {@link #isFit}. */
    BlasStack(BlasType type, Operand a, boolean conjugate, Operand b, Operand out, Queue queue) {
        this.type = type;
        this.a = a;
        this.conjugate = conjugate;
        this.b = b;
        this.out = out;
        this.queue = queue;
    }

    /** One product, {@code out = left * right}, in either of its two forms: the other is that of the transposed. */
    private record Form(Matrix left, boolean conjugateLeft, Matrix right, boolean conjugateRight, Matrix out) {
        Form transposed() {
            return new Form(right.transposed(), conjugateRight, left.transposed(), conjugateLeft, out.transposed());
        }

        boolean isFit() {
            return left.side(conjugateLeft) != null && right.side(conjugateRight) != null && out.isWritten();
        }

        /** The rows of all matrices to the left as one matrix, where they share the right one. */
        @Nullable
        Form joined(long count) {
            if (right.next() != 0 || left.rows() * count > Integer.MAX_VALUE) {
                return null;
            }
            Matrix rows = left.joined(count);
            Matrix results = out.joined(count);
            if (rows == null || results == null) {
                return null;
            }
            Form form = new Form(rows, conjugateLeft, right, conjugateRight, results);
            return form.isFit() ? form : null;
        }
    }

    /** Returns whether cuBLAS takes matrices that lie like these. */
    static boolean isFit(Operand a, boolean conjugate, Operand b, Operand out) {
        Form form = new Form(Matrix.of(a), conjugate, Matrix.of(b), false, Matrix.of(out));
        return form.isFit() || form.transposed().isFit();
    }

    void run() {
        Operand[] operands = {out, a, b};
        Layout[] layouts = new Layout[operands.length];
        long[] bases = new long[operands.length];
        for (int i = 0; i < operands.length; i++) {
            Layout layout = operands[i].layout();
            bases[i] = operands[i].storage().address() + layout.offset();
            layouts[i] = layout.index(layout.ndim() - 1, 0).index(layout.ndim() - 2, 0);
        }
        Axes axes = Axes.of(layouts).order();
        axes.flip(bases).coalesce();
        walk(axes, bases, Math.max(1, axes.ndim()));
    }

    private void walk(Axes axes, long[] bases, int ndim) {
        int axis = ndim - 1;
        boolean backwards = false;
        for (int operand = 0; operand < bases.length; operand++) {
            backwards |= axes.stride(operand, axis) < 0;
        }
        long most = axis > 0 || backwards ? 1 : Integer.MAX_VALUE;
        for (long i = 0; i < axes.dim(axis); i += most) {
            long[] at = bases.clone();
            for (int operand = 0; operand < at.length; operand++) {
                at[operand] += i * axes.stride(operand, axis);
            }
            if (axis > 0) {
                walk(axes, at, axis);
            } else {
                multiply(axes, at, Math.min(most, axes.dim(axis) - i));
            }
        }
    }

    private void multiply(Axes axes, long[] at, long count) {
        boolean one = count == 1;
        Form form = new Form(Matrix.of(a).at(at[1], one ? 0 : axes.stride(1, 0)), conjugate,
                Matrix.of(b).at(at[2], one ? 0 : axes.stride(2, 0)), false,
                Matrix.of(out).at(at[0], one ? 0 : axes.stride(0, 0)));
        Form joined = one ? null : form.joined(count);
        if (joined == null && !one) {
            joined = form.transposed().joined(count);
        }
        queue(joined == null ? form : joined, joined == null ? count : 1);
    }

    /** Of both forms the one that fits; of vectors the one that makes them columns. */
    private void queue(Form product, long count) {
        Form other = product.transposed();
        boolean turns = !product.isFit() || product.out().columns() == 1 && other.isFit();
        Form form = turns ? other : product;
        Side left = form.right().side(form.conjugateRight());
        Side right = form.left().side(form.conjugateLeft());
        Side to = form.out().side(false);
        if (left == null || right == null || to == null) {
            throw new IllegalStateException("matmul: matrices lie otherwise than was looked at: " + form);
        }
        queue.add(new Gemm(type, (int) form.out().columns(), (int) form.out().rows(), (int) form.left().columns(),
                left, right, to, (int) count));
    }
}
