package io.arrayport.core.series;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.ReduceOption;
import io.arrayport.core.ndarray.Temporaries;
import io.arrayport.core.ndarray.UfuncOption;
import io.arrayport.core.numeric.Steps;

/** Values of series, whose coefficients lie along the first axis; the other axes are series beside each other. */
public record Evaluation(Basis basis) {
    /**
     * The values at {@code x}.
     *
     * @param tensor whether each series is evaluated at every x, else series and numbers are broadcast
     */
    public NdArray values(NdArray x, NdArray c, boolean tensor) {
        try (Scope scope = Scope.open()) {
            return scope.keep(clenshaw(x, series(basis.prefix() + "val", c, tensor ? x.ndim() : 0)));
        }
    }

    private static NdArray series(String operation, NdArray c, int axes) {
        NdArray numbers = inexact(operation, c.ndim() == 0 ? c.reshape(1) : c);
        if (numbers.shape().dim(0) == 0) {
            throw new IndexException(operation + ": there are no coefficients, of shape " + c.shape());
        }
        return expanded(numbers, 0, axes);
    }

    /** The same with axes of length 1, so many before the first and behind the last. */
    private static NdArray expanded(NdArray array, int before, int behind) {
        long[] dims = new long[before + array.ndim() + behind];
        for (int i = 0; i < dims.length; i++) {
            boolean own = i >= before && i < before + array.ndim();
            dims[i] = own ? array.shape().dim(i - before) : 1;
        }
        return array.reshape(dims);
    }

    /** Whole numbers and bools as float64. */
    static NdArray inexact(String operation, NdArray a) {
        return switch (a.dtype().kind()) {
            case 'f', 'c' -> a;
            case 'b', 'i', 'u' -> a.astype(DType.FLOAT64);
            default -> throw new DTypeException(operation + ": " + a.dtype()
                    + " is no type of numbers; convert with astype(...)");
        };
    }

    /** In NumPy's order, whose powers alone begin with a multiple of x: so they are NaN where it is infinite. */
    private NdArray clenshaw(NdArray x, NdArray c) {
        int last = Math.toIntExact(c.shape().dim(0)) - 1;
        NdArray one = c.get(last);
        if (last == 0 || basis == Basis.POWER) {
            one = Steps.ADD.call(one, Steps.MULTIPLY.call(x, 0));
        }
        NdArray factor = x;
        NdArray two = null;
        for (int k = last - 1; k >= 0; k--) {
            if (k == last - 1 || !isAlike(k, k + 1)) {
                Temporaries.closeUnless(x, factor);
                factor = factor(k, x);
            }
            NdArray next = Steps.MULTIPLY.call(one, factor);
            double before = basis.before(k + 1);
            NdArray rest = two == null || before == 0 ? c.get(k) : less(c.get(k), two, before, own(c, two));
            Steps.ADD.call(next, rest, new Out(next));
            if (two != null) {
                Temporaries.closeUnless(c, two);
            }
            two = one;
            one = next;
        }
        return one;
    }

    /** What may be written over: no view of the coefficients. */
    private static UfuncOption[] own(NdArray c, NdArray array) {
        return array.storage() == c.storage() ? new UfuncOption[0] : new UfuncOption[]{new Out(array)};
    }

    private static NdArray less(NdArray row, NdArray two, double before, UfuncOption... into) {
        NdArray product = before == 1 ? two : Steps.MULTIPLY.call(two, before, into);
        return Steps.SUBTRACT.call(row, product, into);
    }

    private boolean isAlike(int k, int other) {
        return basis.slope(k) == basis.slope(other) && basis.constant(k) == basis.constant(other);
    }

    /** {@code constant[k] + slope[k] x}: x itself, or new. */
    private NdArray factor(int k, NdArray x) {
        double slope = basis.slope(k);
        double constant = basis.constant(k);
        if (slope == 1 && constant == 0) {
            return x;
        }
        NdArray scaled = Steps.MULTIPLY.call(x, slope);
        return constant == 0 ? scaled : Steps.ADD.call(scaled, constant, new Out(scaled));
    }

    /** {@code (constant[k] + slope[k] x) y}, new. */
    private NdArray times(int k, NdArray x, NdArray y) {
        NdArray factor = factor(k, x);
        try {
            return Steps.MULTIPLY.call(y, factor);
        } finally {
            Temporaries.closeUnless(x, factor);
        }
    }

    /** The values at points of several coordinates, which are broadcast against none: all have one shape. */
    public NdArray atPoints(NdArray c, List<NdArray> points) {
        NdArray first = points.getFirst();
        for (NdArray point : points) {
            if (!point.shape().equals(first.shape())) {
                throw new ShapeException(basis.prefix() + "val" + points.size() + "d: coordinates have shapes "
                        + first.shape() + " and " + point.shape() + ", they must be the same");
            }
        }
        return nested(c, points, false);
    }

