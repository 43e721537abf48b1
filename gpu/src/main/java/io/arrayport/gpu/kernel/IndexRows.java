package io.arrayport.gpu.kernel;

import java.util.List;
import java.util.function.BiConsumer;

/** What finds elements by their positions, and what converts between units of time. */
final class IndexRows implements KernelRows {
    @Override
    public void forEach(BiConsumer<String, String> row) {
        for (String line : List.of("POSITIONS(check)", "POSITIONS(own)", "LOCATE(offsets)")) {
            row.accept("index", line);
        }
        for (int width : MoveRows.WIDTHS) {
            for (String kind : List.of("GATHER", "SCATTER", "PICK")) {
                row.accept("index", kind + "(" + width + ")");
            }
        }
        for (String how : List.of("by_ratio", "to_days", "to_months")) {
            row.accept("times", "RECOUNT(" + how + ")");
        }
    }
}
