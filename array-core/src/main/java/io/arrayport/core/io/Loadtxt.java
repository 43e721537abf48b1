package io.arrayport.core.io;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.dtype.TimeUnit;
import io.arrayport.core.dtype.UnicodeType;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.ArrayOption;
import io.arrayport.core.ndarray.FileOption.Comments;
import io.arrayport.core.ndarray.FileOption.Delimiter;
import io.arrayport.core.ndarray.FileOption.MaxRows;
import io.arrayport.core.ndarray.FileOption.Unpack;
import io.arrayport.core.ndarray.FileOption.Usecols;
import io.arrayport.core.ndarray.LoadtxtOption;
import io.arrayport.core.ndarray.LoadtxtOption.Quotechar;
import io.arrayport.core.ndarray.LoadtxtOption.Skiprows;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.DtypeOption;
import org.jspecify.annotations.Nullable;

/** {@code np.loadtxt}: rows of equally many fields, as numbers of one type. */
public final class Loadtxt {
    private static final String NAME = "loadtxt";

    private DType dtype = DType.FLOAT64;
    private List<String> comments = List.of("#");
    private @Nullable String delimiter;
    private long skiprows;
    private @Nullable List<Integer> usecols;
    private boolean unpack;
    private int ndmin;
    private long maxRows = Long.MAX_VALUE;
    private @Nullable String quote;

    private Loadtxt(LoadtxtOption... options) {
        Option.requireDistinct(NAME, options);
        for (LoadtxtOption option : options) {
            switch (option) {
                case DtypeOption(DType given) -> dtype = given;
                case Comments(List<String> marks) -> comments = marks == null ? List.of() : marks;
                case Delimiter given -> delimiter = delimiter(given);
                case Skiprows(long lines) -> skiprows = lines;
                case Usecols(List<Integer> columns) -> usecols = columns;
                case Unpack(boolean columns) -> unpack = columns;
                case ArrayOption.Ndmin(int axes) -> ndmin = axes;
                case MaxRows(long rows) -> maxRows = rows;
                case Quotechar(String mark) -> quote = mark;
            }
        }
        Ndmin.require(NAME, ndmin);
        if (unpack && dtype instanceof StructType) {
            throw new IllegalArgumentException("loadtxt: unpack of a structured type would be several arrays; take the"
                    + " result's field(name)");
        }
        if (skiprows < 0 || maxRows < 0) {
            throw new IllegalArgumentException("loadtxt: skiprows is " + skiprows + ", maxRows " + maxRows
                    + ": both must be at least 0");
        }
        requireMarks();
    }

    private static @Nullable String delimiter(Delimiter given) {
        if (!given.widths().isEmpty()) {
            throw new IllegalArgumentException("loadtxt: columns are told apart by a delimiter, not by their widths;"
                    + " np.genfromtxt reads such");
        }
        return given.text();
    }

    private void requireMarks() {
        if (delimiter != null && !isOne(delimiter)) {
            throw new IllegalArgumentException("loadtxt: the delimiter is '" + delimiter
                    + "', it must be one character and no end of a line; without one, blanks are delimiters");
        }
        if (quote != null && (!isOne(quote) || quote.charAt(0) > 127)) {
            throw new IllegalArgumentException("loadtxt: quotechar is '" + quote
                    + "', it must be one character of ASCII");
        }
        if (comments.contains("")) {
            throw new IllegalArgumentException("loadtxt: comments cannot begin with nothing; noComments() has none");
        }
        if (delimiter != null && (comments.contains(delimiter) || delimiter.equals(quote))
                || quote != null && comments.contains(quote)) {
            throw new IllegalArgumentException("loadtxt: delimiter, comments and quotechar must differ");
        }
    }

    private static boolean isOne(String mark) {
        return mark.codePointCount(0, mark.length()) == 1 && !mark.equals("\n") && !mark.equals("\r");
    }

    /** Of a file, which may be packed by gzip. */
    public static NdArray read(Path path, LoadtxtOption... options) {
        Loadtxt wanted = new Loadtxt(options);
        try (Lines lines = Lines.open(NAME, path)) {
            return wanted.read(lines);
        }
    }

    /** Of a stream, which is read to its end and stays open. */
    public static NdArray read(InputStream stream, LoadtxtOption... options) {
        Loadtxt wanted = new Loadtxt(options);
        try (Lines lines = Lines.of(NAME, stream)) {
            return wanted.read(lines);
        }
    }

