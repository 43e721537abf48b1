package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.BusdayOption.Busdaycal;
import io.arrayport.core.ndarray.BusdayOption.Holidays;
import io.arrayport.core.ndarray.BusdayOption.Weekmask;
import io.arrayport.core.ndarray.Option.Out;

/** Options of {@code np.isBusday} and {@code np.busdayCount}. */
public sealed interface BusdayOption extends Option permits Weekmask, Holidays, Busdaycal, Out {
    /**
     * Which days of the week are business days.
     *
     * @param days Monday to Friday unless told
     */
    record Weekmask(Weekdays days) implements BusdayOption, BusdayOffsetOption {}

    /**
     * Which dates are no business days.
     *
     * @param dates datetime64
     */
    record Holidays(NdArray dates) implements BusdayOption, BusdayOffsetOption {}

    /**
     * The calendar to go by.
     *
     * @param calendar in the place of days of the week and holidays
     */
    record Busdaycal(Busdaycalendar calendar) implements BusdayOption, BusdayOffsetOption {}
}
