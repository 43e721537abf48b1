package io.arrayport.arrow.vector;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.arrow.type.ArrowType.Interval;
import io.arrayport.arrow.type.BufferLayout;
import io.arrayport.core.dtype.TimeUnit;
import io.arrayport.core.error.DTypeException;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.IntervalUnit;
import org.apache.arrow.vector.types.UnionMode;
import org.apache.arrow.vector.types.pojo.ArrowType.Binary;
import org.apache.arrow.vector.types.pojo.ArrowType.BinaryView;
import org.apache.arrow.vector.types.pojo.ArrowType.Bool;
import org.apache.arrow.vector.types.pojo.ArrowType.Date;
import org.apache.arrow.vector.types.pojo.ArrowType.Decimal;
import org.apache.arrow.vector.types.pojo.ArrowType.Duration;
import org.apache.arrow.vector.types.pojo.ArrowType.FixedSizeBinary;
import org.apache.arrow.vector.types.pojo.ArrowType.FixedSizeList;
import org.apache.arrow.vector.types.pojo.ArrowType.FloatingPoint;
import org.apache.arrow.vector.types.pojo.ArrowType.Int;
import org.apache.arrow.vector.types.pojo.ArrowType.LargeBinary;
import org.apache.arrow.vector.types.pojo.ArrowType.LargeList;
import org.apache.arrow.vector.types.pojo.ArrowType.LargeListView;
import org.apache.arrow.vector.types.pojo.ArrowType.LargeUtf8;
import org.apache.arrow.vector.types.pojo.ArrowType.ListView;
import org.apache.arrow.vector.types.pojo.ArrowType.Null;
import org.apache.arrow.vector.types.pojo.ArrowType.RunEndEncoded;
import org.apache.arrow.vector.types.pojo.ArrowType.Struct;
import org.apache.arrow.vector.types.pojo.ArrowType.Time;
import org.apache.arrow.vector.types.pojo.ArrowType.Timestamp;
import org.apache.arrow.vector.types.pojo.ArrowType.Union;
import org.apache.arrow.vector.types.pojo.ArrowType.Utf8;
import org.apache.arrow.vector.types.pojo.ArrowType.Utf8View;
import org.jspecify.annotations.Nullable;

/** arrow-java's types and ours. */
final class PojoTypes {
    private PojoTypes() {}

    /** Our form of arrow-java's type; a union without ids counts its {@code children}. */
    static ArrowType from(org.apache.arrow.vector.types.pojo.ArrowType type, int children) {
        return switch (type) {
            case Null none -> new ArrowType.Null();
            case Bool bool -> new ArrowType.Bool();
            case Int integer -> ArrowNumber.of(false, integer.getIsSigned(), integer.getBitWidth())
                    .<ArrowType>map(ArrowType.Numeric::new).orElseGet(() -> other(type));
            case FloatingPoint floating -> new ArrowType.Numeric(switch (floating.getPrecision()) {
                case HALF -> ArrowNumber.FLOAT16;
                case SINGLE -> ArrowNumber.FLOAT32;
                case DOUBLE -> ArrowNumber.FLOAT64;
            });
            case Decimal decimal ->
                new ArrowType.Decimal(decimal.getBitWidth(), decimal.getPrecision(), decimal.getScale());
            case Date date -> new ArrowType.Date(date.getUnit() == DateUnit.MILLISECOND);
            case Time time -> new ArrowType.Time(unit(time.getUnit()));
            case Timestamp time ->
                new ArrowType.Timestamp(unit(time.getUnit()), Optional.ofNullable(zone(time)));
            case Duration span -> new ArrowType.Duration(unit(span.getUnit()));
            case org.apache.arrow.vector.types.pojo.ArrowType.Interval interval -> switch (interval.getUnit()) {
                case YEAR_MONTH -> Interval.MONTH;
                case DAY_TIME -> Interval.DAY_TIME;
                case MONTH_DAY_NANO -> Interval.MONTH_DAY_NANO;
            };
            case Utf8 text -> new ArrowType.Variable(true, false);
            case LargeUtf8 text -> new ArrowType.Variable(true, true);
            case Binary bytes -> new ArrowType.Variable(false, false);
            case LargeBinary bytes -> new ArrowType.Variable(false, true);
            case Utf8View text -> new ArrowType.View(true);
            case BinaryView bytes -> new ArrowType.View(false);
            case FixedSizeBinary bytes -> new ArrowType.FixedBinary(bytes.getByteWidth());
            case org.apache.arrow.vector.types.pojo.ArrowType.List list -> new ArrowType.Lists(false);
            case LargeList list -> new ArrowType.Lists(true);
            case ListView list -> new ArrowType.ListViews(false);
            case LargeListView list -> new ArrowType.ListViews(true);
            case FixedSizeList list -> new ArrowType.FixedList(list.getListSize());
            case Struct struct -> new ArrowType.Struct();
            case org.apache.arrow.vector.types.pojo.ArrowType.Map map -> new ArrowType.Maps(map.getKeysSorted());
            case Union union -> new ArrowType.Union(union.getMode() == UnionMode.Dense, ids(union, children));
            case RunEndEncoded runs -> new ArrowType.RunEnds();
            default -> other(type);
        };
    }

