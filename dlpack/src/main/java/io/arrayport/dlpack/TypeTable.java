package io.arrayport.dlpack;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.arrayport.core.dtype.DType;
import org.jspecify.annotations.Nullable;

/** DLPack's element types (code, bits; one lane) and ours. */
enum TypeTable {
    BOOL(DType.BOOL, 6, 8), //
    INT8(DType.INT8, 0, 8), //
    INT16(DType.INT16, 0, 16), //
    INT32(DType.INT32, 0, 32), //
    INT64(DType.INT64, 0, 64), //
    UINT8(DType.UINT8, 1, 8), //
    UINT16(DType.UINT16, 1, 16), //
    UINT32(DType.UINT32, 1, 32), //
    UINT64(DType.UINT64, 1, 64), //
    FLOAT16(DType.FLOAT16, 2, 16), //
    FLOAT32(DType.FLOAT32, 2, 32), //
    FLOAT64(DType.FLOAT64, 2, 64), //
    BFLOAT16(DType.BFLOAT16, 4, 16), //
    COMPLEX64(DType.COMPLEX64, 5, 64), //
    COMPLEX128(DType.COMPLEX128, 5, 128);

    private static final String[] CODE_NAMES = {"int", "uint", "float", "opaque handle", "bfloat", "complex", "bool",
            "float8_e3m4",
            "float8_e4m3", "float8_e4m3b11fnuz", "float8_e4m3fn", "float8_e4m3fnuz", "float8_e5m2", "float8_e5m2fnuz",
            "float8_e8m0fnu",
            "float6_e2m3fn", "float6_e3m2fn", "float4_e2m1fn"};
    private static final TypeTable[] ROWS = values();
    private static final Map<DType, TypeTable> BY_DTYPE = new HashMap<>();

    static {
        for (TypeTable row : ROWS) {
            BY_DTYPE.put(row.dtype, row);
        }
    }

    final DType dtype;
    final byte code;
    final byte bits;

    TypeTable(DType dtype, int code, int bits) {
        this.dtype = dtype;
        this.code = (byte) code;
        this.bits = (byte) bits;
    }

    /** The row of a dtype in native byte order; null when DLPack has no such type or the order is foreign. */
    static @Nullable TypeTable of(DType dtype) {
        return BY_DTYPE.get(dtype);
    }

    /** The row of a foreign descriptor's code and bits, both unsigned; null when there is none. */
    static @Nullable TypeTable of(int code, int bits) {
        for (TypeTable row : ROWS) {
            if (row.code == code && (row.bits & 0xff) == bits) {
                return row;
            }
        }
        return null;
    }

    /** Whether a type of ours has this code. */
    static boolean hasCode(int code) {
        return Arrays.stream(ROWS).anyMatch(row -> row.code == code);
    }

    /** The widths we have of a code, for messages: {@code "8, 16, 32 or 64"}. */
    static String bitsOf(int code) {
        List<String> widths = Arrays.stream(ROWS).filter(row -> row.code == code)
                .map(row -> String.valueOf(row.bits & 0xff)).toList();
        int last = widths.size() - 1;
        return last == 0 ? widths.get(0) : String.join(", ", widths.subList(0, last)) + " or " + widths.get(last);
    }

    /** The name of a type code, for messages. */
    static String codeName(int code) {
        return code < CODE_NAMES.length ? CODE_NAMES[code] : "unknown to DLPack 1.3";
    }
}
