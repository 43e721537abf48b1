package io.arrayport.core.dtype;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** What stands for a string that is not there: NumPy's {@code na_object}. */
public final class Missing {
    private enum Kind {
        NAN, NONE, TEXT
    }

    /** NaN: not equal to anything, sorted behind all strings, and what comes of any string beside it. */
    public static final Missing NAN = new Missing(Kind.NAN, "nan", null);
    /** Python's None: nothing but equality is defined for it. */
    public static final Missing NONE = new Missing(Kind.NONE, "None", null);

    private final Kind kind;
    private final String name;
    private final @Nullable String text;

    private Missing(Kind kind, String name, @Nullable String text) {
        this.kind = kind;
        this.name = name;
        this.text = text;
    }

    /** A text: a string that is not there counts as that one, and that one is a string that is not there. */
    public static Missing text(String text) {
        return new Missing(Kind.TEXT, PythonText.repr(text), Objects.requireNonNull(text, "text"));
    }

    /** Whether it is {@link #NAN}. */
    public static boolean isNan(@Nullable Missing missing) {
        return missing != null && missing.kind == Kind.NAN;
    }

    /** Whether it is {@link #NONE}. */
    public static boolean isNone(@Nullable Missing missing) {
        return missing != null && missing.kind == Kind.NONE;
    }

    /** Whether it is a text, and missing strings are like all others. */
    public boolean isText() {
        return text != null;
    }

    /** The text that stands for a missing string: what is compared, joined, and written in its place. */
    public String asText() {
        return text != null ? text : name;
    }

    /** What {@code item()} of a missing string gives: NaN, the text, or {@link #NONE}. */
    public Object item() {
        return text != null ? text : kind == Kind.NAN ? (Object) Double.NaN : this;
    }

    /** Whether a value that is set makes a string missing. */
    public boolean is(Object value) {
        return text != null ? text.equals(value)
                : kind == Kind.NONE ? equals(value)
                        : value instanceof Double real && real.isNaN() || value instanceof Float single
                                && single.isNaN();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Missing missing && kind == missing.kind && Objects.equals(text, missing.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, text);
    }

    /** As Python writes it: {@code nan}, {@code None}, {@code 'text'}. */
    @Override
    public String toString() {
        return name;
    }
}
