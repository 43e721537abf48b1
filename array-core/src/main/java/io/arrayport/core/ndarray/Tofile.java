package io.arrayport.core.ndarray;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import io.arrayport.core.dtype.StringType;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.file.AsideFile;
import io.arrayport.core.file.ByteSink;
import io.arrayport.core.file.RawBytes;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.ndarray.FromstringOption.Sep;
import io.arrayport.core.ndarray.TofileOption.Format;
import io.arrayport.core.print.ElementCells;
import io.arrayport.core.print.PercentFormat;

/** Elements alone in a file: bytes, or texts with something between them. */
final class Tofile {
    private static final int PIECE = 1 << 16;

    private final Layout layout;
    private final String separator;
    private final PercentFormat format;
    private final ByteSink sink;
    private final ElementCells cells;
    private final StringBuilder text = new StringBuilder();
    private boolean isFirst = true;

    private Tofile(NdArray array, String separator, PercentFormat format, ByteSink sink) {
        this.layout = array.layout();
        this.separator = separator;
        this.format = format;
        this.sink = sink;
        cells = ElementCells.items(array.dtype());
    }

    static void write(NdArray array, Path path, TofileOption... options) {
        Option.requireDistinct("tofile", options);
        String separator = "";
        String format = "%s";
        for (TofileOption option : options) {
            switch (option) {
                case Sep(String text) -> separator = text;
                case Format(String text) -> format = text.isEmpty() ? "%s" : text;
            }
        }
        PercentFormat numbers = PercentFormat.of(format);
        if (numbers.count() != 1) {
            throw new CastingException("tofile: format '" + format + "' takes "
                    + numbers.count() + " numbers, there is one at a time");
        }
        String between = separator;
        if (between.isEmpty()) {
            StringType.refuse("tofile", array.dtype());
        }
        AsideFile.write("file", path, file -> {
            array.storage().acquireOnHost();
            try {
                if (between.isEmpty()) {
                    RawBytes.write(array.storage().address(), array.layout(), array.itemsize(), file);
                } else {
                    Tofile texts = new Tofile(array, between, numbers, file);
                    texts.write(0, array.address());
                    texts.flush();
                }
            } finally {
                array.storage().release();
            }
        });
    }

    private void write(int axis, long at) {
        if (axis < layout.ndim()) {
            for (long i = 0; i < layout.dim(axis); i++) {
                write(axis + 1, at + i * layout.stride(axis));
            }
            return;
        }
        if (!isFirst) {
            text.append(separator);
        }
        isFirst = false;
        cells.moveTo(at);
        format.write(cells, text);
        if (text.length() >= PIECE) {
            flush();
        }
    }

    private void flush() {
        sink.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
        text.setLength(0);
    }
}
