package io.arrayport.core.ndarray;

import java.util.List;
import java.util.Map;

import io.arrayport.core.ndarray.Option.DtypeOption;
import org.jspecify.annotations.Nullable;

/** Options of {@code np.genfromtxt}. */
@Positional(5)
public sealed interface GenfromtxtOption extends FileOption
        permits DtypeOption, FileOption.Comments, FileOption.Delimiter, GenfromtxtOption.SkipHeader,
        GenfromtxtOption.SkipFooter, GenfromtxtOption.MissingValues, GenfromtxtOption.FillingValues,
        FileOption.Usecols, RecarrayOption.Names, GenfromtxtOption.NamesOfHeader, GenfromtxtOption.Excludelist,
        GenfromtxtOption.Deletechars, GenfromtxtOption.ReplaceSpace, GenfromtxtOption.Autostrip,
        GenfromtxtOption.CaseSensitive, GenfromtxtOption.Defaultfmt, FileOption.Unpack, GenfromtxtOption.Loose,
        GenfromtxtOption.InvalidRaise, FileOption.MaxRows, ArrayOption.Ndmin, GenfromtxtOption.AnyDtype {
    /** That the type is found by looking at the texts: NumPy's {@code dtype=None}. */
    @NoneOf("dtype")
    record AnyDtype() implements GenfromtxtOption {
        @Override
        public String keyword() {
            return "dtype";
        }
    }

    /**
     * How many lines are left out at the beginning.
     *
     * @param lines at least 0
     */
    record SkipHeader(int lines) implements GenfromtxtOption {}

    /**
     * How many rows are left out at the end.
     *
     * @param rows at least 0
     */
    record SkipFooter(int rows) implements GenfromtxtOption {}

    /**
     * Texts that stand for what is missing; nothing at all always does.
     *
     * @param everywhere in all columns
     * @param columns in some, by their numbers
     */
    record MissingValues(List<String> everywhere, Map<Integer, List<String>> columns) implements GenfromtxtOption {}

    /**
     * What stands for what is missing in the array; NaN, -1 or false unless given.
     *
     * @param everywhere a number for all columns
     * @param columns for some, by their numbers
     */
    record FillingValues(@Nullable Number everywhere, Map<Integer, Number> columns) implements GenfromtxtOption {}

    /**
     * Whether the first row is the names of the fields.
     *
     * @param first whether it is
     */
    record NamesOfHeader(boolean first) implements GenfromtxtOption {
        @Override
        public String keyword() {
            return "names";
        }
    }

    /**
     * Names that no field is to have: they get an underscore, as {@code return}, {@code file} and {@code print} do.
     *
     * @param names of fields
     */
    record Excludelist(List<String> names) implements GenfromtxtOption {}

    /**
     * Characters that names of fields lose.
     *
     * @param characters all of them
     */
    record Deletechars(String characters) implements GenfromtxtOption {}

    /**
     * What a blank in the name of a field becomes.
     *
     * @param text an underscore unless given
     */
    record ReplaceSpace(String text) implements GenfromtxtOption {}

    /**
     * Whether blanks around fields are dropped; around numbers they are in any case.
     *
     * @param strip whether they are
     */
    record Autostrip(boolean strip) implements GenfromtxtOption {}

    /**
     * The letters that names of fields are written in.
     *
     * @param letters {@code "upper"}, {@code "lower"}, or {@code "both"}: as they are
     */
    record CaseSensitive(String letters) implements GenfromtxtOption {}

    /**
     * The names of fields that have none.
     *
     * @param format of a number, {@code "f%i"} unless given
     */
    record Defaultfmt(String format) implements GenfromtxtOption {}

    /**
     * Whether what is no number counts as missing.
     *
     * @param allowed true unless given
     */
    record Loose(boolean allowed) implements GenfromtxtOption {}

    /**
     * Whether a row of another number of columns is an error; it is left out otherwise.
     *
     * @param raise true unless given
     */
    record InvalidRaise(boolean raise) implements GenfromtxtOption {}

    /** That it is to be said which elements are missing; a parameter of its own, because the result is another. */
    record Usemask() implements FileOption {}
}
