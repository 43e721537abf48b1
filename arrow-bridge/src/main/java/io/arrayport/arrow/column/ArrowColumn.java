package io.arrayport.arrow.column;

import java.util.List;
import java.util.Optional;

import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.arrow.type.BufferLayout;
import io.arrayport.arrow.type.TypeLayout;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Missing;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/**
 * One Arrow column in memory, of any type, whoever made it: a vector of arrow-java, a C Data array, a batch of a file,
 * or arrays. Nothing is copied to make one; its parts are views of the column's buffers.
 *
 * <p>{@link #asNdArray()} is the column as an array, where its bytes are one; {@link #values()} the same with whatever
 * lies under nulls, to be used with {@link #validity()}; {@link #storedValues()} the integers or bytes behind dates,
 * decimals and the like. {@link #toNdArray()} copies, and says so. For types of variable width and nested ones there
 * are {@link TextColumn}, {@link ListColumn}, {@link DictionaryColumn}, {@link RunEndColumn}, {@link DecimalColumn},
 * {@link StructColumn}, {@link UnionColumn} and {@link FixedShapeTensor}.
 *
 * <p>Arrow's memory is immutable by convention: all arrays are read-only. Borrows the storages it lies in;
 * {@link #close()} closes these, and so ends every column that came with this one. Safe for use by several threads.
 */
public final class ArrowColumn implements AutoCloseable {
    private final String origin;
    private final ArrowField field;
    private final long length;
    private final long offset;
    private final List<ArrowBuffer> buffers;
    private final List<ArrowColumn> children;
    private final @Nullable ArrowColumn dictionary;
    private final Owner owner;
    private final Validity validity;
    private final @Nullable StringType missable;

    /** Everything is checked: see {@link ColumnParts}. */
    ArrowColumn(ColumnParts parts, long offset, long length, Validity validity) {
        this.origin = parts.origin();
        this.field = parts.field();
        this.offset = offset;
        this.length = length;
        this.buffers = parts.buffers();
        this.children = parts.children();
        this.dictionary = parts.dictionary();
        this.owner = parts.owner();
        this.validity = validity;
        this.missable = null;
    }

    private ArrowColumn(ArrowColumn whole, ArrowField field, long offset, long length, Validity validity,
            @Nullable StringType missable) {
        this.origin = whole.origin;
        this.field = field;
        this.offset = offset;
        this.length = length;
        this.buffers = whole.buffers;
        this.children = whole.children;
        this.dictionary = whole.dictionary;
        this.owner = whole.owner;
        this.validity = validity;
        this.missable = missable;
    }

    /**
     * A column over an array's own memory. Borrows it. An array of more than one axis is an
     * {@code arrow.fixed_shape_tensor} of its rows, whatever the order of the other axes in memory. One on a CUDA
     * device makes a column there, which {@link io.arrayport.arrow.ArrowC#exportDevice} takes.
     *
     * @throws ZeroCopyException where Arrow has no form for these bytes: says why, and what to call
     */
    public static ArrowColumn of(String name, NdArray array) {
        return ArrayColumns.of(name, array);
    }

    /**
     * As {@link #of(String, NdArray)}, with nulls. Borrows the array and the bitmap.
     *
     * @throws io.arrayport.core.error.ShapeException where there are not as many rows as the array has
     */
    public static ArrowColumn of(String name, NdArray array, Validity validity) {
        return ArrayColumns.unchecked(name, array).with(validity);
    }

    /**
     * A column of {@code field}'s type over an array's own memory: {@code time64} over timedelta64, timestamps with a
     * zone over datetime64, decimals or dates over the integers they are stored as ({@link #storedValues()} says
     * which). Borrows the array.
     *
     * @throws ZeroCopyException where the type does not lie in memory as the array does: says why
     */
    public static ArrowColumn of(ArrowField field, NdArray array) {
        return ArrayColumns.of(field, array);
    }

