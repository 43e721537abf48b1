package io.arrayport.conformance.bench.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Files that cases write: in a folder of this process, which it deletes before it ends. */
public final class Scratch {
    private static @Nullable Path folder;

    private Scratch() {}

    /** Returns a file of that name, which may be there. */
    static synchronized Path file(String name) {
        try {
            Path made = folder == null ? Files.createTempDirectory("arrayport-bench") : folder;
            folder = made;
            return made.resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException("bench: no folder for files", e);
        }
    }

    /** Deletes all of them. */
    public static synchronized void clear() throws IOException {
        if (folder == null) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
        folder = null;
    }
}
