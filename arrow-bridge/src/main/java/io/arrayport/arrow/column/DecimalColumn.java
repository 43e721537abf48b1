package io.arrayport.arrow.column;

import java.math.BigDecimal;
import java.math.BigInteger;

import io.arrayport.arrow.type.ArrowType;
import io.arrayport.core.ndarray.NdArray;

/** A column of decimals, read where it lies: integers of 32 to 256 bits and one scale for all. Shares the values. */
public final class DecimalColumn {
    private final ArrowColumn column;
    private final ArrowType.Decimal type;

    private DecimalColumn(ArrowColumn column, ArrowType.Decimal type) {
        this.column = column;
        this.type = type;
    }

    /**
     * Reads {@code column}, nothing copied.
     *
     * @throws io.arrayport.core.error.ZeroCopyException where it is of another type
     */
    public static DecimalColumn of(ArrowColumn column) {
        if (!(column.type() instanceof ArrowType.Decimal type)) {
            throw column.refusal("has type " + column.type() + ", which is no decimal", "ask for what it is");
        }
        return new DecimalColumn(column, type);
    }

    /** Digits in all. */
    public int precision() {
        return type.precision();
    }

    /** Digits behind the point; negative where the integers count tens or more. */
    public int scale() {
        return type.scale();
    }

    /**
     * The integers, shared: int32 or int64 of one axis, or {@code (n, 2)} or {@code (n, 4)} uint64, the lowest word
     * first, in two's complement.
     */
    public NdArray unscaled() {
        return column.storedValues();
    }

    /** The integer of row {@code i}; anything where the row is null. */
    public BigInteger unscaled(long i) {
        Bounds.requireRow("unscaled", column, i);
        int bytes = type.bits() / Byte.SIZE;
        byte[] little = column.buffers().getFirst().copy((column.offset() + i) * bytes, bytes);
        for (int low = 0, high = bytes - 1; low < high; low++, high--) {
            byte swapped = little[low];
            little[low] = little[high];
            little[high] = swapped;
        }
        return new BigInteger(little);
    }

    /** The number of row {@code i}; anything where the row is null. */
    public BigDecimal get(long i) {
        return new BigDecimal(unscaled(i), type.scale());
    }
}
