package io.arrayport.arrow.column;

import java.nio.ByteOrder;

import io.arrayport.arrow.type.ArrowField;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.DeviceType;
import io.arrayport.core.ndarray.NdArray;

/** Whether an array's bytes are an Arrow column. */
public final class ArrayForm {
    private ArrayForm() {}

    /**
     * What it takes to have {@code array} as a column of the type that {@link ArrowField#of(String, DType)} gives it.
     *
     * @param target who wants it, for the plan
     * @param writers who could write afterwards
     */
    public static ExchangePlan plan(String target, NdArray array, String writers) {
        return isHere(array) ? form(target, array, writers) : elsewhere(target, array);
    }

    /** As {@link #plan}, for what takes columns on CUDA devices too. */
    static ExchangePlan anywhere(String target, NdArray array) {
        return isHere(array) || isOnDevice(array) ? form(target, array, "") : elsewhere(target, array);
    }

    private static ExchangePlan form(String target, NdArray array, String writers) {
        DType dtype = array.dtype();
        if (!ArrowField.canSay(dtype.withOrder(ByteOrder.nativeOrder()))) {
            return ExchangePlan.refused(target, "Arrow has no plain values like " + dtype.name(),
                    ArrowField.remedy(dtype));
        }
        if (array.ndim() == 0) {
            return ExchangePlan.refused(target, "a column has rows, the array has shape ()", "reshape(1) it");
        }
        if (dtype instanceof StringType && array.ndim() > 1) {
            return ExchangePlan.refused(target, "strings have one axis in Arrow, the array has shape " + array.shape(),
                    "ravel() it");
        }
        if (Strings.hasMissing(array)) {
            return ExchangePlan.refused(target, "it has missing strings, which a column says with a bitmap",
                    "give one: ArrowColumn.of(name, array, Validity.ofMissing(array))");
        }
        return packed(target, array, writers);
    }

    private static boolean isHere(NdArray array) {
        return array.device().equals(Device.CPU);
    }

    /** Strings lie in several places, and are looked at. */
    private static boolean isOnDevice(NdArray array) {
        return array.device().type() == DeviceType.CUDA && !(array.dtype() instanceof StringType);
    }

    private static ExchangePlan elsewhere(String target, NdArray array) {
        return ExchangePlan.refused(target, "a column lies in CPU memory, the array on " + array.device(),
                "bring it to the CPU first" + (isOnDevice(array)
                        ? ", or give the device interface a column of it: ArrowC.exportDevice" : ""));
    }

    /** As {@link #anywhere}, where the type is said by a field and only the bytes are in question. */
    static ExchangePlan bytes(String target, NdArray array) {
        return isHere(array) || isOnDevice(array) ? packed(target, array, "") : elsewhere(target, array);
    }

    private static ExchangePlan packed(String target, NdArray array, String writers) {
        if (!array.dtype().isNative()) {
            return ExchangePlan.needsCopy(target, array.nbytes(),
                    "its " + array.dtype().name() + " is in foreign byte order");
        }
        if (!isPacked(array)) {
            return ExchangePlan.needsCopy(target, array.nbytes(), array.ndim() == 1
                    ? "a column's values lie side by side, the array's " + array.layout().stride(0) + " bytes apart"
                    : "a column's rows lie side by side, the array has strides "
                            + java.util.Arrays.toString(array.strides()));
        }
        if (array.storage().access() == Access.PROTECTED) {
            return ExchangePlan.needsCopy(target, array.nbytes(),
                    "its memory is write-protected, and Arrow cannot say so");
        }
        return ExchangePlan.zeroCopy(target, writers);
    }

    /** Whether {@link #plan} is zero-copy; says no more, makes no words, and takes nothing. */
    public static boolean isColumn(NdArray array) {
        return array.ndim() > 0 && ArrowField.canSay(array.dtype()) && areBytes(array)
                && !(array.dtype() instanceof StringType && (array.ndim() > 1 || Strings.hasMissing(array)));
    }

    private static boolean areBytes(NdArray array) {
        return isHere(array) && array.dtype().isNative() && isPacked(array)
                && array.storage().access() != Access.PROTECTED;
    }

    private static boolean isPacked(NdArray array) {
        return array.ndim() == 1 ? array.isCContiguous() : Permuted.of(array.layout(), array.itemsize()).isPresent();
    }
}
