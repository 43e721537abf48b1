package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.BusdayOffsetOption.RollOption;
import io.arrayport.core.ndarray.BusdayOption.Busdaycal;
import io.arrayport.core.ndarray.BusdayOption.Holidays;
import io.arrayport.core.ndarray.BusdayOption.Weekmask;
import io.arrayport.core.ndarray.Option.Out;

/** Options of {@code np.busdayOffset}. */
public sealed interface BusdayOffsetOption extends Option permits RollOption, Weekmask, Holidays, Busdaycal, Out {
    /**
     * What becomes of a date that is no business day, before it is moved.
     *
     * @param roll as NumPy's
     */
    record RollOption(Roll roll) implements BusdayOffsetOption {}
}
