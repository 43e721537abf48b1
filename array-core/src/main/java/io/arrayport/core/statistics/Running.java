package io.arrayport.core.statistics;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.error.AxisException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.AccumulateOption;
import io.arrayport.core.ndarray.BinaryUfunc;
import io.arrayport.core.ndarray.CumulativeOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.IncludeInitial;
import io.arrayport.core.ndarray.Option.Out;
import org.jspecify.annotations.Nullable;

/** The array API's running sums and products, which may begin with what is there before the first element. */
public final class Running {
    private final String operation;
    private final BinaryUfunc ufunc;
    private final int start;
    private final List<AccumulateOption> options = new ArrayList<>();
    private @Nullable NdArray out;
    private boolean includeInitial;
    private @Nullable Axis axis;

    private Running(String operation, BinaryUfunc ufunc, int start, CumulativeOption... given) {
        this.operation = operation;
        this.ufunc = ufunc;
        this.start = start;
        Option.requireDistinct(operation, given);
        for (CumulativeOption option : given) {
            switch (option) {
                case Axis named -> axis = named.axes() == null ? null : named;
                case DtypeOption type -> options.add(type);
                case Out(NdArray array) -> out = array;
                case IncludeInitial(boolean include) -> includeInitial = include;
            }
        }
    }

    /** {@code np.cumulative_sum}. */
    public static NdArray sum(NdArray x, CumulativeOption... options) {
        return new Running("cumulativeSum", Compute.ADD, 0, options).run(x);
    }

    /** {@code np.cumulative_prod}. */
    public static NdArray prod(NdArray x, CumulativeOption... options) {
        return new Running("cumulativeProd", Compute.MULTIPLY, 1, options).run(x);
    }

    private NdArray run(NdArray x) {
        NdArray array = x.ndim() == 0 ? x.reshape(1) : x;
        if (axis == null && array.ndim() > 1) {
            throw new AxisException(operation + ": an array of shape " + array.shape()
                    + " has several axes; name one with axis(...)");
        }
        Axis along = axis == null ? new Axis(List.of(0)) : axis;
        options.add(along);
        if (!includeInitial) {
            if (out != null) {
                options.add(new Out(out));
            }
            return accumulated(array);
        }
        int number = Lanes.one(operation, along, array.ndim());
        if (out != null) {
            options.add(new Out(Lanes.slice(out, number, 1L, null)));
            accumulated(array);
            Lanes.slice(out, number, 0L, 1L).fill(start);
            return out;
        }
        try (NdArray rest = accumulated(array)) {
            long[] dims = rest.shape().toArray();
            dims[number]++;
            NdArray result = Compute.empty(rest, rest.dtype(), Shape.of(dims));
            Lanes.slice(result, number, 0L, 1L).fill(start);
            Lanes.slice(result, number, 1L, null).set(rest);
            return result;
        }
    }

    private NdArray accumulated(NdArray array) {
        return ufunc.accumulate(array, options.toArray(AccumulateOption[]::new));
    }
}
