package io.arrayport.snippets;

// @start region="program"
import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.*;

import java.util.List;

import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;

public class Rings {
    public static void main(String[] args) {
        try (Scope _ = np.scope()) {
            // Points of an inner and an outer ring, and which of the two each is of
            NdArray angle = np.linspace(0, 2 * Math.PI, num(200), endpoint(false));
            NdArray outer = np.remainder(np.arange(200), 2);
            NdArray radius = outer.add(1);
            NdArray x = np.stack(List.of(np.cos(angle).multiply(radius), np.sin(angle).multiply(radius)), axis(1));
            NdArray y = outer.get("..., None").astype(np.float64);

            NdArray w1 = np.sin(np.arange(1, 33)).reshape(2, 16);
            NdArray b1 = np.zeros(shape(16));
            NdArray w2 = np.cos(np.arange(1, 17)).reshape(16, 1).divide(4);
            NdArray b2 = np.zeros(shape(1));
            for (int step = 0; step <= 600; step++) {
                try (Scope _ = np.scope()) { // what a step makes ends with it; the weights change in place
                    NdArray hidden = np.tanh(np.matmul(x, w1).add(b1));
                    NdArray p = np.reciprocal(np.exp(np.negative(np.matmul(hidden, w2).add(b2))).add(1));
                    if (step % 200 == 0) {
                        NdArray likely = np.log(np.where(np.equal(y, 1), p, np.subtract(1, p)));
                        NdArray right = np.equal(np.greater(p, 0.5), y);
                        System.out.println("step " + step + ": loss " + np.round(np.negative(likely.mean()), 3)
                                + ", right " + np.mean(right));
                    }
                    NdArray error = p.subtract(y).divide(200);
                    NdArray back = np.matmul(error, w2.T()).multiply(np.subtract(1, np.square(hidden)));
                    w2.subtracti(np.matmul(hidden.T(), error).multiply(2));
                    b2.subtracti(error.sum(axis(0)).multiply(2));
                    w1.subtracti(np.matmul(x.T(), back).multiply(2));
                    b1.subtracti(back.sum(axis(0)).multiply(2));
                }
            }
        }
    }
}
// @end
