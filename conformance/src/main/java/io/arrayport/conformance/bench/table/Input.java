package io.arrayport.conformance.bench.table;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * One array that a case works on, the same on both sides to the last bit.
 *
 * @param name how NumPy's expression calls it
 * @param extent its shape
 * @param dtype its element type; null takes the row's
 * @param fill the numbers in it
 * @param view what is made of it before the clock runs, in Python's words: {@code "[::2]"}, {@code ".T"} or nothing
 */
public record Input(String name, Extent extent, @Nullable String dtype, Fill fill, String view) {

    /** {@code a}, (n,). */
    public static final Input A = of("a", Extent.VECTOR);
    /** {@code b}, (n,). */
    public static final Input B = of("b", Extent.VECTOR);
    /** {@code c}, (n,). */
    public static final Input C = of("c", Extent.VECTOR);
    /** {@code out}, (n,): to be written. */
    public static final Input OUT = of("out", Extent.VECTOR).filled(Fill.ZERO);

    /** Returns the input whose elements differ from those of every other name. */
    public static Input of(String name, Extent extent) {
        return new Input(name, extent, null, Fill.PLAIN, "");
    }

    /** Returns it in an element type of its own. */
    public Input as(String type) {
        return new Input(name, extent, type, fill, view);
    }

    /** Returns it with other numbers. */
    public Input filled(Fill other) {
        return new Input(name, extent, dtype, other, view);
    }

    /** Returns it seen through a view. */
    public Input seen(String through) {
        return new Input(name, extent, dtype, fill, through);
    }

    /** Returns its element type in a row of {@code rowType}. */
    public String dtypeIn(String rowType) {
        return dtype == null ? rowType : dtype;
    }

    /** Returns where its random numbers begin. */
    public long seed() {
        return name.hashCode();
    }

    /** Returns what names its contents. */
    public String key(String rowType, long n) {
        return name + Arrays.toString(extent.of(n)) + dtypeIn(rowType) + fill + view;
    }
}
