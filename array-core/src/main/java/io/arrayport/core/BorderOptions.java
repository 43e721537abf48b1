package io.arrayport.core;

import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.Append;
import io.arrayport.core.ndarray.Option.ConstantValues;
import io.arrayport.core.ndarray.Option.EndValues;
import io.arrayport.core.ndarray.Option.PadModeOption;
import io.arrayport.core.ndarray.Option.Prepend;
import io.arrayport.core.ndarray.Option.ReflectTypeOption;
import io.arrayport.core.ndarray.Option.StatLength;
import io.arrayport.core.ndarray.Option.ToBegin;
import io.arrayport.core.ndarray.Option.ToEnd;
import io.arrayport.core.ndarray.Option.Trim;
import io.arrayport.core.ndarray.PadMode;
import io.arrayport.core.ndarray.ReflectType;

/** Keyword arguments about the ends of arrays and their borders; import them with all others from {@link Options}. */
public abstract sealed class BorderOptions extends FileOptions permits CreationOptions {
    BorderOptions() {}

    /** Trim these ends: {@code "f"} the front, {@code "b"} the back, {@code "fb"} both. */
    public static Trim trim(String ends) {
        return new Trim(ends);
    }

    /** What a border is filled with. */
    public static PadModeOption mode(PadMode mode) {
        return new PadModeOption(mode);
    }

    /** Fill a border with this. */
    public static ConstantValues constantValues(Number value) {
        return new ConstantValues(value);
    }

    /** Fill a border with these: one, a pair (before, behind), or such a pair for each axis. */
    public static ConstantValues constantValues(NdArray values) {
        return new ConstantValues(values);
    }

    /** Let the ramps in a border end with this. */
    public static EndValues endValues(Number value) {
        return new EndValues(value);
    }

    /** Let the ramps in a border end with these: one, a pair (before, behind), or such a pair for each axis. */
    public static EndValues endValues(NdArray values) {
        return new EndValues(values);
    }

    /** Fill a border with a statistic of all elements of each row: NumPy's {@code stat_length=None}. */
    public static StatLength statLength() {
        return new StatLength(null);
    }

    /** Fill a border with a statistic of so many elements at the edge. */
    public static StatLength statLength(long elements) {
        return new StatLength(elements);
    }

    /** As {@link #statLength(long)}, of one, a pair (before, behind), or such a pair for each axis. */
    public static StatLength statLength(NdArray elements) {
        return new StatLength(elements);
    }

    /** How elements are reflected. */
    public static ReflectTypeOption reflectType(ReflectType type) {
        return new ReflectTypeOption(type);
    }

    /** Put this before the array. */
    public static Prepend prepend(NdArray values) {
        return new Prepend(values);
    }

    /** Put this number before each row of the array. */
    public static Prepend prepend(Number value) {
        return new Prepend(value);
    }

    /** Put this behind the array. */
    public static Append append(NdArray values) {
        return new Append(values);
    }

    /** Put this number behind each row of the array. */
    public static Append append(Number value) {
        return new Append(value);
    }

    /** Put these behind the differences. */
    public static ToEnd toEnd(NdArray values) {
        return new ToEnd(values);
    }

    /** Put this number behind the differences. */
    public static ToEnd toEnd(Number value) {
        return new ToEnd(value);
    }

    /** Put these before the differences. */
    public static ToBegin toBegin(NdArray values) {
        return new ToBegin(values);
    }

    /** Put this number before the differences. */
    public static ToBegin toBegin(Number value) {
        return new ToBegin(value);
    }
}
