package io.arrayport.core.ndarray;

import java.util.List;
import java.util.Objects;

import io.arrayport.core.ndarray.Option.Axis;

/** Options of {@code np.sort} and {@code np.argsort}, and of an array's {@code sort} and {@code argsort}. */
@Positional(3)
public sealed interface SortOption extends Option
        permits Axis, SortOption.KindOption, SortOption.FieldOrder, SortOption.Stable {
    /**
     * By which way to sort: the result is the same.
     *
     * @param kind as NumPy's
     */
    record KindOption(SortKind kind) implements SortOption {
        /** @throws NullPointerException if it is null: NumPy's None is to leave the option out */
        public KindOption {
            Objects.requireNonNull(kind, "kind(null): leave the option out to have its default");
        }
    }

    /**
     * By which fields records are compared: these before the others, which come in their own order.
     *
     * @param names of fields of a structured type
     */
    record FieldOrder(List<String> names) implements SortOption, PartitionOption {
        public FieldOrder {
            names = List.copyOf(names);
        }

        @Override
        public String keyword() {
            return "order";
        }
    }

    /**
     * Whether equal elements have to stay in their order, which they do anyway.
     *
     * @param required whether they have to
     */
    record Stable(boolean required) implements SortOption {}
}
