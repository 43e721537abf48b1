package io.arrayport.core.numeric;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;

import java.lang.foreign.MemorySegment;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.CopyOption;
import io.arrayport.core.ndarray.Option.OrderOption;

/** The modified Bessel function of the first kind, order 0, by Chebyshev series below 8 and of 1/x above. */
public final class Bessel {
    /** Of {@code exp(-x) i0(x)} in {@code x / 4 - 1}. */
    private static final double[] NEAR = {
            0.6767952744094761, -0.3046826723431984, 0.17162090152220877, -0.09490109704804764,
            0.04930528423967071, -0.02373741480589947, 0.010546460394594998, -0.004324309995050576,
            0.0016394756169413357, -0.0005763755745385824, 0.00018850288509584165, -5.754195010082104e-05,
            1.6448448070728896e-05, -4.4167383584587505e-06, 1.1173875391201037e-06, -2.670793853940612e-07,
            6.046995022541919e-08, -1.300025009986248e-08, 2.6598237246823866e-09, -5.189795601635263e-10,
            9.675809035373237e-11, -1.726826291441556e-11, 2.95505266312964e-12, -4.856446783111929e-13,
            7.676185498604936e-14, -1.1685332877993451e-14, 1.715391285555133e-15, -2.431279846547955e-16,
            3.3307945188222384e-17};

    /** Of {@code exp(-x) sqrt(x) i0(x)} in {@code 16 / x - 1}. */
    private static final double[] FAR = {
            0.8044904110141088, 0.0033691164782556943, 6.889758346916825e-05, 2.8913705208347567e-06,
            2.0489185894690638e-07, 2.266668990498178e-08, 3.3962320257083865e-09, 4.94060238822497e-10,
            1.1889147107846439e-11, -3.1499165279632416e-11, -1.3215811840447713e-11, -1.7941785315068062e-12,
            7.180124451383666e-13, 3.8527783827421426e-13, 1.54008621752141e-14, -4.150569347287222e-14,
            -9.554846698828307e-15, 3.8116806693526224e-15, 1.7725601330565263e-15, -3.425485619677219e-16,
            -2.8276239805165836e-16, 3.461222867697461e-17, 4.46562142029676e-17};

    private Bessel() {}

    /** {@code np.i0}. */
    public static NdArray i0(NdArray x) {
        DType type = switch (x.dtype().kind()) {
            case 'f' -> x.dtype().withOrder(DType.FLOAT64.order());
            case 'b', 'i', 'u' -> DType.FLOAT64;
            default -> throw new DTypeException("i0: x is " + x.dtype() + ", it must be of real numbers");
        };
        try (Scope scope = Scope.open()) {
            NdArray distance = Steps.ABSOLUTE.call(x.astype(DType.FLOAT64, new CopyOption(false)));
            NdArray result = Steps.EXP.call(distance);
            multiply(distance.ravel(new OrderOption(Order.K)), result.ravel(new OrderOption(Order.K)));
            return scope.keep(type.equals(DType.FLOAT64) ? result : result.astype(type));
        }
    }

    /** The two lie alike in memory. */
    private static void multiply(NdArray distance, NdArray result) {
        try (Packed in = new Packed(distance); Packed out = new Packed(result)) {
            MemorySegment x = in.bytes();
            MemorySegment y = out.bytes();
            for (long i = 0; i < in.array().size(); i++) {
                double exp = y.getAtIndex(JAVA_DOUBLE_UNALIGNED, i);
                y.setAtIndex(JAVA_DOUBLE_UNALIGNED, i, exp * scaled(x.getAtIndex(JAVA_DOUBLE_UNALIGNED, i)));
            }
        }
    }

    static double i0(double x) {
        double distance = Math.abs(x);
        return scaled(distance) * StrictMath.exp(distance);
    }

    /** {@code exp(-x) i0(x)} of what is not negative. */
    private static double scaled(double x) {
        return x <= 8 ? sum(NEAR, x / 4 - 1) : sum(FAR, 16 / x - 1) / Math.sqrt(x);
    }

    /** Clenshaw's sum; the first coefficient counts half. */
    private static double sum(double[] coefficients, double t) {
        double last = 0;
        double before = 0;
        for (int k = coefficients.length - 1; k > 0; k--) {
            double next = 2 * t * last - before + coefficients[k];
            before = last;
            last = next;
        }
        return t * last - before + coefficients[0] / 2;
    }
}
