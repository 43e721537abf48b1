package io.arrayport.gpu.kernel;

import java.util.List;
import java.util.function.BiConsumer;

import io.arrayport.core.dtype.DType;

/** What converts elements, for each pair of types, and what moves them as bytes. */
final class MoveRows implements KernelRows {
    /** Bytes of elements that are moved as they are. */
    static final List<Integer> WIDTHS = List.of(1, 2, 4, 8, 16);

    @Override
    public void forEach(BiConsumer<String, String> row) {
        for (DType from : DType.ALL) {
            String name = KernelTable.name(from);
            DType.ALL.stream().filter(to -> !to.equals(from)).forEach(
                    to -> row.accept("copy_" + name, "COPY(" + name + ", " + KernelTable.name(to) + ")"));
        }
        for (int width : WIDTHS) {
            row.accept("move", "MOVE(move, " + width + ", false)");
            row.accept("move", "CHOOSE(" + width + ")");
            row.accept("move", "FILL(" + width + ")");
            if (width > 1 && width < 16) {
                row.accept("move", "MOVE(turn, " + width + ", true)");
            }
        }
    }
}
