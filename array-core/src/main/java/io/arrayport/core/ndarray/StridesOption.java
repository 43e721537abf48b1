package io.arrayport.core.ndarray;

/** Options of what makes views by strides: {@code np.lib.stride_tricks}. */
public sealed interface StridesOption extends Option permits StridesOption.Writeable {
    /**
     * Whether the view may be written to, if the array may. Several indices can name one element of such a view.
     *
     * @param allowed false makes it read-only
     */
    record Writeable(boolean allowed) implements StridesOption {}
}
