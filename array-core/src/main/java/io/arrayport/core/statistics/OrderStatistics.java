package io.arrayport.core.statistics;

import java.util.Arrays;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;

/** What sorting rows would put at given places, NaN behind everything else. */
final class OrderStatistics {
    private OrderStatistics() {}

    /**
     * Returns, for each row, the elements of {@code ranks}: new, of shape (rows, ranks).
     *
     * @param ranks ascending
     */
    static NdArray of(String operation, NdArray rows, long... ranks) {
        Backend backend = Backend.of(operation, rows.device());
        DType type = Promotion.nativeOf(rows.dtype());
        Layout layout = Layout.contiguous(Shape.of(rows.shape().dim(0), ranks.length), type.itemsize());
        rows.storage().acquire();
        try {
            NdArray result = NdArray.of(backend.allocate(rows.device(), layout.endByte(type.itemsize())), type, layout);
            return Compute.finished(result, made -> backend.select(
                    new Operand(rows.dtype(), rows.layout(), rows.storage(), false), 1, ranks,
                    Operand.of(type, layout, made.storage())));
        } finally {
            rows.storage().release();
        }
    }

    /** Returns the ranks, sorted, each once; with the last one where it shows whether a row has NaN. */
    static long[] ranks(DType type, long elements, long... wanted) {
        long[] all = Arrays.copyOf(wanted, wanted.length + 1);
        all[wanted.length] = Compute.hasNan(type) ? elements - 1 : wanted[0];
        return Arrays.stream(all).sorted().distinct().toArray();
    }

    /** Sets results whose row has NaN to that: the last one of what was selected. */
    static void spreadNan(NdArray selected, NdArray results) {
        if (Compute.hasNan(selected.dtype())) {
            NdArray last = Lanes.column(selected, selected.shape().dim(1) - 1);
            try (NdArray nan = Compute.isNan(last); NdArray any = nan.any()) {
                if (any.getBoolean()) {
                    Compute.put(results, last, nan);
                }
            }
        }
    }
}
