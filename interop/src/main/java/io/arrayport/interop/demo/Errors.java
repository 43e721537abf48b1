package io.arrayport.interop.demo;

import io.arrayport.core.ndarray.NdArray;

/** Absolute errors on held-out rows, of the model and of a constant. */
final class Errors {
    private final double constant;
    private double model;
    private double baseline;
    private long rows;

    Errors(double constant) {
        this.constant = constant;
    }

    /**
     * @param first number of the first row in the file
     * @param actual what happened, shape (n,)
     * @param predicted what the model said, shape (n,)
     */
    void add(long first, NdArray actual, NdArray predicted) {
        for (long i = 0; i < actual.size(); i++) {
            if (HeldOut.is(first + i)) {
                double truth = actual.getDouble(i);
                model += Math.abs(predicted.getDouble(i) - truth);
                baseline += Math.abs(constant - truth);
                rows++;
            }
        }
    }

    long rows() {
        return rows;
    }

    double model() {
        return model / rows;
    }

    double baseline() {
        return baseline / rows;
    }
}
