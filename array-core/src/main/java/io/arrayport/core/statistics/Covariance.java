package io.arrayport.core.statistics;

import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.Assignment;
import io.arrayport.core.ndarray.CorrelationOption;
import io.arrayport.core.ndarray.CovarianceOption;
import io.arrayport.core.ndarray.CovarianceOption.Aweights;
import io.arrayport.core.ndarray.CovarianceOption.Bias;
import io.arrayport.core.ndarray.CovarianceOption.Fweights;
import io.arrayport.core.ndarray.CovarianceOption.Rowvar;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Ddof;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.Keepdims;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Option.Weights;
import io.arrayport.core.ndarray.UnaryUfunc;
import io.arrayport.core.ufunc.Ufuncs;
import org.jspecify.annotations.Nullable;

/** {@code np.cov} and {@code np.corrcoef}: variables are rows here, observations columns. */
public final class Covariance {
    private static final UnaryUfunc CONJUGATE = new UnaryUfunc(Ufuncs.CONJUGATE);
    private static final UnaryUfunc RINT = new UnaryUfunc(Ufuncs.RINT);
    private static final Axis OBSERVATIONS = new Axis(List.of(1));

    private boolean rows = true;
    private @Nullable DType dtype;
    private double ddof = 1;
    private @Nullable NdArray fweights;
    private @Nullable NdArray aweights;

    private Covariance() {}

    /** {@code np.cov}. */
    public static NdArray cov(NdArray m, @Nullable NdArray y, CovarianceOption... options) {
        Option.requireDistinct("cov", options);
        Covariance asked = new Covariance();
        Double ddof = null;
        for (CovarianceOption option : options) {
            switch (option) {
                case Rowvar(boolean are) -> asked.rows = are;
                case Bias(boolean biased) -> asked.ddof = biased ? 0 : 1;
                case Ddof(double count) -> ddof = count;
                case Fweights(NdArray array) -> asked.fweights = array;
                case Aweights(NdArray array) -> asked.aweights = array;
                case DtypeOption(DType type) -> asked.dtype = type;
            }
        }
        if (ddof != null) {
            if (ddof != Math.rint(ddof)) {
                throw new IllegalArgumentException("cov: ddof must be a whole number, not " + ddof);
            }
            asked.ddof = ddof;
        }
        return asked.of("cov", m, y);
    }

    /** {@code np.corrcoef}. */
    public static NdArray corrcoef(NdArray x, @Nullable NdArray y, CorrelationOption... options) {
        Option.requireDistinct("corrcoef", options);
        Covariance asked = new Covariance();
        for (CorrelationOption option : options) {
            switch (option) {
                case Rowvar(boolean are) -> asked.rows = are;
                case DtypeOption(DType type) -> asked.dtype = type;
            }
        }
        return Compute.finished(asked.of("corrcoef", x, y), Covariance::correlate);
    }

    private static void correlate(NdArray c) {
        if (c.ndim() == 0) {
            Compute.DIVIDE.call(c, c, new Out(c));
            return;
        }
        boolean complex = c.dtype().kind() == 'c';
        NdArray real = complex ? Compute.part(c, 0) : c;
        try (NdArray deviations = Compute.SQRT.call(diagonal(real))) {
            Compute.DIVIDE.call(c, deviations.expandDims(1), new Out(c));
            Compute.DIVIDE.call(c, deviations, new Out(c));
        }
        bound(real);
        if (complex) {
            bound(Compute.part(c, 1));
        }
    }

    private static void bound(NdArray part) {
        try (NdArray between = part.clip(-1, 1)) {
            Assignment.copyto(part, between);
        }
    }

    private static NdArray diagonal(NdArray square) {
        Layout layout = square.layout();
        return NdArray.of(square.storage(), square.dtype(), Layout.of(Shape.of(layout.dim(0)),
                new long[]{layout.stride(0) + layout.stride(1)}, layout.offset()));
    }

    private NdArray of(String operation, NdArray m, @Nullable NdArray y) {
        for (NdArray one : y == null ? List.of(m) : List.of(m, y)) {
            if (one.ndim() > 2) {
                throw new ShapeException(operation + ": an operand has shape " + one.shape()
                        + "; variables and observations are two axes at most");
            }
        }
        DType type = dtype == null ? Promotion.promoteTypes(m.dtype(), DType.FLOAT64) : dtype;
        if (dtype == null && y != null) {
            type = Promotion.promoteTypes(type, y.dtype());
        }
        NdArray first = variables(m, rows || m.ndim() == 1);
        if (first.shape().dim(0) == 0) {
            return Compute.empty(m, DType.FLOAT64, Shape.of(0, 0));
        }
        try (NdArray all = together(operation, first, y == null ? null : variables(y, rows || isRow(y)), type);
                NdArray weights = weights(operation, all)) {
            return covariance(all, weights);
        }
    }

