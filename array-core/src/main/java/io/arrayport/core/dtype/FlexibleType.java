package io.arrayport.core.dtype;

/**
 * Types of any number of bytes: NumPy's category {@code flexible}, and strings of any length. Nothing computes in them;
 * they are copied, compared, sorted, and converted.
 */
public sealed interface FlexibleType extends DType
        permits
        TextType,
        StringType,
        VoidType,
        StructType,
        NarrowFloatType {}
