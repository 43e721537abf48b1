package io.arrayport.arrow.column;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.arrow.type.ArrowType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.memory.Condition;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;

/**
 * A column that was just imported as one array with a life of its own. What would have to look at every row, whether
 * one of them is null, waits for the first use of the array's bytes: an import costs the same at every size, and no
 * value that stands for a null is ever handed out.
 *
 * <p>Refers to bitmaps, never to the array's own storage, which holds it.
 */
public final class ImportedArray implements Condition {
    private final List<Nulls> nulls;
    private final List<Storage> others;
    private final String bools;
    private final long address;
    private final long size;

    /** The rows of one column among those that make the array. */
    private record Nulls(String where, Validity validity) {}

    private ImportedArray(ArrowColumn column, NdArray array, List<Nulls> nulls, List<Storage> others) {
        this.nulls = nulls;
        this.others = others;
        this.bools = array.dtype().equals(DType.BOOL) ? column.where() : "";
        this.address = array.size() == 0 ? 0 : array.address();
        this.size = array.size();
    }

    /**
     * The array of a column, each of whose buffers is a storage that nobody else has. Takes the column, refused or not.
     *
     * @throws ZeroCopyException where the bytes are no array; where only a row can tell, the array's first use throws
     *     it
     */
    public static NdArray of(ArrowColumn column) {
        try {
            NdArray array = Values.unread(column);
            if (Values.isApart(column, array)) {
                return strings(column, array);
            }
            if (!column.device().type().isHost()) {
                return there(column);
            }
            List<Nulls> nulls = new ArrayList<>(1);
            collect(column, nulls);
            if (nulls.isEmpty() && !array.dtype().equals(DType.BOOL)) {
                column.owner().closeAllBut(array.storage());
                return array;
            }
            List<Storage> others = new ArrayList<>(column.owner().storages());
            others.remove(array.storage());
            array.storage().require(new ImportedArray(column, array, nulls, others));
            return array;
        } catch (RuntimeException | Error refused) {
            column.close();
            throw refused;
        }
    }

    /** Nulls among strings are looked for at once: what is under them need not be a string. */
    private static NdArray strings(ArrowColumn column, NdArray array) {
        boolean done = false;
        try {
            Values.requireNoNulls(column);
            column.owner().closeAllBut(array.storage());
            done = true;
            return array;
        } finally {
            if (!done) {
                array.close();
            }
        }
    }

    /** What must be looked at on a device is looked at now: its first use may be in the middle of work there. */
    private static NdArray there(ArrowColumn column) {
        NdArray array = Values.withoutNulls(column);
        column.owner().closeAllBut(array.storage());
        return array;
    }

    /** Those that were counted are refused at once; those without a bitmap, and without rows, have no nulls. */
    private static void collect(ArrowColumn column, List<Nulls> nulls) {
        if (column.validity().isCounted()) {
            Values.requireNoNulls(column.where(), column.validity());
        } else {
            nulls.add(new Nulls(column.where(), column.validity()));
        }
        if (column.type() instanceof ArrowType.FixedList) {
            collect(column.children().getFirst(), nulls);
        }
    }

    @Override
    public void check() {
        for (Nulls each : nulls) {
            Values.requireNoNulls(each.where(), each.validity());
        }
        if (!bools.isEmpty() && !Values.areBools(address, size)) {
            throw Values.noBools(bools, size);
        }
    }

    /** Gives back what the array's own storage does not hold. */
    @Override
    public void close() {
        others.forEach(Storage::close);
    }
}
