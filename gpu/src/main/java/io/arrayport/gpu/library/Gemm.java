package io.arrayport.gpu.library;

/**
 * A stack of matrix products, {@code out = left * right}, as cuBLAS sees it: columns lie one after the other.
 *
 * @param type of all elements
 * @param rows of {@code out}
 * @param columns of {@code out}
 * @param inner how many products each sum has
 * @param count how many matrices of each
 */
public record Gemm(BlasType type, int rows, int columns, int inner, Side left, Side right, Side out, int count) {
    /** What is done to a matrix before it is multiplied; cublasOperation_t by ordinal. */
    public enum Turn {
        NONE,
        TRANSPOSED,
        /** Transposed and conjugate. */
        ADJOINT
    }

    /**
     * One operand.
     *
     * @param address of the first matrix
     * @param lead elements from one column to the next
     * @param stride elements from one matrix to the next
     */
    public record Side(long address, Turn turn, int lead, long stride) {}
}
