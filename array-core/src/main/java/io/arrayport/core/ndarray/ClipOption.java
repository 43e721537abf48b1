package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.OrderOption;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Option.Where;
import org.jspecify.annotations.Nullable;

/** Options of {@code np.clip} and of an array's {@code clip}. */
@Positional(3)
public sealed interface ClipOption extends Option
        permits ClipOption.AMin, ClipOption.AMax, Out, ClipOption.Min, ClipOption.Max, Where, CastingOption,
        OrderOption, DtypeOption {
    /**
     * {@link Min} by NumPy's older name.
     *
     * @param number or the array
     * @param array broadcast
     */
    record AMin(@Nullable Number number, @Nullable NdArray array) implements ClipOption {}

    /**
     * {@link Max} by NumPy's older name.
     *
     * @param number or the array
     * @param array broadcast
     */
    record AMax(@Nullable Number number, @Nullable NdArray array) implements ClipOption {}

    /**
     * What no element may be below.
     *
     * @param number or the array
     * @param array broadcast
     */
    record Min(@Nullable Number number, @Nullable NdArray array) implements ClipOption {}

    /**
     * What no element may be above.
     *
     * @param number or the array
     * @param array broadcast
     */
    record Max(@Nullable Number number, @Nullable NdArray array) implements ClipOption {}
}
