package io.arrayport.core.ndarray;

import java.util.List;

/**
 * In which order {@code np.einsum} contracts its operands.
 *
 * @param contractions for each step the positions of the operands that are taken out of the list of those that are
 *        left; the result joins its end
 * @param description what the steps cost, as NumPy prints it
 */
public record EinsumPath(List<List<Integer>> contractions, String description) {
    /** How a path is looked for. */
    public enum Strategy {
        /** The pair that leaves least behind comes first. */
        GREEDY,
        /** The cheapest of all paths of pairs: the search takes time factorial in the number of operands. */
        OPTIMAL
    }

    @Override
    public String toString() {
        return description;
    }
}
