package io.arrayport.core.dtype;

import java.nio.ByteOrder;
import java.util.List;

/**
 * The type of an array's elements: a value, compared by {@code equals}. Names, kinds and sizes are NumPy's
 * ({@code numpy.dtype}); {@code bfloat16} is named as ml_dtypes names it.
 *
 * <p>Byte order is part of the type: a column of big-endian integers is {@code INT32.withOrder(BIG_ENDIAN)}.
 */
// No default methods: they would have this interface initialised with each implementing class, and its constants are
// instances of those, so that two threads could wait for each other for ever.
public sealed interface DType permits BoolType, IntegerType, FloatType, ComplexType, TimeType, FlexibleType {
    /** One byte, 0 or 1. */
    DType BOOL = new BoolType();
    /** Two's complement, 1 byte. */
    DType INT8 = new IntegerType(8, true, ByteOrder.nativeOrder());
    /** Two's complement, 2 bytes. */
    DType INT16 = new IntegerType(16, true, ByteOrder.nativeOrder());
    /** Two's complement, 4 bytes. */
    DType INT32 = new IntegerType(32, true, ByteOrder.nativeOrder());
    /** Two's complement, 8 bytes. */
    DType INT64 = new IntegerType(64, true, ByteOrder.nativeOrder());
    /** Unsigned, 1 byte. */
    DType UINT8 = new IntegerType(8, false, ByteOrder.nativeOrder());
    /** Unsigned, 2 bytes. */
    DType UINT16 = new IntegerType(16, false, ByteOrder.nativeOrder());
    /** Unsigned, 4 bytes. */
    DType UINT32 = new IntegerType(32, false, ByteOrder.nativeOrder());
    /** Unsigned, 8 bytes. */
    DType UINT64 = new IntegerType(64, false, ByteOrder.nativeOrder());
    /** IEEE 754 binary16. */
    DType FLOAT16 = new FloatType(FloatFormat.BINARY16, ByteOrder.nativeOrder());
    /** The upper half of a binary32. */
    DType BFLOAT16 = new FloatType(FloatFormat.BFLOAT16, ByteOrder.nativeOrder());
    /** IEEE 754 binary32. */
    DType FLOAT32 = new FloatType(FloatFormat.BINARY32, ByteOrder.nativeOrder());
    /** IEEE 754 binary64. */
    DType FLOAT64 = new FloatType(FloatFormat.BINARY64, ByteOrder.nativeOrder());
    /** Two binary32: real, imaginary. */
    DType COMPLEX64 = new ComplexType(FloatFormat.BINARY32, ByteOrder.nativeOrder());
    /** Two binary64: real, imaginary. */
    DType COMPLEX128 = new ComplexType(FloatFormat.BINARY64, ByteOrder.nativeOrder());

    /** Strings of any length, all there: NumPy's {@code StringDType()}. */
    DType STRING = new StringType();

    /** 8 bits: 3 of the exponent, 4 of the fraction. */
    DType FLOAT8_E3M4 = new NarrowFloatType(NarrowFormat.FLOAT8_E3M4);
    /** 8 bits: 4 of the exponent, 3 of the fraction. */
    DType FLOAT8_E4M3 = new NarrowFloatType(NarrowFormat.FLOAT8_E4M3);
    /** As {@link #FLOAT8_E4M3}, bias 11, neither infinities nor negative zero. */
    DType FLOAT8_E4M3B11FNUZ = new NarrowFloatType(NarrowFormat.FLOAT8_E4M3B11FNUZ);
    /** As {@link #FLOAT8_E4M3}, no infinities. */
    DType FLOAT8_E4M3FN = new NarrowFloatType(NarrowFormat.FLOAT8_E4M3FN);
    /** As {@link #FLOAT8_E4M3}, bias 8, neither infinities nor negative zero. */
    DType FLOAT8_E4M3FNUZ = new NarrowFloatType(NarrowFormat.FLOAT8_E4M3FNUZ);
    /** 8 bits: 5 of the exponent, 2 of the fraction. */
    DType FLOAT8_E5M2 = new NarrowFloatType(NarrowFormat.FLOAT8_E5M2);
    /** As {@link #FLOAT8_E5M2}, bias 16, neither infinities nor negative zero. */
    DType FLOAT8_E5M2FNUZ = new NarrowFloatType(NarrowFormat.FLOAT8_E5M2FNUZ);
    /** 8 bits: a power of two. */
    DType FLOAT8_E8M0FNU = new NarrowFloatType(NarrowFormat.FLOAT8_E8M0FNU);
    /** 6 bits in a byte: 2 of the exponent, 3 of the fraction. */
    DType FLOAT6_E2M3FN = new NarrowFloatType(NarrowFormat.FLOAT6_E2M3FN);
    /** 6 bits in a byte: 3 of the exponent, 2 of the fraction. */
    DType FLOAT6_E3M2FN = new NarrowFloatType(NarrowFormat.FLOAT6_E3M2FN);
    /** 4 bits in a byte: 2 of the exponent, 1 of the fraction. */
    DType FLOAT4_E2M1FN = new NarrowFloatType(NarrowFormat.FLOAT4_E2M1FN);

    /** Every floating-point type of at most eight bits: carried and converted, not computed in. */
    List<DType> NARROW = List.of(FLOAT8_E3M4, FLOAT8_E4M3, FLOAT8_E4M3B11FNUZ, FLOAT8_E4M3FN, FLOAT8_E4M3FNUZ,
            FLOAT8_E5M2, FLOAT8_E5M2FNUZ, FLOAT8_E8M0FNU, FLOAT6_E2M3FN, FLOAT6_E3M2FN, FLOAT4_E2M1FN);

    /**
     * Every type of numbers in native order, in NumPy's order of kinds and sizes; times are as many as units, and
     * strings endless.
     */
    List<DType> ALL = List.of(BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, FLOAT16, BFLOAT16,
            FLOAT32, FLOAT64, COMPLEX64, COMPLEX128);

    /** NumPy's name, without the byte order: {@code "float32"}. */
    String name();

    /**
     * NumPy's kind letter: b bool, i signed, u unsigned, f floating, c complex, M datetime64, m timedelta64, S bytes, U
     * unicode, T strings of any length, V void and structured.
     */
    char kind();

    /** Bytes of one element. */
    int itemsize();

    /** Bytes an address should be a multiple of for the hardware's fast path; never a condition of correctness. */
    int alignment();

    /** Order of the bytes in memory; for one-byte types always the native one. */
    ByteOrder order();

    /** The same type with its bytes in {@code order}; one-byte types have only one order and return themselves. */
    DType withOrder(ByteOrder order);

    /** Whether the bytes lie as this machine computes on them. */
    boolean isNative();

    /**
     * The array-protocol string: order, kind, bytes; {@code "<f4"}, {@code "|b1"}. {@code bfloat16} has no such
     * string and gives its name, with a leading order where that is foreign. {@link #of} reads them all.
     */
    String str();

    /**
     * Parses a name ({@code "float32"}, {@code "datetime64[ns]"}), or an array-protocol string with or without the
     * order ({@code "<f4"}, {@code "f4"}, {@code "m8[25s]"}, {@code "S5"}, {@code "U5"}, {@code "V5"}),
     * or several with commas between them, which are fields named f0, f1, …: {@code "i4, 3f8, (2,2)f4"}.
     *
     * @throws io.arrayport.core.error.DTypeException if there is no such type
     */
    static DType of(String text) {
        return DTypeText.parse(text);
    }
}
