package io.arrayport.core.ndarray;

import java.util.function.Function;

import io.arrayport.core.ndarray.Array2stringOption.Edgeitems;
import io.arrayport.core.ndarray.Array2stringOption.FloatmodeOption;
import io.arrayport.core.ndarray.Array2stringOption.Precision;
import io.arrayport.core.ndarray.Array2stringOption.SignOption;
import io.arrayport.core.ndarray.Array2stringOption.Threshold;
import io.arrayport.core.ndarray.PrintoptionsOption.Infstr;
import io.arrayport.core.ndarray.PrintoptionsOption.Linewidth;
import io.arrayport.core.ndarray.PrintoptionsOption.Nanstr;
import io.arrayport.core.ndarray.PrintoptionsOption.OverrideRepr;
import io.arrayport.core.ndarray.PrintoptionsOption.Suppress;
import org.jspecify.annotations.Nullable;

/** Options of {@code np.setPrintoptions} and {@code np.printoptions}. */
@Positional(7)
public sealed interface PrintoptionsOption extends Option permits Precision, Threshold, Edgeitems, Linewidth, Suppress,
        Nanstr, Infstr, SignOption, FloatmodeOption, OverrideRepr {
    /**
     * How long a line may be.
     *
     * @param characters of a line before it wraps
     */
    record Linewidth(int characters) implements PrintoptionsOption {}

    /**
     * Whether small numbers are written in fixed point.
     *
     * @param suppress whether those below the precision are written as zero
     */
    record Suppress(boolean suppress) implements PrintoptionsOption {}

    /**
     * How NaN is written.
     *
     * @param text without a sign
     */
    record Nanstr(String text) implements PrintoptionsOption {}

    /**
     * How infinity is written.
     *
     * @param text without a sign
     */
    record Infstr(String text) implements PrintoptionsOption {}

    /**
     * What writes {@link NdArray#repr()}.
     *
     * @param writer null writes as NumPy does
     */
    record OverrideRepr(@Nullable Function<NdArray, String> writer) implements PrintoptionsOption {}
}