    /** The values at all points of the grid of these coordinates. */
    public NdArray onGrid(NdArray c, List<NdArray> points) {
        return nested(c, points, true);
    }

    private NdArray nested(NdArray c, List<NdArray> points, boolean grid) {
        try (Scope scope = Scope.open()) {
            NdArray values = c;
            for (int i = 0; i < points.size(); i++) {
                values = values(points.get(i), values, grid || i == 0);
            }
            return scope.keep(values);
        }
    }

    /** The values of the polynomials themselves up to a degree, along a new last axis. */
    public NdArray vander(NdArray x, int deg) {
        Degree.require(basis.prefix() + "vander: deg", deg, 0, Degree.MOST);
        try (Scope scope = Scope.open()) {
            NdArray at = inexact(basis.prefix() + "vander", x.ndim() == 0 ? x.reshape(1) : x);
            long[] dims = new long[at.ndim() + 1];
            dims[0] = deg + 1L;
            System.arraycopy(at.shape().toArray(), 0, dims, 1, at.ndim());
            NdArray rows = Temporaries.empty(x, Promotion.nativeOf(at.dtype()), Shape.of(dims));
            rows.get(0).fill(1);
            for (int k = 0; k < deg; k++) {
                NdArray row = rows.get(k + 1);
                try (NdArray product = times(k, at, rows.get(k))) {
                    row.set(product);
                }
                if (k > 0 && basis.before(k) != 0) {
                    try (NdArray before = Steps.MULTIPLY.call(rows.get(k - 1), basis.before(k))) {
                        Steps.SUBTRACT.call(row, before, new Out(row));
                    }
                }
            }
            return scope.keep(rows).transpose(lastFirst(dims.length));
        }
    }

    private static int[] lastFirst(int ndim) {
        int[] axes = new int[ndim];
        for (int i = 0; i < ndim; i++) {
            axes[i] = (i + 1) % ndim;
        }
        return axes;
    }

    /** The products of values of the polynomials in several coordinates, in a row along a new last axis. */
    public NdArray vander(List<NdArray> points, int[] degrees) {
        String operation = basis.prefix() + "vander" + points.size() + "d";
        if (degrees.length != points.size()) {
            throw new ShapeException(operation + ": deg has " + degrees.length + " degrees for " + points.size()
                    + " coordinates; give one for each");
        }
        try (Scope scope = Scope.open()) {
            NdArray product = null;
            DType common = points.stream().map(NdArray::dtype).reduce(Promotion::promoteTypes).orElseThrow();
            for (int i = 0; i < degrees.length; i++) {
                NdArray point = points.get(i);
                if (!point.shape().equals(points.getFirst().shape())) {
                    throw new ShapeException(operation + ": coordinates have shapes " + points.getFirst().shape()
                            + " and " + point.shape() + ", they must be the same");
                }
                NdArray values = vander(inexact(operation, point.astype(common)), degrees[i]);
                long[] dims = new long[values.ndim() - 1 + degrees.length];
                Arrays.fill(dims, 1);
                System.arraycopy(values.shape().toArray(), 0, dims, 0, values.ndim() - 1);
                dims[values.ndim() - 1 + i] = degrees[i] + 1L;
                NdArray apart = values.reshape(dims);
                product = product == null ? apart : Steps.MULTIPLY.call(product, apart);
            }
            NdArray all = Objects.requireNonNull(product);
            long[] flat = Arrays.copyOf(all.shape().toArray(), all.ndim() - degrees.length + 1);
            flat[flat.length - 1] = -1;
            return scope.keep(all.reshape(flat));
        }
    }

    /** The product of the distances of x from zeros, which lie along the first axis. */
    public static NdArray fromRoots(NdArray x, NdArray r, boolean tensor) {
        String operation = "polyvalfromroots";
        try (Scope scope = Scope.open()) {
            NdArray zeros = inexact(operation, r.ndim() == 0 ? r.reshape(1) : r);
            if (!tensor && x.ndim() > 0 && x.ndim() >= zeros.ndim()) {
                throw new ShapeException(operation + ": x has " + x.ndim() + " axes, r " + zeros.ndim()
                        + "; without tensor r must have more");
            }
            NdArray apart = Steps.SUBTRACT.call(x, expanded(zeros, 0, tensor ? x.ndim() : 0));
            ReduceOption first = new Axis(List.of(0));
            return scope.keep(apart.prod(first));
        }
    }
}
