package io.arrayport.conformance.fuzz.cases;

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

/** Touches every byte that a column of any type describes, through the view that is meant for it. */
final class Rows {
    /** A damaged length may say more. */
    private static final long MOST = 3000;

    private Rows() {}

    /** Reads all rows of the column, and of what is below it. */
    static void touch(ArrowColumn column) {
        ArrowColumn rows = column.length() > MOST ? column.slice(0, MOST) : column;
        rows.validity().nullCount();
        switch (rows.type()) {
            case ArrowType.Variable _,ArrowType.View _ -> texts(TextColumn.of(rows));
            case ArrowType.Lists _,ArrowType.ListViews _,ArrowType.Maps _ -> {
                ListColumn lists = ListColumn.of(rows);
                for (long i = 0; i < lists.length(); i++) {
                    lists.get(i);
                }
                touch(lists.values());
            }
            case ArrowType.Struct _,ArrowType.FixedList _ -> rows.children().forEach(Rows::touch);
            case ArrowType.Union _ -> {
                UnionColumn union = UnionColumn.of(rows);
                for (long i = 0; i < rows.length(); i++) {
                    union.get(i);
                }
                rows.children().forEach(Rows::touch);
            }
            case ArrowType.Dictionary _ -> {
                DictionaryColumn words = DictionaryColumn.of(rows);
                for (long i = 0; i < rows.length(); i++) {
                    if (!rows.isNull(i)) {
                        words.index(i);
                    }
                }
                touch(words.values());
            }
            case ArrowType.RunEnds _ -> {
                RunEndColumn runs = RunEndColumn.of(rows);
                for (long i = 0; i < rows.length(); i++) {
                    runs.run(i);
                }
                touch(runs.values());
            }
            case ArrowType.Decimal _ -> {
                DecimalColumn decimals = DecimalColumn.of(rows);
                for (long i = 0; i < rows.length(); i++) {
                    decimals.get(i);
                }
            }
            default -> flat(rows);
        }
    }

    private static void texts(TextColumn texts) {
        for (long i = 0; i < texts.length(); i++) {
            texts.bytes(i);
            if (texts.isText() && !texts.isNull(i)) {
                texts.get(i);
            }
        }
    }

    private static void flat(ArrowColumn rows) {
        if (rows.type() instanceof ArrowType.Bool) {
            rows.toNdArray(0).close();
        } else if (TypeLayout.stored(rows.type()).isPresent()) {
            // Not closed: its bytes are the column's
            NdArray stored = rows.storedValues();
            stored.copy().close();
        }
    }
}
