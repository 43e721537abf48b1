package io.arrayport.core.ndarray;

/** Leaves of a matrix a part and makes the others 0: {@code np::triu}. */
@FunctionalInterface
public interface MaskFunction {
    /**
     * The matrix with 0 for what is left out.
     *
     * @param m not to be kept
     * @param k which diagonal is the border
     */
    NdArray mask(NdArray m, long k);
}
