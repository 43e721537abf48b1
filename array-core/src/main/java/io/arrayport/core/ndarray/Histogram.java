package io.arrayport.core.ndarray;

import java.util.List;

/**
 * A histogram of several dimensions.
 *
 * @param counts of each bin
 * @param edges of the bins, along each dimension
 */
public record Histogram(NdArray counts, List<NdArray> edges) implements AutoCloseable {
    /** Copies the list. */
    public Histogram {
        edges = List.copyOf(edges);
    }

    /** Closes all. */
    @Override
    public void close() {
        counts.close();
        edges.forEach(NdArray::close);
    }
}
