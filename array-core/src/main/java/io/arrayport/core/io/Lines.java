package io.arrayport.core.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

import io.arrayport.core.error.ShapeException;
import io.arrayport.core.file.FileProblem;

/**
 * The lines of a text in UTF-8, one after the other in one buffer. A line ends with a line feed, a carriage return, or
 * both.
 */
final class Lines implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    /** Most bytes of a line. */
    static final int LONGEST = Integer.MAX_VALUE - 16;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final InputStream NONE = InputStream.nullInputStream();

    private final String operation;
    private final String name;
    private final InputStream in;
    private final boolean owned;
    private byte[] buffer = new byte[BUFFER];
    /** What is read and not yet given out lies from here to {@link #filled}. */
    private int next;
    private int filled;
    private boolean done;
    private boolean bare;
    private int start;
    private int end;

    private Lines(String operation, String name, InputStream in, boolean owned) {
        this.operation = operation;
        this.name = name;
        this.in = in;
        this.owned = owned;
        skipMark();
    }

    /** Those of a file, which may be packed by gzip. */
    static Lines open(String operation, Path path) {
        try {
            if (Files.isDirectory(path)) {
                throw new IOException("it is a directory");
            }
            InputStream file = Files.newInputStream(path);
            boolean opened = false;
            try {
                InputStream text = path.toString().endsWith(".gz") ? new GZIPInputStream(file, BUFFER) : file;
                opened = true;
                return new Lines(operation, path.toString(), text, true);
            } finally {
                if (!opened) {
                    file.close();
                }
            }
        } catch (IOException problem) {
            throw FileProblem.reading(operation, path, problem);
        }
    }

    /** Those of a stream, which stays open. */
    static Lines of(String operation, InputStream stream) {
        return new Lines(operation, "the stream", stream, false);
    }

    /** Those of a list, with their ends, which the last may lack, or all without. */
    static Lines of(String operation, List<String> lines) {
        Lines given = new Lines(operation, "the list", NONE, false);
        given.bare = !lines.isEmpty() && !ends(lines.getFirst());
        StringBuilder all = new StringBuilder();
        for (String line : lines) {
            int feed = line.indexOf('\n');
            if (feed >= 0 && feed < line.length() - 1) {
                throw new IllegalArgumentException(operation + ": the line '" + line.substring(0, feed)
                        + "...' is several; give each by itself");
            }
            all.append(all.isEmpty() || given.bare || ends(all) ? "" : "\n").append(line)
                    .append(given.bare && !ends(line) ? "\n" : "");
        }
        given.buffer = all.toString().getBytes(StandardCharsets.UTF_8);
        given.filled = given.buffer.length;
        return given;
    }

    private static boolean ends(CharSequence line) {
        return !line.isEmpty() && "\n\r".indexOf(line.charAt(line.length() - 1)) >= 0;
    }

    /** Whether the lines came without ends: then nothing stands between two of them. */
    boolean areBare() {
        return bare;
    }

    /** Some editors mark a text as UTF-8. */
    private void skipMark() {
        while (filled < MARK.length && more()) {
            // A stream may give less than is asked for
        }
        if (filled >= MARK.length && Arrays.equals(buffer, 0, MARK.length, MARK, 0, MARK.length)) {
            next = MARK.length;
        }
    }

    /** Goes to the next line; false if there is none. */
    boolean advance() {
        start = next;
        if (next == filled && !more()) {
            return false;
        }
        end = ending(next);
        return true;
    }

    /**
     * Adds to this line what stands between it and the next one, and that too if there is one; false if nothing is
     * left.
     */
    boolean extend() {
        if (next == filled && !more() && end == next) {
            return false;
        }
        end = ending(next);
        return true;
    }

    /** The bytes that the line lies in, until the next one is asked for. */
    byte[] text() {
        return buffer;
    }

    /** Where the line begins. */
    int start() {
        return start;
    }

    /** Where it ends, before its line feed. */
    int end() {
        return end;
    }

    /** The end of the line that begins at a place; {@link #next} then is behind it. */
    private int ending(int from) {
        int at = from;
        while (true) {
            byte[] bytes = buffer;
            int stop = filled;
            while (at < stop && bytes[at] != '\n' && bytes[at] != '\r') {
                at++;
            }
            if (at < stop && (bytes[at] == '\n' || at + 1 < stop)) {
                next = bytes[at] == '\r' && bytes[at + 1] == '\n' ? at + 2 : at + 1;
                return at;
            }
            int shift = start;
            if (!more()) {
                next = filled;
                return at;
            }
            at -= shift - start;
        }
    }

    /** Reads on; what is given out moves to the front. */
    private boolean more() {
        if (done) {
            return false;
        }
        if (filled == buffer.length) {
            int kept = filled - start;
            if (kept == LONGEST) {
                throw new ShapeException(operation + ": " + name + " has a line of more than " + kept + " bytes");
            }
            byte[] larger = kept > buffer.length / 2
                    ? new byte[(int) Math.min(2L * buffer.length, LONGEST)] : buffer;
            System.arraycopy(buffer, start, larger, 0, kept);
            buffer = larger;
            next -= start;
            end -= start;
            filled = kept;
            start = 0;
        }
        try {
            int read = in.read(buffer, filled, buffer.length - filled);
            done = read < 0;
            filled += Math.max(read, 0);
            return !done;
        } catch (IOException problem) {
            throw new UncheckedIOException(operation + ": cannot read " + name + ": " + problem.getMessage(), problem);
        }
    }

    @Override
    public void close() {
        if (!owned) {
            return;
        }
        try {
            in.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(operation + ": cannot close " + name + ": " + problem.getMessage(),
                    problem);
        }
    }
}
