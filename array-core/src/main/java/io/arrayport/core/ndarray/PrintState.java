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
import io.arrayport.core.print.PrintOptions;
import io.arrayport.core.print.PrintOptions.FloatMode;
import io.arrayport.core.print.PrintOptions.Sign;
import org.jspecify.annotations.Nullable;

/**
 * How arrays print on a thread unless told.
 *
 * @param options of all texts
 * @param overrideRepr writes {@link NdArray#repr()} in the place of NumPy's way, or null
 */
public record PrintState(PrintOptions options, @Nullable Function<NdArray, String> overrideRepr) {
    private static final PrintState USUAL = new PrintState(PrintOptions.DEFAULTS, null);
    private static final ThreadLocal<PrintState> CURRENT = ThreadLocal.withInitial(() -> USUAL);

    /** What is in force on this thread. */
    public static PrintState current() {
        return CURRENT.get();
    }

    /** Puts {@code state} in force on this thread, until the next call; returns what was. */
    public static PrintState set(PrintState state) {
        PrintState before = current();
        CURRENT.set(state);
        return before;
    }

    /**
     * This state, changed.
     *
     * @param operation named in errors
     */
    public PrintState with(String operation, PrintoptionsOption... changes) {
        Option.requireDistinct(operation, changes);
        PrintState state = this;
        for (PrintoptionsOption change : changes) {
            PrintOptions before = state.options;
            state = switch (change) {
                case Precision(int digits) -> state.with(before.withPrecision(digits));
                case Threshold(long elements) -> state.with(before.withThreshold(elements));
                case Edgeitems(int items) -> state.with(before.withEdgeitems(items));
                case Linewidth(int characters) -> state.with(before.withLinewidth(characters));
                case Suppress(boolean suppress) -> state.with(before.withSuppress(suppress));
                case Nanstr(String text) -> state.with(before.withNanstr(text));
                case Infstr(String text) -> state.with(before.withInfstr(text));
                case SignOption(Sign sign) -> state.with(before.withSign(sign));
                case FloatmodeOption(FloatMode mode) -> state.with(before.withFloatmode(mode));
                case OverrideRepr(Function<NdArray, String> writer) -> new PrintState(before, writer);
            };
        }
        return state;
    }

    private PrintState with(PrintOptions changed) {
        return new PrintState(changed, overrideRepr);
    }
}
