package io.arrayport.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.Dlpack;
import io.arrayport.dlpack.DlpackRaw;
import io.arrayport.dlpack.LegacyConsumer;

/**
 * What one exchange by DLPack costs, and what a million leave behind. Prints medians and limits, and ends with exit
 * code 1 when a limit is broken. Run it with a heap that does not grow, so that resident size is ours:
 *
 * <pre>java -Xms256m -Xmx256m -XX:+AlwaysPreTouch --enable-native-access=ALL-UNNAMED -cp …
 * io.arrayport.conformance.ExchangeBench</pre>
 */
public final class ExchangeBench {
    private static final int BATCH = 1000;
    private static final int BATCHES = 300;
    private static final int WARM_UP = 200_000;

    private boolean broken;

    private ExchangeBench() {}

    /** @param args none */
    public static void main(String[] args) throws IOException {
        ExchangeBench bench = new ExchangeBench();
        bench.cost();
        bench.millionCycles();
        System.exit(bench.broken ? 1 : 0);
    }

    private void cost() {
        try (NdArray small = bytes(1L << 10); NdArray large = bytes(1L << 30)) {
            double[] capsule = medians(ExchangeBench::throughCapsule, small, large);
            double[] raw = medians(ExchangeBench::throughAddress, small, large);
            System.out.printf(Locale.ROOT, "export + import + close by capsule: %.0f ns at 1 KiB, %.0f ns at 1 GiB%n",
                    capsule[0], capsule[1]);
            System.out.printf(Locale.ROOT, "export + deleter by address:        %.0f ns at 1 KiB, %.0f ns at 1 GiB%n",
                    raw[0], raw[1]);
            limit("export + import + close, ns", Math.max(capsule[0], capsule[1]), 2000);
            limit("export + deleter, ns", Math.max(raw[0], raw[1]), 1000);
            limit("1 GiB / 1 KiB", capsule[1] / capsule[0], 1.25);
        }
    }

    private void millionCycles() throws IOException {
        long released = DlpackRaw.releasedExports();
        try (NdArray array = bytes(1L << 10)) {
            times(100_000, ExchangeBench::throughCapsule, array);
            long before = residentKib();
            times(900_000, ExchangeBench::throughCapsule, array);
            limit("resident KiB after 1,000,000 cycles less after 100,000", (double) (residentKib() - before), 4096);
        }
        long ran = DlpackRaw.releasedExports() - released;
        limit("deleters that did not run, of 1,000,000", (double) (1_000_000 - ran), 0);
        limit("live exports", (double) DlpackRaw.liveExports(), 0);
    }

    private static void throughCapsule(NdArray array) {
        try (NdArray back = Dlpack.from(Dlpack.export(array))) {
            if (back.address() != array.address()) {
                throw new AssertionError("the exchange copied");
            }
        }
    }

    private static void throughAddress(NdArray array) {
        DlpackRaw.release(DlpackRaw.exportLegacy(array, LegacyConsumer.UNKNOWN), false);
    }

    /** Median ns per call for each array, measured in turns, so that a disturbance hits all of them. */
    private static double[] medians(Consumer<NdArray> exchange, NdArray... arrays) {
        double[][] samples = new double[arrays.length][BATCHES];
        for (NdArray array : arrays) {
            times(WARM_UP, exchange, array);
        }
        for (int batch = 0; batch < BATCHES; batch++) {
            for (int i = 0; i < arrays.length; i++) {
                long start = System.nanoTime();
                times(BATCH, exchange, arrays[i]);
                samples[i][batch] = (System.nanoTime() - start) / (double) BATCH;
            }
        }
        return Arrays.stream(samples).mapToDouble(each -> {
            Arrays.sort(each);
            return each[BATCHES / 2];
        }).toArray();
    }

    private static void times(int count, Consumer<NdArray> exchange, NdArray array) {
        for (int i = 0; i < count; i++) {
            exchange.accept(array);
        }
    }

    private static NdArray bytes(long count) {
        return NdArray.of(Storage.allocate(count), DType.UINT8, Layout.contiguous(Shape.of(count / 32, 32), 1));
    }

    private void limit(String what, double measured, double atMost) {
        boolean kept = measured <= atMost;
        broken |= !kept;
        System.out.printf(Locale.ROOT, "%-4s %s: %.2f, at most %.2f%n", kept ? "ok" : "FAIL", what, measured, atMost);
    }

    private static long residentKib() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IOException("/proc/self/status has no VmRSS: this measurement needs Linux");
    }
}
