package io.arrayport.core.dtype;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import java.util.stream.Collectors;

/**
 * The values of one record, in the order of its fields: what {@code item()} of a structured array gives, and what is
 * set in one. A list as any other, but not one that stands for an axis of an array: Python's tuple.
 */
public final class Row extends AbstractList<Object> implements RandomAccess {
    private final Object[] values;

    private Row(Object[] values) {
        this.values = values;
    }

    /** Returns a row of values: Boolean, Number, Complex, Time, text, bytes, rows, and lists or arrays. */
    public static Row of(Object... values) {
        return new Row(values.clone());
    }

    @Override
    public Object get(int index) {
        return values[index];
    }

    @Override
    public int size() {
        return values.length;
    }

    /** Returns the row as Python writes a tuple: {@code (1, 2.5)}. */
    @Override
    public String toString() {
        return Arrays.stream(values).map(String::valueOf)
                .collect(Collectors.joining(", ", "(", values.length == 1 ? ",)" : ")"));
    }
}
