package io.arrayport.core.ndarray;

import java.util.function.Function;

import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.memory.DeviceType;

/** The text forms of an {@link NdArray}, read under one lease of its storage. */
final class ArrayText {
    private ArrayText() {}

    /**
     * NumPy's {@code str}.
     *
     * @throws io.arrayport.core.error.ClosedException after close
     * @throws ArrayportException if the elements are not in main memory, or too many for a string
     */
    static String str(NdArray array, PrintOptions options) {
        return read(array, new ArrayPrinter(options)::str);
    }

    /** NumPy's {@code repr}; throws as {@link #str}. */
    static String repr(NdArray array, PrintOptions options) {
        return read(array, new ArrayPrinter(options)::repr);
    }

    /** {@link #str} with the default options, or where that cannot be had what the array is and why: never throws. */
    static String describe(NdArray array) {
        try {
            return str(array, PrintOptions.DEFAULTS);
        } catch (ArrayportException e) {
            return "array of shape " + array.shape() + ", dtype " + array.dtype() + " (" + e.getMessage() + ")";
        }
    }

    private static String read(NdArray array, Function<Elements, String> printer) {
        if (array.device().type() != DeviceType.CPU) {
            throw new ArrayportException("print: the elements are on " + array.device()
                    + ", expected in main memory; copy the array to the CPU first");
        }
        array.storage().acquire();
        try {
            return printer.apply(new ArrayElements(array.dtype(), array.layout(), array.storage().address()));
        } finally {
            array.storage().release();
        }
    }
}