    private static ArrowType other(org.apache.arrow.vector.types.pojo.ArrowType type) {
        return new ArrowType.Other(type.toString(), BufferLayout.UNKNOWN);
    }

    private static @Nullable String zone(Timestamp time) {
        return time.getTimezone();
    }

    private static List<Integer> ids(Union union, int children) {
        int @Nullable [] ids = union.getTypeIds();
        return ids == null ? java.util.stream.IntStream.range(0, children).boxed().toList()
                : Arrays.stream(ids).boxed().toList();
    }

    /** arrow-java's form of our type. */
    static org.apache.arrow.vector.types.pojo.ArrowType to(ArrowType type) {
        return switch (type) {
            case ArrowType.Null none -> new Null();
            case ArrowType.Bool bool -> new Bool();
            case ArrowType.Numeric numeric -> numeric.number().minorType().getType();
            case ArrowType.Decimal decimal -> new Decimal(decimal.precision(), decimal.scale(), decimal.bits());
            case ArrowType.Date date -> new Date(date.milliseconds() ? DateUnit.MILLISECOND : DateUnit.DAY);
            case ArrowType.Time time -> new Time(unit(time.unit()), time.bits());
            case ArrowType.Timestamp time -> new Timestamp(unit(time.unit()), time.zone().orElse(null));
            case ArrowType.Duration span -> new Duration(unit(span.unit()));
            case Interval interval -> new org.apache.arrow.vector.types.pojo.ArrowType.Interval(switch (interval) {
                case MONTH -> IntervalUnit.YEAR_MONTH;
                case DAY_TIME -> IntervalUnit.DAY_TIME;
                case MONTH_DAY_NANO -> IntervalUnit.MONTH_DAY_NANO;
            });
            case ArrowType.Variable bytes when bytes.text() -> bytes.large() ? new LargeUtf8() : new Utf8();
            case ArrowType.Variable bytes -> bytes.large() ? new LargeBinary() : new Binary();
            case ArrowType.View views -> views.text() ? new Utf8View() : new BinaryView();
            case ArrowType.FixedBinary bytes -> new FixedSizeBinary(bytes.width());
            case ArrowType.Lists lists -> lists.large() ? new LargeList()
                    : new org.apache.arrow.vector.types.pojo.ArrowType.List();
            case ArrowType.ListViews lists -> lists.large() ? new LargeListView() : new ListView();
            case ArrowType.FixedList list -> new FixedSizeList(list.size());
            case ArrowType.Struct struct -> new Struct();
            case ArrowType.Maps map -> new org.apache.arrow.vector.types.pojo.ArrowType.Map(map.sorted());
            case ArrowType.Union union -> new Union(union.dense() ? UnionMode.Dense : UnionMode.Sparse,
                    union.ids().stream().mapToInt(Integer::intValue).toArray());
            case ArrowType.RunEnds runs -> new RunEndEncoded();
            case ArrowType.Dictionary coded -> coded.index().minorType().getType();
            case ArrowType.Other other -> throw new DTypeException("vector: arrow-java has no type " + other);
        };
    }

    private static TimeUnit unit(org.apache.arrow.vector.types.TimeUnit unit) {
        return switch (unit) {
            case SECOND -> TimeUnit.SECOND;
            case MILLISECOND -> TimeUnit.MILLISECOND;
            case MICROSECOND -> TimeUnit.MICROSECOND;
            case NANOSECOND -> TimeUnit.NANOSECOND;
        };
    }

    private static org.apache.arrow.vector.types.TimeUnit unit(TimeUnit unit) {
        return switch (unit) {
            case SECOND -> org.apache.arrow.vector.types.TimeUnit.SECOND;
            case MILLISECOND -> org.apache.arrow.vector.types.TimeUnit.MILLISECOND;
            case MICROSECOND -> org.apache.arrow.vector.types.TimeUnit.MICROSECOND;
            default -> org.apache.arrow.vector.types.TimeUnit.NANOSECOND;
        };
    }
}
