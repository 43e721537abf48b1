package io.arrayport.core.dtype;

/** Order in memory of a new array's elements: NumPy's {@code order} keyword. Byte order is {@link DType}'s. */
public enum Order {
    /** Row by row: the last axis is contiguous. */
    C,
    /** Column by column: the first axis is contiguous. */
    F,
    /** F where the operands are F-contiguous and not also C-contiguous, else C. */
    A,
    /** As near to the order of the operands' axes as can be. */
    K
}
