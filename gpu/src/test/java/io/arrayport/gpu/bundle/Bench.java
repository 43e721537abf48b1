package io.arrayport.gpu.bundle;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.out;
import static io.arrayport.core.Options.shape;

import java.util.Locale;
import java.util.function.Supplier;

import io.arrayport.core.Np;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DeviceException;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.gpu.CudaStream;
import org.jspecify.annotations.Nullable;

/** Operations on a GPU, timed; peers.py has the same rows by CuPy and PyTorch. */
final class Bench {
    private static final Device GPU = Device.cuda(0);
    private static final int REPEATS = 20;
    private static final int WARM = 3;
    private static final int QUEUED = 2000;

    private Bench() {}

    /** @param sizes elements of a vector, then rows of a matrix; 1e8 and 8192 without */
    public static void main(String[] sizes) {
        long n = sizes.length > 0 ? Long.parseLong(sizes[0]) : 100_000_000;
        long rows = sizes.length > 1 ? Long.parseLong(sizes[1]) : 8192;
        Np gpu = np.on(GPU);
        try (NdArray a = gpu.ones(shape(n), DType.FLOAT32);
                NdArray b = gpu.ones(shape(n), DType.FLOAT32);
                NdArray into = gpu.empty(shape(n), DType.FLOAT32);
                NdArray matrix = gpu.ones(shape(rows, rows), DType.FLOAT32);
                NdArray small = gpu.ones(shape(100), DType.FLOAT32)) {
            rate("copy f32 " + n, 8.0 * n, "GB/s", 1e9, () -> {
                np.copyto(into, a);
                return null;
            });
            rate("add f32 " + n, 12.0 * n, "GB/s", 1e9, () -> {
                np.add(a, b, out(into));
                return null;
            });
            rate("sum f32 " + n, 4.0 * n, "GB/s", 1e9, () -> np.sum(a));
            var fused = np.fuse((x, y) -> x.multiply(y).add(np.sin(x).multiply(2)));
            rate("x*y+sin(x)*2 f32 fused", 0, "ms", 1e-3, () -> fused.call(a, b));
            rate("matmul f32 " + rows, 2.0 * rows * rows * rows, "TFLOP/s", 1e12, () -> np.matmul(matrix, matrix));
            queued("add f32 100, queued", () -> np.add(small, small));
        }
    }

    /** Work by time, of the fastest run; without work, that time. */
    private static void rate(String row, double work, String unit, double scale,
            Supplier<@Nullable NdArray> operation) {
        report(row, unit, () -> {
            CudaStream stream = CudaStream.own(GPU);
            double least = Double.MAX_VALUE;
            for (int i = 0; i < WARM + REPEATS; i++) {
                stream.synchronize();
                long begin = System.nanoTime();
                @Nullable
                NdArray result = operation.get();
                stream.synchronize();
                least = i < WARM ? least : Math.min(least, (System.nanoTime() - begin) * 1e-9);
                close(result);
            }
            return work == 0 ? least / scale : work / least / scale;
        });
    }

    /** Processor time of one small operation. */
    private static void queued(String row, Supplier<@Nullable NdArray> operation) {
        report(row, "us", () -> {
            CudaStream stream = CudaStream.own(GPU);
            long begin = 0;
            for (int i = 0; i < 11 * QUEUED; i++) {
                if (i == 10 * QUEUED) {
                    stream.synchronize();
                    begin = System.nanoTime();
                }
                close(operation.get());
            }
            double took = System.nanoTime() - begin;
            stream.synchronize();
            return took / QUEUED / 1e3;
        });
    }

    private static void close(@Nullable NdArray result) {
        if (result != null) {
            result.close();
        }
    }

    private static void report(String row, String unit, Supplier<Double> value) {
        String text;
        try {
            text = String.format(Locale.ROOT, "%12.3f %s", value.get(), unit);
        } catch (DeviceException refused) {
            text = "not on devices: " + refused.getMessage();
        }
        System.out.printf("%-10s %-28s %s%n", "arrayport", row, text);
    }
}
