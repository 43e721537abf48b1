package io.arrayport.core.numeric;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;

import java.util.function.LongToDoubleFunction;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;

/**
 * Windows that fade signals in and out.
 *
 * @param count how many samples; none if it is not positive
 */
public record Windows(Device device, long count) {

    /** {@code np.bartlett}: straight up and down. */
    public NdArray bartlett() {
        double slope = 2.0 / (count - 1);
        return samples(i -> Math.min(i, count - 1 - i) * slope);
    }

    /** {@code np.hanning}. */
    public NdArray hanning() {
        return samples(i -> 0.5 + 0.5 * cosine(i, 1));
    }

    /** {@code np.hamming}. */
    public NdArray hamming() {
        return samples(i -> 0.54 + 0.46 * cosine(i, 1));
    }

    /** {@code np.blackman}. */
    public NdArray blackman() {
        return samples(i -> 0.42 + 0.5 * cosine(i, 1) + 0.08 * cosine(i, 2));
    }

    /** {@code np.kaiser}. */
    public NdArray kaiser(double beta) {
        double most = Bessel.i0(beta);
        double middle = (count - 1) / 2.0;
        return samples(i -> {
            double part = (i - middle) / middle;
            return Bessel.i0(beta * Math.sqrt(1 - part * part)) / most;
        });
    }

    /** Of as many waves as say, centred on the window: the same on both sides, to the bit. */
    private double cosine(long i, int waves) {
        return StrictMath.cos(waves * Math.PI * (2 * i + 1 - count) / (count - 1));
    }

    /** One sample alone is 1. */
    private NdArray samples(LongToDoubleFunction sample) {
        long length = Math.max(count, 0);
        Layout layout = Layout.contiguous(Shape.of(length), Double.BYTES);
        Storage storage = Backend.of("window", device).allocate(device, length * Double.BYTES);
        storage.acquireOnHost();
        try {
            for (long i = 0; i < length; i++) {
                Memory.RAW.set(JAVA_DOUBLE_UNALIGNED, storage.address() + i * Double.BYTES,
                        count == 1 ? 1 : sample.applyAsDouble(i));
            }
        } finally {
            storage.release();
        }
        return NdArray.of(storage, DType.FLOAT64, layout);
    }
}
