package io.arrayport.core.spectrum;

import java.util.List;
import java.util.stream.IntStream;

import io.arrayport.core.creation.Ranges;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.manipulation.Rolls;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.FourierAxesOption.Axes;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.ShiftOption;
import io.arrayport.core.numeric.Steps;

/** Where the elements of a transform lie, and how they change places. */
public final class Frequencies {
    private Frequencies() {}

    /** {@code np.fft.fftfreq}. */
    public static NdArray all(Device device, long n, double d) {
        requireSteps("fftfreq", n, d);
        try (Scope scope = Scope.open()) {
            NdArray numbers = Ranges.counted(device, n, DType.FLOAT64);
            NdArray negative = Steps.slice(numbers, 0, (n - 1) / 2 + 1, null);
            Steps.SUBTRACT.call(negative, n, new Out(negative));
            return scope.keep(Steps.MULTIPLY.call(numbers, 1 / (n * d), new Out(numbers)));
        }
    }

    /** {@code np.fft.rfftfreq}. */
    public static NdArray half(Device device, long n, double d) {
        requireSteps("rfftfreq", n, d);
        try (Scope scope = Scope.open()) {
            NdArray numbers = Ranges.counted(device, n / 2 + 1, DType.FLOAT64);
            return scope.keep(Steps.MULTIPLY.call(numbers, 1 / (n * d), new Out(numbers)));
        }
    }

    private static void requireSteps(String operation, long n, double d) {
        if (n < 1) {
            throw new ShapeException(operation + ": n is " + n + ", it must be 1 or more");
        }
        if (d == 0) {
            throw new ArithmeticException(operation + ": samples lie 0 apart, so that there is no frequency");
        }
    }

    /**
     * Moves the front of each axis to its middle, or the middle to the front: new.
     *
     * @param back whether elements move to the front
     */
    public static NdArray shifted(String operation, NdArray x, boolean back, ShiftOption... options) {
        Option.requireDistinct(operation, options);
        List<Integer> axes = IntStream.range(0, x.ndim()).boxed().toList();
        for (ShiftOption option : options) {
            axes = switch (option) {
                case Axes(List<Integer> named) -> named;
            };
        }
        long[] shifts = new long[axes.size()];
        for (int i = 0; i < shifts.length; i++) {
            long half = x.shape().dim(Layout.axis(operation, axes.get(i), x.ndim())) / 2;
            shifts[i] = back ? -half : half;
        }
        return Rolls.roll(x, shifts, new Axis(axes));
    }
}