    /** Of lines. */
    public static NdArray read(List<String> text, LoadtxtOption... options) {
        Loadtxt wanted = new Loadtxt(options);
        try (Lines lines = Lines.of(NAME, text)) {
            return wanted.read(lines);
        }
    }

    private NdArray read(Lines lines) {
        for (long i = 0; i < skiprows && lines.advance(); i++) {
            // Whatever is in it
        }
        Fields fields = new Fields(delimiter, comments, quote);
        boolean any = first(lines, fields);
        if (any && dtype instanceof TextType text && text.length() == 0) {
            return texts(lines, fields, text);
        }
        if (any && dtype instanceof TimeType time && !time.span() && time.unit() == TimeUnit.GENERIC) {
            // The unit is that of the finest
            try (NdArray written = texts(lines, fields, new UnicodeType(0))) {
                return written.astype(time);
            }
        }
        int there = any ? fields.count() : 1;
        int columns = usecols == null || !any ? there : usecols.size();
        boolean struct = dtype instanceof StructType;
        RowReader row = dtype instanceof StructType type ? RowReader.of(NAME, type)
                : RowReader.of(NAME, dtype, columns);
        if (struct && any && row.columns().size() != columns) {
            throw new ShapeException("loadtxt: " + dtype + " takes " + row.columns().size() + " columns, there are "
                    + columns + "; name those that are wanted with usecols(...)");
        }
        try (RowBuffer rows = new RowBuffer(row.bytes())) {
            while (any) {
                requireAsMany(fields, there, rows.rows());
                row(fields, row.columns(), rows);
                any = rows.rows() < maxRows && next(lines, fields);
            }
            return finished(rows.array(dtype, struct ? Shape.of(rows.rows()) : Shape.of(rows.rows(), columns)));
        }
    }

    /** Of a type that says nothing of the length, elements have room for the longest text. */
    private NdArray texts(Lines lines, Fields fields, TextType type) {
        Texts texts = new Texts();
        int there = fields.count();
        int columns = usecols == null ? there : usecols.size();
        long rows = 0;
        do {
            requireAsMany(fields, there, rows);
            for (int column = 0; column < columns; column++) {
                int field = usecols == null ? column : field(fields, usecols.get(column), rows);
                texts.add(fields.text(), fields.start(field), fields.end(field));
            }
            rows++;
        } while (rows < maxRows && next(lines, fields));
        TextType sized = type.withLength(Math.max(1, texts.longest()));
        FieldReader reader = new TextField(sized);
        try (RowBuffer elements = new RowBuffer(sized.itemsize())) {
            for (int i = 0; i < texts.count(); i++) {
                if (!reader.read(texts.bytes(), texts.start(i), texts.end(i), elements.add())) {
                    throw TextRefusal.field(NAME, texts.bytes(), texts.start(i), texts.end(i), sized, i / columns,
                            i % columns);
                }
            }
            return finished(elements.array(sized, Shape.of(rows, columns)));
        }
    }

    private void requireAsMany(Fields fields, int there, long row) {
        if (usecols == null && fields.count() != there) {
            throw TextRefusal.columns(NAME, row, there, fields.count());
        }
    }

    private boolean first(Lines lines, Fields fields) {
        return maxRows > 0 && next(lines, fields);
    }

    /** Goes to the next line that has fields. */
    private static boolean next(Lines lines, Fields fields) {
        while (lines.advance()) {
            fields.split(lines);
            if (fields.count() > 0) {
                return true;
            }
        }
        return false;
    }

    private void row(Fields fields, List<RowReader.Column> columns, RowBuffer rows) {
        long to = rows.add();
        for (int i = 0; i < columns.size(); i++) {
            RowReader.Column column = columns.get(i);
            int field = usecols == null ? i : field(fields, usecols.get(i), rows.rows() - 1);
            if (!column.reader().read(fields.text(), fields.start(field), fields.end(field), to + column.offset())) {
                throw TextRefusal.field(NAME, fields.text(), fields.start(field), fields.end(field), column.type(),
                        rows.rows() - 1, field);
            }
        }
    }

    private static int field(Fields fields, int column, long row) {
        int field = column < 0 ? column + fields.count() : column;
        if (field < 0 || field >= fields.count()) {
            throw new ShapeException("loadtxt: usecols names column " + column + ", row " + row + " has "
                    + fields.count());
        }
        return field;
    }

    private NdArray finished(NdArray array) {
        NdArray shaped = Ndmin.of(array, ndmin);
        return unpack ? shaped.T() : shaped;
    }
}
