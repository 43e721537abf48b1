package io.arrayport.core.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The fields of a line as {@code np.genfromtxt} splits it: by blanks, a text, or their widths. */
final class SplitLine {
    private static final byte[] NONE = new byte[0];

    private final byte[] comment;
    private final byte @Nullable [] delimiter;
    private final List<Integer> widths;
    private final boolean strip;
    private byte[] text = NONE;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int count;

    /**
     * @param comment empty for none
     * @param delimiter null for blanks
     * @param widths empty unless there are no delimiters; one is for all
     */
    SplitLine(String comment, @Nullable String delimiter, List<Integer> widths, boolean strip) {
        this.comment = comment.getBytes(StandardCharsets.UTF_8);
        this.delimiter = delimiter == null || delimiter.isEmpty() ? null : delimiter.getBytes(StandardCharsets.UTF_8);
        this.widths = widths;
        this.strip = strip;
    }

    int count() {
        return count;
    }

    byte[] text() {
        return text;
    }

    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    String field(int field) {
        return new String(text, starts[field], ends[field] - starts[field], StandardCharsets.UTF_8);
    }

    void split(byte[] line, int from, int end) {
        text = line;
        count = 0;
        int stop = comment.length == 0 ? end : find(comment, line, from, end);
        if (!widths.isEmpty()) {
            fixed(line, from, stop);
        } else {
            int first = from;
            while (first < stop && line[first] == ' ') {
                first++;
            }
            while (stop > first && line[stop - 1] == ' ') {
                stop--;
            }
            if (first < stop) {
                delimited(line, first, stop);
            }
        }
        for (int i = 0; strip && i < count; i++) {
            starts[i] = Blanks.after(line, starts[i], ends[i]);
            ends[i] = Blanks.before(line, starts[i], ends[i]);
        }
    }

    /** The place of a mark, or the end. */
    static int find(byte[] mark, byte[] line, int from, int end) {
        byte first = mark[0];
        for (int at = from; at <= end - mark.length; at++) {
            if (line[at] == first && Arrays.equals(mark, 0, mark.length, line, at, at + mark.length)) {
                return at;
            }
        }
        return end;
    }

    private void delimited(byte[] line, int from, int end) {
        byte[] mark = delimiter;
        if (mark == null) {
            int at = Blanks.after(line, from, end);
            while (at < end) {
                int start = at;
                while (at < end && Blanks.at(line, at, end) == 0) {
                    at++;
                }
                add(start, at);
                at = Blanks.after(line, at, end);
            }
            return;
        }
        int start = from;
        for (int at = find(mark, line, from, end); at < end; at = find(mark, line, start, end)) {
            add(start, at);
            start = at + mark.length;
        }
        add(start, end);
    }

    /** By widths in characters; those of one width for all are as many as there are. */
    private void fixed(byte[] line, int from, int end) {
        int at = from;
        for (int i = 0; from < end && (widths.size() == 1 ? at < end : i < widths.size()); i++) {
            int start = at;
            int width = widths.get(widths.size() == 1 ? 0 : i);
            for (int c = 0; c < width && at < end; c++) {
                at++;
                while (at < end && (line[at] & 0xC0) == 0x80) {
                    at++;
                }
            }
            add(start, at);
        }
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
