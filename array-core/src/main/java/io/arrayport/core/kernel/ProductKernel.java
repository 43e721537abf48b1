package io.arrayport.core.kernel;

/** A product of matrices: {@code out[i, j] = sum over p of a[i, p] b[p, j]}, which is 0 of nothing. */
public interface ProductKernel {
    /**
     * Computes one product; {@code out} overlaps neither input. Integers wrap; bools are joined by and, then by or.
     *
     * @param a strides in bytes along its rows and columns
     * @param m how many rows {@code a} and {@code out} have
     * @param k how many columns {@code a} and rows {@code b} has
     * @param n how many columns {@code b} and {@code out} have
     */
    void run(Matrix a, Matrix b, Matrix out, long m, long k, long n);

    /**
     * Computes {@code count} products of matrices that lie alike, one after the other.
     *
     * @param steps bytes from a matrix to the next one: of {@code a}, {@code b} and {@code out}
     */
    default void runAll(Matrix a, Matrix b, Matrix out, long m, long k, long n, long count, long... steps) {
        for (long i = 0; i < count; i++) {
            run(a.moved(i * steps[0]), b.moved(i * steps[1]), out.moved(i * steps[2]), m, k, n);
        }
    }

    /**
     * Where a matrix lies.
     *
     * @param at the address of its first element
     * @param row bytes from an element to the one below
     * @param column bytes from an element to the next in its row
     */
    record Matrix(long at, long row, long column) {
        /** Returns the address of an element. */
        public long at(long i, long j) {
            return at + i * row + j * column;
        }

        /** Returns the same so many bytes further. */
        public Matrix moved(long bytes) {
            return new Matrix(at + bytes, row, column);
        }

        /** Returns the same with rows for columns. */
        public Matrix transposed() {
            return new Matrix(at, column, row);
        }

        /** Returns what begins at an element of this. */
        public Matrix from(long i, long j) {
            return new Matrix(at(i, j), row, column);
        }
    }
}
