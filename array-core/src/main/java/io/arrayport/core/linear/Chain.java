package io.arrayport.core.linear;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.error.ShapeException;
import io.arrayport.core.ndarray.DotOption;
import io.arrayport.core.ndarray.NdArray;

/** {@code np.linalg.multi_dot}: a product of many matrices, two at a time in the order that multiplies least. */
public final class Chain {
    private static final String NAME = "multiDot";
    private static final DotOption[] NONE = {};

    private final List<NdArray> matrices;
    /** Of the product of matrices from the first index to the second: the last one of its left factor. */
    private final int[][] splits;

    private Chain(List<NdArray> matrices) {
        this.matrices = matrices;
        splits = splits(matrices);
    }

    /** A vector at the beginning is a row, one at the end a column; the result has no axis of theirs. */
    public static NdArray of(List<NdArray> arrays, DotOption... options) {
        int count = arrays.size();
        if (count < 2) {
            throw new ShapeException(NAME + ": a product has two factors or more, not " + count);
        }
        if (count == 2) {
            return arrays.getFirst().dot(arrays.getLast(), options);
        }
        boolean row = arrays.getFirst().ndim() == 1;
        boolean column = arrays.getLast().ndim() == 1;
        List<NdArray> matrices = new ArrayList<>(arrays);
        if (row) {
            matrices.set(0, arrays.getFirst().expandDims(0));
        }
        if (column) {
            matrices.set(count - 1, arrays.getLast().expandDims(1));
        }
        for (int i = 0; i < count; i++) {
            if (matrices.get(i).ndim() != 2) {
                throw new ShapeException(NAME + ": operand " + i + " has shape " + arrays.get(i).shape()
                        + ", it must be a matrix" + (i == 0 || i == count - 1 ? " or a vector" : ""));
            }
        }
        NdArray product = new Chain(matrices).product(0, count - 1, options);
        return row && column ? product.reshape() : row || column ? product.reshape(product.size()) : product;
    }

    /** By dynamic programming over the lengths of parts, as Cormen et al. have it. */
    private static int[][] splits(List<NdArray> matrices) {
        int count = matrices.size();
        double[][] costs = new double[count][count];
        int[][] splits = new int[count][count];
        for (int length = 1; length < count; length++) {
            for (int from = 0; from + length < count; from++) {
                int to = from + length;
                costs[from][to] = Double.POSITIVE_INFINITY;
                for (int split = from; split < to; split++) {
                    double cost = costs[from][split] + costs[split + 1][to] + (double) matrices.get(from).shape().dim(0)
                            * matrices.get(split).shape().dim(1) * matrices.get(to).shape().dim(1);
                    if (cost < costs[from][to]) {
                        costs[from][to] = cost;
                        splits[from][to] = split;
                    }
                }
            }
        }
        return splits;
    }

    private NdArray product(int from, int to, DotOption... options) {
        int split = splits[from][to];
        NdArray left = factor(from, split);
        try {
            NdArray right = factor(split + 1, to);
            try {
                return left.dot(right, options);
            } finally {
                close(right, split + 1, to);
            }
        } finally {
            close(left, from, split);
        }
    }

    private NdArray factor(int from, int to) {
        return from == to ? matrices.get(from) : product(from, to, NONE);
    }

    private static void close(NdArray factor, int from, int to) {
        if (from != to) {
            factor.close();
        }
    }
}
