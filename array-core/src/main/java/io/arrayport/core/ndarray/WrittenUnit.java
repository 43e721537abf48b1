package io.arrayport.core.ndarray;

import java.time.DateTimeException;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.dtype.Time;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.dtype.TimeUnit;
import io.arrayport.core.element.Characters;

/** The unit of points in time that strings say: the finest in which one of them is written. */
final class WrittenUnit {
    private WrittenUnit() {}

    /**
     * The type with such a unit, in native order, where {@code type} is datetime64 without one and the elements are
     * strings; otherwise {@code type} itself, also if no string is a point in time.
     *
     * @throws IllegalArgumentException if a string is no point in time
     */
    static DType of(DType type, NdArray array) {
        if (!(type instanceof TimeType time) || time.span() || time.unit() != TimeUnit.GENERIC
                || !(array.dtype() instanceof TextType text)) {
            return type;
        }
        NdArray row = array.reshape(-1);
        try {
            row.storage().acquireOnHost();
            try {
                DType found = type;
                long at = row.address();
                for (long i = 0; i < row.size(); i++) {
                    Time read = read(Characters.string(text, at + i * row.layout().stride(0)));
                    found = read.isNat() ? found : Promotion.promoteTypes(found, read.type());
                }
                return found;
            } finally {
                row.storage().release();
            }
        } finally {
            Temporaries.closeUnless(array, row);
        }
    }

    private static Time read(String written) {
        try {
            return Time.of(written);
        } catch (DateTimeException refused) {
            throw new IllegalArgumentException("astype: " + refused.getMessage(), refused);
        }
    }
}
