package io.arrayport.arrow.column;

import static io.arrayport.core.Np.np;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.util.Arrays;

import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.arrow.type.TypeLayout;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Missing;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.CopyEvent;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.ndarray.NdArray;

/** A column's rows as an array: as they lie where their bytes are one, else copied if asked. */
final class Values {
    /** The bits that are 0 in bytes of 0 and 1. */
    private static final long NO_BOOL = 0xFEFEFEFEFEFEFEFEL;

    private static final String FILL = "fill or drop them first, copy with toNdArray(fill), or use values() and "
            + "validity() side by side";

    private Values() {}

    private static String remedy(ArrowType type) {
        return Strings.isText(type) ? "toNdArray(Missing.NAN) makes missing strings of them: 16 bytes a row, the text "
                + "stays; or use values() and validity() side by side" : FILL;
    }

    static NdArray withoutNulls(ArrowColumn column) {
        NdArray values = of(column);
        boolean done = false;
        try {
            requireNoNulls(column);
            done = true;
            return values;
        } finally {
            if (!done && isApart(column, values)) {
                values.close();
            }
        }
    }

    /** Whether an array has a storage that is none of the column's, as the elements of strings have. */
    static boolean isApart(ArrowColumn column, NdArray values) {
        return !column.owner().storages().contains(values.storage());
    }

    static void requireNoNulls(ArrowColumn column) {
        requireNoNulls(column.where(), column.validity(), remedy(column.type()));
        if (column.type() instanceof ArrowType.FixedList || column.type() instanceof ArrowType.Struct) {
            column.children().forEach(Values::requireNoNulls);
        }
    }

    /** Counts, if nobody has. */
    static void requireNoNulls(String where, Validity validity) {
        requireNoNulls(where, validity, FILL);
    }

    private static void requireNoNulls(String where, Validity validity, String remedy) {
        long nulls = validity.nullCount();
        if (nulls > 0) {
            throw ArrowColumn.refusal(where, "has " + nulls + (nulls == 1 ? " null in " : " nulls in ")
                    + validity.length() + (validity.length() == 1 ? " row" : " rows"),
                    remedy);
        }
    }

    static NdArray of(ArrowColumn column) {
        NdArray values = unread(column);
        if (values.dtype().equals(DType.BOOL)) {
            requireBools(column.where(), values);
        }
        return values;
    }

    /** The array that the rows' bytes are, none of which is looked at. */
    static NdArray unread(ArrowColumn column) {
        if (column.type() instanceof ArrowType.FixedList list) {
            return inRows(column, list, unread(column.children().getFirst()));
        }
        if (column.type() instanceof ArrowType.View view && view.text()) {
            return Strings.shared(column);
        }
        return column.plain(0, column.field().dtype().orElseThrow(() -> refusal(column)), 1);
    }

    private static void requireBools(String where, NdArray bytes) {
        if (!(bytes.device().type().isHost() ? areBoolsHere(bytes) : areBoolsThere(bytes))) {
            throw noBools(where, bytes.size());
        }
    }

    private static boolean areBoolsHere(NdArray bytes) {
        bytes.storage().acquireOnHost();
        try {
            return areBools(bytes.address(), bytes.size());
        } finally {
            bytes.storage().release();
        }
    }

    /** The device looks, and says it in one byte. */
    private static boolean areBoolsThere(NdArray bytes) {
        if (bytes.size() == 0) {
            return true;
        }
        try (NdArray largest = np.max(bytes.view(DType.UINT8)); NdArray here = largest.toDevice(Device.CPU)) {
            return here.getLong() <= 1;
        }
    }

    static ZeroCopyException noBools(String where, long bytes) {
        return ArrowColumn.refusal(where,
                "has bytes other than 0 and 1, which Arrow holds for true and an array does not",
                "toNdArray() makes bools of them, which copies " + bytes + " bytes");
    }

    private static NdArray inRows(ArrowColumn column, ArrowType.FixedList list, NdArray inner) {
        return NdArray.of(inner.storage(), inner.dtype(), inner.layout().unjoined(0, column.length(), list.size()),
                inner.isWriteable());
    }

    static NdArray stored(ArrowColumn column) {
        TypeLayout.Stored stored = TypeLayout.stored(column.type()).orElseThrow(() -> refusal(column));
        return column.plain(0, stored.dtype(), stored.perRow());
    }

    static NdArray copied(ArrowColumn column) {
        NdArray copy = copy(column);
        boolean done = false;
        try {
            requireNoNulls(column);
            done = true;
            return copy;
        } finally {
            if (!done) {
                copy.close();
            }
        }
    }

    static NdArray strings(ArrowColumn column, Missing missing) {
        if (!Strings.isText(column.type())) {
            throw column.refusal("has type " + column.type() + ", which is no text", "toNdArray(fill) fills nulls with "
                    + "a number");
        }
        return Strings.viewed(column, missing);
    }

    static NdArray filled(ArrowColumn column, Number fill) {
        NdArray copy = copy(column);
        boolean done = false;
        try {
            fill(column, copy, 1, fill);
            done = true;
            return copy;
        } finally {
            if (!done) {
                copy.close();
            }
        }
    }

    /** @param axes of {@code target} that make the column's rows: one more for each list around them */
    private static void fill(ArrowColumn column, NdArray target, int axes, Number fill) {
        if (column.type() instanceof ArrowType.FixedList) {
            fill(column.children().getFirst(), target, axes + 1, fill);
        } else if (column.type() instanceof ArrowType.Struct) {
            for (int i = 0; i < column.children().size(); i++) {
                fill(column.children().get(i), target.field(i), axes, fill);
            }
        }
        if (column.validity().nullCount() > 0) {
            try (NdArray mask = column.validity().toMask()) {
                put(target, mask.reshape(Arrays.copyOf(target.shape().toArray(), axes)), fill);
            }
        }
    }

