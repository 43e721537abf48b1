package io.arrayport.core.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.arrayport.core.threads.Daemon;
import org.jspecify.annotations.Nullable;

/**
 * A file that gives its place to another one. It goes with the last hold on it, and whoever lets that go waits for its
 * pages that are on their way to the disk: 6 ms for 8 MB that were written just before. So it is held while it is
 * replaced, and let go by a thread of its own.
 */
final class Replaced {
    private static final boolean LINUX = System.getProperty("os.name", "").startsWith("Linux");
    /** A smaller one is not worth a thread. */
    private static final long LARGE = 1 << 20;

    private Replaced() {}

    /** @return null where there is nothing to be won, or it may not be read */
    static @Nullable FileChannel hold(Path path) {
        try {
            return LINUX && path.getFileSystem().equals(FileSystems.getDefault()) && Files.isRegularFile(path)
                    && Files.size(path) >= LARGE ? FileChannel.open(path, StandardOpenOption.READ) : null;
        } catch (IOException unreadable) {
            return null;
        }
    }

    static void letGo(@Nullable FileChannel held) {
        if (held == null) {
            return;
        }
        if (!Daemon.start("arrayport-replaced", () -> close(held))) {
            close(held);
        }
    }

    private static void close(FileChannel held) {
        try {
            held.close();
        } catch (IOException nothingWasWritten) {
            // It was only held
        }
    }
}
