package io.arrayport.arrow.column;

import io.arrayport.core.error.IndexException;

/** Rows that are asked for, of somebody who may have fewer. */
final class Bounds {
    private Bounds() {}

    /** @throws IndexException if the column has no row {@code i} */
    static void requireRow(String operation, ArrowColumn column, long i) {
        if (i < 0 || i >= column.length()) {
            throw noRow(operation, column.where(), i, column.length());
        }
    }

    /** The error of a row that is not there. */
    static IndexException noRow(String operation, String of, long i, long length) {
        return new IndexException(operation + ": " + of + ": expected a row from 0 and below " + length + ", found " + i
                + (i < 0 && i >= -length ? "; rows are not counted from the end: the one meant is " + (length + i)
                        : ""));
    }

    /** @throws IndexException if the column has not all rows {@code [from, to)} */
    static void requireRows(String operation, ArrowColumn column, long from, long to) {
        if (areNoRows(from, to, column.length())) {
            throw noRows(operation, column.where(), from, to, column.length());
        }
    }

    static boolean areNoRows(long from, long to, long length) {
        return from < 0 || to < from || to > length;
    }

    /** The error of rows that are not all there. */
    static IndexException noRows(String operation, String of, long from, long to, long length) {
        return new IndexException(operation + ": " + of + ": expected rows 0 <= from <= to <= " + length
                + ", found from " + from + " to " + to + "; length() says where rows end, and none are cut off");
    }
}
