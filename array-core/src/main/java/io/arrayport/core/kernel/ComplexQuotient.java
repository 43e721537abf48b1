package io.arrayport.core.kernel;

import io.arrayport.core.dtype.Complex;

/**
 * Complex division by Smith's method, as NumPy divides: scaled by the divisor's greater part, so that nothing overflows
 * that need not. Each part is computed on its own; what they share the compiler computes once.
 */
final class ComplexQuotient {
    private ComplexQuotient() {}

    static double real(double ar, double ai, double br, double bi) {
        if (Math.abs(br) >= Math.abs(bi)) {
            if (br == 0 && bi == 0) {
                return ar / Math.abs(br);
            }
            double ratio = bi / br;
            return (ar + ai * ratio) * (1 / (br + bi * ratio));
        }
        double ratio = br / bi;
        return (ar * ratio + ai) * (1 / (bi + br * ratio));
    }

    static double imag(double ar, double ai, double br, double bi) {
        if (Math.abs(br) >= Math.abs(bi)) {
            if (br == 0 && bi == 0) {
                return ai / Math.abs(br);
            }
            double ratio = bi / br;
            return (ai - ar * ratio) * (1 / (br + bi * ratio));
        }
        double ratio = br / bi;
        return (ai * ratio - ar) * (1 / (bi + br * ratio));
    }

    static float real(float ar, float ai, float br, float bi) {
        if (Math.abs(br) >= Math.abs(bi)) {
            if (br == 0 && bi == 0) {
                return ar / Math.abs(br);
            }
            float ratio = bi / br;
            return (ar + ai * ratio) * (1 / (br + bi * ratio));
        }
        float ratio = br / bi;
        return (ar * ratio + ai) * (1 / (bi + br * ratio));
    }

    static float imag(float ar, float ai, float br, float bi) {
        if (Math.abs(br) >= Math.abs(bi)) {
            if (br == 0 && bi == 0) {
                return ai / Math.abs(br);
            }
            float ratio = bi / br;
            return (ai - ar * ratio) * (1 / (br + bi * ratio));
        }
        float ratio = br / bi;
        return (ai * ratio - ar) * (1 / (bi + br * ratio));
    }

    /** Returns 1 / z. */
    static Complex reciprocal(double r, double i) {
        if (Math.abs(i) <= Math.abs(r)) {
            double ratio = i / r;
            double divisor = r + i * ratio;
            return new Complex(1 / divisor, -ratio / divisor);
        }
        double ratio = r / i;
        double divisor = r * ratio + i;
        return new Complex(ratio / divisor, -1 / divisor);
    }
}