    private static boolean isRow(NdArray y) {
        return y.ndim() < 2 || y.shape().dim(0) == 1;
    }

    private static NdArray variables(NdArray array, boolean rows) {
        NdArray matrix = array;
        while (matrix.ndim() < 2) {
            matrix = matrix.expandDims(0);
        }
        return rows ? matrix : matrix.T();
    }

    /** A new array of all variables. */
    private static NdArray together(String operation, NdArray x, @Nullable NdArray y, DType type) {
        long own = x.shape().dim(0);
        long observations = x.shape().dim(1);
        if (y != null && y.shape().dim(1) != observations) {
            throw new ShapeException(operation + ": there are " + observations + " observations of the one, "
                    + y.shape().dim(1) + " of the other: shapes " + x.shape() + " and " + y.shape());
        }
        Shape shape = Shape.of(own + (y == null ? 0 : y.shape().dim(0)), observations);
        return Compute.finished(Compute.empty(x, Promotion.nativeOf(type), shape), all -> {
            Assignment.copyto(all.get(Index.slice(0L, own, null)), x, Compute.UNSAFE);
            if (y != null) {
                Assignment.copyto(all.get(Index.slice(own, null, null)), y, Compute.UNSAFE);
            }
        });
    }

    /** The product of both kinds of weights, new; null if there are none. */
    private @Nullable NdArray weights(String operation, NdArray all) {
        NdArray frequencies = fweights;
        NdArray importances = aweights;
        long observations = all.shape().dim(1);
        if (frequencies != null) {
            requireFitting(operation, "fweights", frequencies, observations);
            try (NdArray whole = RINT.call(frequencies); NdArray broken = Compute.NOT_EQUAL.call(whole, frequencies);
                    NdArray any = broken.any()) {
                if (any.getBoolean()) {
                    throw new DTypeException(operation
                            + ": fweights say how often an observation was made, and must be whole numbers");
                }
            }
        }
        if (importances != null) {
            requireFitting(operation, "aweights", importances, observations);
        }
        if (frequencies != null && importances != null) {
            return Compute.MULTIPLY.call(frequencies, importances, new DtypeOption(DType.FLOAT64));
        }
        NdArray one = frequencies == null ? importances : frequencies;
        return one == null ? null : one.astype(DType.FLOAT64);
    }

    private static void requireFitting(String operation, String name, NdArray weights, long observations) {
        if (weights.ndim() != 1 || weights.size() != observations) {
            throw new ShapeException(operation + ": " + name + " have shape " + weights.shape() + ", there are "
                    + observations + " observations");
        }
        if (observations == 0) {
            return;
        }
        try (NdArray least = weights.min()) {
            if (least.item() instanceof Number number && number.doubleValue() < 0) {
                throw new IllegalArgumentException(operation + ": " + name + " must not be negative, one is " + number);
            }
        }
    }

    private NdArray covariance(NdArray all, @Nullable NdArray weights) {
        double sum = all.shape().dim(1);
        if (weights == null) {
            try (NdArray mean = all.mean(OBSERVATIONS, new Keepdims(true))) {
                Compute.SUBTRACT.call(all, mean, new Out(all));
            }
        } else {
            List<NdArray> mean = WeightedMean.withWeights(all, OBSERVATIONS, new Weights(weights), new Keepdims(true));
            try (NdArray centre = mean.getFirst(); NdArray total = mean.getLast()) {
                sum = real(total.get("0, 0"));
                Compute.SUBTRACT.call(all, centre, new Out(all), Compute.UNSAFE);
            }
        }
        double divisor = Math.max(0, sum - lost(weights, sum));
        NdArray weighted = weights == null ? all : Compute.MULTIPLY.call(all, weights);
        try {
            NdArray conjugate = weighted.dtype().kind() == 'c' ? CONJUGATE.call(weighted.T()) : weighted.T();
            try {
                return Compute.finished(all.dot(conjugate), c -> Compute.MULTIPLY.call(c, 1 / divisor, new Out(c)))
                        .squeeze();
            } finally {
                Compute.closeUnless(weighted, conjugate);
            }
        } finally {
            Compute.closeUnless(all, weighted);
        }
    }

    /** How much less than the sum of weights divides. */
    private double lost(@Nullable NdArray weights, double sum) {
        NdArray importances = aweights;
        if (weights == null || importances == null || ddof == 0) {
            return ddof;
        }
        try (NdArray products = Compute.MULTIPLY.call(weights, importances); NdArray total = products.sum()) {
            return ddof * real(total) / sum;
        }
    }

    private static double real(NdArray number) {
        NdArray part = number.dtype().kind() == 'c' ? Compute.part(number, 0) : number;
        return part.toDouble();
    }
}
