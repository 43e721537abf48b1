package io.arrayport.core.ndarray;

import java.util.List;

import io.arrayport.core.dtype.DType;
import org.jspecify.annotations.Nullable;

/**
 * A keyword argument of NumPy's as a value, made by the functions of {@code io.arrayport.core.Options}. Functions take
 * the options of one family; an option that a function does not have is not of its family and does not compile.
 *
 * <p>A family permits its options in NumPy's order of the same arguments by position.
 */
public sealed interface Option permits ReduceOption, MeanOption, AccumulateOption {
    /**
     * Along which axes.
     *
     * @param axes negative ones count from the end; none is no axis, null is all of them (NumPy's None)
     */
    record Axis(@Nullable List<Integer> axes) implements ReduceOption, MeanOption, AccumulateOption {}

    /**
     * The element type to compute in, or of what is made.
     *
     * @param type any
     */
    record DTypeOption(DType type) implements ReduceOption, MeanOption, AccumulateOption {}

    /**
     * The array that results are written to, which then is the result.
     *
     * @param array writeable
     */
    record Out(NdArray array) implements ReduceOption, MeanOption, AccumulateOption {}

    /**
     * Whether axes that are reduced stay, with length 1.
     *
     * @param keep whether they do
     */
    record KeepDims(boolean keep) implements ReduceOption, MeanOption {}
}
