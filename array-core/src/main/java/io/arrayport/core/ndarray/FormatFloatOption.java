package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Array2stringOption.Precision;
import io.arrayport.core.ndarray.FormatFloatOption.Fractional;
import io.arrayport.core.ndarray.FormatFloatOption.MinDigits;
import io.arrayport.core.ndarray.FormatFloatOption.PadLeft;
import io.arrayport.core.ndarray.FormatFloatOption.PadRight;
import io.arrayport.core.ndarray.FormatFloatOption.PlusSign;
import io.arrayport.core.ndarray.FormatFloatOption.TrimZeros;
import io.arrayport.core.ndarray.FormatFloatOption.Unique;
import io.arrayport.core.print.Zeros;

/** Options of {@code np.formatFloatPositional}. */
public sealed interface FormatFloatOption extends Option permits Precision, Unique, Fractional, TrimZeros, PlusSign,
        PadLeft, PadRight, MinDigits {
    /**
     * Whether the shortest digits are written that read back as the number.
     *
     * @param shortest whether they are, else those of its exact value
     */
    record Unique(boolean shortest) implements FormatFloatOption, FormatScientificOption {}

    /**
     * From where on digits are counted.
     *
     * @param fromPoint whether from the point on, else from the first one that is not 0
     */
    record Fractional(boolean fromPoint) implements FormatFloatOption {}

    /**
     * What becomes of trailing zeros.
     *
     * @param zeros as NumPy's
     */
    record TrimZeros(Zeros zeros) implements FormatFloatOption, FormatScientificOption {
        @Override
        public String keyword() {
            return "trim";
        }
    }

    /**
     * Whether numbers that are not negative get a plus.
     *
     * @param plus whether they do
     */
    record PlusSign(boolean plus) implements FormatFloatOption, FormatScientificOption {
        @Override
        public String keyword() {
            return "sign";
        }
    }

    /**
     * How wide what stands before the point is at least.
     *
     * @param characters sign included
     */
    record PadLeft(int characters) implements FormatFloatOption, FormatScientificOption {}

    /**
     * How wide what stands after the point is at least.
     *
     * @param characters filled up with blanks
     */
    record PadRight(int characters) implements FormatFloatOption {}

    /**
     * How many digits are written at least.
     *
     * @param digits no more than the precision
     */
    record MinDigits(int digits) implements FormatFloatOption, FormatScientificOption {}
}
