package io.arrayport.core.index;

import io.arrayport.core.error.IndexException;
import org.jspecify.annotations.Nullable;

/**
 * One part of a basic index, as it stands between the commas of NumPy's {@code a[1:, ..., None, -1]}. Basic indexing
 * always gives a view. {@code toString} is the Python text, which {@link IndexText#parse} reads back.
 */
public sealed interface Index {
    /**
     * One position of an axis, which is dropped.
     *
     * @param position negative counts from the end
     */
    record At(long position) implements Index {
        @Override
        public String toString() {
            return Long.toString(position);
        }
    }

    /**
     * A range of an axis, with Python's clipping: bounds beyond the axis are no error.
     *
     * @param start first position, negative counts from the end; null is the natural end for the sign of {@code step}
     * @param stop position before which to end; null likewise
     * @param step distance, not 0; null is 1
     */
    record Slice(@Nullable Long start, @Nullable Long stop, @Nullable Long step) implements Index {
        @Override
        public String toString() {
            return text(start) + ":" + text(stop) + (step == null ? "" : ":" + step);
        }

        private static String text(@Nullable Long value) {
            return value == null ? "" : value.toString();
        }
    }

    /** Stands for as many whole axes as the other parts leave; at most one in an index. */
    record Ellipsis() implements Index {
        private static final Ellipsis INSTANCE = new Ellipsis();

        @Override
        public String toString() {
            return "...";
        }
    }

    /** Inserts an axis of length 1. */
    record NewAxis() implements Index {
        private static final NewAxis INSTANCE = new NewAxis();

        @Override
        public String toString() {
            return "None";
        }
    }

    /** The position {@code i} of an axis; negative counts from the end. */
    static Index at(long i) {
        return new At(i);
    }

    /**
     * Python's {@code start:stop}. The bounds are whole numbers of any integer type, so that {@code slice(1, null)}
     * compiles.
     *
     * @throws IndexException if a bound is a floating-point number
     */
    static Index slice(@Nullable Number start, @Nullable Number stop) {
        return slice(start, stop, null);
    }

    /**
     * Python's {@code start:stop:step}; a step of 0 is refused when the index is applied.
     *
     * @throws IndexException if a number is a floating-point number
     */
    static Index slice(@Nullable Number start, @Nullable Number stop, @Nullable Number step) {
        return new Slice(whole("start", start), whole("stop", stop), whole("step", step));
    }

    private static @Nullable Long whole(String part, @Nullable Number value) {
        return switch (value) {
            case null -> null;
            case Long number -> number;
            case Integer number -> number.longValue();
            case Short number -> number.longValue();
            case Byte number -> number.longValue();
            default -> throw new IndexException("slice: " + part + " is the " + value.getClass().getSimpleName() + " "
                    + value + ", expected an int or a long");
        };
    }

    /** Python's {@code :}, a whole axis. */
    static Index all() {
        return new Slice(null, null, null);
    }

    /** Python's {@code ...}. */
    static Index ellipsis() {
        return Ellipsis.INSTANCE;
    }

    /** NumPy's {@code np.newaxis}. */
    static Index newAxis() {
        return NewAxis.INSTANCE;
    }
}
