package io.arrayport.core.loop;

import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import io.arrayport.core.backend.FloatErrors;
import io.arrayport.core.backend.FloatErrors.Action;
import io.arrayport.core.error.FloatingPointException;

/** The floating-point errors of an operation: of each kind the first, as text. */
final class Findings {
    /** In the order in which NumPy speaks of them. */
    enum Kind {
        DIVIDE("division by zero"),
        OVER("overflow"),
        UNDER("underflow"),
        INVALID("invalid value");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** As {@code np.errstate} takes it. */
        private String keyword() {
            return name().toLowerCase(Locale.ROOT);
        }

        private Action action(FloatErrors errors) {
            return switch (this) {
                case DIVIDE -> errors.divide();
                case OVER -> errors.over();
                case UNDER -> errors.under();
                case INVALID -> errors.invalid();
            };
        }
    }

    private final Map<Kind, String> found = new EnumMap<>(Kind.class);

    boolean has(Kind kind) {
        return found.containsKey(kind);
    }

    /** @param what was computed from what */
    void add(Kind kind, String what) {
        found.putIfAbsent(kind, what);
    }

    /**
     * Does what is to be done.
     *
     * @throws FloatingPointException if that is to raise one
     * @throws IllegalStateException if it is to call a callback, and there is none
     */
    void act(String operation, FloatErrors errors) {
        found.forEach((kind, what) -> {
            String message = operation + ": " + kind.text + ": " + what;
            switch (kind.action(errors)) {
                case IGNORE -> {
                    // as asked
                }
                case WARN -> System.getLogger("io.arrayport.core").log(Level.WARNING, message);
                case CALL -> call(operation, kind, message);
                case RAISE -> throw new FloatingPointException(message + "; errstate asks for this exception, and"
                        + " results are written: " + kind.keyword() + "(Action.IGNORE) leaves it at that");
            }
        });
    }

    private static void call(String operation, Kind kind, String message) {
        FloatErrors.Callback callback = FloatErrors.callback();
        if (callback == null) {
            throw new IllegalStateException(operation + ": errstate asks for a call upon " + kind.text
                    + ", and this thread has nothing to call; give it by seterrcall");
        }
        callback.call(kind.text, message);
    }
}
