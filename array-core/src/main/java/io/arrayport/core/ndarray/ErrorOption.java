package io.arrayport.core.ndarray;

import io.arrayport.core.backend.FloatErrors;
import io.arrayport.core.backend.FloatErrors.Action;

/** Options of {@code np.errstate} and {@code np.seterr}: what is done about a kind of floating-point error. */
public sealed interface ErrorOption extends Option {
    /**
     * About all kinds; further options change single ones.
     *
     * @param action what is done
     */
    record All(Action action) implements ErrorOption {}

    /**
     * About divisions by zero.
     *
     * @param action what is done
     */
    record Divide(Action action) implements ErrorOption {}

    /**
     * About results too large for their type.
     *
     * @param action what is done
     */
    record Over(Action action) implements ErrorOption {}

    /**
     * About results that lose digits because they are too small for their type.
     *
     * @param action what is done
     */
    record Under(Action action) implements ErrorOption {}

    /**
     * About results that are not numbers.
     *
     * @param action what is done
     */
    record Invalid(Action action) implements ErrorOption {}

    /**
     * Returns {@code before} with what the options change.
     *
     * @param operation named in errors
     */
    static FloatErrors apply(String operation, FloatErrors before, ErrorOption... options) {
        Option.requireDistinct(operation, options);
        FloatErrors errors = before;
        for (ErrorOption option : options) {
            if (option instanceof All(Action action)) {
                errors = FloatErrors.of(action);
            }
        }
        for (ErrorOption option : options) {
            errors = switch (option) {
                case All _ -> errors;
                case Divide(Action action) -> new FloatErrors(action, errors.over(), errors.under(), errors.invalid());
                case Over(Action action) -> new FloatErrors(errors.divide(), action, errors.under(), errors.invalid());
                case Under(Action action) -> new FloatErrors(errors.divide(), errors.over(), action, errors.invalid());
                case Invalid(Action action) -> new FloatErrors(errors.divide(), errors.over(), errors.under(), action);
            };
        }
        return errors;
    }
}
