package io.arrayport.dlpack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.ndarray.NdArray;

/** Exports and imports over and over; run by {@link ExchangeCyclesTest} in a JVM whose heap does not grow. */
final class ExchangeCycles {
    private ExchangeCycles() {}

    public static void main(String[] args) throws IOException {
        try (NdArray array = Samples.NEGATIVE.array(DType.FLOAT64)) {
            cycle(array, 100_000);
            long before = residentKib();
            cycle(array, 200_000);
            System.out.println("grown " + (residentKib() - before) + " KiB");
        }
        System.out.println("deleters " + LiveExports.released() + " of 300000");
        System.out.println("live " + DlpackRaw.liveExports());
    }

    private static void cycle(NdArray array, int times) {
        for (int i = 0; i < times; i++) {
            try (NdArray back = Dlpack
                    .from(i % 2 == 0 ? Dlpack.export(array) : Dlpack.exportLegacy(array, LegacyConsumer.UNKNOWN))) {
                if (back.address() != array.address()) {
                    throw new AssertionError("copied");
                }
            }
        }
    }

    private static long residentKib() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new AssertionError("no VmRSS in /proc/self/status");
    }
}
