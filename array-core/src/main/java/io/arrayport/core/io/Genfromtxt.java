package io.arrayport.core.io;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.StructType.Field;
import io.arrayport.core.dtype.UnicodeType;
import io.arrayport.core.element.Element;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.ArrayPair;
import io.arrayport.core.ndarray.Assignment;
import io.arrayport.core.ndarray.GenfromtxtOption;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/** {@code np.genfromtxt}: rows of fields of which some may be missing. */
public final class Genfromtxt {
    private static final String NAME = "genfromtxt";
    private static final long SCRATCH = 16;

    private final GenfromtxtSettings wanted;
    private final GenfromtxtRows rows;
    private final List<MissingTexts> missing = new ArrayList<>();
    /** Of the result: structured, or that of all columns. */
    private DType type = DType.FLOAT64;
    /** Of the columns. */
    private List<DType> types = List.of();
    /** Columns of which nothing is known; what is missing in them is 0, as it is of bools. */
    private List<Boolean> blank = List.of();

    private Genfromtxt(GenfromtxtSettings wanted, Lines text) {
        this.wanted = wanted;
        rows = GenfromtxtRows.of(text, wanted);
        for (int column : rows.places()) {
            missing.add(wanted.missing(wanted.usecols.isEmpty() ? column : missing.size()));
        }
        DType given = wanted.dtype;
        if (given == null) {
            find();
        } else {
            name(given);
        }
    }

    /** Of a file, which may be packed by gzip. */
    public static ArrayPair read(Path path, GenfromtxtOption... options) {
        GenfromtxtSettings wanted = new GenfromtxtSettings(options);
        try (Lines lines = Lines.open(NAME, path)) {
            return new Genfromtxt(wanted, lines).arrays();
        }
    }

    /** Of a stream, which is read to its end and stays open. */
    public static ArrayPair read(InputStream stream, GenfromtxtOption... options) {
        GenfromtxtSettings wanted = new GenfromtxtSettings(options);
        try (Lines lines = Lines.of(NAME, stream)) {
            return new Genfromtxt(wanted, lines).arrays();
        }
    }

    /** Of lines. */
    public static ArrayPair read(List<String> text, GenfromtxtOption... options) {
        GenfromtxtSettings wanted = new GenfromtxtSettings(options);
        try (Lines lines = Lines.of(NAME, text)) {
            return new Genfromtxt(wanted, lines).arrays();
        }
    }

    /** Names that are told, or stand above the columns; null if neither. */
    private @Nullable List<String> names() {
        List<String> given = wanted.namesOfHeader ? rows.header() : wanted.names;
        return given == null ? null : wanted.naming.of(given);
    }

    private void name(DType given) {
        List<String> names = names();
        if (given instanceof StructType struct) {
            StructType named = renamed(struct, wanted.naming.of(names(struct, names)));
            boolean fewer = !wanted.usecols.isEmpty() && named.fields().size() > rows.columns();
            struct(fewer ? named.select(places(named.names())).packed() : named);
        } else if (names != null) {
            List<String> chosen = places(names);
            struct(StructType.of(chosen.stream().map(name -> new Field(name, given, 0)).toArray(Field[]::new)));
        } else {
            type = given;
            types = Collections.nCopies(Math.max(1, rows.columns()), given);
        }
    }

    /** The names at the places of the columns, if there are more than these. */
    private List<String> places(List<String> names) {
        return wanted.usecols.isEmpty() || names.size() <= rows.columns() ? names
                : rows.places().stream().map(names::get).toList();
    }

    private List<String> names(StructType struct, @Nullable List<String> names) {
        if (names != null) {
            return ColumnNames.filled(names, struct.fields().size());
        }
        boolean numbered = true;
        for (int i = 0; i < struct.names().size(); i++) {
            numbered &= struct.names().get(i).equals("f" + i);
        }
        return numbered && !wanted.naming.unnamed().equals("f%i") ? ColumnNames.filled(null, struct.fields().size())
                : struct.names();
    }

    private static StructType renamed(StructType struct, List<String> names) {
        List<Field> fields = new ArrayList<>();
        for (Field field : struct.fields()) {
            fields.add(new Field(names.get(fields.size()), field.type(), field.shape(), field.offset(), field.title()));
        }
        return new StructType(fields, struct.itemsize(), struct.aligned());
    }

    private void struct(StructType struct) {
        type = struct;
        types = RowReader.of(NAME, struct).columns().stream().map(RowReader.Column::type).toList();
        if (rows.columns() > 0 && types.size() != rows.columns()) {
            throw new ShapeException("genfromtxt: " + struct + " takes " + types.size() + " columns, there are "
                    + rows.columns() + "; name those that are wanted with usecols(...)");
        }
    }

