package io.arrayport.core.ndarray;

import java.util.Objects;

import io.arrayport.core.ndarray.Option.Axis;

/** Options of {@code np.partition} and {@code np.argpartition}, and of an array's own. */
public sealed interface PartitionOption extends Option
        permits Axis, PartitionOption.KindOption, SortOption.FieldOrder {
    /**
     * By which way to select.
     *
     * @param kind as NumPy's
     */
    record KindOption(SelectKind kind) implements PartitionOption {
        /** @throws NullPointerException if it is null: NumPy's None is to leave the option out */
        public KindOption {
            Objects.requireNonNull(kind, "kind(null): leave the option out to have its default");
        }
    }
}
