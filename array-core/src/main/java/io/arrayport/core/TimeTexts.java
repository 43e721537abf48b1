package io.arrayport.core;

import io.arrayport.core.ndarray.DatetimeAsStringOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.numeric.WrittenTimes;

/** Times as text. */
public sealed interface TimeTexts permits Np {
    /**
     * Points in time as ISO 8601 writes them: new, of unicode strings.
     *
     * @param options {@code unit}, theirs unless told; {@code timezone}; {@code casting}, SAME_KIND unless told, which
     *        says whether what a unit leaves out may be lost
     * @throws io.arrayport.core.error.DTypeException if they are no points, or there is no such unit
     * @throws io.arrayport.core.error.CastingException if {@code casting} does not allow the unit, or days are to be
     *         written in the time of a zone without {@code casting(UNSAFE)}
     * @throws IllegalArgumentException if there is no such zone
     */
    default NdArray datetimeAsString(NdArray arr, DatetimeAsStringOption... options) {
        return WrittenTimes.of(arr, options);
    }
}
