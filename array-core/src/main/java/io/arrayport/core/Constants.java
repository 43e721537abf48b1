package io.arrayport.core;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

import io.arrayport.core.dtype.BytesType;
import io.arrayport.core.dtype.Category;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.UnicodeType;
import io.arrayport.core.dtype.VoidType;
import io.arrayport.core.index.Index;

/** The fields of {@link Np} that are constants: element types, with NumPy's other names for them, and numbers. */
public abstract sealed class Constants permits UfuncFields {
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

    /** Bytes without a meaning, and records. */
    public final DType void_ = new VoidType(0);
    /** void by the name of NumPy's class of records. */
    public final DType record = void_;
    /** Strings of code points, as wide as what they are made of. */
    public final DType str_ = new UnicodeType(0);
    /** Strings of bytes, as wide as what they are made of. */
    public final DType bytes_ = new BytesType(0);

    /** bool by its other name. */
    public final DType bool_ = DType.BOOL;
    /** NumPy's name for C's signed char: int8. */
    public final DType byte_ = DType.INT8;
    /** NumPy's name for C's short: int16. */
    public final DType short_ = DType.INT16;
    /** NumPy's name for C's int: int32. */
    public final DType intc = DType.INT32;
    /** NumPy's name for the default integer: int64. */
    public final DType int_ = DType.INT64;
    /** NumPy's name for what counts elements: int64. */
    public final DType intp = DType.INT64;
    /** NumPy's name for C's long: int64. */
    public final DType long_ = DType.INT64;
    /** NumPy's name for C's long long: int64. */
    public final DType longlong = DType.INT64;
    /** NumPy's name for C's unsigned char: uint8. */
    public final DType ubyte = DType.UINT8;
    /** NumPy's name for C's unsigned short: uint16. */
    public final DType ushort = DType.UINT16;
    /** NumPy's name for C's unsigned int: uint32. */
    public final DType uintc = DType.UINT32;
    /** NumPy's name for the default unsigned integer: uint64. */
    public final DType uint = DType.UINT64;
    /** NumPy's name for what holds an address: uint64. */
    public final DType uintp = DType.UINT64;
    /** NumPy's name for C's unsigned long: uint64. */
    public final DType ulong = DType.UINT64;
    /** NumPy's name for C's unsigned long long: uint64. */
    public final DType ulonglong = DType.UINT64;
    /** float16 by its other name. */
    public final DType half = DType.FLOAT16;
    /** float32 by its other name. */
    public final DType single = DType.FLOAT32;
    /** float64 by its other name. */
    public final DType double_ = DType.FLOAT64;
    /** complex64 by its other name. */
    public final DType csingle = DType.COMPLEX64;
    /** complex128 by its other name. */
    public final DType cdouble = DType.COMPLEX128;

    /** Every type; see {@link Category}. */
    public final Category generic = Category.GENERIC;
    /** Integers, floating and complex numbers, and timedelta64. */
    public final Category number = Category.NUMBER;
    /** Signed and unsigned integers, and timedelta64. */
    public final Category integer = Category.INTEGER;
    /** Signed integers, and timedelta64. */
    public final Category signedinteger = Category.SIGNEDINTEGER;
    /** Unsigned integers. */
    public final Category unsignedinteger = Category.UNSIGNEDINTEGER;
    /** Floating and complex numbers. */
    public final Category inexact = Category.INEXACT;
    /** Floating-point numbers. */
    public final Category floating = Category.FLOATING;
    /** Complex numbers. */
    public final Category complexfloating = Category.COMPLEXFLOATING;
    /** Types of any number of bytes. */
    public final Category flexible = Category.FLEXIBLE;
    /** Strings. */
    public final Category character = Category.CHARACTER;

    /** The ratio of a circle's circumference to its diameter. */
    public final double pi = Math.PI;
    /** The base of the natural logarithm. */
    public final double e = Math.E;
    /** The Euler–Mascheroni constant. */
    public final double eulerGamma = 0.5772156649015329;
    /** Infinity. */
    public final double inf = Double.POSITIVE_INFINITY;
    /** Not a number. */
    public final double nan = Double.NaN;
    /** True. */
    public final boolean True_ = true;
    /** False. */
    public final boolean False_ = false;
    /** Whether this machine has the lowest byte of a number first. */
    public final boolean littleEndian = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    /** In an index, inserts an axis of length 1. */
    public final Index newaxis = Index.newAxis();

    /** The release of NumPy whose names, rules and results this namespace has. */
    public final String numpyVersion = "2.4.6";
    /** The letters of NumPy's element types by what they are; {@link #sctypeDict} says which types are here. */
    public final Map<String, String> typecodes = TypeNames.CODES;
    /** Element types by all of their names. */
    public final Map<String, DType> sctypeDict = TypeNames.TYPES;
    /** The element types that there are, each once. */
    public final List<DType> ScalarType = TypeNames.SCALARS;

    Constants() {}
}
