package io.arrayport.core.kernel;

/**
 * The elements of a {@link Formula}, over strips without gaps. The result may lie exactly where an input does; any
 * other overlap gives unspecified elements. Nothing is checked: the caller holds the memory.
 */
@FunctionalInterface
public interface FormulaKernel {
    /**
     * Computes {@code n} elements, {@link Formula#least} or more.
     *
     * @param at where the inputs begin, then where the result does
     */
    void run(long[] at, long n);
}
