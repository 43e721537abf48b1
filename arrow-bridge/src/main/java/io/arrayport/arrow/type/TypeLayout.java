package io.arrayport.arrow.type;

import java.util.Optional;

import io.arrayport.arrow.type.ArrowType.Interval;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.dtype.TimeUnit;
import io.arrayport.core.dtype.VoidType;

/** How a type lies in memory. */
public final class TypeLayout {
    private static final int VIEW_BITS = 128;
    private static final DType DAY_TIME = StructType.of(StructType.Field.of("days", DType.INT32),
            StructType.Field.of("milliseconds", DType.INT32));
    private static final DType MONTH_DAY_NANO = StructType.of(StructType.Field.of("months", DType.INT32),
            StructType.Field.of("days", DType.INT32), StructType.Field.of("nanoseconds", DType.INT64));

    private TypeLayout() {}

    /** The buffers that a column of {@code type} brings, apart from its children's. */
    public static BufferLayout buffers(ArrowType type) {
        return switch (type) {
            case ArrowType.Null none -> BufferLayout.NONE;
            case ArrowType.RunEnds runs -> BufferLayout.NONE;
            case ArrowType.Variable bytes -> BufferLayout.VARIABLE;
            case ArrowType.View views -> BufferLayout.VIEW;
            case ArrowType.Lists lists -> BufferLayout.LIST;
            case ArrowType.Maps map -> BufferLayout.LIST;
            case ArrowType.ListViews lists -> BufferLayout.LIST_VIEW;
            case ArrowType.FixedList lists -> BufferLayout.VALIDITY;
            case ArrowType.Struct struct -> BufferLayout.VALIDITY;
            case ArrowType.Union union -> union.dense() ? BufferLayout.DENSE_UNION : BufferLayout.SPARSE_UNION;
            case ArrowType.Other other -> other.layout();
            default -> BufferLayout.FIXED;
        };
    }

    /** Bits of one row in the values buffer, or in the buffer of views; 0 where the type has neither. */
    public static int bits(ArrowType type) {
        return switch (type) {
            case ArrowType.Bool bool -> 1;
            case ArrowType.Numeric row -> row.number().bits();
            case ArrowType.Decimal decimal -> decimal.bits();
            case ArrowType.Date date -> date.milliseconds() ? Long.SIZE : Integer.SIZE;
            case ArrowType.Time time -> time.bits();
            case ArrowType.Timestamp time -> Long.SIZE;
            case ArrowType.Duration span -> Long.SIZE;
            case Interval interval -> switch (interval) {
                case MONTH -> Integer.SIZE;
                case DAY_TIME -> Long.SIZE;
                case MONTH_DAY_NANO -> 2 * Long.SIZE;
            };
            case ArrowType.FixedBinary bytes -> bytes.width() * Byte.SIZE;
            case ArrowType.Dictionary dictionary -> dictionary.index().bits();
            case ArrowType.View views -> VIEW_BITS;
            default -> 0;
        };
    }

    /** Bytes of one offset or size; 0 where the type has none. */
    public static int offsetBytes(ArrowType type) {
        return switch (type) {
            case ArrowType.Variable bytes -> bytes.large() ? Long.BYTES : Integer.BYTES;
            case ArrowType.Lists lists -> lists.large() ? Long.BYTES : Integer.BYTES;
            case ArrowType.ListViews lists -> lists.large() ? Long.BYTES : Integer.BYTES;
            case ArrowType.Maps map -> Integer.BYTES;
            case ArrowType.Union union -> union.dense() ? Integer.BYTES : 0;
            default -> 0;
        };
    }

    /** How many children a field of this type has; -1 where any number will do. */
    public static int children(ArrowType type) {
        return switch (type) {
            case ArrowType.Lists lists -> 1;
            case ArrowType.ListViews lists -> 1;
            case ArrowType.FixedList lists -> 1;
            case ArrowType.Maps map -> 1;
            case ArrowType.RunEnds runs -> 2;
            case ArrowType.Union union -> union.ids().size();
            case ArrowType.Struct struct -> -1;
            case ArrowType.Other other -> -1;
            default -> 0;
        };
    }

