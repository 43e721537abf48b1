package io.arrayport.core.ufunc;

import java.util.List;

import io.arrayport.core.backend.Op;

/**
 * The table of universal functions of strings alone; comparisons and sums of strings are those of numbers. Which types
 * they take, {@link TextResolver} says.
 */
public final class TextUfuncs {
    public static final UFunc STR_LEN = row(Op.STR_LEN, "str_len", "How many characters there are: int64.");
    public static final UFunc ISALNUM = row(Op.IS_ALNUM, "isalnum", "Whether all are letters or numbers.");
    public static final UFunc ISALPHA = row(Op.IS_ALPHA, "isalpha", "Whether all are letters.");
    public static final UFunc ISDECIMAL = row(Op.IS_DECIMAL, "isdecimal", "Whether all are decimal digits.");
    public static final UFunc ISDIGIT = row(Op.IS_DIGIT, "isdigit", "Whether all are digits.");
    public static final UFunc ISLOWER = row(Op.IS_LOWER, "islower", "Whether all letters with a case are small.");
    public static final UFunc ISNUMERIC = row(Op.IS_NUMERIC, "isnumeric", "Whether all mean numbers.");
    public static final UFunc ISSPACE = row(Op.IS_SPACE, "isspace", "Whether all are blank.");
    public static final UFunc ISTITLE = row(Op.IS_TITLE, "istitle", "Whether each word begins with its only capital.");
    public static final UFunc ISUPPER = row(Op.IS_UPPER, "isupper", "Whether all letters with a case are capitals.");

    private TextUfuncs() {}

    private static UFunc row(Op op, String name, String doc) {
        return new UFunc(name, List.of(), Chapter.STRINGS, doc, Identity.NONE, List.of(op), Loops.NONE);
    }
}
