package io.arrayport.arrow.column;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.bitorder;

import java.util.Optional;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.exchange.CopyEvent;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.BitOrder;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a column are there: a view of Arrow's bitmap, bit 1 for a value and 0 for a null, the least significant
 * bit first. Borrows the bitmap; nothing is unpacked unless {@link #toMask()} is asked for it.
 */
public final class Validity {
    private static final long UNCOUNTED = -1;

    private final @Nullable ArrowBuffer bitmap;
    private final long first;
    private final long length;
    private final boolean ofMissing;
    private volatile long nulls;

    private Validity(@Nullable ArrowBuffer bitmap, long first, long length) {
        this(bitmap, first, length, false);
    }

    private Validity(@Nullable ArrowBuffer bitmap, long first, long length, boolean ofMissing) {
        this.bitmap = bitmap;
        this.first = first;
        this.length = length;
        this.ofMissing = ofMissing;
        this.nulls = bitmap == null || length == 0 ? 0 : UNCOUNTED;
    }

    /** {@code length} rows that are all there: no bitmap. */
    public static Validity all(long length) {
        return new Validity(null, 0, length);
    }

    /** {@code length} rows of a type that has no values: all null, and no bitmap. */
    static Validity none(long length) {
        Validity none = new Validity(null, 0, length);
        none.nulls = length;
        return none;
    }

    /**
     * The rows that bits {@code [first, first + length)} of {@code bitmap} stand for. Shares the bitmap.
     *
     * @throws ForeignDescriptorException if the bitmap is too short
     */
    public static Validity of(ArrowBuffer bitmap, long first, long length) {
        if (first < 0 || length < 0 || first > Long.MAX_VALUE - Byte.SIZE - length
                || Bitmap.bytes(first + length) > bitmap.length()) {
            throw new ForeignDescriptorException("validity: expected bits " + first + " to " + first + " + " + length
                    + ", found a bitmap of " + bitmap.length() + " bytes");
        }
        return new Validity(bitmap, first, length);
    }

    /**
     * The rows that the bits of {@code bitmap} stand for. Shares its bytes.
     *
     * @param bitmap uint8, of one axis and contiguous
     * @throws DTypeException if it is of another type
     * @throws ShapeException if it is of another form, or too short
     */
    public static Validity of(NdArray bitmap, long length) {
        if (!bitmap.dtype().equals(DType.UINT8)) {
            throw new DTypeException("validity: expected a bitmap of uint8, found " + bitmap.dtype()
                    + ": np.packbits packs a mask, and Validity.ofMask does it");
        }
        if (bitmap.ndim() != 1 || !bitmap.isCContiguous() || length < 0 || bitmap.size() < Bitmap.bytes(length)) {
            throw new ShapeException("validity: expected " + Bitmap.bytes(length) + " bytes side by side for " + length
                    + " rows, found shape " + bitmap.shape());
        }
        return new Validity(ArrowBuffer.of(bitmap), 0, length);
    }

    /**
     * A new bitmap that says what {@code mask} says: n/8 bytes are written, and go with the last view of them. Borrows
     * the mask until it returns.
     *
     * @param mask bool, of one axis; true where a row is null, as masks of {@code np.ma} are
     * @throws DTypeException if it is not of bool
     * @throws ShapeException if it has not one axis
     */
    public static Validity ofMask(NdArray mask) {
        if (!mask.dtype().equals(DType.BOOL)) {
            throw new DTypeException("validity: expected a mask of bool, found " + mask.dtype());
        }
        if (mask.ndim() != 1) {
            throw new ShapeException("validity: expected a mask of one axis, found shape " + mask.shape());
        }
        try (NdArray there = np.logicalNot(mask)) {
            NdArray bits = np.packbits(there, bitorder(BitOrder.LITTLE));
            return new Validity(ArrowBuffer.of(bits), 0, mask.size());
        }
    }

    /**
     * A new bitmap that says which strings of an array are missing: n/8 bytes are written. Borrows the array until it
     * returns. A column of it is refused
     * where it is used or leaves if others are missing then.
     *
     * @param strings of any length, of one axis
     * @throws io.arrayport.core.error.ZeroCopyException if they are something else
     */
    public static Validity ofMissing(NdArray strings) {
        return new Validity(ArrowBuffer.of(Strings.bitmap(strings)), 0, strings.size(), true);
    }

    /** Number of rows. */
    public long length() {
        return length;
    }

    /**
     * Whether row {@code i} has no value.
     *
     * @throws IndexException if there is no such row
     * @throws io.arrayport.core.error.DeviceException if the bitmap lies on a device: {@link #toMask()} is there too
     */
    public boolean isNull(long i) {
        if (i < 0 || i >= length) {
            throw Bounds.noRow("isNull", "validity", i, length);
        }
        ArrowBuffer bits = bitmap;
        return bits == null ? nulls > 0 : bits.held(() -> Bitmap.bit(bits.address(), first + i)) == 0;
    }

    /**
     * Whether row {@code i} has a value.
     *
     * @throws IndexException if there is no such row
     */
    public boolean isValid(long i) {
        return !isNull(i);
    }

    /**
     * How many rows are null: counted in the bitmap once, whatever its maker said. One on a device is copied to main
     * memory for that, n/8 bytes.
     */
    public long nullCount() {
        long counted = nulls;
        ArrowBuffer bits = bitmap;
        if (counted == UNCOUNTED && bits != null) {
            counted = Bitmap.zeros(bits, first, length);
            nulls = counted;
        }
        return counted;
    }

    /** Whether {@link #nullCount()} knows its answer without looking at the bitmap. */
    public boolean isCounted() {
        return nulls != UNCOUNTED;
    }

    /** Whether it was made of the strings that were missing, and so says no more than these. */
    boolean isOfMissing() {
        return ofMissing;
    }

    /** The bitmap's own bytes, shared; empty where no row is null, and in columns of type null. */
    public Optional<ArrowBuffer> bitmap() {
        return Optional.ofNullable(bitmap);
    }

    /** Which bit of {@link #bitmap()} belongs to row 0. */
    public long firstBit() {
        return first;
    }

    /**
     * The rows {@code [from, to)}; shares the bitmap.
     *
     * @throws IndexException if there are not so many
     */
    public Validity slice(long from, long to) {
        if (Bounds.areNoRows(from, to, length)) {
            throw Bounds.noRows("slice", "validity", from, to, length);
        }
        return bitmap == null && nulls > 0 ? none(to - from)
                : new Validity(bitmap, first + from, to - from, ofMissing);
    }

    /**
     * A new array of bools, true where a row is null: copied out of the bits, which is a JFR event. On the device on
     * which these lie.
     */
    public NdArray toMask() {
        ArrowBuffer bits = bitmap;
        if (bits == null) {
            return nulls > 0 ? np.ones(Shape.of(length), DType.BOOL) : np.zeros(Shape.of(length), DType.BOOL);
        }
        CopyEvent.emit("bool mask", "a bitmap has 8 rows in a byte", length);
        try (NdArray there = Bitmap.unpacked(bits, first, length)) {
            return np.logicalNot(there);
        }
    }

    @Override
    public String toString() {
        return "Validity[" + nullCount() + " nulls in " + length + " rows]";
    }
}
