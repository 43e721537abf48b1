package io.arrayport.arrow.column;

import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.ndarray.NdArray;

/** A run-end-encoded column, read where it lies: runs of equal rows. Shares the run ends and the values. */
public final class RunEndColumn {
    private final ArrowColumn column;
    private final NdArray ends;
    private final ArrowColumn values;

    private RunEndColumn(ArrowColumn column) {
        this.column = column;
        this.ends = column.wholeChildren().get(0).values();
        this.values = column.wholeChildren().get(1);
        requireRising();
    }

    /** Halving finds some run also among ends that do not rise, and a wrong one. */
    private void requireRising() {
        long nulls = column.wholeChildren().get(0).validity().nullCount();
        if (nulls > 0) {
            throw new ForeignDescriptorException(column.where() + ": run ends: expected no nulls, found " + nulls);
        }
        long last = 0;
        for (long i = 0; i < ends.size(); i++) {
            long end = ends.getLong(i);
            if (end <= last) {
                throw new ForeignDescriptorException(column.where() + ": run ends: expected more than " + last
                        + " at run " + i + ", found " + end);
            }
            last = end;
        }
    }

    /**
     * Reads {@code column}, nothing copied. Looks at each run end once.
     *
     * @throws io.arrayport.core.error.ZeroCopyException where it is of another type
     * @throws ForeignDescriptorException where the run ends do not rise from 1, or one is null
     */
    public static RunEndColumn of(ArrowColumn column) {
        if (!(column.type() instanceof ArrowType.RunEnds)) {
            throw column.refusal("has type " + column.type() + ", which has no run ends", "ask for what it is");
        }
        return new RunEndColumn(column);
    }

    /** What a column of run ends has to have: ends that are whole numbers. The rest is seen when a row is asked for. */
    static void require(ColumnParts parts) {
        ArrowColumn ends = parts.children().get(0);
        boolean integers = ends.type() instanceof ArrowType.Numeric type && (type.number() == ArrowNumber.INT16
                || type.number() == ArrowNumber.INT32 || type.number() == ArrowNumber.INT64);
        if (!integers) {
            throw parts.error("run ends: expected int16, int32 or int64, found " + ends.type());
        }
    }

    /** The row behind each run, counted in the column before it was sliced; shared. */
    public NdArray ends() {
        return ends;
    }

    /** The value of each run; shared. */
    public ArrowColumn values() {
        return values;
    }

    /** Which row of {@link #ends()}'s counting is row 0. */
    public long offset() {
        return column.offset();
    }

    /**
     * The run that row {@code i} lies in: the row of {@link #values()} that it means. Found by halving.
     *
     * @throws io.arrayport.core.error.IndexException where there is no such row
     * @throws ForeignDescriptorException where the run ends or values stop before the row
     */
    public long run(long i) {
        Bounds.requireRow("run", column, i);
        long row = column.offset() + i;
        long low = 0;
        long high = ends.size();
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (ends.getLong(middle) <= row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == ends.size() || low >= values.length()) {
            throw new ForeignDescriptorException(column.where() + ": run ends: none of the " + ends.size() + " that has"
                    + " one of the " + values.length() + " values is behind row " + row);
        }
        return low;
    }
}
