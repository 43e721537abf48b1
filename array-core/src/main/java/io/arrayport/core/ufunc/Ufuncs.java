package io.arrayport.core.ufunc;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

import io.arrayport.core.backend.Op;
import io.arrayport.core.dtype.DType;

/** The table of universal functions. A new one is a row here. */
public final class Ufuncs {
    /** {@code a + b}; integers wrap. */
    public static final UFunc ADD = arithmetic("add", OptionalLong.of(0), Op.ADD);
    /** {@code a - b}; integers wrap. */
    public static final UFunc SUBTRACT = arithmetic("subtract", OptionalLong.empty(), Op.SUBTRACT);
    /** {@code a * b}; integers wrap. */
    public static final UFunc MULTIPLY = arithmetic("multiply", OptionalLong.of(1), Op.MULTIPLY);

    /** Every row, by NumPy's names' order. */
    public static final List<UFunc> ALL = List.of(ADD, MULTIPLY, SUBTRACT);

    private Ufuncs() {}

    private static UFunc arithmetic(String name, OptionalLong identity, Op op) {
        List<UFunc.Loop> loops = Stream.of(DType.FLOAT32, DType.FLOAT64, DType.INT32, DType.INT64)
                .map(type -> new UFunc.Loop(List.of(type, type), List.of(type))).toList();
        return new UFunc(name, 2, 1, identity, op, loops);
    }
}
