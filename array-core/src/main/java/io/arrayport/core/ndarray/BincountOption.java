package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Weights;

/** Options of {@code np.bincount}. */
public sealed interface BincountOption extends Option permits Weights, BincountOption.Minlength {
    /**
     * How many counts there are at least.
     *
     * @param least not negative
     */
    record Minlength(long least) implements BincountOption {}
}
