package io.arrayport.conformance;

import static io.arrayport.core.Np.np;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.DlpackRaw;
import io.arrayport.torch.LibTorch;
import io.arrayport.torch.Torch;
import io.arrayport.torch.TorchTarget;

/**
 * What one exchange with torch costs, at 1 KB and at 1 GB, beside DJL's own way, and whether memory stays flat over a
 * million of them. Run it as a main class; prints medians of batches in ns per exchange, DJL's constructor and close
 * included.
 */
public final class TorchExchangeBench {
    private static final int BATCHES = 101;
    private static final int BATCH = 2_000;
    private static final long SMALL = 1L << 10;
    private static final long LARGE = 1L << 30;

    /** Export and import of one array, at any size. */
    private static final double MAX_NANOS = 2_000;
    private static final long MAX_GROWTH = 4L << 20;

    private static boolean broken;

    private TorchExchangeBench() {}

    /** @param args none */
    public static void main(String[] args) throws IOException {
        System.out.println(LibTorch.describe().line());
        for (long bytes : new long[]{SMALL, LARGE}) {
            exchanges(bytes);
        }
        residentSize();
        System.exit(broken ? 1 : 0);
    }

    private static void limit(String what, double value, double most) {
        boolean kept = value <= most;
        broken |= !kept;
        System.out.printf(Locale.ROOT, "%s %,.0f, at most %,.0f: %s%n", what, value, most, kept ? "kept" : "BROKEN");
    }

    private static void exchanges(long bytes) {
        try (NDManager manager = NDManager.newBaseManager("PyTorch");
                NdArray array = np.zeros(Shape.of(bytes / 4), np.float32)) {
            TorchTarget target = Torch.torch(manager);
            NDArray tensor = target.accept(array);
            System.out.printf("%n%,d bytes%n", bytes);
            report("Java -> torch -> close", () -> target.accept(array).close());
            report("torch -> Java -> close", () -> Torch.torch(tensor).open().close());
            double roundTrip = report("Java -> torch -> Java -> close both", () -> {
                try (NDArray there = target.accept(array); NdArray back = Torch.torch(there).open()) {
                    requireSame(array, back);
                }
            });
            ByteBuffer buffer = MemorySegment.ofAddress(array.address()).reinterpret(bytes).asByteBuffer()
                    .order(ByteOrder.nativeOrder());
            ai.djl.ndarray.types.Shape shape = new ai.djl.ndarray.types.Shape(bytes / 4);
            report("DJL create(ByteBuffer) -> close", () -> manager.create(buffer, shape, DataType.FLOAT32).close());
            report("DJL toByteBuffer(true)", () -> tensor.toByteBuffer(true));
            limit("export + import + close, ns", roundTrip, MAX_NANOS);
        }
    }

    private static void requireSame(NdArray array, NdArray back) {
        if (back.address() != array.address()) {
            throw new AssertionError("copied");
        }
    }

    private static double report(String what, Runnable exchange) {
        for (int i = 0; i < 10 * BATCH; i++) {
            exchange.run();
        }
        double[] nanos = new double[BATCHES];
        for (int batch = 0; batch < BATCHES; batch++) {
            long start = System.nanoTime();
            for (int i = 0; i < BATCH; i++) {
                exchange.run();
            }
            nanos[batch] = (System.nanoTime() - start) / (double) BATCH;
        }
        Arrays.sort(nanos);
        System.out.printf(Locale.ROOT, "%-38s median %,7.0f ns   best %,7.0f ns%n", what, nanos[BATCHES / 2], nanos[0]);
        return nanos[BATCHES / 2];
    }

    private static void residentSize() throws IOException {
        try (NDManager manager = NDManager.newBaseManager("PyTorch");
                NdArray array = np.zeros(Shape.of(SMALL / 4), np.float32)) {
            TorchTarget target = Torch.torch(manager);
            long exports = DlpackRaw.liveExports();
            Ledger.Counts before = Ledger.counts();
            long early = 0;
            for (int i = 1; i <= 1_000_000; i++) {
                try (NDArray there = target.accept(array); NdArray back = Torch.torch(there).open()) {
                    requireSame(array, back);
                }
                if (i == 100_000) {
                    early = resident();
                }
            }
            long late = resident();
            System.out.printf(Locale.ROOT,
                    "%nresident after 100,000 round trips %,d KiB, after 1,000,000 %,d KiB: %+,d KiB%n", early >> 10,
                    late >> 10, late - early >> 10);
            limit("growth, bytes", (double) (late - early), MAX_GROWTH);
            limit("exports still out", (double) (DlpackRaw.liveExports() - exports), 0);
            limit("imports still out", (double) (Ledger.counts().imports() - before.imports()), 0);
        }
    }

    /** Resident bytes of this process, after a collection. */
    private static long resident() throws IOException {
        System.gc();
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) << 10;
            }
        }
        throw new IOException("/proc/self/status has no VmRSS");
    }
}
