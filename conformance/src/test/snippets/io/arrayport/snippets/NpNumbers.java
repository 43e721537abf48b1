package io.arrayport.snippets;

// @start region="numbers"
import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.*;
import static io.arrayport.core.backend.FloatErrors.Action.RAISE;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.FloatingPointException;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.ArrayPair;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.QuantileMethod;

public class NpNumbers {
    public static void main(String[] args) {
        try (Scope _ = np.scope()) {
            NdArray a = np.array(7.5, -2, 3, 40);
            ArrayPair parts = np.divmod(a, 4); // a ufunc of two outputs: out(first, second) writes to two arrays
            System.out.println(parts.first() + " " + parts.second());
            System.out.println(np.hypot(a, 4, where(np.greater(a, 0)), out(np.zeros(shape(4)))));
            System.out.println(np.median(a) + " " + np.percentile(a, 90, method(QuantileMethod.LOWER)));

            NdArray days = np.array(20_000L, 20_045L).astype(DType.of("M8[D]")); // datetime64[D]
            NdArray shift = np.array(36L).astype(DType.of("m8[h]")); // timedelta64[h]
            System.out.println(days.add(shift) + " " + days.astype(DType.of("M8[M]")));

            try (var _ = np.errstate(divide(RAISE))) { // on this thread; without it nothing is looked for
                np.divide(a, 0);
            } catch (FloatingPointException error) {
                System.out.println(error.getMessage());
            }
        }
    }
}
// @end
