package io.arrayport.interop.cli;

import java.util.List;

import io.arrayport.arrow.ArrowTable;
import io.arrayport.core.blas.Blas;
import io.arrayport.core.kernel.Simd;
import io.arrayport.gpu.CudaDriver;
import io.arrayport.gpu.CudaStatus;
import io.arrayport.torch.LibTorch;
import org.apache.arrow.vector.FieldVector;

/** What this process finds around it; loads nothing heavy. */
final class Inventory {
    private Inventory() {}

    /**
     * One thing looked for.
     *
     * @param name what
     * @param found whether it is here and usable
     * @param detail version and place, or why not
     * @param remedy the line that mends it; empty where nothing needs mending
     */
    record Item(String name, boolean found, String detail, String remedy) {}

    static List<Item> take() {
        return List.of(jdk(), simd(), blas(), cores(), torch(), arrow(), cuda(), PythonProbe.look());
    }

    private static Item jdk() {
        Runtime.Version version = Runtime.version();
        boolean suits = version.compareTo(Runtime.Version.parse("25.0.3")) >= 0;
        return new Item("JDK", suits, version + ", " + System.getProperty("java.vendor") + ", "
                + System.getProperty("java.home"),
                suits ? "" : "install a JDK 25.0.3 or newer: older ones can corrupt pinned arrays");
    }

    private static Item cores() {
        return new Item("cores", true, Integer.toString(Runtime.getRuntime().availableProcessors()), "");
    }

    private static Item simd() {
        return new Item("SIMD", Simd.isOn(), Simd.describe(),
                Simd.isOn() ? "" : "java @arrayport.args …, or --add-modules jdk.incubator.vector");
    }

    private static Item blas() {
        return new Item("BLAS", Blas.isOn(), Blas.describe(),
                Blas.isOn() ? "" : "org.bytedeco:openblas for this platform on the class path");
    }

    private static Item torch() {
        LibTorch.Status status = LibTorch.locate();
        return new Item("libtorch", status.usable(), status.line(), "");
    }

    private static Item arrow() {
        String version = FieldVector.class.getPackage().getImplementationVersion();
        return new Item("Arrow", true, "arrow-java " + (version == null ? "(version unknown)" : version)
                + ", own IPC reader (" + ArrowTable.class.getSimpleName() + ")", "");
    }

    private static Item cuda() {
        CudaStatus status = CudaDriver.probe();
        return new Item("CUDA", status.available(), status.detail(), status.remedy());
    }
}
