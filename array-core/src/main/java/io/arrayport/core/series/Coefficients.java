package io.arrayport.core.series;

import java.util.Arrays;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Temporaries;

/**
 * The coefficients of a series, in float64 whatever the type of the result is, which is rounded once.
 *
 * @param type of the result
 * @param im zeros if the type is real
 */
record Coefficients(DType type, double[] re, double[] im) {
    /** Reads coefficients, without zeros at the end. */
    static Coefficients of(String operation, NdArray c, DType type) {
        return all(operation, c, type).trimmed();
    }

    /** Reads coefficients. */
    static Coefficients all(String operation, NdArray c, DType type) {
        if (c.ndim() > 1 || c.size() == 0) {
            throw new ShapeException(operation + ": coefficients have shape " + c.shape()
                    + ", they must be of one axis and not empty");
        }
        int n = Math.toIntExact(c.size());
        Coefficients read = zeros(type, n);
        for (int i = 0; i < n; i++) {
            Complex number = c.ndim() == 0 ? c.getComplex() : c.getComplex(i);
            read.re[i] = number.real();
            read.im[i] = number.imag();
        }
        return read;
    }

    /**
     * The type in which coefficients of these types are computed with: NumPy's {@code common_type}.
     *
     * @throws IllegalArgumentException if there is none: of bools and times
     */
    static DType common(String operation, NdArray... arrays) {
        DType common = DType.FLOAT16;
        for (NdArray array : arrays) {
            DType type = array.dtype();
            if ("iufc".indexOf(type.kind()) < 0) {
                throw new IllegalArgumentException(operation + ": coefficients are " + type
                        + ", which is no number; convert them with astype(...)");
            }
            common = Promotion.promoteTypes(common,
                    type.kind() == 'i' || type.kind() == 'u' ? DType.FLOAT64 : Promotion.nativeOf(type));
        }
        return common;
    }

    static Coefficients zeros(DType type, int n) {
        return new Coefficients(type, new double[n], new double[n]);
    }

    static Coefficients ofReal(DType type, double... numbers) {
        return new Coefficients(type, numbers, new double[numbers.length]);
    }

    int length() {
        return re.length;
    }

    boolean isZero(int i) {
        return re[i] == 0 && im[i] == 0;
    }

    /** Without zeros at the end, but for the first. */
    Coefficients trimmed() {
        int n = length();
        while (n > 1 && isZero(n - 1)) {
            n--;
        }
        return first(n);
    }

    /** As many from the front, zeros behind them if there are fewer. */
    Coefficients first(int n) {
        return new Coefficients(type, Arrays.copyOf(re, n), Arrays.copyOf(im, n));
    }

    Complex at(int i) {
        return new Complex(re[i], im[i]);
    }

    /** This and a multiple of another one, as long as the longer. */
    Coefficients plus(Coefficients other, double factor) {
        Coefficients sum = first(Math.max(length(), other.length()));
        for (int i = 0; i < other.length(); i++) {
            sum.re[i] += factor * other.re[i];
            sum.im[i] += factor * other.im[i];
        }
        return sum;
    }

    Coefficients times(double factor) {
        return times(new Complex(factor, 0));
    }

    Coefficients times(Complex factor) {
        Coefficients product = zeros(type, length());
        for (int i = 0; i < length(); i++) {
            product.re[i] = re[i] * factor.real() - (factor.imag() == 0 ? 0 : im[i] * factor.imag());
            product.im[i] = im[i] * factor.real() + (factor.imag() == 0 ? 0 : re[i] * factor.imag());
        }
        return product;
    }

    Coefficients over(Complex divisor) {
        Coefficients quotient = zeros(type, length());
        for (int i = 0; i < length(); i++) {
            Complex number = over(at(i), divisor);
            quotient.re[i] = number.real();
            quotient.im[i] = number.imag();
        }
        return quotient;
    }

    static Complex over(Complex a, Complex b) {
        if (b.imag() == 0) {
            return new Complex(a.real() / b.real(), a.imag() / b.real());
        }
        double size = b.real() * b.real() + b.imag() * b.imag();
        return new Complex((a.real() * b.real() + a.imag() * b.imag()) / size,
                (a.imag() * b.real() - a.real() * b.imag()) / size);
    }

    /** A new array. */
    NdArray toArray(NdArray beside) {
        return Temporaries.finished(Temporaries.empty(beside, type, Shape.of(length())), made -> {
            for (int i = 0; i < length(); i++) {
                if (type.kind() == 'c') {
                    made.setComplex(at(i), i);
                } else {
                    made.setDouble(re[i], i);
                }
            }
        });
    }
}
