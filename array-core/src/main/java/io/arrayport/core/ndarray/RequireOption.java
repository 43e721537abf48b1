package io.arrayport.core.ndarray;

import java.util.List;

import io.arrayport.core.ndarray.Option.DtypeOption;

/** Options of {@code np.require}. */
public sealed interface RequireOption extends Option permits DtypeOption, RequireOption.Requirements {
    /**
     * What an array is to be.
     *
     * @param names C or C_CONTIGUOUS, F or F_CONTIGUOUS, A or ALIGNED, W or WRITEABLE, O or OWNDATA, E or ENSUREARRAY
     */
    record Requirements(List<String> names) implements RequireOption {}
}
