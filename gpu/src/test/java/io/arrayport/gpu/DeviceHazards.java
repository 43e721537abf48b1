package io.arrayport.gpu;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.shape;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;

import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.Dlpack;
import io.arrayport.dlpack.DlpackCapsule;
import io.arrayport.gpu.emulator.Emulator;

/** What a JVM is not to die of: the hazard's name, then what it needs. */
final class DeviceHazards {
    private static final Device GPU = Device.cuda(0);
    private static final int ILLEGAL_ADDRESS = 700;

    private DeviceHazards() {}

    public static void main(String[] hazard) {
        switch (hazard[0]) {
            case "lost" -> lost();
            case "driver" -> {
                if (hazard.length > 1) {
                    SymbolLookup.libraryLookup(Path.of(hazard[1]), Arena.global());
                }
                refused(() -> np.on(GPU).zeros(shape(3)));
                refused(() -> np.arange(3).toDevice(GPU));
                refused(() -> CudaStream.own(GPU));
                System.out.println(CudaDriver.probe().detail() + "; " + CudaDriver.probe().remedy());
            }
            default -> throw new IllegalArgumentException(hazard[0]);
        }
        System.out.println(np.arange(3).add(1).tolist());
        System.out.println("survived");
    }

    /** After an error of a kernel nothing works there any more; all that was there can be closed. */
    private static void lost() {
        Emulator.get().orElseThrow();
        NdArray a = np.arange(5.0).toDevice(GPU);
        DlpackCapsule capsule = Dlpack.export(a);
        NdArray taken = Dlpack.from(Dlpack.export(a));
        Emulator.lose(ILLEGAL_ADDRESS);
        refused(() -> a.add(a));
        refused(() -> a.toDevice(Device.CPU));
        refused(() -> np.arange(3).toDevice(GPU));
        refused(() -> np.on(GPU).zeros(shape(1 << 20)));
        refused(() -> Dlpack.export(a));
        refused(() -> CudaStream.own(GPU).synchronize());
        taken.close();
        capsule.close();
        a.close();
    }

    private static void refused(Runnable action) {
        try {
            action.run();
            System.out.println("not refused");
        } catch (RuntimeException refusal) {
            System.out.println(refusal.getClass().getSimpleName() + " " + refusal.getMessage());
        }
    }
}
