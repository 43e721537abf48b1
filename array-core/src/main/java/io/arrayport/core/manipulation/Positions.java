package io.arrayport.core.manipulation;

import java.util.Arrays;

import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.Moves;
import io.arrayport.core.ndarray.NdArray;

/** Which positions of an axis an index names. */
final class Positions {
    private Positions() {}

    /** Whether it says for each position whether it is meant. */
    static boolean isMask(Index index) {
        return switch (index) {
            case NdArray array -> array.dtype().kind() == 'b';
            case Index.Listed listed -> listed.bools();
            case Index.Truth _ -> true;
            default -> false;
        };
    }

    static Shape maskShape(Index index) {
        return switch (index) {
            case NdArray array -> array.shape();
            case Index.Listed listed -> listed.shape();
            default -> Shape.of();
        };
    }

    /** The only element of an array of integers. */
    static long only(NdArray array) {
        return Moves.longs(array)[0];
    }

    /**
     * The positions, as they are given: negative ones count from the end.
     *
     * @param length of the axis
     */
    static long[] of(String operation, Index index, long length) {
        return switch (index) {
            case Index.At(long position) -> new long[]{position};
            case Index.Slice slice -> of(Layout.contiguous(Shape.of(length), 1).slice(0, slice.start(), slice.stop(),
                    slice.step()));
            case NdArray array -> of(operation, array.dtype().kind(), array.shape(),
                    array.size() == 0 ? new long[0] : longs(operation, array));
            case Index.Listed listed -> of(operation, listed.bools() ? 'b' : 'i', listed.shape(),
                    listed.values().stream().mapToLong(Long::longValue).toArray());
            default -> throw new IndexException(operation + ": " + index + " says no positions; give some, or a slice");
        };
    }

    private static long[] longs(String operation, NdArray array) {
        if ("biu".indexOf(array.dtype().kind()) < 0) {
            throw new IndexException(operation + ": the positions are " + array.dtype() + ", they must be integers");
        }
        return Moves.longs(array);
    }

    private static long[] of(Layout positions) {
        long[] all = new long[Math.toIntExact(positions.size())];
        Arrays.setAll(all, i -> positions.offset() + i * positions.stride(0));
        return all;
    }

    private static long[] of(String operation, char kind, Shape shape, long[] values) {
        if (shape.ndim() > 1 || kind == 'b' && shape.ndim() != 1) {
            throw new ShapeException(operation + ": the positions have shape " + shape + ", they must stand in a row");
        }
        if (kind != 'b') {
            return values;
        }
        long[] where = new long[(int) Arrays.stream(values).filter(value -> value != 0).count()];
        int found = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                where[found++] = i;
            }
        }
        return where;
    }
}
