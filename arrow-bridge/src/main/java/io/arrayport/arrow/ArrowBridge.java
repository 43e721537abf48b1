package io.arrayport.arrow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.RecordBatch;
import io.arrayport.arrow.vector.VectorColumns;
import io.arrayport.arrow.vector.VectorExport;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.CopyPolicy;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.Source;
import io.arrayport.core.exchange.Target;
import io.arrayport.core.ndarray.NdArray;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider;

/**
 * Arrays from and to arrow-java, without moving a column's bytes: {@code arrow(vector)} imports, {@code
 * vector(allocator, name)} exports.
 *
 * <p>Both share the int8 to int64, uint8 to uint64, float16, float32 and float64 types, timestamps and durations, and
 * bools of a byte each. Vectors of every other type are {@linkplain #column(FieldVector) columns}. Arrow's memory is
 * immutable by convention: imports are read-only for us, and an exported array is read-only until the vector is
 * released. arrow-java enforces neither, so that its own setters still write into the shared bytes.
 */
public final class ArrowBridge {
    private ArrowBridge() {}

    /**
     * A vector as a source of one array of shape {@code (valueCount)}: a read-only view of the vector's values. The
     * array shares them, and holds references on the vector's buffers, which go when the array and all that was
     * exported from it are released; the caller closes the array, and the vector, in any order, and the allocator last.
     *
     * <p>Opening takes the same time at every size, because no row is looked at. Whether there are nulls, which an
     * array cannot say, is found when the array's bytes are first used, exported included: then a vector that has some
     * is a {@code ZeroCopyException}. {@link #column(FieldVector)} takes it with its nulls.
     *
     * @param vector a vector of plain values without nulls: numbers, times of 64 bits, {@code arrow.bool8}, and lists
     *     of a fixed size of these, which are arrays of more axes; slices are honoured. Borrowed until {@code open}
     */
    public static Source arrow(FieldVector vector) {
        return new VectorSource(vector);
    }

    /**
     * A column of a root, as {@link #arrow(FieldVector)}: shares the vector's buffers, borrows the root until it is
     * opened.
     *
     * @throws io.arrayport.core.error.IndexException where no column, or more than one, has the name
     */
    public static Source arrow(VectorSchemaRoot root, String column) {
        return new VectorSource(RootExport.column(root, column));
    }

    /**
     * A column of a mapped file with a life of its own: shares the mapping, which stays for as long as the array is
     * open. The caller closes the array, which leaves the table open. Nulls are found as by
     * {@link #arrow(FieldVector)}.
     */
    public static Source arrow(Batch batch, String column) {
        return arrow(batch, column, CopyPolicy.NEVER);
    }

    /** As {@link #arrow(Batch, String)}; {@code IF_NEEDED} unpacks a compressed column: it is copied, and says so. */
    public static Source arrow(Batch batch, String column, CopyPolicy policy) {
        return new BatchSource(batch, column, policy);
    }

    /**
     * A vector of any type as a column: its buffers, children and nulls, shared and read-only. Holds a reference on
     * each buffer until the column is closed; the vector may be closed first, its allocator may not.
     *
     * @throws ZeroCopyException where its type is none that the format defines
     */
    public static ArrowColumn column(FieldVector vector) {
        return VectorColumns.of(vector, null);
    }

    /** As {@link #column(FieldVector)}, with the dictionaries of encoded vectors, which are shared too. */
    public static ArrowColumn column(FieldVector vector, DictionaryProvider dictionaries) {
        return VectorColumns.of(vector, dictionaries);
    }

    /**
     * All columns of a root, as {@link #column(FieldVector)} takes each: closing the batch closes them. arrow-java's
     * {@code Table} becomes a root by {@code toVectorSchemaRoot()}, a root one by {@code new Table(root)}, uncopied.
     */
    public static RecordBatch batch(VectorSchemaRoot root) {
        return RootExport.batch(root);
    }

    /**
     * A vector that shares a column's own memory, of the class that arrow-java has for its type, with its nulls and
     * children; of an encoded column the numbers, {@link #dictionary} being the rest. The caller owns the vector and
     * must close it: until then the column's bytes are kept, closed or not, and frozen.
     *
     * @throws ZeroCopyException where arrow-java has no such vector: more rows than an int counts, slices of run ends
     */
    public static FieldVector vector(BufferAllocator allocator, ArrowColumn column) {
        return VectorExport.vector(allocator, column);
    }

    /**
     * The dictionary of an encoded column; its vector shares the column's own memory. The caller owns the vector.
     *
     * @throws ZeroCopyException where the column is not encoded
     */
    public static Dictionary dictionary(BufferAllocator allocator, ArrowColumn column) {
        return VectorExport.dictionary(allocator, column);
    }

    /**
     * A vector of plain numbers over the array's own memory; an array of more than one axis is a vector of lists of a
     * fixed size, an {@code arrow.fixed_shape_tensor}. The caller owns the vector and must close it: until then
     * the array's bytes are kept, closed or not, and its storage is frozen (read-only).
     *
     * <p>What is allocated is a validity bitmap of n/8 bytes, because arrow-java's vectors have one; no column byte is
     * copied. The allocator accounts for the values as well as for the bitmap, so its limit must have room for both;
     * where it has not, arrow-java's OutOfMemoryException comes through and nothing stays held.
     *
     * @param allocator accounts for the vector and outlives it
     * @param name of the vector's field
     */
    public static Target<FieldVector> vector(BufferAllocator allocator, String name) {
        return new VectorTarget(allocator, name);
    }

    /**
     * A root with one column per array, each as {@link #vector}. All or nothing: where one array cannot be shared, none
     * is. The caller owns the root and must close it.
     *
     * @param columns by name, in the order of the map; all of one length
     * @throws ShapeException where the lengths differ
     * @throws io.arrayport.core.error.ZeroCopyException where an array cannot be shared; names the column
     */
    public static VectorSchemaRoot root(BufferAllocator allocator, Map<String, NdArray> columns) {
        return RootExport.root(allocator, columns);
    }

    /** What {@link #root} would do with each column, in order; moves nothing, takes nothing. */
    public static List<ExchangePlan> explainRoot(BufferAllocator allocator, Map<String, NdArray> columns) {
        List<ExchangePlan> plans = new ArrayList<>();
        columns.forEach((name, array) -> plans.add(vector(allocator, name).plan(array)));
        return plans;
    }
}
