package io.arrayport.core.index;

import java.util.List;
import java.util.stream.LongStream;

import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.layout.Shape;
import org.jspecify.annotations.Nullable;

/**
 * One part of an index, as it stands between the commas of NumPy's {@code a[1:, ..., None, [0, 2]]}. {@code toString}
 * is the Python text, which {@link IndexText#parse} reads back.
 */
public sealed interface Index {
    /** What strides can say: an index of nothing else gives a view. */
    sealed interface Basic extends Index {}

    /**
     * What selects elements one by one, so that an index with one of these gives a copy. Several of them, and positions
     * beside them, broadcast: they select together. The axes of what they select stand where theirs were if they stand
     * side by side, else in front.
     */
    sealed interface Advanced extends Index {}

    /** Positions of an axis, or bools that are true where elements of as many axes are selected. Arrays are such. */
    non-sealed interface Array extends Advanced {}

    /**
     * Numbers that stand in the index itself, as {@code [0, 2]} does.
     *
     * @param shape of the nested lists
     * @param values in C order; of bools 0 and 1
     * @param bools whether they are a mask
     */
    record Listed(Shape shape, List<Long> values, boolean bools) implements Advanced {
        /** @throws IndexException if there are not as many values as the shape has elements */
        public Listed {
            values = List.copyOf(values);
            if (values.size() != shape.size()) {
                throw new IndexException("index: " + values.size() + " numbers are listed for the shape " + shape
                        + "; give " + shape.size());
            }
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            write(text, 0, 0, shape.size());
            return text.toString();
        }

        private void write(StringBuilder text, int axis, long first, long count) {
            if (axis == shape.ndim()) {
                long value = values.get((int) first);
                text.append(bools ? (value == 0 ? "False" : "True") : Long.toString(value));
                return;
            }
            text.append('[');
            for (long i = 0; i < shape.dim(axis); i++) {
                text.append(i == 0 ? "" : ", ");
                write(text, axis + 1, first + i * (count / shape.dim(axis)), count / shape.dim(axis));
            }
            text.append(']');
        }
    }

    /** Python's True or False as an index: a mask of no axis, which adds an axis of length 1 or 0. */
    record Truth(boolean value) implements Advanced {
        @Override
        public String toString() {
            return value ? "True" : "False";
        }
    }

    /**
     * One position of an axis, which is dropped.
     *
     * @param position negative counts from the end
     */
    record At(long position) implements Basic {
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
    record Slice(@Nullable Long start, @Nullable Long stop, @Nullable Long step) implements Basic {
        @Override
        public String toString() {
            return text(start) + ":" + text(stop) + (step == null ? "" : ":" + step);
        }

        private static String text(@Nullable Long value) {
            return value == null ? "" : value.toString();
        }
    }

    /** Stands for as many whole axes as the other parts leave; at most one in an index. */
    record Ellipsis() implements Basic {
        private static final Ellipsis INSTANCE = new Ellipsis();

        @Override
        public String toString() {
            return "...";
        }
    }

    /** Inserts an axis of length 1. */
    record NewAxis() implements Basic {
        private static final NewAxis INSTANCE = new NewAxis();

        @Override
        public String toString() {
            return "None";
        }
    }

    /**
     * One part of an index in Python's words: {@code Index.of("::-1")}.
     *
     * @throws IndexException if it is malformed, or several parts
     */
    static Index of(String text) {
        List<Index> parts = IndexText.parse(text);
        if (parts.size() != 1) {
            throw new IndexException("index: \"" + text + "\" has " + parts.size() + " parts, expected one");
        }
        return parts.getFirst();
    }

    /** The position {@code i} of an axis; negative counts from the end. */
    static Index at(long i) {
        return new At(i);
    }

    /** Several positions of an axis, in any order and as often as wanted; negative ones count from the end. */
    static Index at(long... positions) {
        return new Listed(Shape.of(positions.length), LongStream.of(positions).boxed().toList(), false);
    }

    /** Python's {@code True} or {@code False}: a mask of no axis, which adds an axis of length 1 or 0. */
    static Index truth(boolean value) {
        return new Truth(value);
    }

    /**
     * Python's {@code start:stop}. The bounds are whole numbers of any integer type, so that {@code slice(1, null)}
     * compiles.
     *
     * @throws DTypeException if a bound is a floating-point number
     */
    static Index slice(@Nullable Number start, @Nullable Number stop) {
        return slice(start, stop, null);
    }

    /**
     * Python's {@code start:stop:step}; a step of 0 is refused when the index is applied.
     *
     * @throws DTypeException if a number is a floating-point number
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
            default -> throw new DTypeException("slice: " + part + " is the " + value.getClass().getSimpleName() + " "
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
