package io.arrayport.core.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.ndarray.MeanOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Correction;
import io.arrayport.core.ndarray.Option.Ddof;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.Keepdims;
import io.arrayport.core.ndarray.Option.Mean;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Option.Where;
import io.arrayport.core.ndarray.ReduceOption;
import io.arrayport.core.ndarray.UfuncOption;
import io.arrayport.core.ndarray.VarianceOption;
import org.jspecify.annotations.Nullable;

/** Averages of what is not NaN, and how far it is from them. */
public final class NanSpread {
    private final String operation;
    private final NdArray a;
    private final List<ReduceOption> axes = new ArrayList<>();
    private final List<ReduceOption> all = new ArrayList<>();
    private @Nullable DtypeOption dtype;
    private @Nullable NdArray out;
    private @Nullable Where where;
    private @Nullable NdArray mean;
    private boolean keepdims;
    private final double ddof;

    /** @param options of either family */
    private NanSpread(String operation, NdArray a, Option... options) {
        this.operation = operation;
        this.a = a;
        Option.requireDistinct(operation, options);
        for (Option option : options) {
            switch (option) {
                case Axis given -> axes.add(given);
                case DtypeOption given -> dtype = given;
                case Out(NdArray array) -> out = array;
                case Where given -> where = given;
                case Mean(NdArray array) -> mean = array;
                case Keepdims(boolean keep) -> keepdims = keep;
                case Ddof _,Correction _ -> {
                    // one number, read below
                }
                default -> throw new AssertionError(option + " is of another family");
            }
        }
        ddof = VarianceOption.ddof(operation, options);
        requireInexact("dtype", dtype == null ? null : dtype.type());
        requireInexact("out", out == null ? null : out.dtype());
        if (axes.isEmpty()) {
            axes.add(new Axis(null));
        }
        if (where != null) {
            axes.add(where);
        }
        all.addAll(axes);
        all.add(new Keepdims(keepdims));
        if (dtype != null) {
            all.add(dtype);
        }
        if (out != null) {
            all.add(new Out(out));
        }
    }

    /** {@code np.nanmean}. */
    public static NdArray mean(NdArray a, MeanOption... options) {
        return Compute.isInexact(a.dtype()) ? new NanSpread("nanmean", a, options).mean() : a.mean(options);
    }

    /** {@code np.nanvar}. */
    public static NdArray var(NdArray a, VarianceOption... options) {
        return Compute.isInexact(a.dtype()) ? new NanSpread("nanvar", a, options).var(false) : a.var(options);
    }

    /** {@code np.nanstd}. */
    public static NdArray std(NdArray a, VarianceOption... options) {
        return Compute.isInexact(a.dtype()) ? new NanSpread("nanstd", a, options).var(true) : a.std(options);
    }

    private void requireInexact(String role, @Nullable DType type) {
        if (type != null && !Compute.isInexact(type)) {
            throw new DTypeException(operation + ": " + role + " is " + type + ", and " + a.dtype()
                    + " elements have a mean that is no whole number; give a floating type");
        }
    }

    private NdArray mean() {
        try (NanFree numbers = NanFree.of(a, 0)) {
            if (numbers.nan() == null && where == null && a.size() > 0) {
                return own(a.sum(array(all)), sum -> {
                    try (NdArray count = Compute.scalar(sum, DType.INT64, a.size() / sum.size())) {
                        Compute.divide(sum, count);
                    }
                });
            }
            try (NdArray count = count(keepdims)) {
                return own(numbers.array().sum(array(all)), sum -> Compute.divide(sum, count));
            }
        }
    }

    /** What may be closed if it cannot be finished: out is not. */
    private NdArray own(NdArray result, Consumer<NdArray> steps) {
        if (out == null) {
            return Compute.finished(result, steps);
        }
        steps.accept(result);
        return result;
    }

    /** How many are not NaN. */
    private NdArray count(boolean keep) {
        List<ReduceOption> options = new ArrayList<>(axes);
        options.add(new Keepdims(keep));
        options.add(new DtypeOption(DType.INT64));
        try (NdArray numbers = Compute.EQUAL.call(a, a, new UfuncOption[0])) {
            return numbers.sum(array(options));
        }
    }

    private NdArray var(boolean root) {
        try (NanFree numbers = NanFree.copy(a, 0); NdArray count = count(true)) {
            subtractMean(numbers, count);
            NdArray squares = squares(numbers.array());
            return own(squares.sum(array(all)), sum -> {
                try (NdArray freedom = Compute.SUBTRACT.call(keepdims ? count : count.reshape(sum.shape().toArray()),
                        ddof, new UfuncOption[0]);
                        NdArray none = Compute.LESS_EQUAL.call(freedom, 0, new UfuncOption[0])) {
                    Compute.divide(sum, freedom);
                    Compute.put(sum, Double.NaN, none);
                }
                if (root) {
                    Compute.SQRT.call(sum, new Out(sum));
                }
            });
        }
    }

    private void subtractMean(NanFree numbers, NdArray count) {
        NdArray array = numbers.array();
        if (mean != null) {
            Compute.SUBTRACT.call(array, mean, new Out(array), Compute.UNSAFE);
        } else {
            List<ReduceOption> options = new ArrayList<>(axes);
            options.add(new Keepdims(true));
            if (dtype != null) {
                options.add(dtype);
            }
            try (NdArray own = array.sum(array(options))) {
                Compute.divide(own, count);
                Compute.SUBTRACT.call(array, own, new Out(array), Compute.UNSAFE);
            }
        }
        if (numbers.nan() != null) {
            Compute.put(array, 0, numbers.nan());
        }
    }

    /** Squares in place; of complex numbers the result is the view of the real parts. */
    private static NdArray squares(NdArray array) {
        if (array.dtype().kind() != 'c') {
            return Compute.SQUARE.call(array, new Out(array));
        }
        NdArray real = Compute.part(array, 0);
        NdArray imag = Compute.part(array, 1);
        Compute.SQUARE.call(real, new Out(real));
        Compute.SQUARE.call(imag, new Out(imag));
        return Compute.ADD.call(real, imag, new Out(real));
    }

    private static ReduceOption[] array(List<ReduceOption> options) {
        return options.toArray(ReduceOption[]::new);
    }
}
