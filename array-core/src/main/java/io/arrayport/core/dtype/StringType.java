package io.arrayport.core.dtype;

import java.nio.ByteOrder;
import java.util.Objects;

import io.arrayport.core.error.DTypeException;
import org.jspecify.annotations.Nullable;

/**
 * Strings of any length: NumPy's {@code StringDType}. An element is one of Arrow's string views, of 16 bytes: the
 * length in bytes of UTF-8, then up to 12 of them, or the first 4, the number of a side buffer and the place in it.
 *
 * <p>The bytes of long strings lie in side buffers, which belong to the storage of the elements and go with it. Setting
 * an element adds to them; what was there before stays until the storage goes, or the array is copied: a copy has its
 * own bytes, and no others.
 *
 * <p>The type that an array has knows the side buffers of its storage, so that elements can be read; types are equal
 * whatever they know of these.
 */
public final class StringType implements FlexibleType {
    /** Bytes of an element. */
    public static final int SIZE = 16;
    /** Most bytes of a string that stands in its element. */
    public static final int INLINE = 12;

    private final @Nullable Missing missing;
    private final boolean coerce;
    private final @Nullable StringHeap heap;

    private StringType(@Nullable Missing missing, boolean coerce, @Nullable StringHeap heap) {
        this.missing = missing;
        this.coerce = coerce;
        this.heap = heap;
    }

    /**
     * The type of no array yet.
     *
     * @param missing what stands for strings that are not there; null if all are
     * @param coerce whether what is no string is written as one
     */
    public StringType(@Nullable Missing missing, boolean coerce) {
        this(missing, coerce, null);
    }

    /** Strings, all there, as which anything is written: {@code StringDType()}. */
    public StringType() {
        this(null, true);
    }

    /** What stands for strings that are not there: NumPy's {@code na_object}; null if all are. */
    public @Nullable Missing missing() {
        return missing;
    }

    /** Whether what is no string is written as one when it is set. */
    public boolean coerce() {
        return coerce;
    }

    /** The same type of the elements of a storage. */
    public StringType over(StringHeap of) {
        return of.equals(heap) ? this : new StringType(missing, coerce, of);
    }

    /** Where the bytes of long strings lie. */
    public StringHeap heap() {
        if (heap == null) {
            throw new DTypeException("strings: " + this + " belongs to no array, so that there are no elements of it");
        }
        return heap;
    }

    /**
     * Checks that elements are all of their bytes.
     *
     * @param operation named in the error
     * @throws DTypeException if they are strings of any length, which have bytes elsewhere
     */
    public static void refuse(String operation, DType type) {
        if (type instanceof StringType) {
            throw new DTypeException(operation + ": elements of " + type + " are more than their bytes, because long "
                    + "strings lie beside them; convert with astype(...) to strings of a width, such as 'U20'");
        }
    }

    @Override
    public String name() {
        return "StringDType128";
    }

    @Override
    public char kind() {
        return 'T';
    }

    @Override
    public int itemsize() {
        return SIZE;
    }

    @Override
    public int alignment() {
        return Long.BYTES;
    }

    @Override
    public ByteOrder order() {
        return ByteOrder.nativeOrder();
    }

    @Override
    public DType withOrder(ByteOrder order) {
        return this;
    }

    @Override
    public boolean isNative() {
        return true;
    }

    /** NumPy's: there is no string for it in the array protocol. */
    @Override
    public String str() {
        String options = (missing == null ? "" : "na_object=" + missing) + (missing == null || coerce ? "" : ", ")
                + (coerce ? "" : "coerce=False");
        return "StringDType(" + options + ")";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StringType type && coerce == type.coerce && Objects.equals(missing, type.missing);
    }

    @Override
    public int hashCode() {
        return Objects.hash(missing, coerce);
    }

    @Override
    public String toString() {
        return str();
    }
}
