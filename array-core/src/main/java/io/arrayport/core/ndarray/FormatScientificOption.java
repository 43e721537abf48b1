package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Array2stringOption.Precision;
import io.arrayport.core.ndarray.FormatFloatOption.MinDigits;
import io.arrayport.core.ndarray.FormatFloatOption.PadLeft;
import io.arrayport.core.ndarray.FormatFloatOption.PlusSign;
import io.arrayport.core.ndarray.FormatFloatOption.TrimZeros;
import io.arrayport.core.ndarray.FormatFloatOption.Unique;
import io.arrayport.core.ndarray.FormatScientificOption.ExpDigits;

/** Options of {@code np.formatFloatScientific}. */
public sealed interface FormatScientificOption extends Option permits Precision, Unique, TrimZeros, PlusSign, PadLeft,
        ExpDigits, MinDigits {
    /**
     * How many digits an exponent has at least.
     *
     * @param digits filled up with zeros
     */
    record ExpDigits(int digits) implements FormatScientificOption {}
}
