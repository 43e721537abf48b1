package io.arrayport.core.spectrum;

import java.util.Arrays;
import java.util.List;

import io.arrayport.core.backend.Fourier;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.FourierNorm;
import io.arrayport.core.ndarray.FourierOption;
import io.arrayport.core.ndarray.FourierOption.Norm;
import io.arrayport.core.ndarray.FourierPass;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.N;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.UnaryUfunc;
import io.arrayport.core.ufunc.Ufuncs;

/** Transforms along one axis. */
public final class Transforms {
    private static final UnaryUfunc CONJUGATE = new UnaryUfunc(Ufuncs.CONJUGATE);

    private Transforms() {}

    /** Of the last axis, unless the options name another. */
    public static NdArray of(String operation, Fourier kind, NdArray a, FourierOption... options) {
        Option.requireDistinct(operation, options);
        int n = -1;
        boolean counted = false;
        int axis = -1;
        FourierNorm norm = FourierNorm.BACKWARD;
        NdArray out = null;
        for (FourierOption option : options) {
            switch (option) {
                case N(int count) -> {
                    n = count;
                    counted = true;
                }
                case Axis named -> axis = one(operation, named);
                case Norm(FourierNorm given) -> norm = given;
                case Out(NdArray array) -> out = array;
            }
        }
        FourierPass pass = new FourierPass(operation, kind);
        int along = Layout.axis(operation, axis, a.ndim());
        return pass.of(a, along, counted ? n : pass.usual(a, along), norm, out);
    }

    private static int one(String operation, Axis axis) {
        List<Integer> axes = axis.axes();
        if (axes == null || axes.size() != 1) {
            throw new AxisException(operation + ": axis names " + (axes == null ? "all axes" : axes.size() + " axes")
                    + ", it must name one; fftn and its like go along several");
        }
        return axes.getFirst();
    }

    /** {@code np.fft.hfft}: to real numbers, the other way round than {@code irfft}, of the conjugate numbers. */
    public static NdArray hermitian(NdArray a, FourierOption... options) {
        try (Scope scope = Scope.open()) {
            return scope.keep(of("hfft", Fourier.HERMITIAN, CONJUGATE.call(a), swapped(options)));
        }
    }

    /** {@code np.fft.ihfft}: from real numbers, the other way round than {@code rfft}: the conjugate numbers. */
    public static NdArray hermitianInverse(NdArray a, FourierOption... options) {
        NdArray result = of("ihfft", Fourier.REAL, a, swapped(options));
        return CONJUGATE.call(result, new Out(result));
    }

    /** The same options, where there and back have changed places. */
    private static FourierOption[] swapped(FourierOption... options) {
        Option.requireDistinct("hfft", options);
        FourierOption[] swapped = Arrays.copyOf(options, options.length + 1);
        swapped[options.length] = new Norm(FourierNorm.FORWARD);
        for (int i = 0; i < options.length; i++) {
            if (options[i] instanceof Norm(FourierNorm norm)) {
                swapped[i] = new Norm(norm.swapped());
                return Arrays.copyOf(swapped, options.length);
            }
        }
        return swapped;
    }
}
