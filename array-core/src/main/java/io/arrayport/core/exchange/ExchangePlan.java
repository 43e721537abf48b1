package io.arrayport.core.exchange;

import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.ndarray.NdArray;

/**
 * What an exchange would do, before it is done.
 *
 * @param outcome shares, needs a copy, or cannot be
 * @param target the form asked for
 * @param bytes that would move: 0 if it shares or is refused
 * @param writers who can write the shared bytes afterwards: begins with the words of one of {@link Writers}; empty
 *        unless it shares
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

    /** Who can write shared bytes. */
    public enum Writers {
        /** Each side sees what the other writes. */
        BOTH("both sides can write"),
        /** This side must not, the other could. */
        NEIGHBOUR("only the neighbour can write"),
        /** This side refuses to, and the other was told not to. */
        NEITHER("neither side can write");

        private final String words;

        Writers(String words) {
            this.words = words;
        }

        /** Its words, and what else there is to say. */
        public String with(String more) {
            return words + ": " + more;
        }

        @Override
        public String toString() {
            return words;
        }
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

    /**
     * What opening a source does, found out by opening and closing it: for those that can be opened again. Copies
     * nothing; what it opens is closed.
     */
    public static ExchangePlan byOpening(Source source) {
        String target = "array from " + source.name();
        try (NdArray array = source.open()) {
            // What only the rows can tell, their first use tells
            array.storage().acquire();
            array.storage().release();
            return zeroCopy(target, ofImport(!array.isWriteable()));
        } catch (ArrayportException refused) {
            return refused(target, refused);
        }
    }

    /** Who can write what came from a neighbour. */
    public static String ofImport(boolean readOnly) {
        return readOnly ? Writers.NEIGHBOUR.with("the array is read-only") : Writers.BOTH.toString();
    }

    /** No form, for the reason and with the remedy that an exception has: what stands behind its last semicolon. */
    public static ExchangePlan refused(String target, ArrayportException why) {
        String message = String.valueOf(why.getMessage());
        int end = message.lastIndexOf("; ");
        return end < 0 ? refused(target, message, "")
                : refused(target, message.substring(0, end), message.substring(end + 2));
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
