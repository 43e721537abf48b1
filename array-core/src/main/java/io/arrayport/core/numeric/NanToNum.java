package io.arrayport.core.numeric;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FloatFormat;
import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NanToNumOption;
import io.arrayport.core.ndarray.NanToNumOption.Nan;
import io.arrayport.core.ndarray.NanToNumOption.Neginf;
import io.arrayport.core.ndarray.NanToNumOption.Posinf;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.CopyOption;
import io.arrayport.core.ndarray.UfuncOption;
import org.jspecify.annotations.Nullable;

/** Numbers in the place of NaN and infinity. */
public final class NanToNum {
    private static final UfuncOption[] NONE = {};

    private NanToNum() {}

    /** {@code np.nan_to_num}. */
    public static NdArray replace(NdArray x, NanToNumOption... options) {
        Option.requireDistinct("nanToNum", options);
        boolean copy = true;
        Object nan = 0;
        Object posinf = null;
        Object neginf = null;
        for (NanToNumOption option : options) {
            switch (option) {
                case CopyOption(Boolean given) -> copy = given != null && given;
                case Nan(Object given) -> nan = given;
                case Posinf(Object given) -> posinf = given;
                case Neginf(Object given) -> neginf = given;
            }
        }
        if (!Steps.isInexact(x.dtype())) {
            return copy ? x.astype(x.dtype()) : x;
        }
        if (!copy && !x.isWriteable()) {
            throw new ReadOnlyException("nanToNum: x is read-only; leave out copy(false)");
        }
        try (Scope scope = Scope.open()) {
            NdArray result = copy ? x.astype(x.dtype()) : x;
            replace(result.real(), nan, posinf, neginf);
            if (x.dtype().kind() == 'c') {
                replace(result.imag(), nan, posinf, neginf);
            }
            return scope.keep(result);
        }
    }

    private static void replace(NdArray part, Object nan, @Nullable Object posinf, @Nullable Object neginf) {
        double most = greatest(part.dtype());
        NdArray isNan = Steps.ISNAN.call(part);
        NdArray isInf = Steps.ISINF.call(part);
        NdArray isNegative = Steps.SIGNBIT.call(part);
        NdArray isNeginf = Steps.AND.call(isInf, isNegative, NONE);
        NdArray isPosinf = Steps.GREATER.call(isInf, isNegative, NONE);
        Steps.put(part, nan, isNan);
        Steps.put(part, posinf == null ? most : posinf, isPosinf);
        Steps.put(part, neginf == null ? -most : neginf, isNeginf);
    }

    /** The greatest finite number. */
    private static double greatest(DType type) {
        return switch (((FloatType) type).format()) {
            case FloatFormat.BINARY16 -> 65504;
            case FloatFormat.BFLOAT16 -> 0x1.FEp127;
            case FloatFormat.BINARY32 -> Float.MAX_VALUE;
            case FloatFormat.BINARY64 -> Double.MAX_VALUE;
        };
    }
}
