package io.arrayport.core.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Files that are being written, so that a process which is told to end, by Ctrl-C say, leaves none behind. */
final class Unfinished {
    private static final Set<Path> FILES = ConcurrentHashMap.newKeySet();

    static {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(Unfinished::deleteAll, "arrayport-unfinished-files"));
        } catch (IllegalStateException shuttingDown) {
            // Too late to promise anything: what begins now is deleted by its writer or not at all
        }
    }

    private Unfinished() {}

    static void add(Path file) {
        FILES.add(file);
    }

    static void remove(Path file) {
        FILES.remove(file);
    }

    private static void deleteAll() {
        for (Path file : FILES) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException gone) {
                // Nobody is left to be told
            }
        }
    }
}
