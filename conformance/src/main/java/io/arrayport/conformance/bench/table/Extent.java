package io.arrayport.conformance.bench.table;

/** The shape of an input as a function of a case's n. */
public enum Extent {
    /** (n,). */
    VECTOR,
    /** (2n,), for views that take every other element. */
    TWICE,
    /** (rows, columns) with n elements, as near to a square as n allows. */
    MATRIX,
    /** (columns, rows) of that matrix: what its transpose has. */
    TURNED,
    /** (rows, 2 columns), for views that take every other column. */
    WIDE,
    /** (columns,): one row of that matrix. */
    ROW,
    /** (rows, 1): one column of it. */
    COLUMN,
    /** (n / 100, 100): many short rows. */
    HUNDREDS,
    /** (n / 3, 3): points in space. */
    POINTS,
    /** (10,), whatever n is. */
    TEN,
    /** (n, n). */
    SQUARE,
    /** (1, n). */
    ROWS1,
    /** (8, n). */
    ROWS8,
    /** (64, n). */
    ROWS64,
    /** (): no axis, one element. */
    POINT;

    /** Returns the lengths for {@code n}. */
    public long[] of(long n) {
        long rows = rows(n);
        long columns = n / rows;
        return switch (this) {
            case VECTOR -> new long[]{n};
            case TWICE -> new long[]{2 * n};
            case MATRIX -> new long[]{rows, columns};
            case TURNED -> new long[]{columns, rows};
            case WIDE -> new long[]{rows, 2 * columns};
            case ROW -> new long[]{columns};
            case COLUMN -> new long[]{rows, 1};
            case HUNDREDS -> new long[]{n / 100, 100};
            case POINTS -> new long[]{n / 3, 3};
            case TEN -> new long[]{10};
            case SQUARE -> new long[]{n, n};
            case ROWS1 -> new long[]{1, n};
            case ROWS8 -> new long[]{8, n};
            case ROWS64 -> new long[]{64, n};
            case POINT -> new long[0];
        };
    }

    /** Returns the largest divisor of {@code n} that is not above its root. */
    public static long rows(long n) {
        long rows = (long) Math.sqrt((double) n);
        while (n % rows != 0) {
            rows--;
        }
        return rows;
    }
}
