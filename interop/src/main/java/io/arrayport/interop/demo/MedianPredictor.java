package io.arrayport.interop.demo;

import java.util.Arrays;

import io.arrayport.arrow.ArrowTable;
import io.arrayport.arrow.Batch;
import io.arrayport.core.ndarray.NdArray;

/** The baseline that any model must beat under absolute error: the median of the training rows, for every row. */
final class MedianPredictor {
    /** Enough for a median; of a longer file every k-th training row is taken. */
    private static final long SAMPLE = 4_000_000;

    private MedianPredictor() {}

    /** @return NaN if there is no training row */
    static double fit(ArrowTable table, String target) {
        long every = Math.max(1, Math.ceilDiv(table.rowCount(), SAMPLE));
        double[] values = new double[(int) (table.rowCount() / every + 1)];
        int count = 0;
        long first = 0;
        for (Batch batch : table.batches()) {
            NdArray column = batch.column(target);
            for (long row = Math.ceilDiv(first, every) * every; row < first + column.size(); row += every) {
                if (!HeldOut.is(row)) {
                    values[count++] = column.getDouble(row - first);
                }
            }
            first += column.size();
        }
        Arrays.sort(values, 0, count);
        return count == 0 ? Double.NaN : (values[(count - 1) / 2] + values[count / 2]) / 2;
    }
}
