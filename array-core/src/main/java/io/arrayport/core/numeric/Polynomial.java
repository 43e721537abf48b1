package io.arrayport.core.numeric;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.dtype.TimeUnit;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.BinaryUfunc;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Temporaries;
import io.arrayport.core.ndarray.UfuncOption;

/** Polynomials as arrays of coefficients, that of the highest power first. */
public final class Polynomial {
    private static final UfuncOption[] NONE = {};

    private Polynomial() {}

    /** {@code np.polyadd}. */
    public static NdArray add(NdArray a1, NdArray a2) {
        return together("polyadd", Steps.ADD, a1, a2);
    }

    /** {@code np.polysub}. */
    public static NdArray subtract(NdArray a1, NdArray a2) {
        return together("polysub", Steps.SUBTRACT, a1, a2);
    }

    private static NdArray together(String operation, BinaryUfunc ufunc, NdArray a1, NdArray a2) {
        NdArray one = atLeast1d(a1);
        NdArray other = atLeast1d(a2);
        long length = Math.max(one.shape().dim(0), other.shape().dim(0));
        try (Scope scope = Scope.open()) {
            return scope.keep(ufunc.call(lengthened(operation, one, length), lengthened(operation, other, length),
                    NONE));
        }
    }

    private static NdArray lengthened(String operation, NdArray a, long length) {
        long missing = length - a.shape().dim(0);
        if (missing == 0) {
            return a;
        }
        requireRow(operation, a);
        NdArray longer = Steps.zeros(a, a.dtype(), Shape.of(length));
        Steps.slice(longer, 0, missing, null).set(a);
        return longer;
    }

    /** {@code np.polymul}. */
    public static NdArray multiply(NdArray a1, NdArray a2) {
        try (Scope scope = Scope.open()) {
            boolean spans = a1.dtype().kind() == 'm' && a2.dtype().kind() == 'm';
            NdArray product = product(trimmed("polymul", counts(a1)), trimmed("polymul", counts(a2)));
            // What is counted twice over has no unit.
            return scope.keep(spans ? seenAs(product, TimeType.timedelta64(TimeUnit.GENERIC)) : product);
        }
    }

    private static NdArray counts(NdArray a) {
        if ("MSUV".indexOf(a.dtype().kind()) >= 0) {
            throw new ShapeException("polymul: coefficients of " + a.dtype() + " have no products that can be added");
        }
        return a.dtype().kind() == 'm' ? seenAs(a, DType.INT64.withOrder(a.dtype().order())) : a;
    }

    private static NdArray seenAs(NdArray a, DType type) {
        return NdArray.of(a.storage(), type, a.layout());
    }

    /** The sums of all products whose powers add up to the same. */
    static NdArray product(NdArray a, NdArray b) {
        NdArray shorter = a.size() < b.size() ? a : b;
        NdArray longer = shorter == a ? b : a;
        DType type = Promotion.nativeOf(Promotion.promoteTypes(a.dtype(), b.dtype()));
        NdArray result = Steps.zeros(a, type, Shape.of(a.size() + b.size() - 1));
        for (long i = 0; i < shorter.size(); i++) {
            NdArray part = Steps.slice(result, 0, i, i + longer.size());
            Steps.ADD.call(part, Steps.MULTIPLY.call(shorter.get(i), longer, NONE), new Out(part));
        }
        return result;
    }

    /** A view without leading zeros; of nothing else one of them, new. */
    public static NdArray trimmed(String operation, NdArray a) {
        NdArray row = atLeast1d(a);
        requireRow(operation, row);
        long first = 0;
        while (first < row.size() && !row.getBoolean(first)) {
            first++;
        }
        return first < row.size() ? Steps.slice(row, 0, first, null) : Steps.zeros(a, a.dtype(), Shape.of(1));
    }

    /** {@code np.polyval}, by Horner's rule. */
    public static NdArray value(NdArray p, NdArray x) {
        if (p.ndim() == 0) {
            throw new DTypeException("polyval: p has no axis, it must be an array of coefficients");
        }
        try (Scope scope = Scope.open()) {
            NdArray value = Steps.emptyLike(x, x.dtype());
            value.fill(0);
            for (long i = 0; i < p.shape().dim(0); i++) {
                NdArray coefficient = p.get(i);
                NdArray product = Steps.MULTIPLY.call(value, x, NONE);
                DType sum = Promotion.promoteTypes(product.dtype(), coefficient.dtype());
                boolean fits = sum.equals(product.dtype()) && coefficient.ndim() == 0;
                value.close();
                value = fits ? Steps.ADD.call(product, coefficient, new Out(product))
                        : Steps.ADD.call(product, coefficient, NONE);
                if (!fits) {
                    product.close();
                }
            }
            return scope.keep(value);
        }
    }

    /** {@code np.poly}: the polynomial with these zeros. */
    public static NdArray withZeros(NdArray zeros) {
        boolean matrix = zeros.ndim() == 2 && zeros.size() > 0 && zeros.shape().dim(0) == zeros.shape().dim(1);
        if (matrix) {
            Roots.requirePrecision("poly", zeros.dtype());
            try (NdArray eigenvalues = Roots.eigenvalues(zeros)) {
                return withZeros(eigenvalues);
            }
        }
        NdArray row = atLeast1d(zeros);
        requireRow("poly", row);
        if (row.size() == 0) {
            NdArray one = Temporaries.empty(zeros, DType.FLOAT64, Shape.of());
            one.fill(1);
            return one;
        }
        DType type = row.dtype().equals(DType.FLOAT32) || row.dtype().kind() == 'c' ? Promotion.nativeOf(row.dtype())
                : DType.FLOAT64;
        try (Scope scope = Scope.open()) {
            NdArray negative = Steps.NEGATIVE.call(row.astype(type));
            NdArray result = Steps.zeros(row, type, Shape.of(1));
            result.fill(1);
            for (long i = 0; i < row.size(); i++) {
                NdArray factor = Steps.zeros(row, type, Shape.of(2));
                factor.get(0).fill(1);
                factor.get(1).set(negative.get(i));
                result = product(result, factor);
            }
            return scope.keep(type.kind() == 'c' && areConjugate(row) ? result.real().copy() : result);
        }
    }

    /** Whether each number stands there as often as its conjugate. */
    private static boolean areConjugate(NdArray zeros) {
        List<Complex> unmatched = new ArrayList<>();
        for (long i = 0; i < zeros.size(); i++) {
            Complex zero = zeros.getComplex(i);
            if (zero.imag() != 0 && !removedConjugate(unmatched, zero)) {
                unmatched.add(zero);
            }
        }
        return unmatched.isEmpty();
    }

    private static boolean removedConjugate(List<Complex> numbers, Complex number) {
        for (int i = 0; i < numbers.size(); i++) {
            Complex other = numbers.get(i);
            if (other.real() == number.real() && other.imag() == -number.imag()) {
                numbers.remove(i);
                return true;
            }
        }
        return false;
    }

    static NdArray atLeast1d(NdArray a) {
        return a.ndim() == 0 ? a.reshape(1) : a;
    }

    static void requireRow(String operation, NdArray a) {
        if (a.ndim() != 1) {
            throw new ShapeException(operation + ": coefficients have shape " + a.shape()
                    + ", they must be of one axis");
        }
    }
}
