package io.arrayport.core;

import io.arrayport.core.backend.FloatErrors;
import io.arrayport.core.ndarray.ErrorOption;
import org.jspecify.annotations.Nullable;

/**
 * NumPy's chapter "floating point error handling". Other than in NumPy nothing is looked for unless it is asked for
 * ({@link FloatErrors#IGNORED}), because looking costs a further pass over operands and results. Reductions look at all
 * elements together.
 */
public sealed interface ErrorHandling permits Np {
    /**
     * Changes what is done about errors on this thread until the result is closed:
     * {@code try (var _ = np.errstate(all(RAISE))) { ... }}, where {@code RAISE} is one of {@link FloatErrors.Action}.
     * What is not named stays as it is.
     *
     * @throws io.arrayport.core.error.ArrayportException if a kind is named twice
     */
    default Errstate errstate(ErrorOption... options) {
        return new Errstate(ErrorOption.apply("errstate", FloatErrors.current(), options));
    }

    /** Changes what is done about errors on this thread for good; returns what was done before. */
    default FloatErrors seterr(ErrorOption... options) {
        return FloatErrors.set(ErrorOption.apply("seterr", FloatErrors.current(), options));
    }

    /** As {@link #seterr(ErrorOption...)}, of all kinds: puts back what that returned. */
    default FloatErrors seterr(FloatErrors errors) {
        return FloatErrors.set(errors);
    }

    /** What is done about errors on this thread. */
    default FloatErrors geterr() {
        return FloatErrors.current();
    }

    /** What errors of this thread call where {@code CALL} is in force, or null. */
    default FloatErrors.@Nullable Callback geterrcall() {
        return FloatErrors.callback();
    }

    /**
     * Lets errors of this thread call {@code func} where {@code CALL} is in force; null takes it away.
     *
     * @return what they called before, or null
     */
    default FloatErrors.@Nullable Callback seterrcall(FloatErrors.@Nullable Callback func) {
        return FloatErrors.setCallback(func);
    }
}
