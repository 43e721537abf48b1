package io.arrayport.core.ndarray;

import java.util.List;
import java.util.Objects;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.ArrayportException;
import org.jspecify.annotations.Nullable;

/**
 * A keyword argument of NumPy's as a value, made by the functions of {@code io.arrayport.core.Options}. A function
 * takes the options of one family: what it does not know is not of its family and does not compile.
 *
 * <p>A family permits its options in the order in which NumPy takes the same arguments by position.
 */
public sealed interface Option
        permits UfuncOption, VectorizeOption, PairOption, ProductOption, VecdotOption, ClipOption, ReduceOption,
        ExtremumOption, MeanOption, AccumulateOption, VarianceOption, TruthOption, PositionOption, CountOption,
        CumulativeOption, PtpOption, DiffOption, Ediff1dOption, AverageOption, MedianOption, QuantileOption,
        Option.Returned, CreationOption, AsarrayOption, ArrayOption, AstypeOption, CopytoOption, ReshapeOption,
        LayoutOption, PrintOption, Array2stringOption, ErrorOption, TakeOption, PutOption, ChooseOption, CompressOption,
        AlongOption, RavelOption, JoinOption, StackOption, TrimOption, PadOption, SpacingOption, SpacingOption.Retstep,
        LogspaceOption, EyeOption, TriOption, TriangleOption, VanderOption, DiagonalOption, TraceOption, MeshgridOption,
        MeshgridOption.Sparse, DatetimeAsStringOption, SubstringOption, CharArrayOption, CharAsarrayOption, FillOption,
        CodingOption, ReplaceOption, FrombufferOption, FromDlpackOption, FromstringOption, FileOption, RequireOption,
        SortOption, PartitionOption, SearchsortedOption, LexsortOption, UniqueOption, SetOption, IsinOption, SetResult,
        DotOption, CrossOption, EinsumOption, EinsumPathOption, CovarianceOption, CorrelationOption, OutOption,
        CloseOption, NanToNumOption, InterpOption, UnwrapOption, TrapezoidOption, GradientOption, BitsOption,
        UnpackbitsOption, NditerOption, PrintoptionsOption, FormatFloatOption, FormatScientificOption, BusdayOption,
        VectorsOption, MatrixDiagonalOption, MatrixTraceOption, VectorNormOption, StridesOption, AssertionOption,
        CloseAssertionOption, DecimalAssertionOption, BusdayOffsetOption, FourierOption, FourierAxesOption, ShiftOption,
        SeriesOption, DerivativeOption, SeriesMakeOption, SeriesFitOption, PolyfitOption, PolyfitOption.Full,
        PolyfitOption.Cov, HistogramOption, BinEdgesOption, HistogramddOption, BincountOption, DigitizeOption,
        RecarrayOption, RecordsOption, RecordBytesOption, RecordArrayOption, FormatsOption {
    /**
     * Along which axes.
     *
     * @param axes negative ones count from the end; empty is no axis, null is all of them (NumPy's None)
     */
    record Axis(@Nullable List<Integer> axes)
            implements VecdotOption, ReduceOption, ExtremumOption, MeanOption, AccumulateOption, VarianceOption,
            TruthOption, PositionOption, CountOption, CumulativeOption, PtpOption, DiffOption, AverageOption,
            MedianOption, QuantileOption, TakeOption, CompressOption, UnwrapOption, TrapezoidOption, GradientOption,
            BitsOption, UnpackbitsOption, SpacingOption, LogspaceOption, JoinOption, AlongOption, TrimOption,
            SortOption, PartitionOption, LexsortOption, UniqueOption, CrossOption, VectorsOption, VectorNormOption,
            FourierOption, SeriesOption, DerivativeOption {}

    /**
     * Which axes of a product's operands are its matrices and vectors.
     *
     * @param axes of each operand, then of the result, which may be left out if it has none
     */
    record Axes(List<List<Integer>> axes) implements ProductOption, VecdotOption {}

    /**
     * The element type to compute in, or of what is made.
     *
     * @param type any
     */
    record DtypeOption(DType type)
            implements ProductOption, VecdotOption, UfuncOption, ClipOption, PairOption, ReduceOption, MeanOption,
            AccumulateOption, VarianceOption, CumulativeOption, CreationOption, AsarrayOption, ArrayOption,
            SpacingOption, LogspaceOption, EyeOption, TriOption, TraceOption, FrombufferOption, FromstringOption,
            MemmapOption, OpenMemmapOption, FromfileOption, LoadtxtOption, GenfromtxtOption, RecarrayOption,
            RecordsOption, RecordBytesOption, RecordArrayOption, RequireOption, JoinOption, StackOption, EinsumOption,
            CovarianceOption, CorrelationOption, MatrixTraceOption {
        /** @throws NullPointerException if it is null: NumPy's None is to leave the option out */
        public DtypeOption {
            requireGiven(type, "dtype");
        }
    }

    /**
     * Where results are written; it is then the result.
     *
     * @param array writeable, of the shape of the result
     */
    record Out(NdArray array)
            implements ProductOption, VecdotOption, UfuncOption, VectorizeOption, ClipOption, ReduceOption,
            ExtremumOption, MeanOption, AccumulateOption, VarianceOption, TruthOption, PositionOption, CumulativeOption,
            PtpOption, MedianOption, QuantileOption, TakeOption, ChooseOption, CompressOption, TraceOption, JoinOption,
            DotOption, EinsumOption, OutOption, BusdayOption, BusdayOffsetOption, FourierOption, FourierAxesOption {
        /** @throws NullPointerException if it is null: NumPy's None is to leave the option out */
        public Out {
            requireGiven(array, "out");
        }
    }

    /**
     * Where two results are written; they are then the results.
     *
     * @param first as {@link Out}'s; null makes a new array
     * @param second the same
     */
    record Outs(@Nullable NdArray first, @Nullable NdArray second) implements PairOption {
        @Override
        public String keyword() {
            return "out";
        }
    }

    /**
     * Whether axes that are reduced stay, with length 1.
     *
     * @param keep whether they do
     */
    record Keepdims(boolean keep)
            implements VecdotOption, ReduceOption, ExtremumOption, MeanOption, VarianceOption, TruthOption,
            PositionOption, CountOption, PtpOption, AverageOption, MedianOption, QuantileOption, VectorNormOption {}

    /**
     * What a reduction starts from.
     *
     * @param value null takes the first element, so that nothing cannot be reduced
     */
    record Initial(@Nullable Number value) implements ReduceOption, ExtremumOption {}

    /**
     * Which elements are computed.
     *
     * @param mask bools, broadcast; null for all or none
     * @param everywhere without a mask, whether all are
     */
    record Where(@Nullable NdArray mask, boolean everywhere)
            implements UfuncOption, VectorizeOption, ClipOption, PairOption, ReduceOption, ExtremumOption, MeanOption,
            VarianceOption, TruthOption, CopytoOption {}

    /**
     * Which conversions of inputs and outputs are allowed.
     *
     * @param rule as NumPy's
     */
    record CastingOption(Casting rule)
            implements ProductOption, VecdotOption, UfuncOption, VectorizeOption, ClipOption, PairOption, AstypeOption,
            CopytoOption, JoinOption, StackOption, DatetimeAsStringOption, EinsumOption, NditerOption {
        /** @throws NullPointerException if it is null: NumPy's None is to leave the option out */
        public CastingOption {
            requireGiven(rule, "casting");
        }
    }

    /**
     * The order of axes in memory of what is made, or in which elements are read.
     *
     * @param order as NumPy's
     */
    record OrderOption(Order order)
            implements CharArrayOption, CharAsarrayOption, ProductOption, VecdotOption, UfuncOption, ClipOption,
            PairOption, CreationOption, AsarrayOption, ArrayOption, AstypeOption, ReshapeOption, LayoutOption,
            RavelOption, EyeOption, EinsumOption, MemmapOption, RecarrayOption, NditerOption {
        /** @throws NullPointerException if it is null: NumPy's None is to leave the option out */
        public OrderOption {
            requireGiven(order, "order");
        }
    }

    /**
     * Whether to copy what could be shared.
     *
     * @param copy true always copies, false never; null does where it must (NumPy's None)
     */
    record CopyOption(@Nullable Boolean copy)
            implements CharArrayOption, AsarrayOption, ArrayOption, AstypeOption, ReshapeOption, MeshgridOption,
            RecordArrayOption, NanToNumOption, FromDlpackOption {}

    /**
     * What is taken off the number of elements that a variance divides by.
     *
     * @param count usually 0 or 1
     */
    record Ddof(double count) implements VarianceOption, CovarianceOption {}

    /**
     * {@link Ddof} by the array API's name.
     *
     * @param count usually 0 or 1
     */
    record Correction(double count) implements VarianceOption {}

    /**
     * The mean, where it is known already.
     *
     * @param array broadcasts to the operand: reduced axes are kept
     */
    record Mean(NdArray array) implements VarianceOption {
        /** @throws NullPointerException if it is null: NumPy's None is to leave the option out */
        public Mean {
            requireGiven(array, "mean");
        }
    }

    /**
     * Whether running results begin with what is there before the first element.
     *
     * @param include whether they do
     */
    record IncludeInitial(boolean include) implements CumulativeOption {}

    /**
     * A count: how often differences are taken of differences, how many elements are transformed.
     *
     * @param times at least 0, of elements 1
     */
    record N(int times) implements DiffOption, FourierOption {}

    /**
     * What is put before the array.
     *
     * @param end an array, or a Number for all of its rows
     */
    record Prepend(Object end) implements DiffOption {}

    /**
     * What is put behind the array.
     *
     * @param end an array, or a Number for all of its rows
     */
    record Append(Object end) implements DiffOption {}

    /**
     * What is put behind the differences.
     *
     * @param end an array or a Number
     */
    record ToEnd(Object end) implements Ediff1dOption {}

    /**
     * What is put before the differences.
     *
     * @param end an array or a Number
     */
    record ToBegin(Object end) implements Ediff1dOption {}

    /**
     * How much each element counts.
     *
     * @param array of the operand's shape, or of that of the axes that are reduced
     */
    record Weights(NdArray array)
            implements AverageOption, QuantileOption, HistogramOption, BinEdgesOption, HistogramddOption,
            BincountOption {
        /** @throws NullPointerException if it is null: NumPy's None is to leave the option out */
        public Weights {
            requireGiven(array, "weights");
        }
    }

    /** That the sum of weights is wanted too; a parameter of its own, because the result is another. */
    record Returned() implements Option {}

    /**
     * Whether the operand may be left in another order. Nothing here makes use of it.
     *
     * @param allowed whether it may
     */
    record OverwriteInput(boolean allowed) implements MedianOption, QuantileOption {}

    /**
     * What a quantile between two elements is.
     *
     * @param method as NumPy's
     */
    record MethodOption(QuantileMethod method) implements QuantileOption {
        /** @throws NullPointerException if it is null: NumPy's None is to leave the option out */
        public MethodOption {
            requireGiven(method, "method");
        }
    }

    /**
     * Which ends are trimmed.
     *
     * @param ends {@code "f"} the front, {@code "b"} the back, {@code "fb"} both
     */
    record Trim(String ends) implements TrimOption {}

    /**
     * What a border is filled with.
     *
     * @param mode as NumPy's
     */
    record PadModeOption(PadMode mode) implements PadOption {
        /** @throws NullPointerException if it is null: leave the option out */
        public PadModeOption {
            requireGiven(mode, "mode");
        }

        @Override
        public String keyword() {
            return "mode";
        }
    }

    /**
     * The constants that stand in a border.
     *
     * @param values a Number, or an array that broadcasts to a pair for each axis: before and behind
     */
    record ConstantValues(Object values) implements PadOption {}

    /**
     * What the ramps in a border end with.
     *
     * @param values a Number, or an array that broadcasts to a pair for each axis: before and behind
     */
    record EndValues(Object values) implements PadOption {}

    /**
     * Of how many elements at the edge a border is a statistic.
     *
     * @param lengths a Number, or an array that broadcasts to a pair for each axis: before and behind; null is all
     */
    record StatLength(@Nullable Object lengths) implements PadOption {}

    /**
     * How elements are reflected.
     *
     * @param type as NumPy's
     */
    record ReflectTypeOption(ReflectType type) implements PadOption {
        /** @throws NullPointerException if it is null: leave the option out */
        public ReflectTypeOption {
            requireGiven(type, "reflectType");
        }
    }

    /** The name of the function that makes it: NumPy's in camelCase. */
    default String keyword() {
        return Keyword.OF.get(getClass());
    }

    private static void requireGiven(Object value, String keyword) {
        Objects.requireNonNull(value, () -> keyword + "(null): leave the option out to have its default");
    }

    /**
     * Checks that none is there twice.
     *
     * @param operation named in the error
     * @throws ArrayportException naming the one that is
     */
    static void requireDistinct(String operation, Option... options) {
        for (int i = 1; i < options.length; i++) {
            String keyword = options[i].keyword();
            for (int j = 0; j < i; j++) {
                if (options[j].keyword().equals(keyword)) {
                    throw new ArrayportException(operation + ": the option " + keyword + " is given twice; give it"
                            + " once");
                }
            }
        }
    }
}
