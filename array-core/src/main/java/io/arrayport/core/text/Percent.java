package io.arrayport.core.text;

import io.arrayport.core.dtype.BytesType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.print.ElementCells;
import io.arrayport.core.print.PercentFormat;

/** Python's {@code format % value} of one value after the other; a format is read once for all that it comes for. */
final class Percent {
    private static final int LAST_BYTE = 0xFF;

    private final boolean intoBytes;
    private final ElementCells value;
    private final StringBuilder out = new StringBuilder();
    private PercentFormat format = PercentFormat.of("");

    /** @param valueType in native order */
    Percent(DType formatType, DType valueType) {
        this.intoBytes = formatType instanceof BytesType;
        this.value = ElementCells.scalars(valueType, intoBytes);
    }

    /**
     * Writes the value at an address where a format has a place for it.
     *
     * @throws IllegalArgumentException if it is no format
     * @throws CastingException if it has several places, or the value has no such form
     */
    String write(String given, long at) {
        if (!format.toString().equals(given)) {
            format = PercentFormat.of(given);
            if (format.count() > 1) {
                throw new CastingException("mod: the format '" + given + "' has places for " + format.count()
                        + " values, and there is one for each string");
            }
        }
        value.moveTo(at);
        out.setLength(0);
        format.write(value, out);
        if (intoBytes && out.chars().anyMatch(character -> character > LAST_BYTE)) {
            throw new CastingException("mod: '" + out + "' has characters that are no bytes; give the format as "
                    + "unicode");
        }
        return out.toString();
    }
}
