package io.arrayport.arrow.ipc;

import com.google.flatbuffers.FlatBufferBuilder;
import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.core.dtype.TimeUnit;
import org.apache.arrow.flatbuf.Date;
import org.apache.arrow.flatbuf.DateUnit;
import org.apache.arrow.flatbuf.Decimal;
import org.apache.arrow.flatbuf.Duration;
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

/** Writes a type's parameters as FlatBuffers metadata. */
record TypeEncoder(FlatBufferBuilder builder) {
    /**
     * What a field says of its type.
     *
     * @param tag which table
     * @param offset of the table with the parameters
     */
    record Encoded(byte tag, int offset) {}

    Encoded encode(ArrowType type) {
        return switch (type) {
            case ArrowType.Numeric numeric -> number(numeric.number());
            case ArrowType.Decimal decimal -> new Encoded(Type.Decimal,
                    Decimal.createDecimal(builder, decimal.precision(), decimal.scale(), decimal.bits()));
            case ArrowType.Date date -> new Encoded(Type.Date,
                    Date.createDate(builder, date.milliseconds() ? DateUnit.MILLISECOND : DateUnit.DAY));
            case ArrowType.Time time ->
                new Encoded(Type.Time, Time.createTime(builder, unit(time.unit()), time.bits()));
            case ArrowType.Timestamp time -> {
                int zone = time.zone().map(builder::createString).orElse(0);
                yield new Encoded(Type.Timestamp, Timestamp.createTimestamp(builder, unit(time.unit()), zone));
            }
            case ArrowType.Duration span ->
                new Encoded(Type.Duration, Duration.createDuration(builder, unit(span.unit())));
            case ArrowType.Interval interval -> new Encoded(Type.Interval, Interval.createInterval(builder,
                    switch (interval) {
                        case MONTH -> IntervalUnit.YEAR_MONTH;
                        case DAY_TIME -> IntervalUnit.DAY_TIME;
                        case MONTH_DAY_NANO -> IntervalUnit.MONTH_DAY_NANO;
                    }));
            case ArrowType.FixedBinary bytes -> new Encoded(Type.FixedSizeBinary,
                    FixedSizeBinary.createFixedSizeBinary(builder, bytes.width()));
            case ArrowType.FixedList list -> new Encoded(Type.FixedSizeList,
                    FixedSizeList.createFixedSizeList(builder, list.size()));
            case ArrowType.Maps map -> new Encoded(Type.Map,
                    org.apache.arrow.flatbuf.Map.createMap(builder, map.sorted()));
            case ArrowType.Union union -> new Encoded(Type.Union, Union.createUnion(builder,
                    union.dense() ? UnionMode.Dense : UnionMode.Sparse, Union.createTypeIdsVector(builder,
                            union.ids().stream().mapToInt(Integer::intValue).toArray())));
            default -> plain(type);
        };
    }

    private Encoded number(ArrowNumber number) {
        if (!number.isFloating()) {
            return new Encoded(Type.Int, Int.createInt(builder, number.bits(), number.isSigned()));
        }
        return new Encoded(Type.FloatingPoint, FloatingPoint.createFloatingPoint(builder, switch (number.bits()) {
            case 16 -> Precision.HALF;
            case 32 -> Precision.SINGLE;
            default -> Precision.DOUBLE;
        }));
    }

    /** The types whose table is empty. */
    private Encoded plain(ArrowType type) {
        byte tag = switch (type) {
            case ArrowType.Null none -> Type.Null;
            case ArrowType.Bool bool -> Type.Bool;
            case ArrowType.Variable bytes when bytes.text() -> bytes.large() ? Type.LargeUtf8 : Type.Utf8;
            case ArrowType.Variable bytes -> bytes.large() ? Type.LargeBinary : Type.Binary;
            case ArrowType.View views -> views.text() ? Type.Utf8View : Type.BinaryView;
            case ArrowType.Lists lists -> lists.large() ? Type.LargeList : Type.List;
            case ArrowType.ListViews lists -> lists.large() ? Type.LargeListView : Type.ListView;
            case ArrowType.Struct struct -> Type.Struct_;
            case ArrowType.RunEnds runs -> Type.RunEndEncoded;
            default -> throw new IllegalArgumentException(type.toString());
        };
        return new Encoded(tag, empty());
    }

    private int empty() {
        builder.startTable(0);
        return builder.endTable();
    }

    private static short unit(TimeUnit unit) {
        return (short) (unit.ordinal() - TimeUnit.SECOND.ordinal());
    }
}
