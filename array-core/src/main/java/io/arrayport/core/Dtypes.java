package io.arrayport.core;

import io.arrayport.core.dtype.BytesType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Missing;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.UnicodeType;
import org.jspecify.annotations.Nullable;

/**
 * {@code np.dtypes}: element types by the names that NumPy's classes of them have. Each class has one element type, so
 * that here they are the same.
 */
public final class Dtypes {
    /** One byte, 0 or 1. */
    public final DType BoolDType = DType.BOOL;
    /** C's signed char: int8. */
    public final DType ByteDType = DType.INT8;
    /** C's unsigned char: uint8. */
    public final DType UByteDType = DType.UINT8;
    /** C's short: int16. */
    public final DType ShortDType = DType.INT16;
    /** C's unsigned short: uint16. */
    public final DType UShortDType = DType.UINT16;
    /** C's int: int32. */
    public final DType IntDType = DType.INT32;
    /** C's unsigned int: uint32. */
    public final DType UIntDType = DType.UINT32;
    /** C's long, on 64-bit Linux: int64. */
    public final DType LongDType = DType.INT64;
    /** C's unsigned long, on 64-bit Linux: uint64. */
    public final DType ULongDType = DType.UINT64;
    /** C's long long: int64. */
    public final DType LongLongDType = DType.INT64;
    /** C's unsigned long long: uint64. */
    public final DType ULongLongDType = DType.UINT64;
    /** Two's complement, 1 byte. */
    public final DType Int8DType = DType.INT8;
    /** Two's complement, 2 bytes. */
    public final DType Int16DType = DType.INT16;
    /** Two's complement, 4 bytes. */
    public final DType Int32DType = DType.INT32;
    /** Two's complement, 8 bytes. */
    public final DType Int64DType = DType.INT64;
    /** Unsigned, 1 byte. */
    public final DType UInt8DType = DType.UINT8;
    /** Unsigned, 2 bytes. */
    public final DType UInt16DType = DType.UINT16;
    /** Unsigned, 4 bytes. */
    public final DType UInt32DType = DType.UINT32;
    /** Unsigned, 8 bytes. */
    public final DType UInt64DType = DType.UINT64;
    /** IEEE 754 binary16. */
    public final DType Float16DType = DType.FLOAT16;
    /** IEEE 754 binary32. */
    public final DType Float32DType = DType.FLOAT32;
    /** IEEE 754 binary64. */
    public final DType Float64DType = DType.FLOAT64;
    /** Two binary32. */
    public final DType Complex64DType = DType.COMPLEX64;
    /** Two binary64. */
    public final DType Complex128DType = DType.COMPLEX128;

    /** Strings of code points. */
    public final DType StrDType = new UnicodeType(0);
    /** Strings of bytes. */
    public final DType BytesDType = new BytesType(0);

    /** Strings of any length, as which anything is written. */
    public final DType StringDType = DType.STRING;

    Dtypes() {}

    /**
     * Strings of any length.
     *
     * @param naObject what stands for a string that is not there; null if all are
     * @param coerce whether what is no string is written as one when it is set
     */
    public DType StringDType(@Nullable Missing naObject, boolean coerce) {
        return new StringType(naObject, coerce);
    }
}
