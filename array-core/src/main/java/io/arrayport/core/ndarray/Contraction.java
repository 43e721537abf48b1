package io.arrayport.core.ndarray;

import java.util.Arrays;
import java.util.function.IntPredicate;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ufunc.Products;
import io.arrayport.core.ufunc.Ufuncs;
import org.jspecify.annotations.Nullable;

/**
 * Sums of products along axes that two arrays share: what dot, inner, tensordot and einsum are made of. Axes are known
 * by labels. One of both arrays and of the result numbers products of matrices, one of both arrays alone is summed, the
 * others are the rows and columns; so each such sum is one call of matmul, on views wherever strides can say them.
 */
public final class Contraction {
    private static final ProductUfunc MATMUL = new ProductUfunc(Products.MATMUL);
    private static final BinaryUfunc ADD = new BinaryUfunc(Ufuncs.ADD);
    private static final BinaryUfunc MULTIPLY = new BinaryUfunc(Ufuncs.MULTIPLY);
    private static final CastingOption UNSAFE = new CastingOption(Casting.UNSAFE);

    private final Term a;
    private final Term b;
    private final int[] stack;
    private final int[] rows;
    private final int[] columns;
    private final int[] summed;

    /**
     * An operand.
     *
     * @param labels one for each axis, none twice
     */
    public record Term(NdArray array, int[] labels) {
        boolean has(int label) {
            return axis(label) >= 0;
        }

        int axis(int label) {
            return find(labels, label);
        }

        long dim(int label) {
            return array.shape().dim(axis(label));
        }

        long count(int[] group) {
            long count = 1;
            for (int label : group) {
                count = Math.multiplyExact(count, dim(label));
            }
            return count;
        }
    }

    private Contraction(Term a, Term b, int[] result) {
        this.a = a;
        this.b = b;
        stack = pick(result, label -> a.has(label) && b.has(label));
        rows = pick(result, label -> a.has(label) && !b.has(label));
        columns = pick(result, label -> !a.has(label));
        summed = pick(a.labels(), label -> b.has(label) && find(result, label) < 0);
    }

    /**
     * Multiplies, and sums along the labels that {@code result} lacks, which both operands must have.
     *
     * @param operation named in errors
     * @param type what is computed in
     * @param out of any type, which results are converted to, or null
     * @return {@code out}, or a new array of {@code type}, row-major
     * @throws ShapeException if an axis of one label has two lengths, or {@code out} has another shape
     */
    public static NdArray of(String operation, Term a, Term b, int[] result, DType type, @Nullable NdArray out) {
        for (int label : a.labels()) {
            if (b.has(label) && a.dim(label) != b.dim(label)) {
                throw new ShapeException(operation + ": operand 0 has shape " + a.array().shape() + ", operand 1 has "
                        + b.array().shape() + ": axis " + a.axis(label) + " of the one and axis " + b.axis(label)
                        + " of the other are multiplied, so their lengths must be the same");
            }
        }
        long[] dims = new long[result.length];
        Arrays.setAll(dims, i -> (a.has(result[i]) ? a : b).dim(result[i]));
        Shape shape = Shape.of(dims);
        if (out != null) {
            if (!out.shape().equals(shape)) {
                throw new ShapeException(operation + ": out has shape " + out.shape() + ", the result has " + shape);
            }
            new Contraction(a, b, result).into(out, result, type);
            return out;
        }
        return Temporaries.finished(Temporaries.empty(a.array(), type, shape),
                fresh -> new Contraction(a, b, result).into(fresh, result, type));
    }

    private void into(NdArray out, int[] result, DType type) {
        if (summed.length == 0 && stack.length > 0) {
            MULTIPLY.call(beside(a, result), beside(b, result), new Out(out), new DtypeOption(type), UNSAFE);
            if (type.kind() == 'f' || type.kind() == 'c') {
                ADD.call(out, 0, new Out(out)); // a sum of one product: it is never -0
            }
            return;
        }
        long m = a.count(rows);
        long n = b.count(columns);
        long k = a.count(summed);
        NdArray ordered = out.transpose(axes(result, stack, rows, columns));
        Layout matrix = ordered.layout().reshape(Shape.of(dims(a, m, n)), out.itemsize()).orElse(null);
        NdArray left = a.array().transpose(axes(a.labels(), stack, rows, summed)).reshape(dims(a, m, k));
        try {
            NdArray right = b.array().transpose(axes(b.labels(), stack, summed, columns)).reshape(dims(b, k, n));
            try {
                if (matrix != null) {
                    MATMUL.call(left, right, new Out(out.view(matrix)), new DtypeOption(type), UNSAFE);
                } else {
                    try (NdArray product = MATMUL.call(left, right, new DtypeOption(type), UNSAFE)) {
                        Assignment.copyto(ordered, product.reshape(ordered.shape().toArray()), UNSAFE);
                    }
                }
            } finally {
                Temporaries.closeUnless(b.array(), right);
            }
        } finally {
            Temporaries.closeUnless(a.array(), left);
        }
    }

    /** The operand with its axes where the result has them, and axes of length 1 for those that it lacks. */
    private static NdArray beside(Term term, int[] result) {
        int[] own = pick(result, term::has);
        NdArray view = term.array().transpose(axes(term.labels(), own));
        for (int i = 0; i < result.length; i++) {
            if (!term.has(result[i])) {
                view = view.expandDims(i);
            }
        }
        return view;
    }

    /** The stack of matrices that an operand is. */
    private long[] dims(Term of, long rows, long columns) {
        long[] dims = new long[stack.length + 2];
        for (int i = 0; i < stack.length; i++) {
            dims[i] = of.dim(stack[i]);
        }
        dims[stack.length] = rows;
        dims[stack.length + 1] = columns;
        return dims;
    }

    /** Where the groups' labels stand, one behind another. */
    private static int[] axes(int[] labels, int[]... groups) {
        int count = 0;
        for (int[] group : groups) {
            count += group.length;
        }
        int[] axes = new int[count];
        int at = 0;
        for (int[] group : groups) {
            for (int label : group) {
                axes[at++] = find(labels, label);
            }
        }
        return axes;
    }

    private static int[] pick(int[] labels, IntPredicate which) {
        int[] picked = new int[labels.length];
        int count = 0;
        for (int label : labels) {
            if (which.test(label)) {
                picked[count++] = label;
            }
        }
        return Arrays.copyOf(picked, count);
    }

    private static int find(int[] labels, int label) {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == label) {
                return i;
            }
        }
        return -1;
    }
}
