package io.arrayport.core.kernel;

/**
 * Brings elements into ascending order: NaN, whatever its sign, and no time behind everything else; complex numbers by
 * real part, then by imaginary part, those with a NaN last, as NumPy orders them.
 *
 * <p>Addresses may have any alignment, strides are in bytes. {@code room} is the address of so many bytes as
 * {@link #room} or {@link #orderRoom} says, for whatever the kernel writes on its way. Nothing is checked: the caller
 * holds the memory.
 */
public interface SortKernel {
    /** Bytes of the widest vector that any machine has. */
    long WIDEST = 64;

    /** Returns how many bytes of memory {@link #columns} takes: a row of the widest vectors for each power of two. */
    static long columnRoom(long n) {
        return n > ColumnSort.MOST ? 0 : 2 * n * WIDEST;
    }

    /** Returns how many bytes of memory sorting {@code n} elements, or parting them, takes besides. */
    long room(long n);

    /** Returns how many bytes of memory sorting {@code n} positions takes besides. */
    long orderRoom(long n);

    /**
     * Sorts {@code n} elements that lie one after the other; -0 comes before 0, and NaN loses its payload.
     *
     * @param from where they are: at {@code at}, or where nothing is written
     */
    void sort(long from, long at, long n, long room);

    /**
     * Sorts columns that lie side by side, where that takes less than bringing them into strips.
     *
     * @param from as for {@link #sort}
     * @param step from one element of a column to the next
     * @param room of {@link #columnRoom}
     * @return whether it has sorted them; otherwise nothing was done
     */
    default boolean columns(long from, long at, long step, long n, long count, long room) {
        return false;
    }

    /**
     * Brings the elements that sorting would put at {@code ranks} to their places; those before each are not greater,
     * those behind it not less. NaN and 0 are as for {@link #sort}.
     *
     * @param from as for {@link #sort}
     * @param ranks ascending, below {@code n}
     */
    default void part(long from, long at, long n, long[] ranks, long room) {
        sort(from, at, n, room);
    }

    /**
     * Writes the positions, from 0, of the elements of a strip in their order; those of equal elements, which 0 and -0
     * are, ascend.
     *
     * @param places where {@code n} longs go, one after the other
     */
    default void order(long in, long stride, long n, long places, long room) {
        for (long i = 0; i < n; i++) {
            Raw.i64(places + i * Long.BYTES, i);
        }
        reorder(in, stride, n, places, room);
    }

    /**
     * Writes the positions, from 0, of the elements of a strip such that those at {@code ranks} are where sorting would
     * put them; those before each are of elements not greater, those behind it not less.
     *
     * @param ranks ascending, below {@code n}
     * @param places where {@code n} longs go, one after the other
     */
    default void partOrder(long in, long stride, long n, long[] ranks, long places, long room) {
        order(in, stride, n, places, room);
    }

    /**
     * Sorts positions by the elements of a strip that they name; those of equal elements stay in their order.
     *
     * @param n how many positions there are
     * @param places of longs, one after the other
     */
    void reorder(long in, long stride, long n, long places, long room);
}
