package io.arrayport.core.index;

import io.arrayport.core.error.IndexException;
import org.jspecify.annotations.Nullable;

/** Numbers along one axis of a grid, as they stand between the brackets of NumPy's {@code mgrid[0:1:0.25, -1:1:5j]}. */
public sealed interface Span {
    /**
     * Numbers a step apart, short of {@code stop}.
     *
     * @param start the first
     * @param stop where they end
     * @param step not 0
     */
    record Stepped(Number start, Number stop, Number step) implements Span {}

    /**
     * So many numbers, both ends included: in Python a step of {@code 5j}.
     *
     * @param start the first
     * @param stop the last
     * @param count how many
     */
    record Counted(Number start, Number stop, long count) implements Span {}

    /**
     * The same as a part of an index.
     *
     * @throws IndexException if it has no end
     */
    static Span of(Index.Slice slice) {
        Long stop = slice.stop();
        if (stop == null) {
            throw new IndexException("grid: the span " + slice + " has no end; give the number to stop before");
        }
        return new Stepped(or(slice.start(), 0), stop, or(slice.step(), 1));
    }

    private static long or(@Nullable Long value, long usual) {
        return value == null ? usual : value;
    }
}
