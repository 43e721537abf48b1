package io.arrayport.core;

import io.arrayport.core.ndarray.NanToNumOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.OutOption;
import io.arrayport.core.ndarray.UnaryUfunc;
import io.arrayport.core.numeric.NanToNum;
import io.arrayport.core.ufunc.Ufuncs;

/** Numbers near to those that there are. */
public sealed interface Rounding permits Np {
    /** See {@link NdArray#round(OutOption...)}. */
    default NdArray round(NdArray a, OutOption... out) {
        return a.round(out);
    }

    /** See {@link NdArray#round(int, OutOption...)}. */
    default NdArray round(NdArray a, int decimals, OutOption... out) {
        return a.round(decimals, out);
    }

    /** {@link #round(NdArray, OutOption...)} by its older name. */
    default NdArray around(NdArray a, OutOption... out) {
        return a.round(out);
    }

    /** {@link #round(NdArray, int, OutOption...)} by its older name. */
    default NdArray around(NdArray a, int decimals, OutOption... out) {
        return a.round(decimals, out);
    }

    /** The whole numbers next to elements towards 0: {@code np.trunc} by its older name. */
    default NdArray fix(NdArray x, OutOption... out) {
        return new UnaryUfunc(Ufuncs.TRUNC).call(x, OutOption.of("fix", out));
    }

    /**
     * Numbers in the place of NaN (0 unless told) and of the infinities (the greatest and least numbers of the type).
     *
     * @return new in the order of {@code x}, or with {@code copy(false)} {@code x} itself
     * @throws io.arrayport.core.error.ReadOnlyException if that may not be written
     */
    default NdArray nanToNum(NdArray x, NanToNumOption... options) {
        return NanToNum.replace(x, options);
    }
}
