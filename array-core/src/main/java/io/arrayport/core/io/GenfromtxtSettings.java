package io.arrayport.core.io;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.ndarray.ArrayOption;
import io.arrayport.core.ndarray.FileOption.Comments;
import io.arrayport.core.ndarray.FileOption.Delimiter;
import io.arrayport.core.ndarray.FileOption.MaxRows;
import io.arrayport.core.ndarray.FileOption.Unpack;
import io.arrayport.core.ndarray.FileOption.Usecols;
import io.arrayport.core.ndarray.GenfromtxtOption;
import io.arrayport.core.ndarray.GenfromtxtOption.AnyDtype;
import io.arrayport.core.ndarray.GenfromtxtOption.Autostrip;
import io.arrayport.core.ndarray.GenfromtxtOption.CaseSensitive;
import io.arrayport.core.ndarray.GenfromtxtOption.Defaultfmt;
import io.arrayport.core.ndarray.GenfromtxtOption.Deletechars;
import io.arrayport.core.ndarray.GenfromtxtOption.Excludelist;
import io.arrayport.core.ndarray.GenfromtxtOption.FillingValues;
import io.arrayport.core.ndarray.GenfromtxtOption.InvalidRaise;
import io.arrayport.core.ndarray.GenfromtxtOption.Loose;
import io.arrayport.core.ndarray.GenfromtxtOption.MissingValues;
import io.arrayport.core.ndarray.GenfromtxtOption.NamesOfHeader;
import io.arrayport.core.ndarray.GenfromtxtOption.ReplaceSpace;
import io.arrayport.core.ndarray.GenfromtxtOption.SkipFooter;
import io.arrayport.core.ndarray.GenfromtxtOption.SkipHeader;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.RecarrayOption.Names;
import org.jspecify.annotations.Nullable;

/** What the options of {@code np.genfromtxt} say. */
final class GenfromtxtSettings {
    private static final String NAME = "genfromtxt";

    /** Null if it is to be found. */
    @Nullable
    DType dtype = DType.FLOAT64;
    String comment = "#";
    @Nullable
    String delimiter;
    List<Integer> widths = List.of();
    int skipHeader;
    int skipFooter;
    MissingValues missing = new MissingValues(List.of(), Map.of());
    FillingValues filling = new FillingValues(null, Map.of());
    List<Integer> usecols = List.of();
    @Nullable
    List<String> names;
    boolean namesOfHeader;
    ColumnNames naming = ColumnNames.USUAL;
    boolean autostrip;
    boolean unpack;
    boolean loose = true;
    boolean invalidRaise = true;
    long maxRows = Long.MAX_VALUE;
    int ndmin;

    GenfromtxtSettings(GenfromtxtOption... options) {
        Option.requireDistinct(NAME, options);
        for (GenfromtxtOption option : options) {
            set(option);
        }
        Ndmin.require(NAME, ndmin);
        if (maxRows < 1 || skipHeader < 0 || skipFooter < 0) {
            throw new IllegalArgumentException("genfromtxt: maxRows must be at least 1, skipHeader and skipFooter 0");
        }
        if (maxRows != Long.MAX_VALUE && skipFooter > 0) {
            throw new IllegalArgumentException("genfromtxt: skipFooter counts from the end, which maxRows does not come"
                    + " to; give one of them");
        }
        if (widths.stream().anyMatch(width -> width < 1)) {
            throw new IllegalArgumentException("genfromtxt: columns are " + widths
                    + " characters wide, each must have at least one");
        }
    }

    private void set(GenfromtxtOption option) {
        switch (option) {
            case DtypeOption(DType given) -> dtype = given;
            case AnyDtype _ -> dtype = null;
            case Comments(List<String> marks) -> comment = comment(marks);
            case Delimiter(String text, List<Integer> columns) -> {
                delimiter = text;
                widths = columns;
            }
            case SkipHeader(int lines) -> skipHeader = lines;
            case SkipFooter(int rows) -> skipFooter = rows;
            case MissingValues given -> missing = given;
            case FillingValues given -> filling = given;
            case Usecols(List<Integer> columns) -> usecols = columns;
            case Names(List<String> all) -> names = all;
            case NamesOfHeader(boolean first) -> namesOfHeader = first;
            case Autostrip(boolean strip) -> autostrip = strip;
            case Unpack(boolean columns) -> unpack = columns;
            case Loose(boolean allowed) -> loose = allowed;
            case InvalidRaise(boolean raise) -> invalidRaise = raise;
            case MaxRows(long rows) -> maxRows = rows;
            case ArrayOption.Ndmin(int axes) -> ndmin = axes;
            case Excludelist _,Deletechars _,ReplaceSpace _,CaseSensitive _,Defaultfmt _ -> name(option);
        }
    }

    private void name(GenfromtxtOption option) {
        ColumnNames old = naming;
        naming = switch (option) {
            case Excludelist(List<String> excluded) ->
                new ColumnNames(excluded, old.deleted(), old.letters(), old.space(), old.unnamed());
            case Deletechars(String deleted) ->
                new ColumnNames(old.excluded(), deleted, old.letters(), old.space(), old.unnamed());
            case CaseSensitive(String letters) ->
                new ColumnNames(old.excluded(), old.deleted(), letters(letters), old.space(), old.unnamed());
            case ReplaceSpace(String space) ->
                new ColumnNames(old.excluded(), old.deleted(), old.letters(), space, old.unnamed());
            case Defaultfmt(String format) ->
                new ColumnNames(old.excluded(), old.deleted(), old.letters(), old.space(), format);
            default -> old;
        };
    }

    private static String letters(String letters) {
        if (letters.equals("both")) {
            return letters;
        }
        return letters.startsWith("u") ? "upper" : letters.startsWith("l") ? "lower" : refuse(letters);
    }

    private static String refuse(String letters) {
        throw new IllegalArgumentException("genfromtxt: caseSensitive is '" + letters
                + "', it must be true, false, \"upper\" or \"lower\"");
    }

    private static String comment(@Nullable List<String> marks) {
        if (marks != null && marks.size() > 1) {
            throw new IllegalArgumentException("genfromtxt: comments begin with one text, there are " + marks
                    + "; np.loadtxt takes several");
        }
        return marks == null || marks.isEmpty() ? "" : marks.getFirst();
    }

    /** The texts that stand for what is missing in a column. */
    MissingTexts missing(int column) {
        List<String> here = missing.columns().getOrDefault(column, List.of());
        return new MissingTexts(Stream.concat(missing.everywhere().stream(), here.stream()).toList());
    }

    /** What stands for what is missing in a column, if it is told. */
    @Nullable
    Number filling(int column) {
        return filling.columns().getOrDefault(column, filling.everywhere());
    }
}
