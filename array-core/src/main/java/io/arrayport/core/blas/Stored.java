package io.arrayport.core.blas;

import io.arrayport.core.kernel.ProductKernel.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * A matrix as BLAS is told of it: rows without gaps between their elements, read as they are or as columns.
 *
 * @param at the address of the first element
 * @param reading {@link BlasCalls#AS_IS}, {@link BlasCalls#TRANSPOSED} or {@link BlasCalls#CONJUGATED}
 * @param width elements from a row to the next
 */
record Stored(long at, int reading, int width) {
    /** Returns null if BLAS cannot read the matrix where it lies. */
    static @Nullable Stored of(Matrix matrix, boolean conjugate, int rows, int columns, int bytes) {
        int width = conjugate ? -1 : width(matrix, rows, columns, bytes);
        if (width > 0) {
            return new Stored(matrix.at(), BlasCalls.AS_IS, width);
        }
        width = width(matrix.transposed(), columns, rows, bytes);
        return width < 0 ? null
                : new Stored(matrix.at(), conjugate ? BlasCalls.CONJUGATED : BlasCalls.TRANSPOSED, width);
    }

    /** Returns the elements from a row to the next; -1 if rows have gaps, overlap or run backwards. */
    static int width(Matrix matrix, int rows, int columns, int bytes) {
        if (columns > 1 && matrix.column() != bytes) {
            return -1;
        }
        long width = rows == 1 ? columns : matrix.row() / bytes;
        return width < columns || width > Integer.MAX_VALUE ? -1 : (int) width;
    }

    /** Returns what begins at an element of this. */
    Stored from(long i, long j, int bytes) {
        long elements = reading == BlasCalls.AS_IS ? i * width + j : j * width + i;
        return new Stored(at + elements * bytes, reading, width);
    }
}
