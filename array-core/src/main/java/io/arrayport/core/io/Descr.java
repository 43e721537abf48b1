package io.arrayport.core.io;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.error.DTypeException;
import org.jspecify.annotations.Nullable;

/** Element types as headers of .npy files write them. */
final class Descr {
    private Descr() {}

    /**
     * Reads the type.
     *
     * @throws DTypeException naming the field if there is no such type
     */
    static DType read(@Nullable Literal descr) {
        if (!(descr instanceof Literal.Text(String text))) {
            throw new DTypeException("descr must be the text of a type, it is " + descr);
        }
        String kind = text.replaceFirst("^[<>=|]", "");
        if (kind.startsWith("O") || kind.equals("object")) {
            throw new DTypeException(
                    "descr '" + text + "' is for objects of Python, pickled: they are not read, because"
                            + " reading them runs what the file says. Save the array with another dtype");
        }
        try {
            DType type = DType.of(text);
            StringType.refuse("load", type);
            return type;
        } catch (RuntimeException unknown) {
            throw new DTypeException("descr '" + text + "' is no known type: " + unknown.getMessage(), unknown);
        }
    }

    /**
     * As Python writes it.
     *
     * @throws DTypeException if NumPy has no such type
     */
    static String text(DType type) {
        if (type.equals(DType.BFLOAT16.withOrder(type.order()))) {
            throw new DTypeException("save: NumPy has no bfloat16; save astype(float32), or view(uint16) for its bits");
        }
        StringType.refuse("save", type);
        return "'" + type.str() + "'";
    }
}
