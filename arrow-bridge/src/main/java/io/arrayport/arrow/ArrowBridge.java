package io.arrayport.arrow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.arrayport.core.error.ShapeException;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.Source;
import io.arrayport.core.exchange.Target;
import io.arrayport.core.ndarray.NdArray;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;

/**
 * Arrays from and to arrow-java, without moving a column's bytes: {@code arrow(vector)} imports, {@code
 * vector(allocator, name)} exports.
 *
 * <p>Both share the int8 to int64, uint8 to uint64, float16, float32 and float64 types. Arrow's memory is immutable by
 * convention: imports are read-only for us, and an exported array is read-only until the vector is released. arrow-java
 * enforces neither, so that its own setters still write into the shared bytes.
 */
public final class ArrowBridge {
    private ArrowBridge() {}

    /**
     * A vector as a source of one array of shape {@code (valueCount)}: a read-only view of the vector's values. It
     * holds a reference on the vector's buffer, which goes when the array and all that was exported from it are
     * released; the vector may be closed first, its allocator may not.
     *
     * @param vector a vector of plain numbers without nulls; slices are honoured. Borrowed until {@code open}
     */
    public static Source arrow(FieldVector vector) {
        return new VectorSource(vector);
    }

    /**
     * A column of a root, as {@link #arrow(FieldVector)}.
     *
     * @throws io.arrayport.core.error.IndexException where no column, or more than one, has the name
     */
    public static Source arrow(VectorSchemaRoot root, String column) {
        return new VectorSource(RootExport.column(root, column));
    }

    /**
     * A column of a mapped file, checked as by {@link Batch#column(String)}, with a life of its own: closing the array
     * leaves the table open, and the mapping stays for as long as the array is open.
     */
    public static Source arrow(Batch batch, String column) {
        return new BatchSource(batch, column);
    }

    /**
     * A vector of plain numbers over the array's own memory. The caller owns the vector and must close it: until then
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

    /** What {@link #root} would do with each column, in order; moves nothing. */
    public static List<ExchangePlan> explainRoot(BufferAllocator allocator, Map<String, NdArray> columns) {
        List<ExchangePlan> plans = new ArrayList<>();
        columns.forEach((name, array) -> plans.add(vector(allocator, name).plan(array)));
        return plans;
    }
}
