package io.arrayport.arrow.type;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import io.arrayport.core.dtype.TimeUnit;
import io.arrayport.core.error.DTypeException;

/**
 * Arrow's types: what the format defines, and nothing that it does not. {@code toString} says them as people write
 * them, such as {@code timestamp[us, UTC]}; {@link TypeLayout} says how they lie in memory.
 *
 * <p>Children belong to the {@link ArrowField}, as in the format.
 */
public sealed interface ArrowType {
    /** Rows without a value, and without buffers. */
    record Null() implements ArrowType {
        @Override
        public String toString() {
            return "null";
        }
    }

    /** Bools packed 8 in a byte. Bools of a byte each are {@code int8} with the extension {@code arrow.bool8}. */
    record Bool() implements ArrowType {
        @Override
        public String toString() {
            return "bool";
        }
    }

    /** Plain numbers. */
    record Numeric(ArrowNumber number) implements ArrowType {
        @Override
        public String toString() {
            return number.arrowName();
        }
    }

    /** Integers of {@code bits} that count units of ten to the power of {@code -scale}. */
    record Decimal(int bits, int precision, int scale) implements ArrowType {
        /** @throws DTypeException for other widths than 32, 64, 128 and 256 bits */
        public Decimal {
            if (bits != 32 && bits != 64 && bits != 128 && bits != 256) {
                throw new DTypeException("arrow decimal: expected 32, 64, 128 or 256 bits, found " + bits);
            }
        }

        @Override
        public String toString() {
            return "decimal%d(%d, %d)".formatted(bits, precision, scale);
        }
    }

    /** Days as int32 ({@code date32}), or whole days counted in milliseconds as int64 ({@code date64}). */
    record Date(boolean milliseconds) implements ArrowType {
        @Override
        public String toString() {
            return milliseconds ? "date64" : "date32";
        }
    }

    /** Time since midnight: int32 of seconds or milliseconds, int64 of microseconds or nanoseconds. */
    record Time(TimeUnit unit) implements ArrowType {
        public Time {
            require("time", unit);
        }

        /** Width of one value: 32 or 64. */
        public int bits() {
            return unit.compareTo(TimeUnit.MILLISECOND) <= 0 ? Integer.SIZE : Long.SIZE;
        }

        @Override
        public String toString() {
            return "time%d[%s]".formatted(bits(), unit.symbol());
        }
    }

    /** Int64 since 1970: of UTC where there is a zone, to be shown in that zone; of no particular place otherwise. */
    record Timestamp(TimeUnit unit, Optional<String> zone) implements ArrowType {
        public Timestamp {
            require("timestamp", unit);
            Objects.requireNonNull(zone, "zone");
        }

        @Override
        public String toString() {
            return "timestamp[" + unit.symbol() + zone.map(name -> ", " + name).orElse("") + "]";
        }
    }

    /** A span as int64. */
    record Duration(TimeUnit unit) implements ArrowType {
        public Duration {
            require("duration", unit);
        }

        @Override
        public String toString() {
            return "duration[" + unit.symbol() + "]";
        }
    }

    /** A span on the calendar. */
    enum Interval implements ArrowType {
        /** Months as int32. */
        MONTH,
        /** Days and milliseconds, int32 each. */
        DAY_TIME,
        /** Months and days as int32, nanoseconds as int64. */
        MONTH_DAY_NANO;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT) + "_interval";
        }
    }

    /** Bytes, or text in UTF-8, side by side; rows by offsets, of 8 bytes where {@code large}. */
    record Variable(boolean text, boolean large) implements ArrowType {
        @Override
        public String toString() {
            return (large ? "large_" : "") + (text ? "utf8" : "binary");
        }
    }

    /** Bytes or text by views of 16 bytes: up to 12 bytes lie in the view, longer ones in a side buffer. */
    record View(boolean text) implements ArrowType {
        @Override
        public String toString() {
            return text ? "utf8_view" : "binary_view";
        }
    }

    /** So many bytes a row. */
    record FixedBinary(int width) implements ArrowType {
        /** @throws DTypeException for widths whose bits an int does not count */
        public FixedBinary {
            if (width < 0 || width > Integer.MAX_VALUE / Byte.SIZE) {
                throw new DTypeException("arrow fixed_size_binary: expected a width of 0 to "
                        + Integer.MAX_VALUE / Byte.SIZE + " bytes, found " + width);
            }
        }

        @Override
        public String toString() {
            return "fixed_size_binary[" + width + "]";
        }
    }

    /** Runs of the child's rows by offsets, of 8 bytes where {@code large}. */
    record Lists(boolean large) implements ArrowType {
        @Override
        public String toString() {
            return large ? "large_list" : "list";
        }
    }

    /** Runs of the child's rows by offset and size, in any order. */
    record ListViews(boolean large) implements ArrowType {
        @Override
        public String toString() {
            return large ? "large_list_view" : "list_view";
        }
    }

    /** {@code size} rows of the child for each row. */
    record FixedList(int size) implements ArrowType {
        /** @throws DTypeException for sizes below 0 */
        public FixedList {
            if (size < 0) {
                throw new DTypeException("arrow fixed_size_list: expected a size from 0, found " + size);
            }
        }

        @Override
        public String toString() {
            return "fixed_size_list[" + size + "]";
        }
    }

    /** A row of each child. */
    record Struct() implements ArrowType {
        @Override
        public String toString() {
            return "struct";
        }
    }

    /** Lists of pairs: the child is a struct of key and value. */
    record Maps(boolean sorted) implements ArrowType {
        @Override
        public String toString() {
            return "map";
        }
    }

    /** A row of one of the children, which an id in {@code ids} names. */
    record Union(boolean dense, List<Integer> ids) implements ArrowType {
        /** @throws DTypeException for ids outside of 0 to 127 */
        public Union {
            ids = List.copyOf(ids);
            for (int id : ids) {
                if (id < 0 || id > Byte.MAX_VALUE) {
                    throw new DTypeException("arrow union: expected type ids of 0 to " + Byte.MAX_VALUE + ", found "
                            + id);
                }
            }
        }

        @Override
        public String toString() {
            return dense ? "dense_union" : "sparse_union";
        }
    }

    /** Runs of equal rows: the children are the row behind each run, and the run's value. */
    record RunEnds() implements ArrowType {
        @Override
        public String toString() {
            return "run_end_encoded";
        }
    }

    /**
     * Rows by their number in a dictionary.
     *
     * @param id the dictionary's name in a file or stream; -1 where it comes with the column
     * @param values of the dictionary
     */
    record Dictionary(long id, ArrowNumber index, boolean ordered, ArrowField values) implements ArrowType {
        @Override
        public String toString() {
            return "dictionary<" + values.type() + ">";
        }
    }

    /**
     * A type of a later version of the format, or with parameters that the format does not define.
     *
     * @param layout the buffers it brings, as far as that is known
     */
    record Other(String name, BufferLayout layout) implements ArrowType {
        @Override
        public String toString() {
            return name;
        }
    }

    private static void require(String type, TimeUnit unit) {
        if (unit.compareTo(TimeUnit.SECOND) < 0 || unit.compareTo(TimeUnit.NANOSECOND) > 0) {
            throw new DTypeException("arrow " + type + ": expected a unit of s, ms, us or ns, found " + unit.symbol());
        }
    }
}
