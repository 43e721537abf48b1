package io.arrayport.core.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The fields of a line as {@code np.loadtxt} splits it: by blanks or one character, before any comment. */
final class Fields {
    private static final int NO_QUOTE = -1;

    private final byte @Nullable [] delimiter;
    private final byte[][] comments;
    private final int quote;
    private byte[] text = new byte[0];
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int count;
    /** Fields that were quoted are put together anew, here. */
    private byte[] unquoted = new byte[0];
    private int unquotedLength;

    /** @param delimiter null for blanks */
    Fields(@Nullable String delimiter, List<String> comments, @Nullable String quote) {
        this.delimiter = delimiter == null ? null : delimiter.getBytes(StandardCharsets.UTF_8);
        this.comments = comments.stream().map(mark -> mark.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
        this.quote = quote == null ? NO_QUOTE : quote.charAt(0);
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** Where the fields lie. */
    byte[] text() {
        return text;
    }

    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    /** Splits the line; one that ends within quotes goes on in the next. */
    void split(Lines lines) {
        count = 0;
        if (quote == NO_QUOTE) {
            text = lines.text();
            int end = comments.length == 0 ? lines.end() : comment(text, lines.start(), lines.end());
            if (delimiter == null) {
                blanks(text, lines.start(), end);
            } else {
                delimited(text, delimiter, lines.start(), end);
            }
            return;
        }
        quoted(lines);
        text = unquoted;
    }

    /** Where the first comment begins. */
    private int comment(byte[] line, int from, int end) {
        int first = end;
        for (byte[] mark : comments) {
            first = Math.min(first, SplitLine.find(mark, line, from, end));
        }
        return first;
    }

    private boolean isComment(byte[] line, int at, int end) {
        for (byte[] mark : comments) {
            if (line[at] == mark[0] && stands(mark, line, at, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean stands(byte[] mark, byte[] line, int at, int end) {
        return at + mark.length <= end && Arrays.equals(mark, 0, mark.length, line, at, at + mark.length);
    }

    private void blanks(byte[] line, int from, int end) {
        int at = Blanks.after(line, from, end);
        while (at < end) {
            int start = at;
            while (at < end && (line[at] > ' ' || Blanks.at(line, at, end) == 0)) {
                at++;
            }
            add(start, at);
            at = Blanks.after(line, at, end);
        }
    }

    private void delimited(byte[] line, byte[] mark, int from, int end) {
        if (from == end) {
            return;
        }
        int start = from;
        byte first = mark[0];
        for (int at = from; at < end; at++) {
            if (line[at] == first && (mark.length == 1 || stands(mark, line, at, end))) {
                add(start, at);
                at += mark.length - 1;
                start = at + 1;
            }
        }
        add(start, end);
    }

    /** Splits a line with quotes, a character at a time. */
    private void quoted(Lines lines) {
        unquotedLength = 0;
        int at = delimiter == null ? Blanks.after(lines.text(), lines.start(), lines.end()) : lines.start();
        if (at == lines.end() || isComment(lines.text(), at, lines.end())) {
            return;
        }
        boolean over = false;
        while (!over) {
            int start = unquotedLength;
            // Quotes count where a field begins with one
            at = at < lines.end() && lines.text()[at] == quote ? within(lines, at + 1) : at;
            byte[] line = lines.text();
            int end = lines.end();
            while (at < end && !isComment(line, at, end) && !isDelimiter(line, at, end)) {
                keep(line[at++]);
            }
            add(start, unquotedLength);
            over = at >= end || isComment(line, at, end);
            if (!over) {
                at = delimiter == null ? Blanks.after(line, at, end) : at + delimiter.length;
                over = delimiter == null && (at == end || isComment(line, at, end));
            }
        }
    }

    /**
     * Keeps what stands within quotes, on further lines too; what is never closed ends with the text.
     *
     * @return the place behind the second quote
     */
    private int within(Lines lines, int from) {
        int at = from;
        while (true) {
            byte[] line = lines.text();
            int end = lines.end();
            while (at < end) {
                if (line[at] == quote && !(at + 1 < end && line[at + 1] == quote)) {
                    return at + 1;
                }
                keep(line[at]);
                at += line[at] == quote ? 2 : 1;
            }
            // What is read so far moves as the buffer grows
            int done = at - lines.start();
            if (!lines.extend()) {
                return at;
            }
            at = lines.start() + done + (lines.areBare() ? 1 : 0);
        }
    }

    private boolean isDelimiter(byte[] line, int at, int end) {
        return delimiter == null ? Blanks.at(line, at, end) > 0 : stands(delimiter, line, at, end);
    }

    private void keep(byte value) {
        if (unquotedLength == unquoted.length) {
            unquoted = Arrays.copyOf(unquoted, Math.clamp(2L * unquoted.length, 64, Lines.LONGEST));
        }
        unquoted[unquotedLength++] = value;
    }

    private void add(int start, int end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        starts[count] = start;
        ends[count++] = end;
    }
}
