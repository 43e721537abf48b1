package io.arrayport.core;

import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.UnaryUfunc;
import io.arrayport.core.ufunc.TextUfuncs;

/**
 * What asks strings, element by element, as Python's methods of the same names do: universal functions, whose methods
 * make new arrays of bools. Of bytes only those of ASCII have a kind.
 */
public abstract sealed class StringTests permits StringFunctions {
    /** How many characters there are. */
    public final UnaryUfunc strLen = new UnaryUfunc(TextUfuncs.STR_LEN);
    /** Whether all characters are letters or numbers. */
    public final UnaryUfunc isalnum = new UnaryUfunc(TextUfuncs.ISALNUM);
    /** Whether all characters are letters. */
    public final UnaryUfunc isalpha = new UnaryUfunc(TextUfuncs.ISALPHA);
    /** Whether all characters are decimal digits. */
    public final UnaryUfunc isdecimal = new UnaryUfunc(TextUfuncs.ISDECIMAL);
    /** Whether all characters are digits. */
    public final UnaryUfunc isdigit = new UnaryUfunc(TextUfuncs.ISDIGIT);
    /** Whether there is a small letter, and none of another case. */
    public final UnaryUfunc islower = new UnaryUfunc(TextUfuncs.ISLOWER);
    /** Whether all characters mean numbers. */
    public final UnaryUfunc isnumeric = new UnaryUfunc(TextUfuncs.ISNUMERIC);
    /** Whether all characters are blank. */
    public final UnaryUfunc isspace = new UnaryUfunc(TextUfuncs.ISSPACE);
    /** Whether each word begins with its only capital. */
    public final UnaryUfunc istitle = new UnaryUfunc(TextUfuncs.ISTITLE);
    /** Whether there is a capital, and no letter of another case. */
    public final UnaryUfunc isupper = new UnaryUfunc(TextUfuncs.ISUPPER);

    StringTests() {}

    /** How many characters there are, without the NULs at the end: int64. */
    public NdArray strLen(NdArray x1) {
        return strLen.call(x1);
    }

    /** Whether there are characters, and all are letters or numbers. */
    public NdArray isalnum(NdArray x1) {
        return isalnum.call(x1);
    }

    /** Whether there are characters, and all are letters. */
    public NdArray isalpha(NdArray x1) {
        return isalpha.call(x1);
    }

    /** Whether there are characters, and all are decimal digits of a script; of unicode only. */
    public NdArray isdecimal(NdArray x1) {
        return isdecimal.call(x1);
    }

    /** Whether there are characters, and all are digits, also those that stand higher or in circles. */
    public NdArray isdigit(NdArray x1) {
        return isdigit.call(x1);
    }

    /** Whether there is a small letter, and none of another case. */
    public NdArray islower(NdArray x1) {
        return islower.call(x1);
    }

    /** Whether there are characters, and all mean numbers, as fractions do; of unicode only. */
    public NdArray isnumeric(NdArray x1) {
        return isnumeric.call(x1);
    }

    /** Whether there are characters, and all are blank. */
    public NdArray isspace(NdArray x1) {
        return isspace.call(x1);
    }

    /** Whether there are letters with a case, and each run of them begins with its only capital. */
    public NdArray istitle(NdArray x1) {
        return istitle.call(x1);
    }

    /** Whether there is a capital, and no letter of another case. */
    public NdArray isupper(NdArray x1) {
        return isupper.call(x1);
    }
}
