package io.arrayport.gpu.kernel;

import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

import io.arrayport.core.memory.Device;

/** Parts of Fourier transforms of rows of complex128 numbers, as fourier.cuh has them. */
public final class FourierKernels implements KernelRows {
    FourierKernels() {}

    /** What is done, each from one place to another. */
    public enum Part {
        /** One pass of a transform of m numbers, a power of two. */
        STAGE,
        /** Rows of n numbers times the chirp, padded to m. */
        SPREAD,
        /** What rows of m numbers are convolved with: one row. */
        FILTER,
        /** Rows of m numbers times one row. */
        TIMES,
        /** The first n of m numbers times the chirp, by m. */
        GATHER
    }

    /**
     * The geometry.
     *
     * @param n numbers of a row
     * @param m of a row that is padded
     * @param back whether angles go the other way
     */
    public record Rows(long rows, long n, long m, boolean back) {}

    @Override
    public void forEach(BiConsumer<String, String> row) {
        List.of(Part.values()).forEach(part -> row.accept("fourier", "FOURIER(" + name(part) + ")"));
    }

    private static String name(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Queues it.
     *
     * @param step of {@link Part#STAGE}: 1, 2, 4 and so on
     */
    public static void run(Device device, Part part, Rows rows, long step, long in, long out) {
        GpuKernels.of(device).launch("fourier_" + name(part), rows.rows() * rows.m(), to -> {
            long[] fields = {in, out, rows.rows(), rows.n(), rows.m(), step, rows.back() ? 1 : 0};
            for (int i = 0; i < fields.length; i++) {
                to.set(ValueLayout.JAVA_LONG, (long) i * Long.BYTES, fields[i]);
            }
        });
    }
}
