package io.arrayport.core.exchange;

import io.arrayport.core.error.ZeroCopyException;

/**
 * What an exchange would do, before it is done.
 *
 * @param outcome shares, needs a copy, or cannot be
 * @param target the form asked for
 * @param bytes that would move: 0 if it shares or is refused
 * @param writers who could write the shared bytes afterwards, in words; empty unless it shares
 * @param reason why not shared; empty if it shares
 * @param remedy what to call instead; empty if it shares
 */
public record ExchangePlan(Outcome outcome, String target, long bytes, String writers, String reason, String remedy) {
    /** The three ends of an exchange. */
    public enum Outcome {
        /** Both sides see the same bytes. */
        ZERO_COPY,
        /** The target can take these elements, but only in other bytes. */
        NEEDS_COPY,
        /** The target has no form for these elements. */
        REFUSED
    }

    /** Both sides will see the same bytes. */
    public static ExchangePlan zeroCopy(String target, String writers) {
        return new ExchangePlan(Outcome.ZERO_COPY, target, 0, writers, "", "");
    }

    /** A copy of {@code bytes} would do. */
    public static ExchangePlan needsCopy(String target, long bytes, String reason) {
        return new ExchangePlan(Outcome.NEEDS_COPY, target, bytes, "", reason,
                "to(target, CopyPolicy.IF_NEEDED), which copies " + bytes + " bytes, or copy() first");
    }

    /** No form, copied or not. */
    public static ExchangePlan refused(String target, String reason, String remedy) {
        return new ExchangePlan(Outcome.REFUSED, target, 0, "", reason, remedy);
    }

    /** Whether both sides will see the same bytes. */
    public boolean isZeroCopy() {
        return outcome == Outcome.ZERO_COPY;
    }

    /** Throws the reason and the remedy unless the plan is zero-copy. */
    public void requireZeroCopy() {
        if (!isZeroCopy()) {
            throw new ZeroCopyException("as " + target + ": " + reason + (remedy.isEmpty() ? "" : "; " + remedy));
        }
    }

    @Override
    public String toString() {
        return switch (outcome) {
            case ZERO_COPY -> "to " + target + ": zero-copy; " + writers;
            case NEEDS_COPY -> "to " + target + ": moves " + bytes + " bytes: " + reason + "; " + remedy;
            case REFUSED -> "to " + target + ": refused: " + reason + (remedy.isEmpty() ? "" : "; " + remedy);
        };
    }
}
