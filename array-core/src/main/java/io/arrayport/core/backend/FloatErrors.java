package io.arrayport.core.backend;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What is done about floating-point errors: NumPy's {@code errstate}. It belongs to a thread and starts as
 * {@link #IGNORED}, under which nothing is looked for.
 *
 * <p>The JVM hides the processor's flags, so that errors are found by looking at operands and results: an operation
 * costs several times as much while anything but {@link Action#IGNORE} is in force. Only
 * ufuncs and their reductions are looked at: not casts, products of matrices, nor what a variance computes on the way.
 * On a device operands and results are copied to main memory for it.
 *
 * @param divide what follows an infinite result of finite operands, as of a division by zero, and an integer's
 *        division by zero
 * @param over what follows an infinite result of finite operands otherwise
 * @param under what follows a result that is rounded to a subnormal number or to 0
 * @param invalid what follows a result that is NaN where no operand is
 */
public record FloatErrors(Action divide, Action over, Action under, Action invalid) {
    /** What is missing is refused here: on a thread it would break every later operation. */
    public FloatErrors {
        Objects.requireNonNull(divide, "divide");
        Objects.requireNonNull(over, "over");
        Objects.requireNonNull(under, "under");
        Objects.requireNonNull(invalid, "invalid");
    }

    /** What a new thread has. */
    public static final FloatErrors IGNORED = of(Action.IGNORE);

    /** What is done about an error. */
    public enum Action {
        /** Nothing: the result says it. */
        IGNORE,
        /** A warning goes to the log of {@code io.arrayport.core}. */
        WARN,
        /** {@link io.arrayport.core.error.FloatingPointException}, after results have been written. */
        RAISE,
        /** The thread's {@link Callback} is called. */
        CALL;

        /**
         * Reads NumPy's spelling. Its {@code print} and {@code log} are not there: WARN goes to a log.
         *
         * @throws IllegalArgumentException if {@code text} is none of ours
         */
        public static Action of(String text) {
            return Arrays.stream(values()).filter(action -> action.toString().equals(text)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("errstate: an action is one of "
                            + Arrays.stream(values()).map(Action::toString).collect(Collectors.joining(", "))
                            + ", not '" + text + "'"));
        }

        /** NumPy's spelling: {@code "raise"}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What {@link Action#CALL} calls. */
    @FunctionalInterface
    public interface Callback {
        /**
         * Told after results have been written; what it throws comes out of the operation.
         *
         * @param error its kind: {@code "division by zero"}, {@code "overflow"}, {@code "underflow"} or
         *         {@code "invalid value"}
         * @param message which operation and which element
         */
        void call(String error, String message);
    }

    private static final ThreadLocal<@Nullable Callback> CALLBACK = new ThreadLocal<>();

    /** Returns what errors of this thread call, or null. */
    public static @Nullable Callback callback() {
        return CALLBACK.get();
    }

    /** Lets errors of this thread call {@code callback}, or nothing; returns what they called before, or null. */
    public static @Nullable Callback setCallback(@Nullable Callback callback) {
        Callback before = CALLBACK.get();
        if (callback == null) {
            CALLBACK.remove();
        } else {
            CALLBACK.set(callback);
        }
        return before;
    }

    private static final ThreadLocal<@Nullable FloatErrors> CURRENT = new ThreadLocal<>();

    /** Whether any thread ever asked for something: spares all others the look at {@link #CURRENT}. */
    private static volatile boolean used;

    /** Returns the same action for all. */
    public static FloatErrors of(Action all) {
        return new FloatErrors(all, all, all, all);
    }

    /** Returns what is in force on this thread. */
    public static FloatErrors current() {
        FloatErrors own = used ? CURRENT.get() : null;
        return own == null ? IGNORED : own;
    }

    /** Puts {@code errors} in force on this thread, until the next call; returns what was. */
    public static FloatErrors set(FloatErrors errors) {
        FloatErrors before = current();
        if (!errors.isIgnored()) {
            used = true; // and never false again: another thread may rely on it
        }
        CURRENT.set(errors);
        return before;
    }

    /** Returns whether nothing is to be looked for. */
    @SuppressWarnings("ReferenceEquality") // a short cut
    public boolean isIgnored() {
        return this == IGNORED || equals(IGNORED);
    }
}
