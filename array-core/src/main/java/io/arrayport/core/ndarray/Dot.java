package io.arrayport.core.ndarray;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.dtype.TimeUnit;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.ndarray.Contraction.Term;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ufunc.Products;
import org.jspecify.annotations.Nullable;

/** {@code np.dot} and its relatives, which compute in the type that both operands promote to. */
public final class Dot {
    private static final ProductUfunc MATMUL = new ProductUfunc(Products.MATMUL);

    private Dot() {}

    static NdArray dot(NdArray a, NdArray b, DotOption... options) {
        Option.requireDistinct("dot", options);
        NdArray out = null;
        for (DotOption option : options) {
            out = switch (option) {
                case Out(NdArray array) -> array;
            };
        }
        if (out == null && isMatrix(a) && isMatrix(b)) {
            return MATMUL.call(a, b);
        }
        int last = b.ndim() < 2 ? b.ndim() - 1 : b.ndim() - 2;
        return a.ndim() == 0 || b.ndim() == 0
                ? sum("dot", a, new int[0], b, new int[0], out)
                : sum("dot", a, new int[]{a.ndim() - 1}, b, new int[]{last}, out);
    }

    /** Whether it is a matrix or vector of numbers: of such, dot is matmul. */
    private static boolean isMatrix(NdArray array) {
        return (array.ndim() == 1 || array.ndim() == 2) && !(array.dtype() instanceof TimeType);
    }

    /**
     * Sums products along pairs of axes. The result has the other axes of {@code a}, then those of {@code b}.
     *
     * @param aAxes from 0, none twice
     * @param bAxes as many
     * @param out of exactly the result's type and shape, row-major, as NumPy wants it; or null
     * @throws DTypeException if there is no such sum: of points in time
     */
    public static NdArray sum(String operation, NdArray a, int[] aAxes, NdArray b, int[] bAxes,
            @Nullable NdArray out) {
        int[] left = IntStream.range(0, a.ndim()).toArray();
        int[] right = IntStream.range(a.ndim(), a.ndim() + b.ndim()).toArray();
        for (int i = 0; i < aAxes.length; i++) {
            right[bAxes[i]] = aAxes[i];
        }
        int[] result = IntStream.concat(
                Arrays.stream(left).filter(label -> Arrays.stream(right).noneMatch(other -> other == label)),
                Arrays.stream(right).filter(label -> label >= a.ndim())).toArray();
        DType type = type(operation, a, b);
        if (out != null && !(out.dtype().equals(type) && out.isCContiguous())) {
            throw new IllegalArgumentException(operation + ": out is " + out.dtype() + " with strides "
                    + Arrays.toString(out.strides()) + ", it must be " + type
                    + " and row-major; give such an array, or copy the result");
        }
        NdArray sum = Contraction.of(operation, new Term(counts(a), left), new Term(counts(b), right), result,
                type instanceof TimeType ? DType.INT64 : type, out == null ? null : counts(out));
        return out != null ? out : type instanceof TimeType ? NdArray.of(sum.storage(), type, sum.layout()) : sum;
    }

    /**
     * The type of such sums. NumPy multiplies durations as the integers that they are stored as, and forgets their
     * unit.
     *
     * @throws DTypeException if there are none: of points in time
     */
    public static DType type(String operation, NdArray a, NdArray b) {
        DType type = Promotion.nativeOf(Promotion.promoteTypes(a.dtype(), b.dtype()));
        if (type.kind() == 'M') {
            throw new DTypeException(operation + ": points in time cannot be multiplied; subtract one from all");
        }
        return type instanceof TimeType ? TimeType.timedelta64(TimeUnit.GENERIC) : type;
    }

    /** Durations as integers; other arrays as they are. */
    public static NdArray counts(NdArray array) {
        return !(array.dtype() instanceof TimeType type) ? array : NdArray.of(array.storage(),
                DType.INT64.withOrder(type.order()), array.layout(), array.isWriteable());
    }
}
