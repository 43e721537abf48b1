package io.arrayport.dlpack;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.arrayport.core.dtype.DType;
import org.jspecify.annotations.Nullable;

/**
 * DLPack's element types and ours.
 *
 * @param code of DLPack
 * @param bits of one element, which is one lane
 */
record TypeTable(DType dtype, int code, int bits) {
    private static final List<TypeTable> ROWS = List.of( //
            new TypeTable(DType.BOOL, 6, 8), //
            new TypeTable(DType.INT8, 0, 8), //
            new TypeTable(DType.INT16, 0, 16), //
            new TypeTable(DType.INT32, 0, 32), //
            new TypeTable(DType.INT64, 0, 64), //
            new TypeTable(DType.UINT8, 1, 8), //
            new TypeTable(DType.UINT16, 1, 16), //
            new TypeTable(DType.UINT32, 1, 32), //
            new TypeTable(DType.UINT64, 1, 64), //
            new TypeTable(DType.FLOAT16, 2, 16), //
            new TypeTable(DType.FLOAT32, 2, 32), //
            new TypeTable(DType.FLOAT64, 2, 64), //
            new TypeTable(DType.BFLOAT16, 4, 16), //
            new TypeTable(DType.COMPLEX64, 5, 64), //
            new TypeTable(DType.COMPLEX128, 5, 128), //
            new TypeTable(DType.FLOAT8_E3M4, 7, 8), //
            new TypeTable(DType.FLOAT8_E4M3, 8, 8), //
            new TypeTable(DType.FLOAT8_E4M3B11FNUZ, 9, 8), //
            new TypeTable(DType.FLOAT8_E4M3FN, 10, 8), //
            new TypeTable(DType.FLOAT8_E4M3FNUZ, 11, 8), //
            new TypeTable(DType.FLOAT8_E5M2, 12, 8), //
            new TypeTable(DType.FLOAT8_E5M2FNUZ, 13, 8), //
            new TypeTable(DType.FLOAT8_E8M0FNU, 14, 8), //
            new TypeTable(DType.FLOAT6_E2M3FN, 15, 6), //
            new TypeTable(DType.FLOAT6_E3M2FN, 16, 6), //
            new TypeTable(DType.FLOAT4_E2M1FN, 17, 4));

    private static final Map<DType, TypeTable> BY_DTYPE = ROWS.stream()
            .collect(Collectors.toUnmodifiableMap(TypeTable::dtype, Function.identity()));

    private static final List<String> CODE_NAMES = List.of("int", "uint", "float", "opaque handle", "bfloat", "complex",
            "bool", "float8_e3m4", "float8_e4m3", "float8_e4m3b11fnuz", "float8_e4m3fn", "float8_e4m3fnuz",
            "float8_e5m2", "float8_e5m2fnuz", "float8_e8m0fnu", "float6_e2m3fn", "float6_e3m2fn", "float4_e2m1fn");

    /** The row that was asked for last: mostly it is asked for again, and two looks into the map take 6 ns. */
    private static TypeTable last = ROWS.getFirst(); // whichever thread's

    /** The row of a dtype in native byte order; null when DLPack has no such type or the order is foreign. */
    @SuppressWarnings("ReferenceEquality") // another one that is equal is in the map
    static @Nullable TypeTable of(DType dtype) {
        TypeTable row = last;
        if (row.dtype == dtype) {
            return row;
        }
        row = BY_DTYPE.get(dtype);
        if (row != null) {
            last = row;
        }
        return row;
    }

    /** The row of a foreign descriptor's code and bits; null when there is none. */
    static @Nullable TypeTable of(int code, int bits) {
        for (TypeTable row : ROWS) {
            if (row.code == code && row.bits == bits) {
                return row;
            }
        }
        return null;
    }

    /** Whether an element is smaller than the byte that it takes here. */
    boolean isPadded() {
        return bits < Byte.SIZE;
    }

    /**
     * The row of what a foreign descriptor says.
     *
     * @param padded whether elements smaller than a byte take a byte each; else they lie side by side
     * @throws io.arrayport.core.error.ForeignDescriptorException if there is none
     */
    static TypeTable read(Fields fields, Fields.Type type, boolean padded) {
        TypeTable row = of(type.code(), type.bits());
        if (row == null && hasCode(type.code())) {
            throw fields.refuse("dl_tensor.dtype.bits", type.bits(),
                    bitsOf(type.code()) + " for code " + type.code() + " (" + codeName(type.code()) + ")");
        }
        if (row == null) {
            throw fields.refuse("dl_tensor.dtype.code", type.code() + " (" + codeName(type.code()) + ")",
                    "0 to 17 except 3: what an opaque handle is only its producer knows");
        }
        if (row.isPadded() && !padded) {
            throw fields.refuse("dl_tensor.dtype.bits", type.bits(), "elements of a byte each, which the flag "
                    + "IS_SUBBYTE_TYPE_PADDED says; Dlpack.packed(capsule) takes those that lie side by side");
        }
        return row;
    }

    /** Whether elements of this code are smaller than the byte that they take here. */
    static boolean isPadded(int code) {
        return ROWS.stream().anyMatch(row -> row.code == code && row.isPadded());
    }

    /** Whether a type of ours has this code. */
    private static boolean hasCode(int code) {
        return ROWS.stream().anyMatch(row -> row.code == code);
    }

    /** The widths we have of a code, for messages: {@code "8, 16, 32 or 64"}. */
    private static String bitsOf(int code) {
        List<String> widths = ROWS.stream().filter(row -> row.code == code).map(row -> String.valueOf(row.bits))
                .toList();
        int last = widths.size() - 1;
        return last == 0 ? widths.get(0) : String.join(", ", widths.subList(0, last)) + " or " + widths.get(last);
    }

    /** The name of a type code, for messages. */
    static String codeName(int code) {
        return code < CODE_NAMES.size() ? CODE_NAMES.get(code) : "unknown to DLPack 1.3";
    }
}
