package io.arrayport.core.io;

import java.nio.charset.StandardCharsets;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ForeignDescriptorException;

/** What is wrong with a row of a text. */
final class TextRefusal {
    private static final int SHOWN = 40;

    private TextRefusal() {}

    /** A field that is not of the type. Rows and columns are counted from 0, as they are in the array. */
    static ForeignDescriptorException field(String operation, byte[] text, int from, int end, DType type, long row,
            int column) {
        int shown = Math.min(end, from + SHOWN);
        return new ForeignDescriptorException(operation + ": '"
                + new String(text, from, shown - from, StandardCharsets.UTF_8) + (shown < end ? "..." : "")
                + "' in row " + row + ", column " + column + " is no element of " + type
                + "; give another dtype, or say with comments, skiprows and usecols what is not to be read");
    }

    /** A row of another length. */
    static ForeignDescriptorException columns(String operation, long row, int wanted, int there) {
        return new ForeignDescriptorException(
                operation + ": row " + row + " has " + there + " columns, those before it "
                        + wanted + "; name those that all have with usecols(...)");
    }
}
