package io.arrayport.conformance.golden;

import static io.arrayport.core.Np.np;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ufunc.Lambda;
import org.jspecify.annotations.Nullable;

/** {@code np.vectorize} of a function that a case names: Python finds its types by a call, Java is told them. */
final class Vectorizing {
    private Vectorizing() {}

    /** @param arguments a function of a list of elements, then the arrays that it is called for */
    static NdArray call(List<?> arguments) {
        if (!(arguments.getFirst() instanceof Function<?, ?> given)) {
            throw new Unsupported("vectorize of " + arguments.getFirst());
        }
        @SuppressWarnings("unchecked")
        Function<List<?>, @Nullable Object> function = (Function<List<?>, @Nullable Object>) given;
        List<NdArray> arrays = arguments.stream().skip(1).map(NdArray.class::cast).toList();
        DType type = arrays.getFirst().dtype();
        Lambda lambda;
        if (type.equals(DType.FLOAT64)) {
            lambda = Lambda.doubles(arrays.size(), elements -> number(function.apply(Arrays.stream(elements).boxed()
                    .toList())).doubleValue());
        } else if (type.equals(DType.INT64)) {
            lambda = Lambda.longs(arrays.size(), elements -> number(function.apply(LongStream.of(elements).boxed()
                    .toList())).longValue());
        } else {
            throw new Unsupported("vectorize for " + type);
        }
        return np.vectorize(lambda).call(arrays);
    }

    private static Number number(@Nullable Object result) {
        return switch (result) {
            case NdArray array -> (Number) array.item();
            case Number number -> number;
            case null, default -> throw new Unsupported("vectorize of a function that gives " + result);
        };
    }
}
