package io.arrayport.gpu.compute;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.layout.Layout;
import io.arrayport.gpu.library.Gemm.Side;
import io.arrayport.gpu.library.Gemm.Turn;
import org.jspecify.annotations.Nullable;

/**
 * A matrix of a stack, as elements lie on a device.
 *
 * @param base of its first element, in bytes
 * @param row bytes from one row to the next
 * @param column bytes from one column to the next
 * @param next bytes from one matrix of the stack to the next
 */
record Matrix(long base, long rows, long columns, long row, long column, long next, int itemsize) {
    /** Returns the first of a stack. */
    static Matrix of(Operand stack) {
        Layout layout = stack.layout();
        int last = layout.ndim() - 1;
        return new Matrix(stack.storage().address() + layout.offset(), layout.dim(last - 1), layout.dim(last),
                layout.stride(last - 1), layout.stride(last), 0, stack.dtype().itemsize());
    }

    Matrix at(long address, long stride) {
        return new Matrix(address, rows, columns, row, column, stride, itemsize);
    }

    Matrix transposed() {
        return new Matrix(base, columns, rows, column, row, next, itemsize);
    }

    /** Returns the rows of so many matrices of the stack as one; null if they do not lie so. */
    @Nullable
    Matrix joined(long count) {
        if (rows != 1 && next != rows * row) {
            return null;
        }
        return new Matrix(base, rows * count, columns, rows == 1 ? next : row, column, 0, itemsize);
    }

    /**
     * As cuBLAS takes it, to which rows are columns: as it lies, or transposed; elements of what is a column there lie
     * one after the other, and columns apart.
     *
     * @param conjugate whether its elements are to be, which goes together with a transposition only
     * @return null if it lies otherwise
     */
    @Nullable
    Side side(boolean conjugate) {
        if (!conjugate && fits(column, columns, row, rows)) {
            return new Side(base, Turn.NONE, lead(row, rows, columns), next / itemsize);
        }
        Turn turn = conjugate ? Turn.ADJOINT : Turn.TRANSPOSED;
        return fits(row, rows, column, columns)
                ? new Side(base, turn, lead(column, columns, rows), next / itemsize)
                : null;
    }

    /** Returns whether it lies as cuBLAS writes. */
    boolean isWritten() {
        return fits(column, columns, row, rows);
    }

    private boolean fits(long inner, long length, long outer, long count) {
        return length <= Integer.MAX_VALUE && count <= Integer.MAX_VALUE && (length == 1 || inner == itemsize)
                && (count == 1 || outer >= length * itemsize && outer / itemsize <= Integer.MAX_VALUE);
    }

    private int lead(long outer, long count, long length) {
        return (int) (count == 1 ? length : outer / itemsize);
    }
}