    /**
     * A column of any type from its buffers, in the format's order and without the validity bitmap. Borrows all.
     *
     * @param buffers contiguous arrays: values; offsets and bytes; views and side buffers; type ids and offsets
     * @param children in the field's order; a dictionary comes as the only one
     * @throws io.arrayport.core.error.ForeignDescriptorException where they are not as the type wants them: names the
     *     buffer
     */
    public static ArrowColumn of(ArrowField field, long length, List<NdArray> buffers, List<ArrowColumn> children) {
        return ArrayColumns.of(field, length, buffers, children);
    }

    /** The same column with these nulls; shares everything. */
    public ArrowColumn with(Validity nulls) {
        return new ArrowColumn(this, field, offset, length, ArrayColumns.fitting(this, nulls), missable);
    }

    /** Name and type. */
    public ArrowField field() {
        return field;
    }

    /** Arrow's type. */
    public ArrowType type() {
        return field.type();
    }

    /** Rows. */
    public long length() {
        return length;
    }

    /** Which row of the buffers is row 0: not 0 for slices. */
    public long offset() {
        return offset;
    }

    /**
     * Where its bytes lie: main memory, but for what {@link io.arrayport.arrow.ArrowC#deviceColumn} took on a device
     * and for columns over an array there. {@link #asNdArray()} is on that device; what reads rows, text or files
     * refuses such a column.
     */
    public Device device() {
        return owner.device();
    }

    /** Which rows are null; shares the bitmap. */
    public Validity validity() {
        return validity;
    }

    /**
     * Whether row {@code i} is null.
     *
     * @throws IndexException if there is no such row
     */
    public boolean isNull(long i) {
        Bounds.requireRow("isNull", this, i);
        return validity.isNull(i);
    }

    /**
     * The buffers in the format's order, without the validity bitmap, from the first row of the unsliced column;
     * shared.
     */
    public List<ArrowBuffer> buffers() {
        return buffers;
    }

    /**
     * The rows as an array, nothing copied: numbers, times of 64 bits, bools of a byte, intervals of several parts as
     * records of these, and fixed-size lists of these as arrays of more axes. Closing the array ends this column's
     * buffer. Of {@code utf8_view} an array of strings, whose storage is its own and leases the column's buffers: each
     * is closed by itself.
     *
     * @throws ZeroCopyException where the bytes are no array: it has nulls, packed bools, dates of 4 bytes, text; says
     *     which method to call
     */
    public NdArray asNdArray() {
        return Values.withoutNulls(this);
    }

    /**
     * As {@link #asNdArray()}, shared, whether there are nulls or not: what stands at a null row is anything.
     *
     * @throws ZeroCopyException where the bytes are no array; says which method to call
     */
    public NdArray values() {
        return Values.of(this);
    }

    /**
     * The integers or bytes that the rows are stored as, nothing copied: int32 for {@code date32} and {@code time32},
     * int64 for other times, indices of a dictionary, {@code (n, 2)} uint64 for {@code decimal128}, {@code (n, width)}
     * uint8 for {@code fixed_size_binary}.
     *
     * @throws ZeroCopyException for packed bools and types of variable width
     */
    public NdArray storedValues() {
        return Values.stored(this);
    }

    /**
     * The rows as a new array that the caller owns, copied and converted: also packed bools, dates and times of 4
     * bytes, and structs, whose fields are put together as records. Rows of {@code utf8} and {@code large_utf8} get 16
     * bytes each, and the array leases their text, which stays where it is. The copy is a JFR event.
     *
     * @throws ZeroCopyException where it has nulls, which an array cannot say: see {@link #validity()}; or where no
     *     array has such elements
     */
    public NdArray toNdArray() {
        return Values.copied(this);
    }

    /**
     * As {@link #toNdArray()}, copied for the caller, with {@code fill} where rows are null, in each field of a
     * struct that is. For times, {@code Long.MIN_VALUE} is NaT.
     *
     * @throws ZeroCopyException where no array has such elements
     */
    public NdArray toNdArray(Number fill) {
        return Values.filled(this, fill);
    }

