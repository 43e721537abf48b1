package io.arrayport.arrow.type;

import java.util.Optional;

import io.arrayport.core.dtype.DType;
import org.apache.arrow.vector.types.Types.MinorType;

/**
 * The number types that lie in Arrow's memory exactly as in an array's: one fixed-width little-endian value per row. A
 * row of this table is all that the bridge knows of a type; what has no row here does not cross without a copy.
 */
public enum ArrowNumber {
    INT8("int8", DType.INT8, "TINYINT", false, true),
    INT16("int16", DType.INT16, "SMALLINT", false, true),
    INT32("int32", DType.INT32, "INT", false, true),
    INT64("int64", DType.INT64, "BIGINT", false, true),
    UINT8("uint8", DType.UINT8, "UINT1", false, false),
    UINT16("uint16", DType.UINT16, "UINT2", false, false),
    UINT32("uint32", DType.UINT32, "UINT4", false, false),
    UINT64("uint64", DType.UINT64, "UINT8", false, false),
    FLOAT16("float16", DType.FLOAT16, "FLOAT2", true, true),
    FLOAT32("float32", DType.FLOAT32, "FLOAT4", true, true),
    FLOAT64("float64", DType.FLOAT64, "FLOAT8", true, true);

    private final String arrowName;
    private final DType dtype;
    /** By name, so that arrow-java's classes are needed only where its vectors are. */
    private final String minorType;
    private final boolean floating;
    private final boolean signed;

    ArrowNumber(String arrowName, DType dtype, String minorType, boolean floating, boolean signed) {
        this.arrowName = arrowName;
        this.dtype = dtype;
        this.minorType = minorType;
        this.floating = floating;
        this.signed = signed;
    }

    /** Arrow's name of the type, such as {@code uint16}. */
    public String arrowName() {
        return arrowName;
    }

    /** The element type of an array over such a column, in native order. */
    public DType dtype() {
        return dtype;
    }

    /** arrow-java's tag of the vector class. */
    public MinorType minorType() {
        return MinorType.valueOf(minorType);
    }

    /** Whether the format describes it as FloatingPoint, not Int. */
    public boolean isFloating() {
        return floating;
    }

    /** Whether an Int is signed; true for floating point. */
    public boolean isSigned() {
        return signed;
    }

    /** Width of one value in bits. */
    public int bits() {
        return dtype.itemsize() * 8;
    }

    /**
     * The row of an element type in native order; empty where Arrow has no such number, bool (bit-packed in Arrow) and
     * complex for instance.
     */
    public static Optional<ArrowNumber> of(DType dtype) {
        for (ArrowNumber number : values()) {
            if (number.dtype.equals(dtype)) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    /** The row of an arrow-java vector class; empty where it is not a plain number. */
    public static Optional<ArrowNumber> of(MinorType type) {
        for (ArrowNumber number : values()) {
            if (number.minorType.equals(type.name())) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    /**
     * The row of the format's Int or FloatingPoint with this width; empty where the format's value is not one that
     * Arrow defines.
     */
    public static Optional<ArrowNumber> of(boolean floating, boolean signed, int bits) {
        for (ArrowNumber number : values()) {
            if (number.floating == floating && number.bits() == bits && (floating || number.signed == signed)) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }
}