    private static void put(NdArray target, NdArray mask, Number fill) {
        if (target.dtype() instanceof StructType struct) {
            for (int i = 0; i < struct.fields().size(); i++) {
                put(target.field(i), mask, fill);
            }
            return;
        }
        (target.dtype() instanceof TimeType ? target.view(DType.INT64) : target).set(fill, mask);
    }

    /** Whether {@link #unread} has the array, in the column's own memory. */
    static boolean isPlain(ArrowField field) {
        boolean list = field.type() instanceof ArrowType.FixedList;
        return list ? isPlain(field.children().getFirst())
                : field.dtype().isPresent() && !field.isBool8() && !Strings.isText(field.type());
    }

    private static NdArray copy(ArrowColumn column) {
        NdArray made = fresh(column);
        if (!saysItself(column)) {
            CopyEvent.emit("array of " + column.where(), reason(column), made.nbytes());
        }
        return made;
    }

    /** Whether what makes an array of the rows reports what it writes. */
    private static boolean saysItself(ArrowColumn column) {
        return column.type() instanceof ArrowType.FixedList ? saysItself(column.children().getFirst())
                : column.type() instanceof ArrowType.Variable;
    }

    /** The rows as an array of its own; what stands at nulls is anything. */
    static NdArray fresh(ArrowColumn column) {
        return switch (column.type()) {
            case ArrowType.FixedList list -> inRows(column, list, fresh(column.children().getFirst()));
            case ArrowType.Struct struct -> Records.fresh(column);
            case ArrowType.Bool bool ->
                Bitmap.unpacked(column.buffers().getFirst(), column.offset(), column.length());
            case ArrowType.View view when view.text() -> {
                try (NdArray shared = Strings.shared(column)) {
                    yield shared.copy();
                }
            }
            case ArrowType.Variable text when text.text() -> Strings.viewed(column, null);
            default -> {
                DType converted = TypeLayout.convertedDtype(column.type()).orElse(null);
                yield converted != null ? stored(column).astype(converted)
                        : column.field().isBool8() ? stored(column).astype(DType.BOOL) : unread(column).copy();
            }
        };
    }

    private static String reason(ArrowColumn column) {
        return switch (column.type()) {
            case ArrowType.FixedList list -> reason(column.children().getFirst());
            case ArrowType.Struct struct -> "Arrow keeps fields apart, a structured array has them together";
            case ArrowType.Bool bool -> "its bools are packed, 8 in a byte";
            default -> TypeLayout.convertedDtype(column.type())
                    .map(dtype -> "its " + column.type() + " has 4 bytes a row, " + dtype + " has 8")
                    .orElse("asked for");
        };
    }

    /** Whether all bytes are 0 or 1; whoever asks holds them. */
    static boolean areBools(long address, long size) {
        long at = address;
        long end = address + size;
        long wrong = 0;
        for (; end - at >= Long.BYTES; at += Long.BYTES) {
            wrong |= Memory.RAW.get(JAVA_LONG_UNALIGNED, at) & NO_BOOL;
        }
        for (; at < end; at++) {
            wrong |= Memory.RAW.get(JAVA_BYTE, at) & NO_BOOL;
        }
        return wrong == 0;
    }

    /** Says what to call for the columns that are no array. */
    private static ZeroCopyException refusal(ArrowColumn column) {
        ArrowType type = column.type();
        DType converted = TypeLayout.convertedDtype(type).orElse(null);
        if (converted != null) {
            long bytes = column.length() * converted.itemsize();
            String reason = type instanceof ArrowType.Bool
                    ? "has type bool, packed 8 in a byte where an array has one byte each"
                    : "has type " + type + " of 4 bytes, where " + converted + " has 8";
            return column.refusal(reason, "toNdArray() makes an array of " + converted + ", which copies " + bytes
                    + " bytes" + (type instanceof ArrowType.Bool ? "" : "; storedValues() are the integers"));
        }
        return column.refusal("has type " + type + ", whose memory is not one plain number per row", switch (type) {
            case ArrowType.Variable text when text.text() -> "toNdArray() makes 16 bytes a row of its offsets and "
                    + "leaves its text where it is, TextColumn.of(ArrowColumn) reads it as it is";
            case ArrowType.Variable bytes -> "TextColumn.of(ArrowColumn) reads it where it lies";
            case ArrowType.View views -> "TextColumn.of(ArrowColumn) reads it where it lies";
            case ArrowType.Lists lists -> "ListColumn.of(ArrowColumn) reads it where it lies";
            case ArrowType.ListViews lists -> "ListColumn.of(ArrowColumn) reads it where it lies";
            case ArrowType.Maps map -> "ListColumn.of(ArrowColumn) reads it where it lies";
            case ArrowType.Dictionary coded -> "DictionaryColumn.of(ArrowColumn) reads it where it lies";
            case ArrowType.RunEnds runs -> "RunEndColumn.of(ArrowColumn) reads it where it lies";
            case ArrowType.Union union -> "UnionColumn.of(ArrowColumn) reads it where it lies";
            case ArrowType.Decimal decimal ->
                "DecimalColumn.of(ArrowColumn) reads it where it lies, storedValues() are its "
                        + "integers";
            case ArrowType.FixedBinary bytes -> "storedValues() are its bytes, " + bytes.width() + " a row";
            case ArrowType.Struct struct ->
                "StructColumn.of(ArrowColumn) has its fields where they lie, toNdArray() copies them together";
            default -> "convert the column to a fixed-width number where it is made";
        });
    }
}
