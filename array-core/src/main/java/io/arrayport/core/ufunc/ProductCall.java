package io.arrayport.core.ufunc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Fresh;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;
import org.jspecify.annotations.Nullable;

/**
 * One call of a product: finds types and shapes, converts what has to be, and hands over to the backend.
 *
 * @param kept whether the result has the rows of the left matrix, and the columns of the right one
 * @param axes of the result; null if its core is last
 */
record ProductCall(Product product, Keywords keywords, boolean[] kept, @Nullable List<int[]> axes) {

    /**
     * @param a as the caller gave it
     * @param left its stack of matrices
     * @param b as the caller gave it
     * @param right its stack of matrices
     */
    Operand run(Operand a, Operand left, Operand b, Operand right) {
        String operation = product.name();
        Operand out = keywords.out();
        Signature signature = signature(a, b);
        Backend backend = Backend.of(operation, out == null ? List.of(a, b) : List.of(a, b, out));
        Shape stack = product.stacked(a, left.layout(), b, right.layout());
        long rows = left.layout().dim(left.layout().ndim() - 2);
        long columns = right.layout().dim(right.layout().ndim() - 1);
        if (out == null) {
            Storage.acquireReading(a.storage(), b.storage());
            try {
                Operand result = fresh(backend, a, b, signature.output(), shape(stack, rows, columns));
                boolean done = false;
                try {
                    multiply(backend, signature, left, right, stack, result, true);
                    done = true;
                    return result;
                } finally {
                    if (!done) {
                        result.storage().close();
                    }
                }
            } finally {
                Storage.releaseReading(a.storage(), b.storage());
            }
        }
        try (Held _ = Held.of(out); Held _ = Held.reading(a, b)) {
            out.requireWriteable(operation, Elementwise.OUT);
            multiply(backend, signature, left, right, stack, out, false);
            return out;
        }
    }

    /** @param fresh whether the result is made for it: it fits, and lies apart */
    private void multiply(Backend backend, Signature signature, Operand left, Operand right, Shape stack,
            Operand result, boolean fresh) {
        Operand target = matrix(ordered(result));
        Shape fitted = fresh ? stack
                : fitted(stack, target, result, left.layout().dim(left.layout().ndim() - 2),
                        right.layout().dim(right.layout().ndim() - 1));
        List<Storage> owned = new ArrayList<>(0);
        try {
            boolean direct = target.dtype().equals(signature.output());
            Operand computed = direct ? target
                    : packed(backend, left.device(), signature.output(), target.layout().shape(), owned);
            Operand written = fresh ? null : result;
            backend.multiply(input(backend, left, signature.input(0), fitted, written, owned), product.conjugates(),
                    input(backend, right, signature.input(1), fitted, written, owned), computed);
            if (!direct) {
                backend.copy(computed, target);
            }
        } finally {
            for (Storage storage : owned) {
                storage.close();
            }
        }
    }

    /** With nothing to convert, nothing is looked for. */
    private Signature signature(Operand a, Operand b) {
        Signature exact = keywords.out() == null && keywords.dtype() == null
                ? product.row().loops().exact(a.dtype(), b.dtype()) : null;
        return exact != null ? exact : Resolver.resolve(product.row(), product.name(), Elementwise.OUT,
                List.of(Input.of(a), Input.of(b)), keywords);
    }

    private Shape shape(Shape stack, long rows, long columns) {
        long[] dims = Arrays.copyOf(stack.toArray(), stack.ndim() + (kept[0] ? 1 : 0) + (kept[1] ? 1 : 0));
        int at = stack.ndim();
        if (kept[0]) {
            dims[at++] = rows;
        }
        if (kept[1]) {
            dims[at] = columns;
        }
        return Shape.of(dims);
    }

    private Operand fresh(Backend backend, Operand a, Operand b, DType type, Shape shape) {
        Order order = keywords.order();
        boolean byColumns = order == Order.F || order == Order.A && isColumns(a) && isColumns(b);
        Layout layout = byColumns ? Fresh.columns(shape, type.itemsize()) : Layout.contiguous(shape, type.itemsize());
        Operand made = Operand.of(type, layout, backend.allocate(a.device(), layout.endByte(type.itemsize())));
        return axes == null ? made : made.with(layout.transpose(inverse(order(shape.ndim()))));
    }

    private static boolean isColumns(Operand operand) {
        return operand.layout().isFContiguous(operand.dtype().itemsize());
    }

    private int[] order(int ndim) {
        return axes == null ? new int[0] : product.last(2, axes, axes.get(2).length, ndim);
    }

    private static int[] inverse(int[] order) {
        int[] inverse = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            inverse[order[i]] = i;
        }
        return inverse;
    }

    /** The result with its core last. */
    private Operand ordered(Operand result) {
        return axes == null ? result : result.with(result.layout().transpose(order(result.layout().ndim())));
    }

    /** The result as a stack of matrices: with an axis of length 1 where it has no rows, or no columns. */
    private Operand matrix(Operand result) {
        Layout layout = result.layout();
        if (layout.ndim() < (kept[0] ? 1 : 0) + (kept[1] ? 1 : 0)) {
            throw tooSmall(result);
        }
        if (!kept[0]) {
            layout = layout.expandDims(layout.ndim() - (kept[1] ? 1 : 0));
        }
        return result.with(kept[1] ? layout : layout.expandDims(layout.ndim()));
    }

    private ShapeException tooSmall(Operand result) {
        return new ShapeException(product.name() + ": out has shape " + result.shape()
                + ", the core of the result has more axes: " + product.signature());
    }

    /** The shape of the stack: that of the operands, stretched to the result's. */
    private Shape fitted(Shape stack, Operand target, Operand result, long rows, long columns) {
        Layout layout = target.layout();
        Shape wanted = Product.stack(layout);
        boolean fits = layout.dim(layout.ndim() - 2) == rows && layout.dim(layout.ndim() - 1) == columns
                && wanted.ndim() >= stack.ndim();
        if (!fits || !wanted.equals(stack) && !Shape.broadcast(stack, wanted).equals(wanted)) {
            throw new ShapeException(product.name() + ": out has shape " + result.shape() + ", the result has "
                    + shape(stack, rows, columns) + "; what is written to is never stretched");
        }
        return wanted;
    }

    /** The operand in the loop's type, apart from the result if that may be near, stretched to {@code stack}. */
    private static Operand input(Backend backend, Operand matrix, DType type, Shape stack, @Nullable Operand result,
            List<Storage> owned) {
        Operand read = matrix;
        boolean apart = result == null || matrix.endAddress() <= result.minAddress()
                || result.endAddress() <= matrix.minAddress();
        if (!apart || !matrix.dtype().equals(type)) {
            read = packed(backend, matrix.device(), type, matrix.shape(), owned);
            backend.copy(matrix, read);
        }
        if (stack.ndim() == 0) {
            return read;
        }
        long[] dims = Arrays.copyOf(stack.toArray(), stack.ndim() + 2);
        dims[stack.ndim()] = read.layout().dim(read.layout().ndim() - 2);
        dims[stack.ndim() + 1] = read.layout().dim(read.layout().ndim() - 1);
        return Elementwise.stretched(read, Shape.of(dims));
    }

    private static Operand packed(Backend backend, Device device, DType type, Shape shape, List<Storage> owned) {
        Layout layout = Layout.contiguous(shape, type.itemsize());
        Storage storage = backend.allocate(device, layout.endByte(type.itemsize()));
        owned.add(storage);
        return Operand.of(type, layout, storage);
    }
}
