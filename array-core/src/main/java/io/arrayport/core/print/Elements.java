package io.arrayport.core.print;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.layout.Shape;

/**
 * The elements of an array as {@link ArrayPrinter} reads them: by logical index, so that a summary of a large array
 * touches only its corners. Only the accessors that fit {@link #dtype()}'s kind are called. The index array belongs to
 * the caller and changes between calls: do not keep it.
 */
public interface Elements {
    /** Type of the elements; its byte order only shows in {@code repr}, the accessors return native values. */
    DType dtype();

    /** Lengths along the axes. */
    Shape shape();

    /** The boolean at {@code index}; kind b. */
    boolean truth(long[] index);

    /**
     * The integer at {@code index}; kinds i and u, and the count of kinds M and m. For uint64 the bits, so values of
     * 2^63 and above are negative.
     */
    long integer(long[] index);

    /** The number at {@code index} widened to double, or the real part of a complex one; kinds f and c. */
    double real(long[] index);

    /** The imaginary part of the number at {@code index}; kind c. */
    double imag(long[] index);

    /** The string, the bytes or the fields at {@code index}; kinds S, U and V. */
    Object item(long[] index);

    /** The elements of a field of kind V, behind the axes of its own. */
    Elements field(StructType.Field field);
}
