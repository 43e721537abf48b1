package io.arrayport.core.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.AverageOption;
import io.arrayport.core.ndarray.MeanOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.Initial;
import io.arrayport.core.ndarray.Option.Keepdims;
import io.arrayport.core.ndarray.Option.Weights;
import io.arrayport.core.ndarray.ReduceOption;
import io.arrayport.core.ndarray.UfuncOption;
import org.jspecify.annotations.Nullable;

/** Means in which each element has its weight. */
public final class WeightedMean {
    private static final UfuncOption[] NONE = {};

    private WeightedMean() {}

    /** {@code np.average}. */
    public static NdArray of(NdArray a, AverageOption... options) {
        List<NdArray> both = compute(a, options);
        both.getLast().close();
        return both.getFirst();
    }

    /** {@code np.average(..., returned=True)}: the mean, and the sum of weights in its shape. */
    public static List<NdArray> withWeights(NdArray a, AverageOption... options) {
        List<NdArray> both = compute(a, options);
        NdArray mean = both.getFirst();
        NdArray sum = both.getLast();
        if (sum.shape().equals(mean.shape())) {
            return both;
        }
        try (sum) {
            return List.of(mean, sum.broadcastTo(mean.shape().toArray()).copy());
        }
    }

    private static List<NdArray> compute(NdArray a, AverageOption... options) {
        Option.requireDistinct("average", options);
        Axis axis = null;
        NdArray weights = null;
        for (AverageOption option : options) {
            switch (option) {
                case Axis given -> axis = given;
                case Weights(NdArray array) -> weights = array;
                case Keepdims _ -> {
                    // The mean and the sums take it as it is
                }
            }
        }
        if (weights != null) {
            return compute(a, aligned("average", weights, a, axis), options);
        }
        NdArray mean = a.mean(Compute.options(MeanOption.class, options).toArray(MeanOption[]::new));
        NdArray count = Compute.scalar(a, mean.dtype(), mean.size() == 0 ? 0 : a.size() / mean.size());
        return List.of(mean, count);
    }

    private static List<NdArray> compute(NdArray a, NdArray weights, AverageOption... options) {
        DType type = Promotion.promoteTypes(a.dtype(), weights.dtype());
        type = "biu".indexOf(a.dtype().kind()) >= 0 ? Promotion.promoteTypes(type, DType.FLOAT64) : type;
        List<ReduceOption> axes = Compute.options(ReduceOption.class, options);
        List<ReduceOption> typed = new ArrayList<>(axes);
        typed.add(new DtypeOption(type));
        DType computed = type;
        List<NdArray> means = new ArrayList<>();
        NdArray total = Compute.finished(weights.sum(typed.toArray(ReduceOption[]::new)), sum -> {
            requireOtherThanZero(sum);
            try (NdArray products = Compute.MULTIPLY.call(a, weights, new DtypeOption(computed));
                    NdArray added = products.sum(axes.toArray(ReduceOption[]::new))) {
                means.add(Compute.DIVIDE.call(added, sum, NONE));
            }
        });
        return List.of(means.getFirst(), total);
    }

    private static void requireOtherThanZero(NdArray sum) {
        try (NdArray zero = Compute.EQUAL.call(sum, 0, NONE); NdArray any = zero.max(new Initial(0))) {
            if (any.getBoolean()) {
                throw new ArithmeticException("average: weights add up to 0, and cannot be divided by; give others");
            }
        }
    }

    /**
     * Returns the weights such that they stretch to the array.
     *
     * @throws DTypeException if they have another shape, and no axis is named
     * @throws ShapeException if they have neither the shape of the array nor that of the axes
     */
    static NdArray aligned(String operation, NdArray weights, NdArray a, @Nullable Axis axis) {
        if (weights.shape().equals(a.shape())) {
            return weights;
        }
        if (axis == null || axis.axes() == null) {
            throw new DTypeException(operation + ": weights have shape " + weights.shape() + ", the array " + a.shape()
                    + "; name the axes that they are for with axis(...)");
        }
        int[] axes = Lanes.axes(operation, axis, a.ndim());
        Shape wanted = Shape.of(Arrays.stream(axes).mapToLong(one -> a.shape().dim(one)).toArray());
        if (!weights.shape().equals(wanted)) {
            throw new ShapeException(operation + ": weights have shape " + weights.shape() + ", the array " + a.shape()
                    + ", and the axes " + axis.axes() + " of it " + wanted);
        }
        int[] order = IntStream.range(0, axes.length).boxed().sorted(Comparator.comparingInt(i -> axes[i]))
                .mapToInt(Integer::intValue).toArray();
        long[] stretched = new long[a.ndim()];
        Arrays.fill(stretched, 1);
        for (int one : axes) {
            stretched[one] = a.shape().dim(one);
        }
        return weights.transpose(order).reshape(stretched);
    }
}
