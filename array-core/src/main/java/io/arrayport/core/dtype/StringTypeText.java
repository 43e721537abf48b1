package io.arrayport.core.dtype;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Parses {@code T}, and what NumPy writes for strings of any length: {@code StringDType(na_object=nan)}. */
final class StringTypeText {
    private static final Pattern WRITTEN = Pattern.compile(
            "StringDType\\((?:na_object=(?<none>None|nan)|na_object='(?<text>[^'\\\\]*)')?"
                    + "(?:, )?(?<strict>coerce=False)?\\)");

    private StringTypeText() {}

    /** Returns null if it is none of them. */
    static @Nullable DType parse(String text) {
        if (text.equals("T")) {
            return new StringType();
        }
        Matcher written = WRITTEN.matcher(text);
        return written.matches() ? new StringType(missing(written), written.group("strict") == null) : null;
    }

    private static @Nullable Missing missing(Matcher written) {
        String none = written.group("none");
        if (none != null) {
            return none.equals("nan") ? Missing.NAN : Missing.NONE;
        }
        String text = written.group("text");
        return text == null ? null : Missing.text(text);
    }
}
