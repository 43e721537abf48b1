package io.arrayport.arrow.column;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.arrayport.arrow.type.ArrowField;
import io.arrayport.core.dtype.BytesType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.VoidType;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.CopyEvent;
import io.arrayport.core.exchange.CopyPolicy;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.ExchangePlan.Outcome;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;

/** The fields of a structured array as the children of a struct column. */
final class FieldsApart {
    private static final String REASON = "a structured array has its fields together, Arrow keeps them apart";

    private final String name;
    private final CopyPolicy policy;
    private final List<NdArray> made = new ArrayList<>();

    FieldsApart(String name, CopyPolicy policy) {
        this.name = name;
        this.policy = policy;
    }

    ExchangePlan plan(NdArray array) {
        String target = target();
        if (!(array.dtype() instanceof StructType struct)) {
            return ExchangePlan.refused(target, "the array has " + array.dtype() + ", which has no fields",
                    "ArrowColumn.of(name, array) is a column of it");
        }
        if (array.ndim() != 1) {
            return ExchangePlan.refused(target, "a column has rows and no other axes, the array shape " + array.shape(),
                    "reshape(-1) it");
        }
        if (!array.device().equals(Device.CPU)) {
            return ExchangePlan.refused(target, "a column lies in CPU memory, the array on " + array.device(),
                    "bring it to the CPU first");
        }
        String unsayable = unsayable(struct, "");
        if (!unsayable.isEmpty()) {
            return ExchangePlan.refused(target, unsayable, "convert the field, or leave it out: fields(...)");
        }
        long bytes = bytes(array);
        return bytes == 0 ? ExchangePlan.zeroCopy(target, "Java cannot write until the column is given back")
                : new ExchangePlan(Outcome.NEEDS_COPY, target, bytes, "", REASON,
                        "StructColumn.of(name, array, CopyPolicy.IF_NEEDED), which copies " + bytes + " bytes");
    }

    private String target() {
        return "Arrow struct \"" + name + "\"";
    }

    /** Why Arrow cannot have one of the fields; empty if it can. */
    private static String unsayable(StructType struct, String path) {
        for (StructType.Field field : struct.fields()) {
            String place = path + field.name();
            if (field.type() instanceof StructType inner) {
                String below = unsayable(inner, place + ".");
                if (!below.isEmpty()) {
                    return below;
                }
            } else if (!ArrowField.canSay(plain(field.type()))) {
                return "Arrow has no plain values like " + field.type().name() + ", the type of field \"" + place
                        + "\"";
            }
        }
        return "";
    }

    /** Bytes are bytes to Arrow, of a fixed size. */
    private static DType plain(DType dtype) {
        return dtype instanceof BytesType && dtype.itemsize() > 0 ? new VoidType(dtype.itemsize())
                : dtype.withOrder(ByteOrder.nativeOrder());
    }

    /** Bytes of the fields that do not lie as Arrow has them. */
    private long bytes(NdArray array) {
        long bytes = 0;
        for (int i = 0; i < fields(array).size(); i++) {
            NdArray part = array.field(i);
            if (part.dtype() instanceof StructType && part.ndim() == 1) {
                bytes += bytes(part);
            } else if (!isShared(part)) {
                bytes += part.nbytes();
            }
        }
        return bytes;
    }

    private static List<StructType.Field> fields(NdArray array) {
        return ((StructType) array.dtype()).fields();
    }

    private boolean isShared(NdArray part) {
        return policy != CopyPolicy.ALWAYS && !(part.dtype() instanceof StructType) && part.isCContiguous()
                && part.dtype().isNative() && part.storage().access() != Access.PROTECTED;
    }

    ArrowColumn column(NdArray array) {
        ExchangePlan plan = plan(array);
        if (plan.outcome() == Outcome.REFUSED || policy == CopyPolicy.NEVER) {
            plan.requireZeroCopy();
        }
        boolean done = false;
        try {
            ArrowColumn column = struct(name, array);
            long copied = keep(column.owner().storages());
            if (copied > 0) {
                CopyEvent.emit(target(), REASON, copied);
            }
            done = true;
            return column;
        } finally {
            if (!done) {
                made.forEach(NdArray::close);
            }
        }
    }

    /** Closes the copies that the column does not lie in, which were steps to others; returns the bytes of the rest. */
    private long keep(List<Storage> kept) {
        long bytes = 0;
        for (NdArray copy : made) {
            if (kept.contains(copy.storage())) {
                bytes += copy.nbytes();
            } else {
                copy.close();
            }
        }
        return bytes;
    }

    private ArrowColumn struct(String label, NdArray array) {
        List<ArrowColumn> children = new ArrayList<>();
        for (int i = 0; i < fields(array).size(); i++) {
            children.add(child(fields(array).get(i).name(), array.field(i)));
        }
        return ArrayColumns.struct(label, array.size(), children);
    }

    private ArrowColumn child(String label, NdArray part) {
        NdArray values = part;
        if (part.ndim() > 1 || !(part.dtype() instanceof StructType)) {
            if (!isShared(part)) {
                values = part.copyNative();
                made.add(values);
            }
            values = values.dtype() instanceof BytesType ? values.view(plain(values.dtype())) : values;
        }
        if (part.ndim() == 1) {
            return part.dtype() instanceof StructType ? struct(label, part) : ArrowColumn.of(label, values);
        }
        NdArray flat = values.reshape(values.size());
        ArrowColumn lists = flat.dtype() instanceof StructType ? struct("item", flat) : ArrowColumn.of("item", flat);
        long rows = flat.size();
        for (int axis = values.ndim() - 1; axis > 0; axis--) {
            int size = Math.toIntExact(values.shape().dim(axis));
            if (size == 0) {
                throw new ZeroCopyException("as " + target() + ": field \"" + label + "\" has shape "
                        + part.shape() + ", elements without a value: leave it out: fields(...)");
            }
            rows /= size;
            lists = ArrayColumns.lists(axis == 1 ? label : "item", size, rows, lists, Map.of());
        }
        return lists;
    }
}
