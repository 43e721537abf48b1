package io.arrayport.dlpack;

import java.nio.ByteOrder;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Access;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/** What DLPack cannot say about an array, and what to do then. */
final class ExportRules {
    private ExportRules() {}

    /**
     * Why an array cannot leave as it is.
     *
     * @param copyHelps whether a copy in native byte order could leave
     */
    record Refusal(String reason, String remedy, boolean copyHelps) {}

    /** Null when the array can leave uncopied. */
    static @Nullable Refusal refusal(NdArray array, Abi.Form form, LegacyConsumer consumer) {
        DType dtype = array.dtype();
        TypeTable row = TypeTable.of(dtype.withOrder(ByteOrder.nativeOrder()));
        if (row == null) {
            return new Refusal("dtype " + dtype + " has no DLPack type code",
                    "convert it with astype(...) to one that has", false);
        }
        if (row.isPadded() && form == Abi.Form.LEGACY) {
            return new Refusal("an element of " + dtype + " takes a byte, and a legacy capsule cannot say so",
                    "export a versioned capsule (Dlpack.capsule()), or PackedTensor.pack(array)", false);
        }
        if (!dtype.isNative()) {
            return new Refusal("dtype " + dtype.name() + " is in foreign byte order, which DLPack cannot say",
                    "call copyNative() first", true);
        }
        Refusal refusal = strides(array.layout(), array.itemsize());
        return refusal != null || form == Abi.Form.VERSIONED || array.isWriteable() ? refusal
                : legacyReadOnly(array, consumer);
    }

    private static @Nullable Refusal strides(Layout layout, int itemsize) {
        if (layout.size() == 0) {
            return null;
        }
        for (int axis = 0; axis < layout.ndim(); axis++) {
            if (layout.stride(axis) % itemsize != 0 && layout.dim(axis) > 1) {
                return new Refusal("axis " + axis + " has a stride of " + layout.stride(axis)
                        + " bytes, no multiple of the itemsize "
                        + itemsize + ", and DLPack counts strides in elements", "call copy() first", true);
            }
        }
        return null;
    }

    private static @Nullable Refusal legacyReadOnly(NdArray array, LegacyConsumer consumer) {
        String remedy = "export a versioned capsule (Dlpack.capsule()), which can say so, or call copy() first";
        if (array.storage().access() == Access.PROTECTED) {
            return new Refusal(
                    "a write to this array's memory faults, and a legacy capsule cannot say that it is read-only",
                    remedy, true);
        }
        return consumer == LegacyConsumer.KEEPS_READ_ONLY ? null
                : new Refusal("the array is read-only, and a legacy capsule cannot say so", remedy, true);
    }

    /** The row of a dtype that passed {@link #refusal}. */
    static TypeTable type(DType dtype) {
        TypeTable row = TypeTable.of(dtype);
        if (row == null) {
            throw new DTypeException("dlpack export: dtype " + dtype + " has no DLPack type code");
        }
        return row;
    }
}
