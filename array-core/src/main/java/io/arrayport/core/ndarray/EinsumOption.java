package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.EinsumOption.Optimize;
import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.OrderOption;
import io.arrayport.core.ndarray.Option.Out;
import org.jspecify.annotations.Nullable;

/** Options of {@code np.einsum}. */
@Positional(0)
public sealed interface EinsumOption extends Option permits Out, Optimize, DtypeOption, OrderOption, CastingOption {
    /**
     * In which order operands are contracted.
     *
     * @param strategy how the order is looked for; null for a given one, or that of the operands
     * @param path the order; null if there is none given
     */
    record Optimize(EinsumPath.@Nullable Strategy strategy, @Nullable EinsumPath path)
            implements EinsumOption, EinsumPathOption {}
}
