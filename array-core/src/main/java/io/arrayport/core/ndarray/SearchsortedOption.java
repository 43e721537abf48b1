package io.arrayport.core.ndarray;

import java.util.Objects;

/** Options of {@code np.searchsorted} and of an array's {@code searchsorted}. */
public sealed interface SearchsortedOption extends Option
        permits SearchsortedOption.SideOption, SearchsortedOption.Sorter {
    /**
     * On which side of equal elements a value belongs.
     *
     * @param side by default the left
     */
    record SideOption(Side side) implements SearchsortedOption {
        /** @throws NullPointerException if it is null: NumPy's None is to leave the option out */
        public SideOption {
            Objects.requireNonNull(side, "side(null): leave the option out to have its default");
        }
    }

    /**
     * The order of elements that do not lie in it.
     *
     * @param positions whole numbers, 1-d, as {@code argsort} gives them
     */
    record Sorter(NdArray positions) implements SearchsortedOption {
        /** @throws NullPointerException if it is null: NumPy's None is to leave the option out */
        public Sorter {
            Objects.requireNonNull(positions, "sorter(null): leave the option out to have its default");
        }
    }
}
