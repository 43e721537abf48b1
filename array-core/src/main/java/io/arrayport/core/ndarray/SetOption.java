package io.arrayport.core.ndarray;

/** Options of {@code np.intersect1d}, {@code np.setdiff1d} and {@code np.setxor1d}. */
public sealed interface SetOption extends Option permits SetOption.AssumeUnique {
    /**
     * Whether the caller says that no element comes twice in an array, so that nothing has to be done about it.
     *
     * @param assumed whether it is so
     */
    record AssumeUnique(boolean assumed) implements SetOption, IsinOption {}
}
