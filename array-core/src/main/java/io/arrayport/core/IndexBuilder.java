package io.arrayport.core;

import java.util.List;

import io.arrayport.core.index.Index;
import io.arrayport.core.index.IndexText;

/**
 * Indices to be kept and used again: {@code Index[] inner = np.indexExp.get("1:-1, 1:-1"); a.get(inner)}. NumPy's
 * {@code index_exp}, which always gives a tuple.
 */
public sealed class IndexBuilder permits SliceBuilder {
    IndexBuilder() {}

    /** The parts themselves. */
    public Index[] get(Index... indices) {
        return indices.clone();
    }

    /**
     * The parts of an index in Python's words.
     *
     * @throws io.arrayport.core.error.IndexException if it is malformed
     */
    public Index[] get(String indices) {
        return IndexText.parse(indices).toArray(Index[]::new);
    }

    /** As {@link #get(Index...)}. */
    public Index[] get(List<Index> indices) {
        return indices.toArray(Index[]::new);
    }
}
