package io.arrayport.core.ndarray;

import java.util.List;

import io.arrayport.core.dtype.BytesType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.dtype.UnicodeType;
import io.arrayport.core.element.Characters;
import io.arrayport.core.element.StringView;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;

/**
 * One string at a time, and the assignment of many. What is longer than an element is cut off where the element ends;
 * numbers and times take strings as {@link NdArray#astype} reads them.
 */
public sealed interface ArrayTexts permits NdArray {
    /**
     * The string at {@code index}, one number per axis; of bytes as Latin-1 has it; of what is missing
     * from strings of any length the text that stands for it.
     *
     * @throws io.arrayport.core.error.IndexException if there is no such element
     * @throws CastingException if elements are no strings
     */
    default String getString(long... index) {
        NdArray array = (NdArray) this;
        long at = array.layout().offsetOf(index);
        if (!isText(array)) {
            throw new CastingException("getString: an element of " + array.dtype() + " is no string; convert with "
                    + "astype(np.str_)");
        }
        array.storage().acquireOnHost();
        try {
            long address = array.storage().address() + at;
            return array.dtype() instanceof StringType strings ? StringView.string(strings, address)
                    : Characters.string((TextType) array.dtype(), address);
        } finally {
            array.storage().release();
        }
    }

    /**
     * The bytes at {@code index}, without the NULs at their end.
     *
     * @throws io.arrayport.core.error.IndexException if there is no such element
     * @throws CastingException if elements are no strings of bytes
     */
    default byte[] getBytes(long... index) {
        NdArray array = (NdArray) this;
        long at = array.layout().offsetOf(index);
        if (!(array.dtype() instanceof BytesType type)) {
            throw new CastingException("getBytes: an element of " + array.dtype() + " is no string of bytes");
        }
        array.storage().acquireOnHost();
        try {
            return Characters.bytes(type, array.storage().address() + at);
        } finally {
            array.storage().release();
        }
    }

    /**
     * Sets the element at {@code index}, one number per axis.
     *
     * @throws IllegalArgumentException if elements are bytes and the string is not ASCII, or numbers and it is none
     * @throws io.arrayport.core.error.ReadOnlyException if this array may not be written
     */
    default void setString(String value, long... index) {
        NdArray array = (NdArray) this;
        NdArray element = array.view(Layout.of(Shape.of(), new long[0], array.layout().offsetOf(index)));
        put("setString", element, value);
    }

    /** Sets all elements that {@code indices} select to a string, as {@link #setString} does. */
    default void set(String value, Index... indices) {
        NdArray array = (NdArray) this;
        if (isText(array)) {
            Key.set(array, List.of(indices), (Object) value);
            return;
        }
        try (NdArray one = Assignment.brought(of(value), array)) {
            Key.set(array, List.of(indices), one);
        }
    }

    /**
     * Sets all elements that {@code indices} select to bytes.
     *
     * @throws CastingException if elements are no strings
     * @throws IllegalArgumentException if elements are unicode and the bytes are not ASCII
     * @throws io.arrayport.core.error.ReadOnlyException if this array may not be written
     */
    default void set(byte[] value, Index... indices) {
        Key.set((NdArray) this, List.of(indices), (Object) value);
    }

    /** Sets all elements to a string, as {@link #setString} does. */
    default void fill(String value) {
        put("fill", (NdArray) this, value);
    }

    private static boolean isText(NdArray array) {
        return array.dtype() instanceof TextType || array.dtype() instanceof StringType;
    }

    private static void put(String operation, NdArray target, String value) {
        if (isText(target)) {
            Assignment.fill(operation, target, value);
            return;
        }
        try (NdArray one = Assignment.brought(of(value), target)) {
            Assignment.assign(operation, target, one);
        }
    }

    private static NdArray of(String value) {
        DType type = new UnicodeType(Math.max(1, value.codePointCount(0, value.length())));
        NdArray one = NdArray.of(Storage.allocate(type.itemsize()), type, Layout.contiguous(Shape.of(),
                type.itemsize()));
        try {
            Assignment.fill("set", one, value);
            return one;
        } catch (RuntimeException refused) {
            one.close();
            throw refused;
        }
    }
}
