package io.arrayport.gpu.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.dtype.TimeUnit;

/** What sorts: keys of each type, what merges keys of each width, and what finds values among sorted ones. */
final class SortRows implements KernelRows {
    @Override
    public void forEach(BiConsumer<String, String> row) {
        List<DType> types = new ArrayList<>(DType.ALL);
        types.add(TimeType.timedelta64(TimeUnit.GENERIC));
        for (DType type : types) {
            String name = KernelTable.name(type);
            row.accept("search", "SEARCH(" + name + ")");
            for (KeyType key : KeyType.of(type)) {
                row.accept("keys", "KEYS(" + name + ", " + key.cuda() + ")");
                if (type.kind() != 'c') {
                    row.accept("keys", "ELEMENTS(" + name + ", " + key.cuda() + ")");
                }
            }
        }
        row.accept("search", "SEARCHORDER(ByOrder)");
        for (KeyType key : KeyType.values()) {
            for (String form : List.of("Plain", "Placed")) {
                row.accept("sort", "TILES(" + form + ", " + key.cuda() + ")");
                row.accept("sort", "MERGE(" + form + ", " + key.cuda() + ")");
            }
        }
        row.accept("sort", "RECORDTILES(Records)");
        row.accept("sort", "RECORDMERGE(Records)");
        row.accept("sort", "PLACES(write)");
        row.accept("sort", "PLACES(read)");
        for (int width : MoveRows.WIDTHS) {
            row.accept("sort", "COLLECT(" + width + ")");
            row.accept("sort", "SPREAD(" + width + ")");
        }
    }
}
