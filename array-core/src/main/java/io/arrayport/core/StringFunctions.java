package io.arrayport.core;

import java.util.function.Function;

import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.BinaryUfunc;
import io.arrayport.core.ndarray.CodingOption;
import io.arrayport.core.ndarray.FillOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.ReplaceOption;
import io.arrayport.core.ndarray.SubstringOption;
import io.arrayport.core.text.Cases;
import io.arrayport.core.text.Coding;
import io.arrayport.core.text.Composing;
import io.arrayport.core.text.Filling;
import io.arrayport.core.text.Given;
import io.arrayport.core.text.Replacing;
import io.arrayport.core.text.Substrings;
import io.arrayport.core.text.Trimming;
import io.arrayport.core.ufunc.Ufuncs;

/**
 * What {@code np.strings} and {@code np.char} have in common: Python's methods of strings, element by element. Arrays
 * of strings are of bytes or of unicode, both not together; a String beside them stands for either. Other arguments
 * broadcast with them. Results are new.
 */
public abstract sealed class StringFunctions extends StringTests permits Strings, CharFunctions {
    /** One string behind the other. */
    public final BinaryUfunc add = new BinaryUfunc(Ufuncs.ADD);

    StringFunctions() {}

    /** Runs what takes a string as an array of {@code like}'s kind. */
    static NdArray with(NdArray like, String text, Function<NdArray, NdArray> function) {
        try (Scope scope = Scope.open()) {
            return scope.keep(function.apply(Given.text(like, text)));
        }
    }

    /** Strings of {@code x1}, each with that of {@code x2} behind it. */
    public NdArray add(NdArray x1, NdArray x2) {
        return add.call(x1, x2);
    }

    /** As {@link #add(NdArray, NdArray)}. */
    public NdArray add(NdArray x1, String x2) {
        return with(x1, x2, text -> add(x1, text));
    }

    /** Strings with so many repetitions; empty if there are fewer than one. */
    public NdArray multiply(NdArray a, long i) {
        return Filling.repeated(a, i);
    }

    /** As {@link #multiply(NdArray, long)}; {@code i} are integers. */
    public NdArray multiply(NdArray a, NdArray i) {
        return Filling.repeated(a, i);
    }

    /**
     * Values as Python's {@code a % values} writes them: for each string one, of any type.
     *
     * @throws IllegalArgumentException if a format is none, or wants several values
     */
    public NdArray mod(NdArray a, NdArray values) {
        return Composing.formatted(a, values);
    }

    /** As {@link #mod(NdArray, NdArray)}. */
    public NdArray mod(NdArray a, String values) {
        return with(a, values, text -> mod(a, text));
    }

    /** The first letter a capital, the others small. */
    public NdArray capitalize(NdArray a) {
        return Cases.CAPITALIZE.of(a);
    }

    /** All letters small. */
    public NdArray lower(NdArray a) {
        return Cases.LOWER.of(a);
    }

    /** All letters in the other case. */
    public NdArray swapcase(NdArray a) {
        return Cases.SWAPCASE.of(a);
    }

    /** The first letter of each word a capital, the others small. */
    public NdArray title(NdArray a) {
        return Cases.TITLE.of(a);
    }

    /** All letters capitals. */
    public NdArray upper(NdArray a) {
        return Cases.UPPER.of(a);
    }

    /** Strings in the middle of {@code width} characters. */
    public NdArray center(NdArray a, long width, FillOption... options) {
        return Filling.CENTER.of(a, width, options);
    }

    /** As {@link #center(NdArray, long, FillOption...)}; {@code width} are integers. */
    public NdArray center(NdArray a, NdArray width, FillOption... options) {
        return Filling.CENTER.of(a, width, options);
    }

    /** Strings at the start of {@code width} characters. */
    public NdArray ljust(NdArray a, long width, FillOption... options) {
        return Filling.LJUST.of(a, width, options);
    }

