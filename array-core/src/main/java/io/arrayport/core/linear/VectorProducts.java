package io.arrayport.core.linear;

import java.util.Arrays;

import io.arrayport.core.dtype.Order;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.BinaryUfunc;
import io.arrayport.core.ndarray.Dot;
import io.arrayport.core.ndarray.DotOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.OrderOption;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Temporaries;
import io.arrayport.core.ndarray.UfuncOption;
import io.arrayport.core.ndarray.VecdotUfunc;
import io.arrayport.core.ufunc.Products;
import io.arrayport.core.ufunc.Ufuncs;

/** Products of vectors, and of arrays that are taken for vectors. */
public final class VectorProducts {
    static final BinaryUfunc MULTIPLY = new BinaryUfunc(Ufuncs.MULTIPLY);
    private static final VecdotUfunc VECDOT = new VecdotUfunc(Products.VECDOT);

    private VectorProducts() {}

    /** {@code np.vdot}. */
    public static NdArray vdot(NdArray a, NdArray b) {
        if (a.size() != b.size()) {
            throw new ShapeException("vdot: operand 0 has shape " + a.shape() + ", operand 1 has " + b.shape()
                    + ": their elements are multiplied one by one, so there must be as many");
        }
        if (areVectors(a, b, "biuf")) {
            return a.dot(b);
        }
        if (areVectors(a, b, "c")) {
            return VECDOT.call(a, b);
        }
        NdArray left = a.ravel();
        try {
            NdArray right = b.ravel();
            try {
                int[] vector = {0};
                return Promotion.promoteTypes(a.dtype(), b.dtype()).kind() == 'c' ? VECDOT.call(left, right)
                        : Dot.sum("vdot", left, vector, right, vector, null);
            } finally {
                Temporaries.closeUnless(b, right);
            }
        } finally {
            Temporaries.closeUnless(a, left);
        }
    }

    /** Whether both are vectors of one of these kinds: there is nothing to be found out about them. */
    private static boolean areVectors(NdArray a, NdArray b, String kinds) {
        return a.ndim() == 1 && b.ndim() == 1 && a.dtype().equals(b.dtype()) && kinds.indexOf(a.dtype().kind()) >= 0;
    }

    /** {@code np.inner}. */
    public static NdArray inner(NdArray a, NdArray b) {
        if (areVectors(a, b, "biufc") && a.size() == b.size()) {
            return a.dot(b);
        }
        boolean number = a.ndim() == 0 || b.ndim() == 0;
        return Dot.sum("inner", a, number ? new int[0] : new int[]{a.ndim() - 1}, b,
                number ? new int[0] : new int[]{b.ndim() - 1}, null);
    }

    /** {@code np.outer}. */
    public static NdArray outer(NdArray a, NdArray b, DotOption... options) {
        Option.requireDistinct("outer", options);
        UfuncOption[] out = Arrays.stream(options).map(option -> switch (option) {
            case Out given -> (UfuncOption) given;
        }).toArray(UfuncOption[]::new);
        NdArray left = a.reshape(a.size(), 1);
        try {
            NdArray right = b.reshape(1, b.size());
            try {
                return MULTIPLY.call(left, right, out);
            } finally {
                Temporaries.closeUnless(b, right);
            }
        } finally {
            Temporaries.closeUnless(a, left);
        }
    }

    /** {@code np.kron}: each element of {@code a} times all of {@code b}, in its place. */
    public static NdArray kron(NdArray a, NdArray b) {
        int ndim = Math.max(a.ndim(), b.ndim());
        NdArray blocks = spread(a, ndim, 0);
        NdArray inside = spread(b, ndim, 1);
        long[] dims = new long[ndim];
        Arrays.setAll(dims, axis -> blocks.shape().dim(2 * axis) * inside.shape().dim(2 * axis + 1));
        NdArray products = MULTIPLY.call(blocks, inside, new OrderOption(Order.C));
        return NdArray.of(products.storage(), products.dtype(),
                Layout.contiguous(Shape.of(dims), products.itemsize()));
    }

    /** Every other axis of the view is one of the array's, from {@code first} on; the rest have length 1. */
    private static NdArray spread(NdArray array, int ndim, int first) {
        NdArray view = array;
        for (int axis = array.ndim(); axis < ndim; axis++) {
            view = view.expandDims(0);
        }
        for (int axis = 0; axis < ndim; axis++) {
            view = view.expandDims(2 * axis + 1 - first);
        }
        return view;
    }
}
