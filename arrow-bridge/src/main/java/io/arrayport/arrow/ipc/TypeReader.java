package io.arrayport.arrow.ipc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.google.flatbuffers.Table;
import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.arrow.type.BufferLayout;
import io.arrayport.core.dtype.TimeUnit;
import org.apache.arrow.flatbuf.Date;
import org.apache.arrow.flatbuf.DateUnit;
import org.apache.arrow.flatbuf.Decimal;
import org.apache.arrow.flatbuf.Duration;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FixedSizeBinary;
import org.apache.arrow.flatbuf.FixedSizeList;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Interval;
import org.apache.arrow.flatbuf.IntervalUnit;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Time;
import org.apache.arrow.flatbuf.Timestamp;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Union;
import org.apache.arrow.flatbuf.UnionMode;
import org.jspecify.annotations.Nullable;

/** Reads the type of one field. */
final class TypeReader {
    private static final TimeUnit[] UNITS = {TimeUnit.SECOND, TimeUnit.MILLISECOND, TimeUnit.MICROSECOND,
            TimeUnit.NANOSECOND};

    private final FileBytes file;
    private final String where;

    TypeReader(FileBytes file, String where) {
        this.file = file;
        this.where = where;
    }

    ArrowType read(Field field) {
        return switch (field.typeType()) {
            case Type.Null -> new ArrowType.Null();
            case Type.Int -> integer(parameters(field, new Int()));
            case Type.FloatingPoint -> floating(parameters(field, new FloatingPoint()));
            case Type.Binary -> new ArrowType.Variable(false, false);
            case Type.Utf8 -> new ArrowType.Variable(true, false);
            case Type.LargeBinary -> new ArrowType.Variable(false, true);
            case Type.LargeUtf8 -> new ArrowType.Variable(true, true);
            case Type.BinaryView -> new ArrowType.View(false);
            case Type.Utf8View -> new ArrowType.View(true);
            case Type.Bool -> new ArrowType.Bool();
            case Type.Decimal -> decimal(parameters(field, new Decimal()));
            case Type.Date -> new ArrowType.Date(parameters(field, new Date()).unit() != DateUnit.DAY);
            case Type.Time -> time(parameters(field, new Time()));
            case Type.Timestamp -> timestamp(parameters(field, new Timestamp()));
            case Type.Duration -> duration(parameters(field, new Duration()));
            case Type.Interval -> interval(parameters(field, new Interval()));
            case Type.FixedSizeBinary -> fixed(parameters(field, new FixedSizeBinary()).byteWidth());
            case Type.List -> new ArrowType.Lists(false);
            case Type.LargeList -> new ArrowType.Lists(true);
            case Type.Map -> new ArrowType.Maps(parameters(field, new org.apache.arrow.flatbuf.Map()).keysSorted());
            case Type.ListView -> new ArrowType.ListViews(false);
            case Type.LargeListView -> new ArrowType.ListViews(true);
            case Type.FixedSizeList -> fixedList(parameters(field, new FixedSizeList()).listSize());
            case Type.Struct_ -> new ArrowType.Struct();
            case Type.Union -> union(field, parameters(field, new Union()));
            case Type.RunEndEncoded -> new ArrowType.RunEnds();
            case Type.NONE -> throw file.error("schema: %s: expected a type, found none".formatted(where));
            default -> new ArrowType.Other("type %d of a later format version".formatted(field.typeType()),
                    BufferLayout.UNKNOWN);
        };
    }

    private <T extends Table> T parameters(Field field, T table) {
        @Nullable
        Table found = field.type(table);
        if (found == null) {
            throw file.error("schema: %s: type %s has no parameters".formatted(where,
                    Type.name(field.typeType()).toLowerCase(Locale.ROOT)));
        }
        return table;
    }

    /** Where the parameters are none that the format defines, columns behind it are found all the same. */
    private static ArrowType undefined(String text) {
        return new ArrowType.Other(text, BufferLayout.FIXED);
    }

    private static ArrowType integer(Int type) {
        return ArrowNumber.of(false, type.isSigned(), type.bitWidth()).<ArrowType>map(ArrowType.Numeric::new)
                .orElseGet(() -> undefined((type.isSigned() ? "int" : "uint") + type.bitWidth()));
    }

    private static ArrowType floating(FloatingPoint type) {
        int bits = switch (type.precision()) {
            case Precision.HALF -> 16;
            case Precision.SINGLE -> 32;
            case Precision.DOUBLE -> 64;
            default -> 0;
        };
        return ArrowNumber.of(true, true, bits).<ArrowType>map(ArrowType.Numeric::new)
                .orElseGet(() -> undefined("float of precision " + type.precision()));
    }

    private static ArrowType decimal(Decimal type) {
        return switch (type.bitWidth()) {
            case 32, 64, 128, 256 -> new ArrowType.Decimal(type.bitWidth(), type.precision(), type.scale());
            default -> undefined("decimal%d(%d, %d)".formatted(type.bitWidth(), type.precision(), type.scale()));
        };
    }

    private static ArrowType time(Time type) {
        String text = "time%d of unit %d".formatted(type.bitWidth(), type.unit());
        if (!isUnit(type.unit())) {
            return undefined(text);
        }
        ArrowType.Time time = new ArrowType.Time(UNITS[type.unit()]);
        return time.bits() == type.bitWidth() ? time : undefined(text);
    }

    private static ArrowType timestamp(Timestamp type) {
        @Nullable
        String zone = type.timezone();
        return isUnit(type.unit()) ? new ArrowType.Timestamp(UNITS[type.unit()], Optional.ofNullable(zone))
                : undefined("timestamp of unit " + type.unit());
    }

    private static ArrowType duration(Duration type) {
        return isUnit(type.unit()) ? new ArrowType.Duration(UNITS[type.unit()])
                : undefined("duration of unit " + type.unit());
    }

    private static ArrowType interval(Interval type) {
        return switch (type.unit()) {
            case IntervalUnit.YEAR_MONTH -> ArrowType.Interval.MONTH;
            case IntervalUnit.DAY_TIME -> ArrowType.Interval.DAY_TIME;
            case IntervalUnit.MONTH_DAY_NANO -> ArrowType.Interval.MONTH_DAY_NANO;
            default -> undefined("interval of unit " + type.unit());
        };
    }

    private ArrowType fixed(int width) {
        if (width < 0 || width > Integer.MAX_VALUE / Byte.SIZE) {
            throw file.error("schema: %s: fixed_size_binary of byteWidth %d".formatted(where, width));
        }
        return new ArrowType.FixedBinary(width);
    }

    private ArrowType fixedList(int size) {
        if (size < 0) {
            throw file.error("schema: %s: fixed_size_list of listSize %d".formatted(where, size));
        }
        return new ArrowType.FixedList(size);
    }

    /** Without ids, the children's numbers are theirs. */
    private ArrowType union(Field field, Union type) {
        int ids = type.typeIdsLength();
        if (ids != 0 && ids != field.childrenLength() || field.childrenLength() > Byte.MAX_VALUE + 1) {
            throw file.error("schema: %s: a union of %d children and %d typeIds".formatted(where,
                    field.childrenLength(), ids));
        }
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < field.childrenLength(); i++) {
            int id = ids == 0 ? i : type.typeIds(i);
            if (id < 0 || id > Byte.MAX_VALUE) {
                throw file.error("schema: %s: typeIds: a union with %d".formatted(where, id));
            }
            found.add(id);
        }
        return new ArrowType.Union(type.mode() == UnionMode.Dense, found);
    }

    private static boolean isUnit(short unit) {
        return unit >= 0 && unit < UNITS.length;
    }
}