    /** Looks at all texts until they fit the types. */
    private void find() {
        List<FoundType> found = missing.stream().map(FoundType::new).toList();
        boolean again = rows.count() > 0;
        try (Storage scratch = Storage.allocate(SCRATCH)) {
            scratch.acquire();
            try {
                while (again) {
                    for (int row = 0; row < rows.count(); row++) {
                        see(rows.row(row), found, scratch.address());
                    }
                    again = found.stream().map(FoundType::again).reduce(false, Boolean::logicalOr);
                }
            } finally {
                scratch.release();
            }
        }
        List<String> names = names();
        List<DType> each = found.stream().map(FoundType::type).toList();
        blank = found.stream().map(one -> !one.isChecked()).toList();
        List<FoundType> telling = found.stream().filter(FoundType::isChecked).toList();
        boolean uniform = !telling.isEmpty() && telling.stream().allMatch(one -> one.isText() == telling.getFirst()
                .isText() && (one.isText() || one.type().equals(telling.getFirst().type())));
        if (names == null && (uniform || rows.count() == 0)) {
            int longest = telling.stream().mapToInt(FoundType::longest).max().orElse(0);
            type = rows.count() == 0 ? DType.FLOAT64
                    : telling.getFirst().isText() ? new UnicodeType(longest) : telling.getFirst().type();
            types = Collections.nCopies(Math.max(1, rows.columns()), type);
            return;
        }
        List<Field> fields = new ArrayList<>();
        List<String> chosen = names == null ? List.of() : places(names);
        for (int i = 0; i < each.size(); i++) {
            fields.add(new Field(i < chosen.size() ? chosen.get(i) : wanted.naming.unnamed(i), each.get(i), 0));
        }
        struct(StructType.of(fields.toArray(Field[]::new)));
    }

    private void see(SplitLine line, List<FoundType> found, long scratch) {
        for (int i = 0; i < found.size(); i++) {
            int field = rows.places().get(i);
            found.get(i).see(line.text(), line.start(field), line.end(field), scratch);
        }
    }

    /** The elements, and which of them are missing. */
    private ArrayPair arrays() {
        boolean struct = type instanceof StructType;
        RowReader row = type instanceof StructType fields ? RowReader.of(NAME, fields)
                : RowReader.of(NAME, type, rows.columns());
        List<FieldReader> readers = types.stream().map(LooseField::of).toList();
        DType maskType = type instanceof StructType fields ? mask(fields) : DType.BOOL;
        try (RowBuffer elements = new RowBuffer(row.bytes());
                RowBuffer masks = new RowBuffer(struct ? maskType.itemsize() : rows.columns())) {
            for (int i = 0; i < rows.count(); i++) {
                read(i, row, readers, elements.add(), masks.add());
            }
            Shape shape = struct ? Shape.of(rows.count())
                    : Shape.of(rows.count(), rows.count() == 0 ? 1 : rows.columns());
            NdArray data = elements.array(type, shape);
            boolean done = false;
            try {
                NdArray mask = masks.array(maskType, shape);
                done = true;
                return new ArrayPair(shaped(data), shaped(mask));
            } finally {
                if (!done) {
                    data.close();
                }
            }
        }
    }

    private static StructType mask(StructType struct) {
        List<Field> fields = new ArrayList<>();
        for (Field field : struct.fields()) {
            fields.add(new Field(field.name(), field.type() instanceof StructType inner ? mask(inner) : DType.BOOL,
                    field.shape(), 0, null));
        }
        return StructType.of(fields.toArray(Field[]::new));
    }

    private void read(int number, RowReader row, List<FieldReader> readers, long to, long mask) {
        SplitLine line = rows.row(number);
        for (int i = 0; i < rows.columns(); i++) {
            int field = rows.places().get(i);
            byte[] text = line.text();
            int from = line.start(field);
            int end = line.end(field);
            DType element = types.get(i);
            long at = to + row.columns().get(i).offset();
            boolean absent = missing.get(i).has(text, from, end);
            Element.set(DType.BOOL, mask + i, absent ? 1L : 0L);
            if (readers.get(i).read(text, from, end, at)) {
                continue;
            }
            if (!wanted.loose && !absent) {
                throw TextRefusal.field(NAME, text, from, end, element, number, field);
            }
            Number filling = wanted.filling(wanted.usecols.isEmpty() ? field : i);
            boolean zero = i < blank.size() && blank.get(i);
            Assignment.put(element, at, filling != null ? filling : zero ? 0L : LooseField.missing(element));
        }
    }

    private NdArray shaped(NdArray array) {
        NdArray shaped = Ndmin.of(array, wanted.ndmin);
        if (!wanted.unpack) {
            return shaped;
        }
        if (type instanceof StructType struct) {
            if (struct.fields().size() > 1) {
                throw new IllegalArgumentException("genfromtxt: unpack of fields would be several arrays; take the"
                        + " result's field(name)");
            }
            return shaped.field(struct.names().getFirst());
        }
        return shaped.T();
    }
}
