package io.arrayport.snippets;

// @start region="fused"
import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.*;

import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.FusedFunction;
import io.arrayport.core.ndarray.NdArray;

public class NpFused {
    // What one would write for arrays: computed at once, in blocks that stay in the cache
    static final FusedFunction.Unary SOFTMAX = np.fuse(x -> {
        var bell = np.exp(x.subtract(x.max(axis(-1), keepdims(true))));
        return bell.divide(bell.sum(axis(-1), keepdims(true)));
    });
    static final FusedFunction.Ternary STEP = np.fuse((w, g, rate) -> w.subtract(g.multiply(rate)));

    public static void main(String[] args) {
        try (Scope _ = np.scope()) {
            NdArray w = np.arange(6, np.float32).reshape(2, 3);
            System.out.println(SOFTMAX.call(w));
            System.out.println(STEP.call(w, np.onesLike(w), 0.5, out(w)));
        }
    }
}
// @end
