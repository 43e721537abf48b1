package io.arrayport.snippets;

// @start region="np"
import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.*;

import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;

public class NpTour {
    public static void main(String[] args) {
        try (Scope _ = np.scope()) { // closes what is made in it
            NdArray a = np.arange(12, np.float32).reshape(3, 4);
            NdArray b = np.sqrt(a.add(1)).get("1:, ::-1"); // or get(slice(1, null), slice(null, null, -1))
            NdArray s = np.sum(a, axis(1), keepdims(true));
            NdArray t = np.add.reduce(a, axis(0)); // a ufunc is a field, its call a method of the same name
            a.addi(b.get(0)); // in place
            a.set(0, all(), index(2));
            System.out.println(a);
            System.out.println(s.T() + " " + t + " " + np.mean(a).toDouble());
        }
    }
}
// @end