    /**
     * The element type of an array over such a column's values as they lie: one element a row. Intervals of several
     * parts are structured, their fields named after the parts.
     */
    public static Optional<DType> dtype(ArrowType type) {
        return switch (type) {
            case ArrowType.Numeric row -> Optional.of(row.number().dtype());
            case ArrowType.Timestamp time -> Optional.of(TimeType.datetime64(time.unit()));
            case ArrowType.Duration span -> Optional.of(TimeType.timedelta64(span.unit()));
            case ArrowType.Date date when date.milliseconds() ->
                Optional.of(TimeType.datetime64(TimeUnit.MILLISECOND));
            case ArrowType.Time time when time.bits() == Long.SIZE -> Optional.of(TimeType.timedelta64(time.unit()));
            case ArrowType.FixedBinary bytes when bytes.width() > 0 -> Optional.of(new VoidType(bytes.width()));
            case Interval interval when interval == Interval.DAY_TIME -> Optional.of(DAY_TIME);
            case Interval interval when interval == Interval.MONTH_DAY_NANO -> Optional.of(MONTH_DAY_NANO);
            case ArrowType.View view when view.text() -> Optional.of(DType.STRING);
            default -> Optional.empty();
        };
    }

    /** The element type that the rows mean where their bytes are not its bytes, so that only a copy has it. */
    public static Optional<DType> convertedDtype(ArrowType type) {
        return switch (type) {
            case ArrowType.Bool bool -> Optional.of(DType.BOOL);
            case ArrowType.Date date when !date.milliseconds() -> Optional.of(TimeType.datetime64(TimeUnit.DAY));
            case ArrowType.Time time when time.bits() == Integer.SIZE -> Optional.of(TimeType.timedelta64(time.unit()));
            case Interval interval when interval == Interval.MONTH -> Optional.of(TimeType.timedelta64(TimeUnit.MONTH));
            default -> Optional.empty();
        };
    }

    /**
     * The integers or bytes that a row is stored as.
     *
     * @param dtype of each
     * @param perRow how many a row has; 1 means an array of one axis
     */
    public record Stored(DType dtype, int perRow) {}

    /** What a row of whole bytes is stored as; empty for packed bools and for rows of variable width. */
    public static Optional<Stored> stored(ArrowType type) {
        return switch (type) {
            case ArrowType.Numeric row -> Optional.of(new Stored(row.number().dtype(), 1));
            case ArrowType.Dictionary dictionary -> Optional.of(new Stored(dictionary.index().dtype(), 1));
            case ArrowType.FixedBinary bytes -> Optional.of(new Stored(DType.UINT8, bytes.width()));
            case Interval interval -> Optional.of(switch (interval) {
                case MONTH -> new Stored(DType.INT32, 1);
                case DAY_TIME -> new Stored(DType.INT32, 2);
                case MONTH_DAY_NANO -> new Stored(DType.UINT8, 2 * Long.BYTES);
            });
            case ArrowType.Decimal decimal -> Optional.of(switch (decimal.bits()) {
                case Integer.SIZE -> new Stored(DType.INT32, 1);
                case Long.SIZE -> new Stored(DType.INT64, 1);
                default -> new Stored(DType.UINT64, decimal.bits() / Long.SIZE);
            });
            case ArrowType.Date date -> Optional.of(integer(bits(date)));
            case ArrowType.Time time -> Optional.of(integer(time.bits()));
            case ArrowType.Timestamp time -> Optional.of(integer(Long.SIZE));
            case ArrowType.Duration span -> Optional.of(integer(Long.SIZE));
            default -> Optional.empty();
        };
    }

    private static Stored integer(int bits) {
        return new Stored(bits == Long.SIZE ? DType.INT64 : DType.INT32, 1);
    }
}
