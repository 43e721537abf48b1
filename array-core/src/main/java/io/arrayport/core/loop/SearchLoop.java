package io.arrayport.core.loop;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.kernel.SearchKernel;
import io.arrayport.core.layout.Layout;
import org.jspecify.annotations.Nullable;

/** Hands values to the kernel that finds them among sorted elements. */
final class SearchLoop {
    private SearchLoop() {}

    /** As {@link Backend#searchsorted}. */
    static void run(Backend backend, Operand sorted, @Nullable Operand sorter, Operand values, boolean right,
            Operand out) {
        try (Packed among = Packed.natively(backend, sorted); Packed wanted = Packed.natively(backend, values)) {
            SearchKernel kernel = Ordered.search("searchsorted", among.operand().dtype(),
                    wanted.operand().dtype());
            SearchKernel.Sorted all = sorted(among.operand(), sorter);
            UnaryLoop.split((in, inStride, to, toStride, n) -> kernel.run(all, in, inStride, to, toStride, n, right),
                    wanted.operand().storage().address(), wanted.operand().layout(), out.storage().address(),
                    out.layout());
        }
    }

    private static SearchKernel.Sorted sorted(Operand elements, @Nullable Operand sorter) {
        Layout strip = elements.layout();
        long at = elements.storage().address() + strip.offset();
        return sorter == null ? new SearchKernel.Sorted(at, strip.stride(0), strip.dim(0), 0, 0)
                : new SearchKernel.Sorted(at, strip.stride(0), strip.dim(0),
                        sorter.storage().address() + sorter.layout().offset(), sorter.layout().stride(0));
    }
}
