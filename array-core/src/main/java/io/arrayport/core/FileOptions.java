package io.arrayport.core;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.arrayport.core.ndarray.FileOption.Comments;
import io.arrayport.core.ndarray.FileOption.Delimiter;
import io.arrayport.core.ndarray.FileOption.MaxHeaderSize;
import io.arrayport.core.ndarray.FileOption.MaxRows;
import io.arrayport.core.ndarray.FileOption.Unpack;
import io.arrayport.core.ndarray.FileOption.Usecols;
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
import io.arrayport.core.ndarray.GenfromtxtOption.Usemask;
import io.arrayport.core.ndarray.LoadOption.MmapModeOption;
import io.arrayport.core.ndarray.LoadtxtOption.Quotechar;
import io.arrayport.core.ndarray.LoadtxtOption.Skiprows;
import io.arrayport.core.ndarray.MemmapOption;
import io.arrayport.core.ndarray.MmapMode;
import io.arrayport.core.ndarray.OpenMemmapOption;
import io.arrayport.core.ndarray.SavetxtOption.Fmt;
import io.arrayport.core.ndarray.SavetxtOption.Footer;
import io.arrayport.core.ndarray.SavetxtOption.Header;
import io.arrayport.core.ndarray.SavetxtOption.Newline;
import io.arrayport.core.ndarray.TofileOption;

/** The keyword arguments of files; import them with all others from {@link Options}. */
public abstract sealed class FileOptions extends RecordOptions permits BorderOptions {
    FileOptions() {}

    /** Map the file instead of reading it, and who may write. */
    public static MmapModeOption mmapMode(MmapMode mode) {
        return new MmapModeOption(mode);
    }

    /** Who may write to a mapped file. */
    public static MemmapOption.Mode mode(MmapMode mode) {
        return new MemmapOption.Mode(mode);
    }

    /** The longest header of a .npy file that is read. */
    public static MaxHeaderSize maxHeaderSize(int bytes) {
        return new MaxHeaderSize(bytes);
    }

    /** How {@code tofile} writes an element, as Python's {@code %} has it. */
    public static TofileOption.Format format(String text) {
        return new TofileOption.Format(text);
    }

    /** What begins a comment, which ends with its line. */
    public static Comments comments(String... marks) {
        return new Comments(List.of(marks));
    }

    /** There are no comments: NumPy's {@code comments=None}. */
    public static Comments noComments() {
        return new Comments(null);
    }

    /** What stands between two columns. */
    public static Delimiter delimiter(String text) {
        return new Delimiter(text, List.of());
    }

    /** Columns are so wide, one width for all or one for each; nothing stands between them. */
    public static Delimiter delimiter(int... widths) {
        return new Delimiter(null, Arrays.stream(widths).boxed().toList());
    }

    /** Leave out so many lines at the beginning: of {@code np.loadtxt}. */
    public static Skiprows skiprows(long lines) {
        return new Skiprows(lines);
    }

    /** Read these columns; negative ones count from the end. */
    public static Usecols usecols(int... columns) {
        return new Usecols(Arrays.stream(columns).boxed().toList());
    }

    /** Whether columns come as rows. */
    public static Unpack unpack(boolean columns) {
        return new Unpack(columns);
    }

    /** Read so many rows at most. */
    public static MaxRows maxRows(long rows) {
        return new MaxRows(rows);
    }

    /** What stands around a field in which delimiters and comments are text. */
    public static Quotechar quotechar(String mark) {
        return new Quotechar(mark);
    }

    /** How numbers are written, as Python's {@code %} has it: one for all, one for each column, or one of a row. */
    public static Fmt fmt(String... formats) {
        return new Fmt(List.of(formats));
    }

    /** What ends a row. */
    public static Newline newline(String text) {
        return new Newline(text);
    }

    /** What stands before the rows, as a comment. */
    public static Header header(String text) {
        return new Header(text);
    }

    /** What stands behind the rows, as a comment. */
    public static Footer footer(String text) {
        return new Footer(text);
    }

