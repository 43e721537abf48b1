package io.arrayport.core;

import java.util.List;
import java.util.Map;

import io.arrayport.core.dtype.DType;
import org.jspecify.annotations.Nullable;

/**
 * The namespace: {@code import static io.arrayport.core.Np.np}, then {@code np.} finds everything, by NumPy's names in
 * camelCase. Functions come from one small interface per NumPy chapter; element types are fields.
 */
public final class Np implements Creation {
    /** The namespace whose creation functions make arrays in main memory. */
    public static final Np np = new Np();

    /** One byte, 0 or 1. */
    public final DType bool = DType.BOOL;
    /** Two's complement, 1 byte. */
    public final DType int8 = DType.INT8;
    /** Two's complement, 2 bytes. */
    public final DType int16 = DType.INT16;
    /** Two's complement, 4 bytes. */
    public final DType int32 = DType.INT32;
    /** Two's complement, 8 bytes. */
    public final DType int64 = DType.INT64;
    /** Unsigned, 1 byte. */
    public final DType uint8 = DType.UINT8;
    /** Unsigned, 2 bytes. */
    public final DType uint16 = DType.UINT16;
    /** Unsigned, 4 bytes. */
    public final DType uint32 = DType.UINT32;
    /** Unsigned, 8 bytes. */
    public final DType uint64 = DType.UINT64;
    /** IEEE 754 binary16. */
    public final DType float16 = DType.FLOAT16;
    /** The upper half of a binary32. */
    public final DType bfloat16 = DType.BFLOAT16;
    /** IEEE 754 binary32. */
    public final DType float32 = DType.FLOAT32;
    /** IEEE 754 binary64. */
    public final DType float64 = DType.FLOAT64;
    /** Two binary32. */
    public final DType complex64 = DType.COMPLEX64;
    /** Two binary64. */
    public final DType complex128 = DType.COMPLEX128;

    private Np() {}

    /**
     * Calls a function by its name in NumPy: {@code call("sum", List.of(a), Map.of("axis", 0L))}. For tests, tools and
     * other languages; arguments choose among the forms of the function as they would in Python.
     *
     * @param name snake_case; methods of a ufunc or submodule after a dot ({@code "add.reduce"}), those of the array
     *         too, which then is the first argument ({@code "ndarray.reshape"}). A field ({@code "float32"}) is read
     *         by a call without arguments
     * @param args NdArray, Boolean, Long, BigInteger, Double, Complex, String, DType, Index, null (None), and lists of
     *         these
     * @param kwargs the same, by NumPy's names of parameters
     * @return of the same types; tuples are lists
     * @throws io.arrayport.core.error.CallException if there is no such function, keyword or form. What the function
     *         throws comes out as it is
     */
    public @Nullable Object call(String name, List<?> args, Map<String, ?> kwargs) {
        return Calls.call(this, name, args, kwargs);
    }

    /** Whether {@link #call} knows {@code name}. */
    public boolean has(String name) {
        return Calls.has(name);
    }
}
