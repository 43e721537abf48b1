package io.arrayport.core.io;

import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.UnicodeType;

/** The type of a column, found by its texts: the first of bool, int64, float64, complex128 that reads all, or text. */
final class FoundType {
    private static final List<DType> TRIED = List.of(DType.BOOL, DType.INT64, DType.FLOAT64, DType.COMPLEX128);

    private final List<FieldReader> readers = TRIED.stream().map(LooseField::of).toList();
    private final MissingTexts missing;
    private int tried;
    private boolean checked = true;
    private boolean again;
    private int longest;

    FoundType(MissingTexts missing) {
        this.missing = missing;
    }

    /** Takes one more text into account. */
    void see(byte[] text, int from, int end, long scratch) {
        longest = Math.max(longest, TextField.count(text, from, end));
        while (tried < TRIED.size() && !readers.get(tried).read(text, from, end, scratch)) {
            if (missing.has(text, from, end)) {
                checked &= tried > 0;
                return;
            }
            tried++;
            again = true;
            checked = true;
        }
    }

    /** Whether texts must be seen once more, because those before did not yet have to be of this type. */
    boolean again() {
        boolean more = again && tried < TRIED.size();
        again = false;
        return more;
    }

    /** Whether there was any text that says something. */
    boolean isChecked() {
        return checked;
    }

    boolean isText() {
        return tried == TRIED.size();
    }

    int longest() {
        return longest;
    }

    DType type() {
        return isText() ? new UnicodeType(longest) : TRIED.get(tried);
    }
}
