package io.arrayport.conformance.fuzz.cases;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What a worker writes down as it goes, in a file that is mapped: after a crash its parent still reads which case it
 * was in. Lives as long as the process.
 *
 * @param words the case under way, how many cases a number tells, then how many had each verdict
 */
public record Board(MemorySegment words) {
    private static final int WORDS = 2 + Verdict.values().length;

    /** The board in that file, which is made where there is none. */
    public static Board in(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
                StandardOpenOption.CREATE)) {
            return new Board(channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) WORDS * Long.BYTES,
                    Arena.global()));
        } catch (IOException problem) {
            throw new UncheckedIOException("fuzz: " + file, problem);
        }
    }

    /** The case under way. */
    public long at() {
        return words.getAtIndex(JAVA_LONG, 0);
    }

    /** Notes the case that begins; -1 before the first. */
    public void at(long index) {
        words.setAtIndex(JAVA_LONG, 0, index);
    }

    /** How many cut-off files the family has. */
    public long cuts() {
        return words.getAtIndex(JAVA_LONG, 1);
    }

    void cuts(long count) {
        words.setAtIndex(JAVA_LONG, 1, count);
    }

    /** How many cases had a verdict. */
    public long count(Verdict verdict) {
        return words.getAtIndex(JAVA_LONG, 2 + verdict.ordinal());
    }

    void add(Verdict verdict) {
        words.setAtIndex(JAVA_LONG, 2 + verdict.ordinal(), count(verdict) + 1);
    }
}
