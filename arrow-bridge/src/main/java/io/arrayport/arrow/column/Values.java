package io.arrayport.arrow.column;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.util.function.Supplier;

import io.arrayport.arrow.type.ArrowType;
import io.arrayport.arrow.type.TypeLayout;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Missing;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.CopyEvent;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.ndarray.NdArray;

/** A column's rows as an array: as they lie where their bytes are one, else copied if asked. */
final class Values {
    /** The bits that are 0 in bytes of 0 and 1. */
    private static final long NO_BOOL = 0xFEFEFEFEFEFEFEFEL;

    private Values() {}

    static NdArray withoutNulls(ArrowColumn column) {
        NdArray values = of(column);
        boolean done = false;
        try {
            requireNoNulls(column);
            done = true;
            return values;
        } finally {
            // The elements of strings are a storage of their own
            if (!done && !column.owner().storages().contains(values.storage())) {
                values.close();
            }
        }
    }

    private static void requireNoNulls(ArrowColumn column) {
        long nulls = column.validity().nullCount();
        if (nulls > 0) {
            throw column.refusal("has " + nulls + (nulls == 1 ? " null in " : " nulls in ") + column.length()
                    + (column.length() == 1 ? " row" : " rows"),
                    "fill or drop them first, copy with toNdArray(fill), or use values() and validity() side by side");
        }
        if (column.type() instanceof ArrowType.FixedList) {
            column.children().forEach(Values::requireNoNulls);
        }
    }

    static NdArray of(ArrowColumn column) {
        if (column.type() instanceof ArrowType.FixedList list) {
            return inRows(column, list, of(column.children().getFirst()));
        }
        if (column.type() instanceof ArrowType.View view && view.text()) {
            return Strings.shared(column);
        }
        DType dtype = column.field().dtype().orElseThrow(() -> refusal(column));
        NdArray values = column.plain(0, dtype, 1);
        if (dtype.equals(DType.BOOL) && !areBools(values)) {
            throw column.refusal("has bytes other than 0 and 1, which Arrow holds for true and an array does not",
                    "toNdArray() makes bools of them, which copies " + column.length() + " bytes");
        }
        return values;
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
            fill(column, copy, fill);
            done = true;
            return copy;
        } finally {
            if (!done) {
                copy.close();
            }
        }
    }

    private static void fill(ArrowColumn column, NdArray copy, Number fill) {
        if (column.type() instanceof ArrowType.FixedList list) {
            ArrowColumn child = column.children().getFirst();
            long rows = Math.multiplyExact(column.length(), list.size());
            fill(child, NdArray.of(copy.storage(), copy.dtype(), copy.layout().reshape(
                    copy.layout().shape().ndim() == 2 ? io.arrayport.core.layout.Shape.of(rows)
                            : joined(copy, rows),
                    copy.itemsize()).orElseThrow()), fill);
        }
        if (column.validity().nullCount() == 0) {
            return;
        }
        NdArray target = copy.dtype() instanceof TimeType ? copy.view(DType.INT64) : copy;
        try (NdArray mask = column.validity().toMask()) {
            target.set(fill, mask);
        }
    }

    private static io.arrayport.core.layout.Shape joined(NdArray array, long rows) {
        long[] dims = new long[array.ndim() - 1];
        dims[0] = rows;
        for (int axis = 2; axis < array.ndim(); axis++) {
            dims[axis - 1] = array.shape().dim(axis);
        }
        return io.arrayport.core.layout.Shape.of(dims);
    }

    private static NdArray copy(ArrowColumn column) {
        if (column.type() instanceof ArrowType.FixedList list) {
            return inRows(column, list, copy(column.children().getFirst()));
        }
        if (column.type() instanceof ArrowType.Bool) {
            return reported(column, "its bools are packed, 8 in a byte",
                    () -> Bitmap.unpacked(column.buffers().getFirst(), column.offset(), column.length()));
        }
        if (Strings.isText(column.type())) {
            return column.type() instanceof ArrowType.View ? ownStrings(column) : Strings.viewed(column, null);
        }
        DType converted = TypeLayout.convertedDtype(column.type()).orElse(null);
        if (converted != null) {
            return reported(column, "its " + column.type() + " has 4 bytes a row, " + converted + " has 8",
                    () -> stored(column).astype(converted));
        }
        DType dtype = column.field().dtype().orElseThrow(() -> refusal(column));
        return dtype.equals(DType.BOOL) ? reported(column, "asked for", () -> stored(column).astype(DType.BOOL))
                : reported(column, "asked for", () -> column.plain(0, dtype, 1).copy());
    }

    private static NdArray ownStrings(ArrowColumn column) {
        try (NdArray shared = Strings.shared(column)) {
            return reported(column, "asked for", shared::copy);
        }
    }

    private static NdArray reported(ArrowColumn column, String reason, Supplier<NdArray> copy) {
        NdArray made = copy.get();
        CopyEvent.emit("array of " + column.where(), reason, made.nbytes());
        return made;
    }

    private static boolean areBools(NdArray bytes) {
        bytes.storage().acquire();
        try {
            long at = bytes.address();
            long end = at + bytes.size();
            long wrong = 0;
            for (; end - at >= Long.BYTES; at += Long.BYTES) {
                wrong |= Memory.RAW.get(JAVA_LONG_UNALIGNED, at) & NO_BOOL;
            }
            for (; at < end; at++) {
                wrong |= Memory.RAW.get(JAVA_BYTE, at) & NO_BOOL;
            }
            return wrong == 0;
        } finally {
            bytes.storage().release();
        }
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
            case ArrowType.Interval interval -> "storedValues() are its parts";
            case ArrowType.Struct struct -> "children() are its columns";
            default -> "convert the column to a fixed-width number where it is made";
        });
    }
}