    /** As {@link #ljust(NdArray, long, FillOption...)}; {@code width} are integers. */
    public NdArray ljust(NdArray a, NdArray width, FillOption... options) {
        return Filling.LJUST.of(a, width, options);
    }

    /** Strings at the end of {@code width} characters. */
    public NdArray rjust(NdArray a, long width, FillOption... options) {
        return Filling.RJUST.of(a, width, options);
    }

    /** As {@link #rjust(NdArray, long, FillOption...)}; {@code width} are integers. */
    public NdArray rjust(NdArray a, NdArray width, FillOption... options) {
        return Filling.RJUST.of(a, width, options);
    }

    /** Strings with zeros in front, behind a sign, up to {@code width} characters. */
    public NdArray zfill(NdArray a, long width) {
        return Filling.zeros(a, width);
    }

    /** As {@link #zfill(NdArray, long)}; {@code width} are integers. */
    public NdArray zfill(NdArray a, NdArray width) {
        return Filling.zeros(a, width);
    }

    /** Blanks for tabs, up to columns of 8 characters. */
    public NdArray expandtabs(NdArray a) {
        return Filling.tabs(a, 8L);
    }

    /** Blanks for tabs, up to columns of {@code tabsize} characters. */
    public NdArray expandtabs(NdArray a, long tabsize) {
        return Filling.tabs(a, tabsize);
    }

    /** As {@link #expandtabs(NdArray, long)}; {@code tabsize} are integers. */
    public NdArray expandtabs(NdArray a, NdArray tabsize) {
        return Filling.tabs(a, tabsize);
    }

    /** Without blanks at the start. */
    public NdArray lstrip(NdArray a) {
        return Trimming.LSTRIP.of(a, null);
    }

    /** Without these characters at the start. */
    public NdArray lstrip(NdArray a, NdArray chars) {
        return Trimming.LSTRIP.of(a, chars);
    }

    /** As {@link #lstrip(NdArray, NdArray)}. */
    public NdArray lstrip(NdArray a, String chars) {
        return with(a, chars, text -> lstrip(a, text));
    }

    /** Without blanks at the end. */
    public NdArray rstrip(NdArray a) {
        return Trimming.RSTRIP.of(a, null);
    }

    /** Without these characters at the end. */
    public NdArray rstrip(NdArray a, NdArray chars) {
        return Trimming.RSTRIP.of(a, chars);
    }

    /** As {@link #rstrip(NdArray, NdArray)}. */
    public NdArray rstrip(NdArray a, String chars) {
        return with(a, chars, text -> rstrip(a, text));
    }

    /** Without blanks at both ends. */
    public NdArray strip(NdArray a) {
        return Trimming.STRIP.of(a, null);
    }

    /** Without these characters at both ends. */
    public NdArray strip(NdArray a, NdArray chars) {
        return Trimming.STRIP.of(a, chars);
    }

    /** As {@link #strip(NdArray, NdArray)}. */
    public NdArray strip(NdArray a, String chars) {
        return with(a, chars, text -> strip(a, text));
    }

    /** How often {@code sub} is in each string, without overlaps: int64. */
    public NdArray count(NdArray a, NdArray sub, SubstringOption... options) {
        return Substrings.COUNT.of(a, sub, options);
    }

    /** As {@link #count(NdArray, NdArray, SubstringOption...)}. */
    public NdArray count(NdArray a, String sub, SubstringOption... options) {
        return with(a, sub, text -> count(a, text, options));
    }

    /** Whether strings end so. */
    public NdArray endswith(NdArray a, NdArray suffix, SubstringOption... options) {
        return Substrings.ENDSWITH.of(a, suffix, options);
    }

    /** As {@link #endswith(NdArray, NdArray, SubstringOption...)}. */
    public NdArray endswith(NdArray a, String suffix, SubstringOption... options) {
        return with(a, suffix, text -> endswith(a, text, options));
    }

    /** Whether strings begin so. */
    public NdArray startswith(NdArray a, NdArray prefix, SubstringOption... options) {
        return Substrings.STARTSWITH.of(a, prefix, options);
    }

