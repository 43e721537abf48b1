package io.arrayport.arrow.ipc;

/**
 * Where a top-level column lies, as the batch states it, unchecked. Offsets count from the batch's body.
 *
 * @param known false where the column is not of fixed-width values, or cannot be found behind a column of unknown type;
 *     the rest is then 0
 * @param length rows of the column
 * @param nullCount nulls, or -1 where the writer did not count
 * @param validityOffset the bitmap; absent where its length is 0
 */
public record ColumnSpan(boolean known, long length, long nullCount, long validityOffset, long validityLength,
        long valuesOffset, long valuesLength) {
    static final ColumnSpan UNKNOWN = new ColumnSpan(false, 0, 0, 0, 0, 0, 0);
}
