package io.arrayport.conformance.bench.table;

import java.util.Map;

import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;

/**
 * A case's arrays on the Java side.
 *
 * @param n the row's n
 * @param arrays by the names that NumPy's expression uses; owned by whoever made them
 */
public record Inputs(long n, Map<String, NdArray> arrays) {
    /** Returns the array of that name. */
    public NdArray get(String name) {
        NdArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException("bench: the case has no input " + name + ", only " + arrays.keySet());
        }
        return array;
    }

    /** Returns {@code a}. */
    public NdArray a() {
        return get("a");
    }

    /** Returns {@code b}. */
    public NdArray b() {
        return get("b");
    }

    /** Returns {@code out}. */
    public NdArray out() {
        return get("out");
    }

    /** Returns the shape (n,). */
    public Shape vector() {
        return Shape.of(n);
    }
}
