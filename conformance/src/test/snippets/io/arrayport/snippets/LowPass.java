package io.arrayport.snippets;

// @start region="program"
import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.*;

import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.ConvolveMode;
import io.arrayport.core.ndarray.NdArray;

public class LowPass {
    public static void main(String[] args) {
        try (Scope _ = np.scope()) {
            NdArray n = np.arange(-32, 33);
            NdArray taps = np.sinc(n.multiply(0.2)).multiply(np.hamming(65)); // passes what is below 20 Hz of 200
            taps.dividei(taps.sum());

            NdArray t = np.arange(400).divide(200.0);
            NdArray clean = np.sin(t.multiply(2 * Math.PI * 3));
            NdArray noisy = clean.add(np.sin(t.multiply(2 * Math.PI * 60)).multiply(0.5));
            NdArray filtered = np.convolve(noisy, taps, ConvolveMode.SAME);

            NdArray inner = np.abs(filtered.subtract(clean)).get("40:-40");
            System.out.println("off by at most " + np.round(inner.max(), 4) + ", was "
                    + np.round(np.abs(noisy.subtract(clean)).max(), 4));
            NdArray crossings = np.flatnonzero(np.diff(np.signbit(filtered)));
            System.out.println("crosses 0 at " + t.get(crossings));
        }
    }
}
// @end
