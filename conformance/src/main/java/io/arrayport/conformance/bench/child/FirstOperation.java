package io.arrayport.conformance.bench.child;

import io.arrayport.core.Np;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;

/** What a new process does first: makes two arrays of a million numbers and adds them. Prints nanoseconds. */
public final class FirstOperation {
    private static final int N = 1_000_000;

    private FirstOperation() {}

    /** @param args none */
    public static void main(String[] args) {
        long start = System.nanoTime();
        Shape shape = Shape.of(N);
        Np np = Np.np;
        long ready = System.nanoTime();
        NdArray numbers = np.arange(N, np.float64);
        NdArray ones = np.ones(shape, np.float64);
        long made = System.nanoTime();
        NdArray sum = np.add(numbers, ones);
        long done = System.nanoTime();
        if (sum.getDouble(N - 1) != N) {
            throw new AssertionError("first: the last sum is " + sum.getDouble(N - 1));
        }
        System.out.println(ready - start + " " + (made - ready) + " " + (done - made));
    }
}
