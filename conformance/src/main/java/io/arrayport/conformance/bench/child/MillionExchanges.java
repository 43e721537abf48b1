package io.arrayport.conformance.bench.child;

import static io.arrayport.core.Np.np;

import java.io.IOException;
import java.util.function.Consumer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.Dlpack;
import io.arrayport.dlpack.DlpackRaw;
import io.arrayport.torch.Torch;
import io.arrayport.torch.TorchTarget;

/**
 * What a million exchanges leave behind, by DLPack and with torch: resident size after all of them less that after a
 * tenth, deleters that did not run, exports and imports still out. Ends with exit code 1 where that is too much.
 */
public final class MillionExchanges {
    private static final int ALL = 1_000_000;
    private static final int TENTH = ALL / 10;
    /** Until libraries are loaded, code is compiled and the collector has grown its tables: no exchange's memory. */
    private static final int WARM_UP = ALL;

    private final Limits limits = new Limits();

    private MillionExchanges() {}

    /** @param args none */
    public static void main(String[] args) throws IOException {
        MillionExchanges run = new MillionExchanges();
        try (NdArray array = np.zeros(Shape.of(256), np.float32);
                NDManager manager = NDManager.newBaseManager("PyTorch")) {
            run.cycles("DLPack, there and back", array, MillionExchanges::throughCapsule);
            TorchTarget torch = Torch.torch(manager);
            run.cycles("torch, there and back", array, each -> throughTorch(torch, each));
        }
        System.out.flush();
        Runtime.getRuntime().halt(run.limits.broken() ? 1 : 0);
    }

    private void cycles(String what, NdArray array, Consumer<NdArray> exchange) throws IOException {
        for (int i = 0; i < WARM_UP; i++) {
            exchange.accept(array);
        }
        long released = DlpackRaw.releasedExports();
        long exports = DlpackRaw.liveExports();
        long imports = Ledger.counts().imports();
        for (int i = 0; i < TENTH; i++) {
            exchange.accept(array);
        }
        long before = Limits.residentKib();
        for (int i = TENTH; i < ALL; i++) {
            exchange.accept(array);
        }
        System.out.println(what + ", " + ALL + " times:");
        limits.check("resident KiB at the end less those after a tenth", (double) (Limits.residentKib() - before),
                Limits.MOST_GROWTH_KIB);
        limits.check("deleters that did not run", (double) (ALL + released - DlpackRaw.releasedExports()), 0);
        limits.check("exports still out", (double) (DlpackRaw.liveExports() - exports), 0);
        limits.check("imports still out", (double) (Ledger.counts().imports() - imports), 0);
    }

    private static void throughCapsule(NdArray array) {
        try (NdArray back = Dlpack.from(Dlpack.export(array))) {
            requireSame(array, back);
        }
    }

    private static void throughTorch(TorchTarget torch, NdArray array) {
        try (NDArray there = torch.accept(array); NdArray back = Torch.torch(there).open()) {
            requireSame(array, back);
        }
    }

    private static void requireSame(NdArray array, NdArray back) {
        if (back.address() != array.address()) {
            throw new AssertionError("the exchange copied");
        }
    }
}