    /**
     * The rows of a column of text as a new array of strings that the caller owns, in which nulls are missing. Each row
     * gets 16 bytes, which is a JFR event; the text is shared where it lies, and this column's buffers are leased.
     *
     * @throws ZeroCopyException where rows are no text
     */
    public NdArray toNdArray(Missing missing) {
        return Values.strings(this, missing);
    }

    /**
     * The rows {@code [from, to)}; shares everything.
     *
     * @throws IndexException if there are not so many
     */
    public ArrowColumn slice(long from, long to) {
        Bounds.requireRows("slice", this, from, to);
        return new ArrowColumn(this, field, offset + from, to - from, validity.slice(from, to), missable);
    }

    /** The same column under another name; shares everything. */
    public ArrowColumn named(String name) {
        return new ArrowColumn(this, field.named(name), offset, length, validity, missable);
    }

    /**
     * The children; shared. Those of structs and sparse unions have this column's rows, that of a fixed-size list as
     * many for each; others lie whole, and offsets say which rows are meant.
     */
    public List<ArrowColumn> children() {
        return switch (type()) {
            case ArrowType.Struct struct -> rows(1);
            case ArrowType.Union union when !union.dense() -> rows(1);
            case ArrowType.FixedList list -> rows(list.size());
            default -> children;
        };
    }

    private List<ArrowColumn> rows(int each) {
        return children.stream().map(child -> child.slice(offset * each, (offset + length) * each)).toList();
    }

    /**
     * The child of this name; shared.
     *
     * @throws IndexException where none, or more than one, has it
     */
    public ArrowColumn child(String name) {
        List<ArrowColumn> found = children().stream().filter(child -> child.field.name().equals(name)).toList();
        if (found.size() != 1) {
            throw new IndexException(where() + ": child \"" + name + "\": " + found.size() + " have this name among "
                    + children.stream().map(child -> child.field.name()).toList());
        }
        return found.getFirst();
    }

    /** The same column, whose rows are the elements of an array of this type, some of which may be missing. */
    ArrowColumn of(StringType strings) {
        return new ArrowColumn(this, field, offset, length, validity, strings.missing() == null ? null : strings);
    }

    /** The type of the array that the rows are strings of; null unless they may be missing. */
    @Nullable
    StringType missable() {
        return missable;
    }

    /** The dictionary that the rows count in. */
    Optional<ArrowColumn> dictionary() {
        return Optional.ofNullable(dictionary);
    }

    /** The children as they lie, whatever this column's rows. */
    List<ArrowColumn> wholeChildren() {
        return children;
    }

    /** What keeps the column's memory, and ends with it: borrowed by all columns that came with this one. */
    public Owner owner() {
        return owner;
    }

    /** Ends Java's access to this column and all that came with it; exports keep the bytes until given back. */
    @Override
    public void close() {
        owner.close();
    }

    /** An array over buffer {@code index}, one run of {@code perRow} elements a row. */
    NdArray plain(int index, DType dtype, int perRow) {
        Shape shape = perRow == 1 ? Shape.of(length) : Shape.of(length, perRow);
        return buffers.get(index).array(dtype, shape, offset * perRow * dtype.itemsize());
    }

    /** Offset or size number {@code index}, counted from row 0. */
    long integer(int buffer, long index) {
        return buffers.get(buffer).integer(offset + index, TypeLayout.offsetBytes(type()));
    }

    BufferLayout layout() {
        return TypeLayout.buffers(type());
    }

    /** For messages. */
    String where() {
        return Lines.one(origin + " \"" + field.name() + "\"");
    }

    ZeroCopyException refusal(String reason, String remedy) {
        return refusal(where(), reason, remedy);
    }

    static ZeroCopyException refusal(String where, String reason, String remedy) {
        return new ZeroCopyException(Lines.one(
                where + " " + reason + ", so that it cannot be used without a copy: " + remedy));
    }

    @Override
    public String toString() {
        return "ArrowColumn[" + where() + ", " + type() + ", " + length + " rows]";
    }
}
