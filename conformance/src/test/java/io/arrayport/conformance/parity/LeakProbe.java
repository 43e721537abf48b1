package io.arrayport.conformance.parity;

import static io.arrayport.core.Np.np;

import java.util.List;

import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.Dlpack;

/** Hands an array out and takes it back; ends with 1 if anything is still held after both ends have closed it. */
final class LeakProbe {
    private LeakProbe() {}

    public static void main(String[] args) {
        try (NdArray array = np.array(1.0, 2.0); NdArray back = Dlpack.from(Dlpack.export(array))) {
            System.out.println(back.address() == array.address() ? "shared" : "copied");
        }
        Ledger.Counts counts = Ledger.counts();
        System.out.println(counts);
        List<String> held = Ledger.report();
        held.forEach(System.out::println);
        System.exit(counts.nativeBlocks() + counts.imports() + counts.exports() == 0 ? 0 : 1);
    }
}
