package io.arrayport.core;

import java.util.List;

import io.arrayport.core.ndarray.BinaryUfunc;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.text.Replacing;
import io.arrayport.core.text.Slicing;
import io.arrayport.core.ufunc.Ufuncs;
import org.jspecify.annotations.Nullable;

/** {@code np.strings}: functions of strings. NULs at their ends are no part of them, blanks are. */
public final class Strings extends StringFunctions {
    /** Whether strings are equal. */
    public final BinaryUfunc equal = new BinaryUfunc(Ufuncs.EQUAL);
    /** Whether strings are not equal. */
    public final BinaryUfunc notEqual = new BinaryUfunc(Ufuncs.NOT_EQUAL);
    /** Whether a string comes before another. */
    public final BinaryUfunc less = new BinaryUfunc(Ufuncs.LESS);
    /** Whether a string comes before another, or is equal. */
    public final BinaryUfunc lessEqual = new BinaryUfunc(Ufuncs.LESS_EQUAL);
    /** Whether a string comes behind another. */
    public final BinaryUfunc greater = new BinaryUfunc(Ufuncs.GREATER);
    /** Whether a string comes behind another, or is equal. */
    public final BinaryUfunc greaterEqual = new BinaryUfunc(Ufuncs.GREATER_EQUAL);

    Strings() {}

    /** Whether strings are equal: bools. */
    public NdArray equal(NdArray x1, NdArray x2) {
        return equal.call(x1, x2);
    }

    /** As {@link #equal(NdArray, NdArray)}. */
    public NdArray equal(NdArray x1, String x2) {
        return with(x1, x2, text -> equal(x1, text));
    }

    /** Whether strings are not equal: bools. */
    public NdArray notEqual(NdArray x1, NdArray x2) {
        return notEqual.call(x1, x2);
    }

    /** As {@link #notEqual(NdArray, NdArray)}. */
    public NdArray notEqual(NdArray x1, String x2) {
        return with(x1, x2, text -> notEqual(x1, text));
    }

    /** Whether strings of {@code x1} come before those of {@code x2}, by the numbers of their characters: bools. */
    public NdArray less(NdArray x1, NdArray x2) {
        return less.call(x1, x2);
    }

    /** Whether strings of {@code x1} come before those of {@code x2}, or are equal: bools. */
    public NdArray lessEqual(NdArray x1, NdArray x2) {
        return lessEqual.call(x1, x2);
    }

    /** Whether strings of {@code x1} come behind those of {@code x2}: bools. */
    public NdArray greater(NdArray x1, NdArray x2) {
        return greater.call(x1, x2);
    }

    /** Whether strings of {@code x1} come behind those of {@code x2}, or are equal: bools. */
    public NdArray greaterEqual(NdArray x1, NdArray x2) {
        return greaterEqual.call(x1, x2);
    }

    /**
     * What stands before the first {@code sep}, it, and what stands behind it: three arrays. Of a string without it,
     * the string and two empty ones.
     *
     * @throws IllegalArgumentException if a separator is empty
     */
    public List<NdArray> partition(NdArray a, NdArray sep) {
        return Replacing.parted("partition", a, sep, false);
    }

    /** As {@link #partition}, of the last {@code sep}; of a string without it, two empty ones and the string. */
    public List<NdArray> rpartition(NdArray a, NdArray sep) {
        return Replacing.parted("rpartition", a, sep, true);
    }

    /** The first {@code stop} characters; negative numbers count from the end. */
    public NdArray slice(NdArray a, long stop) {
        return Slicing.of(a, null, stop, null);
    }

    /** The characters from {@code start} up to {@code stop}, as Python slices; null leaves an end open. */
    public NdArray slice(NdArray a, @Nullable Long start, @Nullable Long stop) {
        return Slicing.of(a, start, stop, null);
    }

    /**
     * As {@link #slice(NdArray, Long, Long)}, every {@code step}-th of them.
     *
     * @throws IllegalArgumentException if {@code step} is 0
     */
    public NdArray slice(NdArray a, @Nullable Long start, @Nullable Long stop, @Nullable Long step) {
        return Slicing.of(a, start, stop, step);
    }

    /** As {@link #slice(NdArray, Long, Long)}; the bounds are integers. */
    public NdArray slice(NdArray a, NdArray start, NdArray stop) {
        return Slicing.of(a, start, stop, null);
    }

    /** As {@link #slice(NdArray, Long, Long, Long)}; the bounds and steps are integers. */
    public NdArray slice(NdArray a, NdArray start, NdArray stop, NdArray step) {
        return Slicing.of(a, start, stop, step);
    }
}
