package io.arrayport.core.ndarray;

import java.util.Objects;

import io.arrayport.core.ndarray.SetOption.AssumeUnique;

/** Options of {@code np.isin}. */
public sealed interface IsinOption extends Option permits AssumeUnique, IsinOption.Invert, IsinOption.KindOption {
    /**
     * Whether to tell which elements are not there.
     *
     * @param inverted whether the answer is turned round
     */
    record Invert(boolean inverted) implements IsinOption {}

    /**
     * By which way to look.
     *
     * @param kind as NumPy's
     */
    record KindOption(IsinKind kind) implements IsinOption {
        /** @throws NullPointerException if it is null: NumPy's None is to leave the option out */
        public KindOption {
            Objects.requireNonNull(kind, "kind(null): leave the option out to have its default");
        }
    }
}
