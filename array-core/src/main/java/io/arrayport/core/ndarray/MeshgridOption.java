package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.CopyOption;

/** Options of {@code np.meshgrid}. */
@Positional(0)
public sealed interface MeshgridOption extends Option
        permits CopyOption, MeshgridOption.SparseOption, MeshgridOption.IndexingOption {
    /**
     * Whether axes along which nothing changes stay of length 1.
     *
     * @param sparse whether they do
     */
    record SparseOption(boolean sparse) implements MeshgridOption {}

    /** That one array for each axis is wanted; a parameter of its own, as the result is another. */
    record Sparse() implements Option {}

    /**
     * Which axis the first array goes along.
     *
     * @param indexing as NumPy's
     */
    record IndexingOption(Indexing indexing) implements MeshgridOption {}

    /** In which order arrays take the axes. */
    enum Indexing {
        /** The first array goes along the second axis, the second along the first, as x and y of a picture. */
        XY,
        /** Each goes along the axis of its number. */
        IJ
    }
}
