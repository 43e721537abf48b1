package io.arrayport.core.kernel;

/** What is done to strings of fixed widths by a {@link TextKernel}, with what stands beside them, and results. */
public enum TextOp {
    /** Of strings: how long they are. */
    LENGTH(TextLength.class),
    /** Of strings, others, and slices of the first: the first place, or -1. */
    FIND(TextSearch.class),
    /** The same: the last place, or -1. */
    RFIND(TextSearch.class),
    /** The same: how often, not counting what overlaps. */
    COUNT(TextSearch.class),
    /** The same: whether at the start, as bools. */
    STARTSWITH(TextSearch.class),
    /** The same: whether at the end, as bools. */
    ENDSWITH(TextSearch.class),
    /** Of strings, widths and characters: filled up on both sides. */
    CENTER(TextFilling.class),
    /** The same: filled up behind. */
    LJUST(TextFilling.class),
    /** The same: filled up in front. */
    RJUST(TextFilling.class),
    /** The same: filled up in front, but behind a sign. */
    ZFILL(TextFilling.class),
    /** Of strings and numbers: repeated. */
    MULTIPLY(TextRepeating.class),
    /** Of strings: without blanks at the start. */
    LSTRIP(TextTrimming.class),
    /** The same: at the end. */
    RSTRIP(TextTrimming.class),
    /** The same: at both ends. */
    STRIP(TextTrimming.class),
    /** Of strings and sets of characters: without these at the start. */
    LSTRIP_SET(TextTrimming.class),
    /** The same: at the end. */
    RSTRIP_SET(TextTrimming.class),
    /** The same: at both ends. */
    STRIP_SET(TextTrimming.class),
    /** Of strings and separators that have characters: what is before the first one, it, and what is behind it. */
    PARTITION(TextParts.class),
    /** The same of the last one. */
    RPARTITION(TextParts.class),
    /** Of strings, one that has characters, others, and how often at most: the one replaced by the others. */
    REPLACE(TextReplacing.class);

    private final Class<? extends TextKernel> loop;

    TextOp(Class<? extends TextKernel> loop) {
        this.loop = loop;
    }

    /** Whether slices are searched. */
    boolean isSearch() {
        return loop == TextSearch.class;
    }

    /** Whether there are loops by vectors, on machines that have masks of 64 bytes. */
    boolean isVectored() {
        return this == FIND || this == COUNT || loop == TextFilling.class;
    }

    /** What its loop is specialised with. */
    record Spec(TextOp op, Chars chars, int unit) {}

    /** Makes the loop of it, with what it asks of strings. */
    TextKernel specialise(int unit) {
        return new Template<TextKernel>(loop).specialise(spec(unit));
    }

    /** What a loop of its own is specialised with. */
    Spec spec(int unit) {
        return new Spec(this, new Template<>(UnitChars.class).specialise(new UnitChars.Spec(unit)), unit);
    }
}