    /** Find the type by looking at the texts: {@code np.genfromtxt(..., dtype=None)}. */
    public static AnyDtype anyDtype() {
        return new AnyDtype();
    }

    /** Leave out so many lines at the beginning: of {@code np.genfromtxt}. */
    public static SkipHeader skipHeader(int lines) {
        return new SkipHeader(lines);
    }

    /** Leave out so many rows at the end. */
    public static SkipFooter skipFooter(int rows) {
        return new SkipFooter(rows);
    }

    /** Texts, separated by commas, that stand for what is missing in any column. */
    public static MissingValues missingValues(String texts) {
        return new MissingValues(List.of(texts.split(",", -1)), Map.of());
    }

    /** Texts that stand for what is missing, by columns. */
    public static MissingValues missingValues(Map<Integer, List<String>> columns) {
        return new MissingValues(List.of(), columns);
    }

    /** What is missing becomes this number. */
    public static FillingValues fillingValues(Number value) {
        return new FillingValues(value, Map.of());
    }

    /** What is missing becomes these numbers, by columns. */
    public static FillingValues fillingValues(Map<Integer, Number> columns) {
        return new FillingValues(null, columns);
    }

    /** Whether blanks around fields are dropped. */
    public static Autostrip autostrip(boolean strip) {
        return new Autostrip(strip);
    }

    /** Whether what is no number counts as missing. */
    public static Loose loose(boolean allowed) {
        return new Loose(allowed);
    }

    /** Whether a row of another number of columns is an error; it is left out otherwise. */
    public static InvalidRaise invalidRaise(boolean raise) {
        return new InvalidRaise(raise);
    }

    /** Whether the first axis of a new file is contiguous. */
    public static OpenMemmapOption.FortranOrder fortranOrder(boolean columns) {
        return new OpenMemmapOption.FortranOrder(columns);
    }

    /** The version of the .npy format: (1, 0), (2, 0) or (3, 0). */
    public static OpenMemmapOption.Version version(int... numbers) {
        return new OpenMemmapOption.Version(Arrays.stream(numbers).boxed().toList());
    }

    /** Texts that stand for what is missing: one for each column. */
    public static MissingValues missingValues(List<String> columns) {
        Map<Integer, List<String>> texts = new HashMap<>();
        columns.forEach(text -> texts.put(texts.size(), List.of(text)));
        return new MissingValues(List.of(), texts);
    }

    /** What is missing becomes these numbers, one for each column. */
    public static FillingValues fillingValues(double... columns) {
        Map<Integer, Number> numbers = new HashMap<>();
        Arrays.stream(columns).forEach(number -> numbers.put(numbers.size(), number));
        return new FillingValues(null, numbers);
    }

    /** Whether the first row is the names of the fields. */
    public static NamesOfHeader names(boolean first) {
        return new NamesOfHeader(first);
    }

    /** Names that no field is to have. */
    public static Excludelist excludelist(String... names) {
        return new Excludelist(List.of(names));
    }

    /** Characters that names of fields lose. */
    public static Deletechars deletechars(String characters) {
        return new Deletechars(characters);
    }

    /** What a blank in the name of a field becomes. */
    public static ReplaceSpace replaceSpace(String text) {
        return new ReplaceSpace(text);
    }

    /** Whether names of fields stay as they are; their letters become capitals otherwise. */
    public static CaseSensitive caseSensitive(boolean sensitive) {
        return new CaseSensitive(sensitive ? "both" : "upper");
    }

    /** The letters of names of fields: {@code "upper"} or {@code "lower"}. */
    public static CaseSensitive caseSensitive(String letters) {
        return new CaseSensitive(letters);
    }

    /** The names of fields that have none: {@code "f%i"}. */
    public static Defaultfmt defaultfmt(String format) {
        return new Defaultfmt(format);
    }

    /** Say which elements are missing, too. */
    public static Usemask usemask() {
        return new Usemask();
    }
}
