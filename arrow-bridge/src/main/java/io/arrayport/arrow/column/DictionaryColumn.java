package io.arrayport.arrow.column;

import io.arrayport.arrow.type.ArrowType;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.ndarray.NdArray;

/** A dictionary-encoded column, read where it lies: each row is the number of a row of the dictionary. Shares both. */
public final class DictionaryColumn {
    private final ArrowColumn column;
    private final NdArray indices;
    private final ArrowColumn values;
    private final boolean ordered;

    private DictionaryColumn(ArrowColumn column, ArrowType.Dictionary type) {
        this.column = column;
        this.ordered = type.ordered();
        this.indices = column.storedValues();
        this.values = column.dictionary().orElseThrow();
    }

    /**
     * Reads {@code column}, nothing copied.
     *
     * @throws io.arrayport.core.error.ZeroCopyException where it is of another type
     */
    public static DictionaryColumn of(ArrowColumn column) {
        if (!(column.type() instanceof ArrowType.Dictionary type)) {
            throw column.refusal("has type " + column.type() + ", which is no dictionary", "ask for what it is");
        }
        return new DictionaryColumn(column, type);
    }

    /** The numbers of the rows in the dictionary; shared. Anything where a row is null. */
    public NdArray indices() {
        return indices;
    }

    /** The dictionary; shared. */
    public ArrowColumn values() {
        return values;
    }

    /** Whether the dictionary's order means something. */
    public boolean isOrdered() {
        return ordered;
    }

    /** Whether row {@code i} is null, itself or in the dictionary. */
    public boolean isNull(long i) {
        return column.isNull(i) || values.isNull(index(i));
    }

    /**
     * The dictionary's row that row {@code i} means.
     *
     * @throws io.arrayport.core.error.IndexException where there is no row {@code i}
     * @throws ForeignDescriptorException where the dictionary has no such row
     */
    public long index(long i) {
        Bounds.requireRow("index", column, i);
        long index = indices.getLong(i);
        if (index < 0 || index >= values.length()) {
            throw new ForeignDescriptorException(column.where() + ": row " + i + ": its index says row " + index
                    + " of a dictionary of " + values.length());
        }
        return index;
    }
}
