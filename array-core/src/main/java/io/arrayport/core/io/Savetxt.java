package io.arrayport.core.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.file.AsideFile;
import io.arrayport.core.file.ByteSink;
import io.arrayport.core.ndarray.FileOption.Comments;
import io.arrayport.core.ndarray.FileOption.Delimiter;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.SavetxtOption;
import io.arrayport.core.ndarray.SavetxtOption.Fmt;
import io.arrayport.core.ndarray.SavetxtOption.Footer;
import io.arrayport.core.ndarray.SavetxtOption.Header;
import io.arrayport.core.ndarray.SavetxtOption.Newline;
import io.arrayport.core.print.ElementCells;
import io.arrayport.core.print.PercentFormat;

/** {@code np.savetxt}: a row of an array as a line of a text. */
public final class Savetxt {
    private static final int PIECE = 1 << 16;

    private List<String> formats = List.of("%.18e");
    private String delimiter = " ";
    private String newline = "\n";
    private String header = "";
    private String footer = "";
    private String comments = "# ";

    private final NdArray array;
    private final long rows;
    private final int columns;
    private final boolean complex;

    private Savetxt(NdArray array, SavetxtOption... options) {
        Option.requireDistinct("savetxt", options);
        for (SavetxtOption option : options) {
            switch (option) {
                case Fmt(List<String> given) -> formats = given;
                case Delimiter given -> delimiter = delimiter(given);
                case Newline(String text) -> newline = text;
                case Header(String text) -> header = text;
                case Footer(String text) -> footer = text;
                case Comments(List<String> marks) -> comments = marks == null ? "" : String.join("", marks);
            }
        }
        if (array.ndim() < 1 || array.ndim() > 2) {
            throw new ShapeException("savetxt: the array has shape " + array.shape()
                    + ", a text has rows and columns; reshape it to one or two axes");
        }
        this.array = array;
        rows = array.shape().dim(0);
        columns = array.ndim() == 1 ? 1 : columns(array.shape().dim(1));
        complex = array.dtype().kind() == 'c';
    }

    private static String delimiter(Delimiter given) {
        String text = given.text();
        if (text == null) {
            throw new IllegalArgumentException("savetxt: a text stands between columns; give widths in fmt(...)");
        }
        return text;
    }

    private static int columns(long dim) {
        if (dim > 1 << 24) {
            throw new ShapeException("savetxt: " + dim + " columns are more than a line can have");
        }
        return (int) dim;
    }

    /** To a file, packed by gzip if its name says so. */
    public static void write(Path path, NdArray array, SavetxtOption... options) {
        Savetxt text = new Savetxt(array, options);
        PercentFormat format = text.format();
        AsideFile.write("text file", path, file -> {
            if (!path.toString().endsWith(".gz")) {
                text.write(format, file);
                return;
            }
            try (GZIPOutputStream packed = new GZIPOutputStream(Outputs.stream(file), PIECE)) {
                text.write(format, Outputs.to("savetxt", packed));
            } catch (IOException problem) {
                throw new UncheckedIOException("savetxt: cannot write " + path + ": " + problem.getMessage(), problem);
            }
        });
    }

    /** To a stream, which stays open. */
    public static void write(OutputStream stream, NdArray array, SavetxtOption... options) {
        Savetxt text = new Savetxt(array, options);
        text.write(text.format(), Outputs.to("savetxt", stream));
    }

    /** The format of a row. As NumPy, each percent sign counts as a number, also one that stands for itself. */
    private PercentFormat format() {
        if (formats.size() != 1) {
            if (formats.size() != columns) {
                throw new IllegalArgumentException("savetxt: fmt has " + formats.size() + " formats, the array "
                        + columns + " columns");
            }
            return checked(String.join(delimiter, formats));
        }
        String each = formats.getFirst();
        long percents = each.chars().filter(c -> c == '%').count();
        if (percents == 1) {
            String column = complex ? " (" + each + "+" + each + "j)" : each;
            return checked(String.join(delimiter, Collections.nCopies(columns, column)));
        }
        if (percents != (complex ? 2L : 1L) * columns) {
            throw new IllegalArgumentException(
                    "savetxt: fmt '" + each + "' has " + percents + " percent signs, a row of"
                            + " the array has " + columns + (complex ? " complex" : "") + " numbers");
        }
        return checked(each);
    }

    private PercentFormat checked(String text) {
        PercentFormat format = PercentFormat.of(text);
        int numbers = complex ? 2 * columns : columns;
        if (format.count() != numbers) {
            throw new CastingException("savetxt: format '" + text + "' takes " + format.count()
                    + " numbers, a row has " + numbers);
        }
        return format;
    }

    private void write(PercentFormat format, ByteSink sink) {
        StringBuilder text = new StringBuilder(2 * PIECE);
        comment(header, text);
        array.storage().acquireOnHost();
        try {
            long stride = array.ndim() == 1 ? array.itemsize() : array.layout().stride(1);
            ElementCells cells = ElementCells.rows(array.dtype(), stride);
            for (long row = 0; row < rows; row++) {
                cells.moveTo(array.address() + row * array.layout().stride(0));
                int from = text.length();
                format.write(cells, text);
                if (complex) {
                    withoutTwoSigns(text, from);
                }
                text.append(newline);
                if (text.length() >= PIECE) {
                    flush(text, sink);
                }
            }
        } finally {
            array.storage().release();
        }
        comment(footer, text);
        flush(text, sink);
    }

    private void comment(String lines, StringBuilder text) {
        if (!lines.isEmpty()) {
            text.append(comments).append(lines.replace("\n", "\n" + comments)).append(newline);
        }
    }

    private static void withoutTwoSigns(StringBuilder text, int from) {
        for (int at = text.indexOf("+-", from); at >= 0; at = text.indexOf("+-", at)) {
            text.deleteCharAt(at);
        }
    }

    private static void flush(StringBuilder text, ByteSink sink) {
        sink.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
        text.setLength(0);
    }
}
