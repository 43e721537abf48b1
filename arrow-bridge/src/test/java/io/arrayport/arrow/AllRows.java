package io.arrayport.arrow;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.DecimalColumn;
import io.arrayport.arrow.column.DictionaryColumn;
import io.arrayport.arrow.column.ListColumn;
import io.arrayport.arrow.column.RunEndColumn;
import io.arrayport.arrow.column.TextColumn;
import io.arrayport.arrow.column.UnionColumn;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.arrow.type.TypeLayout;
import io.arrayport.core.ndarray.NdArray;

/** Reads every row of a column of any type through the view that is meant for it, to whatever depth. */
public final class AllRows {
    /** A damaged length may say more rows than a test has time for; those behind are read by the tests of one row. */
    private static final long MOST = 1000;

    private AllRows() {}

    /** The rows as Java values; null for nulls. */
    public static List<Object> read(ArrowColumn column) {
        List<Object> rows = new ArrayList<>();
        long count = Math.min(column.length(), MOST);
        for (long i = 0; i < count; i++) {
            rows.add(column.isNull(i) ? null : row(column, i));
        }
        return rows;
    }

    private static Object row(ArrowColumn column, long i) {
        ArrowType type = column.type();
        return switch (type) {
            case ArrowType.Variable bytes -> text(column, i);
            case ArrowType.View views -> text(column, i);
            case ArrowType.Lists lists -> read(ListColumn.of(column).get(i));
            case ArrowType.ListViews lists -> read(ListColumn.of(column).get(i));
            case ArrowType.Maps map -> read(ListColumn.of(column).get(i));
            case ArrowType.FixedList list -> read(column.slice(i, i + 1).children().getFirst());
            case ArrowType.Struct struct ->
                column.slice(i, i + 1).children().stream().map(child -> read(child).getFirst()).toList();
            case ArrowType.Union union -> read(UnionColumn.of(column).get(i)).getFirst();
            case ArrowType.Dictionary coded -> {
                DictionaryColumn words = DictionaryColumn.of(column);
                yield read(words.values().slice(words.index(i), words.index(i) + 1)).getFirst();
            }
            case ArrowType.RunEnds runs -> {
                RunEndColumn found = RunEndColumn.of(column);
                yield read(found.values().slice(found.run(i), found.run(i) + 1)).getFirst();
            }
            case ArrowType.Decimal decimal -> DecimalColumn.of(column).get(i);
            case ArrowType.Bool bool -> {
                try (NdArray one = column.slice(i, i + 1).toNdArray(0)) {
                    yield one.getLong(0) != 0;
                }
            }
            default -> {
                if (TypeLayout.stored(type).isEmpty()) {
                    yield type.toString();
                }
                NdArray stored = column.slice(i, i + 1).storedValues();
                List<Double> parts = new ArrayList<>();
                for (NdArray flat = stored.reshape(stored.size()); parts.size() < flat.size();) {
                    parts.add(flat.getDouble(parts.size()));
                }
                yield parts.size() == 1 ? parts.getFirst() : parts;
            }
        };
    }

    private static Object text(ArrowColumn column, long i) {
        TextColumn texts = TextColumn.of(column);
        return texts.isText() ? texts.get(i) : List.of(texts.bytes(i).length);
    }
}
