package io.arrayport.gpu.compute;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.memory.Device;
import io.arrayport.gpu.driver.Gpu;
import io.arrayport.gpu.kernel.FourierKernels;
import io.arrayport.gpu.kernel.FourierKernels.Part;
import io.arrayport.gpu.kernel.FourierKernels.Rows;

/** Fourier transforms by kernels of ours: of powers of two pass by pass, of other lengths by way of those. */
final class OwnTransforms {
    /** Squares of positions are counted exactly up to here. */
    private static final long LONGEST = 1L << 30;
    /** Bytes of rows that are worked on at once. */
    private static final long ROOM = 256L << 20;
    private static final long ELEMENT = 16;

    private OwnTransforms() {}

    /** Transforms rows of n complex128 numbers that lie one after the other, in place. */
    static void run(Temporaries temporaries, Operand all, long n, boolean back) {
        if (n > LONGEST) {
            throw new ShapeException("fft: rows have " + n + " elements, they may have " + LONGEST
                    + " on a device without cuFFT");
        }
        Device device = all.device();
        long count = all.layout().size() / n;
        boolean isPower = Long.bitCount(n) == 1;
        long m = isPower ? n : Long.highestOneBit(2 * n - 2) << 1;
        long most = Math.clamp(ROOM / (m * ELEMENT), 1, count);
        long here = room(temporaries, device, most * m);
        long there = isPower ? here : room(temporaries, device, most * m);
        long filter = isPower ? here : filter(temporaries, new Rows(1, n, m, back), device);
        for (long first = 0; first < count; first += most) {
            Rows rows = new Rows(Math.min(most, count - first), n, m, back);
            long at = all.storage().address() + all.layout().offset() + first * n * ELEMENT;
            if (isPower) {
                keep(device, passes(device, rows, at, here), at, rows.rows() * n * ELEMENT);
            } else {
                FourierKernels.run(device, Part.SPREAD, rows, 1, at, here);
                Rows forward = new Rows(rows.rows(), n, m, false);
                long spectrum = passes(device, forward, here, there);
                FourierKernels.run(device, Part.TIMES, rows, 1, filter, spectrum);
                long sums = passes(device, new Rows(rows.rows(), n, m, true), spectrum, here + there - spectrum);
                FourierKernels.run(device, Part.GATHER, rows, 1, sums, at);
            }
        }
    }

    /** The transform of what rows are convolved with. */
    private static long filter(Temporaries temporaries, Rows row, Device device) {
        long filter = room(temporaries, device, row.m());
        FourierKernels.run(device, Part.FILTER, row, 1, 0, filter);
        return passes(device, new Rows(1, row.n(), row.m(), false), filter, room(temporaries, device, row.m()));
    }

    /** Transforms rows of m numbers to and fro between two places; returns at which one they are. */
    private static long passes(Device device, Rows rows, long at, long other) {
        long from = at;
        for (long step = 1; step < rows.m(); step *= 2) {
            FourierKernels.run(device, Part.STAGE, rows, step, from, at + other - from);
            from = at + other - from;
        }
        return from;
    }

    private static void keep(Device device, long result, long at, long bytes) {
        if (result != at) {
            Gpu.of(device.id()).copy(result, at, bytes);
        }
    }

    private static long room(Temporaries temporaries, Device device, long elements) {
        return temporaries.bytes(device, elements * ELEMENT).address();
    }
}
