package io.arrayport.core.dtype;

/**
 * Types of any number of bytes: NumPy's category {@code flexible}. Nothing computes in them; they are copied, compared,
 * sorted, and converted.
 */
public sealed interface FlexibleType extends DType permits TextType, VoidType, StructType, NarrowFloatType {}
