package io.arrayport.arrow.ipc;

import java.util.Locale;
import java.util.Optional;

import com.google.flatbuffers.Table;
import io.arrayport.arrow.type.ArrowNumber;
import org.apache.arrow.flatbuf.Date;
import org.apache.arrow.flatbuf.DateUnit;
import org.apache.arrow.flatbuf.Decimal;
import org.apache.arrow.flatbuf.Duration;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FixedSizeBinary;
import org.apache.arrow.flatbuf.FixedSizeList;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Time;
import org.apache.arrow.flatbuf.Timestamp;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Union;
import org.apache.arrow.flatbuf.UnionMode;
import org.jspecify.annotations.Nullable;

/** Reads the type of one field: what it is called, and which buffers it brings. */
final class TypeReader {
    private static final String[] UNITS = {"s", "ms", "us", "ns"};

    private final FileBytes file;
    private final String where;

    TypeReader(FileBytes file, String where) {
        this.file = file;
        this.where = where;
    }

    IpcType read(Field field) {
        return switch (field.typeType()) {
            case Type.Null -> IpcType.of("null", BufferLayout.NONE);
            case Type.Int -> integer(parameters(field, new Int()));
            case Type.FloatingPoint -> floating(parameters(field, new FloatingPoint()));
            case Type.Binary -> IpcType.of("binary", BufferLayout.VARIABLE);
            case Type.Utf8 -> IpcType.of("utf8", BufferLayout.VARIABLE);
            case Type.LargeBinary -> IpcType.of("large_binary", BufferLayout.VARIABLE);
            case Type.LargeUtf8 -> IpcType.of("large_utf8", BufferLayout.VARIABLE);
            case Type.BinaryView -> IpcType.of("binary_view", BufferLayout.VIEW);
            case Type.Utf8View -> IpcType.of("utf8_view", BufferLayout.VIEW);
            case Type.Bool -> IpcType.of("bool", BufferLayout.FIXED);
            case Type.Decimal -> decimal(parameters(field, new Decimal()));
            case Type.Date -> IpcType.of(parameters(field, new Date()).unit() == DateUnit.DAY ? "date32" : "date64",
                    BufferLayout.FIXED);
            case Type.Time -> time(parameters(field, new Time()));
            case Type.Timestamp -> timestamp(parameters(field, new Timestamp()));
            case Type.Duration ->
                IpcType.of("duration[" + unit(parameters(field, new Duration()).unit()) + "]", BufferLayout.FIXED);
            case Type.Interval -> IpcType.of("interval", BufferLayout.FIXED);
            case Type.FixedSizeBinary ->
                IpcType.of("fixed_size_binary[" + parameters(field, new FixedSizeBinary()).byteWidth() + "]",
                        BufferLayout.FIXED);
            case Type.List -> IpcType.of("list", BufferLayout.LIST);
            case Type.LargeList -> IpcType.of("large_list", BufferLayout.LIST);
            case Type.Map -> IpcType.of("map", BufferLayout.LIST);
            case Type.ListView -> IpcType.of("list_view", BufferLayout.LIST_VIEW);
            case Type.LargeListView -> IpcType.of("large_list_view", BufferLayout.LIST_VIEW);
            case Type.FixedSizeList ->
                IpcType.of("fixed_size_list[" + parameters(field, new FixedSizeList()).listSize() + "]",
                        BufferLayout.VALIDITY);
            case Type.Struct_ -> IpcType.of("struct", BufferLayout.VALIDITY);
            case Type.Union -> union(parameters(field, new Union()));
            case Type.RunEndEncoded -> IpcType.of("run_end_encoded", BufferLayout.NONE);
            case Type.NONE -> throw file.error("schema: %s: expected a type, found none".formatted(where));
            default ->
                IpcType.of("type %d of a later format version".formatted(field.typeType()), BufferLayout.UNKNOWN);
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

    private static IpcType integer(Int type) {
        String text = (type.isSigned() ? "int" : "uint") + type.bitWidth();
        return new IpcType(text, BufferLayout.FIXED, ArrowNumber.of(false, type.isSigned(), type.bitWidth()));
    }

    private static IpcType floating(FloatingPoint type) {
        int bits = switch (type.precision()) {
            case Precision.HALF -> 16;
            case Precision.SINGLE -> 32;
            case Precision.DOUBLE -> 64;
            default -> 0;
        };
        Optional<ArrowNumber> number = ArrowNumber.of(true, true, bits);
        return new IpcType(number.map(ArrowNumber::arrowName).orElse("float of precision " + type.precision()),
                BufferLayout.FIXED, number);
    }

    private static IpcType decimal(Decimal type) {
        return IpcType.of("decimal%d(%d, %d)".formatted(type.bitWidth(), type.precision(), type.scale()),
                BufferLayout.FIXED);
    }

    private static IpcType time(Time type) {
        return IpcType.of("time%d[%s]".formatted(type.bitWidth(), unit(type.unit())), BufferLayout.FIXED);
    }

    private static IpcType timestamp(Timestamp type) {
        @Nullable
        String zone = type.timezone();
        return IpcType.of("timestamp[" + unit(type.unit()) + (zone == null ? "" : ", " + zone) + "]",
                BufferLayout.FIXED);
    }

    private static IpcType union(Union type) {
        return type.mode() == UnionMode.Dense
                ? IpcType.of("dense_union", BufferLayout.DENSE_UNION)
                : IpcType.of("sparse_union", BufferLayout.SPARSE_UNION);
    }

    private static String unit(short unit) {
        return unit >= 0 && unit < UNITS.length ? UNITS[unit] : "unit " + unit;
    }
}
