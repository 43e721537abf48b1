package io.arrayport.core.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.file.FileProblem;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;

/** {@code np.fromregex}: records of what the groups of a regular expression find. */
public final class Fromregex {
    private static final String NAME = "fromregex";

    private Fromregex() {}

    /** Shape (n,). */
    public static NdArray read(Path path, String regexp, DType dtype) {
        if (!(dtype instanceof StructType struct)) {
            throw new DTypeException("fromregex: " + dtype + " must be a structured type, a field for each group");
        }
        Matcher matcher = pattern(regexp).matcher(content(path));
        RowReader row = RowReader.of(NAME, struct);
        int groups = Math.max(1, matcher.groupCount());
        if (groups != row.columns().size()) {
            throw new ShapeException("fromregex: the expression has " + groups + " groups, " + struct + " "
                    + row.columns().size() + " fields");
        }
        try (RowBuffer rows = new RowBuffer(row.bytes())) {
            while (matcher.find()) {
                read(matcher, row, rows);
            }
            return rows.array(struct, Shape.of(rows.rows()));
        }
    }

    private static void read(Matcher matcher, RowReader row, RowBuffer rows) {
        long to = rows.add();
        for (int i = 0; i < row.columns().size(); i++) {
            RowReader.Column column = row.columns().get(i);
            String group = matcher.group(matcher.groupCount() == 0 ? 0 : i + 1);
            byte[] text = group == null ? new byte[0] : group.getBytes(StandardCharsets.UTF_8);
            if (!column.reader().read(text, 0, text.length, to + column.offset())) {
                throw TextRefusal.field(NAME, text, 0, text.length, column.type(), rows.rows() - 1, i);
            }
        }
    }

    /** What Python spells otherwise: named groups, what refers to them, and the end. */
    private static Pattern pattern(String regexp) {
        try {
            return Pattern.compile(regexp.replace("(?P<", "(?<").replaceAll("\\(\\?P=(\\w+)\\)", "\\\\k<$1>"),
                    Pattern.UNICODE_CHARACTER_CLASS);
        } catch (PatternSyntaxException malformed) {
            throw new IllegalArgumentException("fromregex: '" + regexp + "' is no regular expression: "
                    + malformed.getDescription(), malformed);
        }
    }

    private static String content(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException problem) {
            throw FileProblem.reading(NAME, path, problem);
        }
    }
}
