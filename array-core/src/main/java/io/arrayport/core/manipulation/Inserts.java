package io.arrayport.core.manipulation;

import java.lang.foreign.ValueLayout;
import java.util.Arrays;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Permutations;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.AlongOption;
import io.arrayport.core.ndarray.Moves;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Temporaries;

/** Arrays with further elements between their own. */
public final class Inserts {
    private Inserts() {}

    /** {@code np.insert}. */
    public static NdArray insert(NdArray array, Index places, NdArray values, AlongOption... options) {
        try (Line line = Line.of("insert", array, options)) {
            long[] positions = Positions.of("insert", places, line.length());
            if (positions.length == 1) {
                boolean one = places instanceof Index.At || places instanceof NdArray given && given.ndim() == 0;
                return together(line, before(line, positions[0]), values, one);
            }
            return apart(line, positions, values);
        }
    }

    /** A position counted from the front; that behind the last element is one. */
    private static long before(Line line, long position) {
        long length = line.length();
        if (position < -length || position > length) {
            throw new IndexException("insert: " + position + " is out of bounds for axis " + line.axis()
                    + " with size " + length + "; the last place is that number");
        }
        return position < 0 ? position + length : position;
    }

    /** All values in one place. */
    private static NdArray together(Line line, long at, NdArray values, boolean one) {
        int axis = line.axis();
        NdArray more = Ranks.atleast(values, line.array().ndim());
        if (one) {
            more = more.transpose(Permutations.moved(more.ndim(), new int[]{0}, new int[]{axis}));
        }
        NdArray inserted = more;
        long count = inserted.shape().dim(axis);
        return Temporaries.finished(line.empty(line.length() + count), result -> {
            Along.slice(result, axis, 0L, at).set(Along.slice(line.array(), axis, 0L, at));
            put(Along.slice(result, axis, at, at + count), inserted);
            Along.slice(result, axis, at + count, null).set(Along.slice(line.array(), axis, at, null));
        });
    }

    /** A value in each place, of equal places in their order. */
    private static NdArray apart(Line line, long[] positions, NdArray values) {
        long length = line.length() + positions.length;
        try (NdArray places = places(line, positions);
                NdArray own = Temporaries.empty(line.array(), DType.BOOL, Shape.of(length))) {
            own.fill(1);
            own.set(0, places);
            return Temporaries.finished(line.empty(length), result -> {
                put(result, values, Along.index(line.axis(), places));
                result.set(line.array(), Along.index(line.axis(), own));
            });
        }
    }

    private static void put(NdArray target, NdArray values, Index... places) {
        try {
            target.set(values, places);
        } catch (ShapeException cause) {
            throw new ShapeException("insert: values have shape " + values.shape()
                    + ", which does not stretch to what is inserted; give one for each position, or one for all",
                    cause);
        }
    }

    /** Where in the result the values go: each behind those that go before it. */
    private static NdArray places(Line line, long[] positions) {
        long[] sorted = new long[positions.length];
        for (int i = 0; i < positions.length; i++) {
            sorted[i] = before(line, positions[i]);
        }
        long[] own = sorted.clone();
        Arrays.sort(sorted);
        int[] taken = new int[sorted.length]; // of each run of equal positions, by where it begins
        return Moves.positions(line.array(), positions.length, places -> {
            for (int i = 0; i < own.length; i++) {
                int first = first(sorted, own[i]);
                places.setAtIndex(ValueLayout.JAVA_LONG, i, own[i] + first + taken[first]++);
            }
        });
    }

    /** Where the first of equal numbers stands. */
    private static int first(long[] sorted, long number) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
