package io.arrayport.arrow;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.core.ndarray.NdArray;

/** A column as an import of one array. */
final class ColumnSource {
    private ColumnSource() {}

    /** The array of a column that nobody else has; takes the column. */
    static NdArray array(ArrowColumn column) {
        try {
            NdArray array = column.asNdArray();
            column.owner().closeAllBut(array.storage());
            return array;
        } catch (RuntimeException | Error refused) {
            column.close();
            throw refused;
        }
    }
}
