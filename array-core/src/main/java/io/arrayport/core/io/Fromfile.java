package io.arrayport.core.io;

import java.nio.file.Path;
import java.util.Arrays;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.DiagonalOption.Offset;
import io.arrayport.core.ndarray.FrombufferOption.Count;
import io.arrayport.core.ndarray.FromfileOption;
import io.arrayport.core.ndarray.FromstringOption.Sep;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.DtypeOption;

/** {@code np.fromfile}: elements and nothing else, as bytes or as texts. */
public final class Fromfile {
    private static final String NAME = "fromfile";

    private Fromfile() {}

    /** Shape (n,). */
    public static NdArray read(Path path, FromfileOption... options) {
        Option.requireDistinct(NAME, options);
        DType dtype = DType.FLOAT64;
        long count = -1;
        String separator = "";
        long offset = 0;
        for (FromfileOption option : options) {
            switch (option) {
                case DtypeOption(DType given) -> dtype = given;
                case Count(long elements) -> count = elements;
                case Sep(String text) -> separator = text;
                case Offset(long bytes) -> offset = bytes;
            }
        }
        if (!separator.isEmpty()) {
            if (offset != 0) {
                throw new CastingException("fromfile: an offset counts bytes, there are texts;"
                        + " leave out sep(...) or offset(...)");
            }
            return texts(path, dtype, count, separator);
        }
        StringType.refuse(NAME, dtype);
        if (dtype.itemsize() == 0) {
            throw new IllegalArgumentException("fromfile: an element of " + dtype + " has no bytes; give a type that"
                    + " has");
        }
        return bytes(path, dtype, count, offset);
    }

    private static NdArray bytes(Path path, DType dtype, long count, long offset) {
        try (Source source = Source.open(NAME, path)) {
            source.skip(offset);
            long there = source.known() / dtype.itemsize();
            long elements = count < 0 ? there : Math.min(count, there);
            Storage storage = source.storage(elements * dtype.itemsize(), "elements");
            return NdArray.of(storage, dtype, Layout.contiguous(Shape.of(elements), dtype.itemsize()));
        }
    }

    private static NdArray texts(Path path, DType dtype, long count, String separator) {
        FieldReader reader = RowReader.reader(NAME, dtype);
        try (Source source = Source.open(NAME, path); RowBuffer rows = new RowBuffer(dtype.itemsize())) {
            Words words = new Words(source, separator);
            while (rows.rows() != count && words.advance()) {
                if (!reader.read(words.text(), 0, words.length(), rows.add())) {
                    throw TextRefusal.field(NAME, words.text(), 0, words.length(), dtype, rows.rows() - 1, 0);
                }
            }
            return rows.array(dtype, Shape.of(rows.rows()));
        }
    }

    /** What stands between separators. A blank in a separator stands for any number of them, none included. */
    private static final class Words {
        private final Source source;
        private final String separator;
        /** The first character of it that is no blank. */
        private final char mark;
        private final byte[] buffer = new byte[1 << 16];
        private int next;
        private int filled;
        private byte[] word = new byte[64];
        private int length;
        private boolean first = true;

        Words(Source source, String separator) {
            this.source = source;
            this.separator = separator;
            mark = separator.isBlank() ? ' ' : separator.strip().charAt(0);
        }

        byte[] text() {
            return word;
        }

        int length() {
            return length;
        }

        /** Goes to the next word; false at the end, or behind a separator that nothing follows. */
        boolean advance() {
            if (!first && !separates()) {
                return false;
            }
            first = false;
            blanks();
            length = 0;
            while (peek() >= 0 && !isEnd((byte) peek())) {
                if (length == word.length) {
                    word = Arrays.copyOf(word, 2 * length);
                }
                word[length++] = buffer[next++];
            }
            return length > 0 || peek() >= 0;
        }

        private boolean isEnd(byte c) {
            return c == ' ' || c >= '\t' && c <= '\r' || c == mark;
        }

        private boolean separates() {
            blanks();
            for (int i = 0; i < separator.length() && peek() >= 0; i++) {
                char c = separator.charAt(i);
                if (Character.isWhitespace(c)) {
                    blanks();
                } else if (peek() == c) {
                    next++;
                } else {
                    throw new ForeignDescriptorException(
                            "fromfile: '" + (char) peek() + "' stands where the separator '"
                                    + separator + "' should");
                }
            }
            blanks();
            return peek() >= 0;
        }

        private void blanks() {
            while (peek() >= 0 && (buffer[next] == ' ' || buffer[next] >= '\t' && buffer[next] <= '\r')) {
                next++;
            }
        }

        private int peek() {
            if (next == filled) {
                filled = source.some(buffer);
                next = 0;
            }
            return filled <= 0 ? -1 : buffer[next] & 0xFF;
        }
    }
}
