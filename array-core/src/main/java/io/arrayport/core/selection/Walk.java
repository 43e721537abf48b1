package io.arrayport.core.selection;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.error.IndexException;
import io.arrayport.core.index.Index;
import io.arrayport.core.index.Indexing;
import io.arrayport.core.layout.Layout;

/**
 * An index read from left to right: what strides can say of it, done, and where the arrays stand.
 *
 * @param view the layout with all axes that arrays select from still whole, positions gone, new axes inserted
 * @param arrays what selects from the view's axes
 * @param place before how many of the other axes the selected ones stand in the result
 */
record Walk(Layout view, List<Selecting> arrays, int place) {
    /**
     * An array in an index.
     *
     * @param axis the first of the view's axes that it selects from
     * @param source the same axis of the array that is indexed, which errors name
     */
    record Selecting(Part.Array array, int axis, int source) {
        int axes() {
            return array.axes();
        }
    }

    private static final class Reader {
        final List<Index.Basic> basics = new ArrayList<>();
        final List<Selecting> arrays = new ArrayList<>();
        int source;
        int axis;
        int whole;
        int place = -1;
        /** Whether another axis stands between what selects. */
        boolean apart;
        boolean split;

        void axis() {
            axis++;
            whole++;
            apart = place >= 0;
        }

        void selects() {
            split |= apart;
            if (place < 0) {
                place = whole;
            }
        }
    }

    /** @throws IndexException if the index is malformed, or a position is out of bounds */
    static Walk of(String operation, Layout layout, List<? extends Part> parts) {
        int skipped = layout.ndim() - named(operation, layout, parts);
        Reader reader = new Reader();
        for (Part part : parts) {
            switch (part) {
                case Part.Array array when array.isPosition() -> {
                    reader.basics.add(new Index.At(Positions.only(array.operand())));
                    reader.selects();
                    reader.source++;
                }
                case Part.Array array -> {
                    reader.selects();
                    reader.arrays.add(new Selecting(array, reader.axis, reader.source));
                    for (int i = 0; i < array.axes(); i++) {
                        reader.basics.add(new Index.Slice(null, null, null));
                    }
                    reader.axis += array.axes();
                    reader.source += array.axes();
                }
                case Part.Plain(Index.Basic index) -> {
                    reader.basics.add(index);
                    switch (index) {
                        case Index.At _ -> {
                            reader.selects();
                            reader.source++;
                        }
                        case Index.Slice _ -> {
                            reader.axis();
                            reader.source++;
                        }
                        case Index.NewAxis _ -> reader.axis();
                        case Index.Ellipsis _ -> {
                            reader.axis += skipped - 1;
                            reader.whole += skipped - 1;
                            reader.source += skipped;
                            reader.axis();
                        }
                    }
                }
            }
        }
        return new Walk(Indexing.apply(operation, layout, reader.basics), List.copyOf(reader.arrays),
                reader.split ? 0 : Math.max(0, reader.place));
    }

    /** How many axes the parts name one by one. */
    private static int named(String operation, Layout layout, List<? extends Part> parts) {
        int named = 0;
        for (Part part : parts) {
            named += switch (part) {
                case Part.Array array -> array.axes();
                case Part.Plain(Index.At _),Part.Plain(Index.Slice _) -> 1;
                case Part.Plain(Index.Ellipsis _),Part.Plain(Index.NewAxis _) -> 0;
            };
        }
        if (named > layout.ndim()) {
            throw new IndexException(operation + ": " + named + (named == 1 ? " axis is" : " axes are")
                    + " indexed, an array of shape " + layout.shape() + " has " + layout.ndim());
        }
        return named;
    }
}