    /** As {@link #startswith(NdArray, NdArray, SubstringOption...)}. */
    public NdArray startswith(NdArray a, String prefix, SubstringOption... options) {
        return with(a, prefix, text -> startswith(a, text, options));
    }

    /** Where {@code sub} is in each string for the first time: int64, -1 if it is not. */
    public NdArray find(NdArray a, NdArray sub, SubstringOption... options) {
        return Substrings.FIND.of(a, sub, options);
    }

    /** As {@link #find(NdArray, NdArray, SubstringOption...)}. */
    public NdArray find(NdArray a, String sub, SubstringOption... options) {
        return with(a, sub, text -> find(a, text, options));
    }

    /** Where {@code sub} is in each string for the last time: int64, -1 if it is not. */
    public NdArray rfind(NdArray a, NdArray sub, SubstringOption... options) {
        return Substrings.RFIND.of(a, sub, options);
    }

    /** As {@link #rfind(NdArray, NdArray, SubstringOption...)}. */
    public NdArray rfind(NdArray a, String sub, SubstringOption... options) {
        return with(a, sub, text -> rfind(a, text, options));
    }

    /**
     * Where {@code sub} is in each string for the first time: int64.
     *
     * @throws IllegalArgumentException if it is not in one
     */
    public NdArray index(NdArray a, NdArray sub, SubstringOption... options) {
        return Substrings.INDEX.of(a, sub, options);
    }

    /** As {@link #index(NdArray, NdArray, SubstringOption...)}. */
    public NdArray index(NdArray a, String sub, SubstringOption... options) {
        return with(a, sub, text -> index(a, text, options));
    }

    /**
     * Where {@code sub} is in each string for the last time: int64.
     *
     * @throws IllegalArgumentException if it is not in one
     */
    public NdArray rindex(NdArray a, NdArray sub, SubstringOption... options) {
        return Substrings.RINDEX.of(a, sub, options);
    }

    /** As {@link #rindex(NdArray, NdArray, SubstringOption...)}. */
    public NdArray rindex(NdArray a, String sub, SubstringOption... options) {
        return with(a, sub, text -> rindex(a, text, options));
    }

    /** Strings with {@code new_} wherever {@code old} is, or the first {@code count(...)} times. */
    public NdArray replace(NdArray a, NdArray old, NdArray new_, ReplaceOption... options) {
        return Replacing.replaced(a, old, new_, options);
    }

    /** As {@link #replace(NdArray, NdArray, NdArray, ReplaceOption...)}. */
    public NdArray replace(NdArray a, String old, String new_, ReplaceOption... options) {
        return with(a, old, before -> with(a, new_, after -> replace(a, before, after, options)));
    }

    /**
     * Unicode as bytes, by UTF-8 unless told.
     *
     * @throws IllegalArgumentException if a string has no such bytes, or there is no such encoding
     */
    public NdArray encode(NdArray a, CodingOption... options) {
        return Coding.encode(a, options);
    }

    /**
     * Bytes as unicode, by UTF-8 unless told.
     *
     * @throws IllegalArgumentException if bytes are no string, or there is no such encoding
     */
    public NdArray decode(NdArray a, CodingOption... options) {
        return Coding.decode(a, options);
    }

    /** Unicode in which each character is the one that stands at its number in {@code table}, if there is one. */
    public NdArray translate(NdArray a, String table) {
        return Coding.translate(a, table.codePoints().toArray(), new int[0]);
    }

    /** Bytes in which each is the one that stands at its number in {@code table}. */
    public NdArray translate(NdArray a, byte[] table) {
        return translate(a, table, new byte[0]);
    }

    /** As {@link #translate(NdArray, byte[])}, without those in {@code deletechars}. */
    public NdArray translate(NdArray a, byte[] table, byte[] deletechars) {
        return Coding.translate(a, numbers(table), numbers(deletechars));
    }

    private static int[] numbers(byte[] bytes) {
        int[] numbers = new int[bytes.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = bytes[i] & 0xFF;
        }
        return numbers;
    }
}
