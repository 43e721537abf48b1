package io.arrayport.core.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * A file that appears under its name whole or not at all: written beside its place, then renamed into it. What stood
 * there before stays until then.
 */
public final class AsideFile implements Sink {
    private static final int SHOWN = 50;

    private final String kind;
    private final Path output;
    private final Path aside;
    private final FileChannel channel;
    private long position;

    private AsideFile(String kind, Path output, Path aside, FileChannel channel) {
        this.kind = kind;
        this.output = output;
        this.aside = aside;
        this.channel = channel;
    }

    /**
     * Starts a file in the folder of {@code output}, so that a folder that cannot be written is found now.
     *
     * @param kind what it is, for messages: {@code "Arrow file"}
     * @throws UncheckedIOException where that fails; the message names the output and says why
     */
    public static AsideFile create(String kind, Path output) {
        try {
            requireReplaceable(output);
            // Through a link the linked file is replaced, not the link
            Path target = Files.exists(output) ? output.toRealPath() : output.toAbsolutePath();
            Path aside = beside(target);
            Unfinished.add(aside);
            try {
                FileChannel channel = FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                return new AsideFile(kind, target, aside, channel);
            } catch (IOException | RuntimeException | Error refused) {
                Unfinished.remove(aside);
                throw refused;
            }
        } catch (IOException problem) {
            throw failed(kind, output, reason(problem), problem);
        }
    }

    /**
     * Writes a whole file; if anything fails, what stood there stays.
     *
     * @param kind what it is, for messages
     */
    public static void write(String kind, Path output, Consumer<ByteSink> content) {
        AsideFile file = create(kind, output);
        boolean done = false;
        try {
            content.accept(file);
            file.publish();
            done = true;
        } finally {
            if (!done) {
                file.discard();
            }
        }
    }

    /** A rename would put a file in the place of a pipe or, for a user who may, of a device such as /dev/null. */
    private static void requireReplaceable(Path output) throws IOException {
        if (Files.isDirectory(output)) {
            throw new IOException("it is a directory");
        }
        if (Files.exists(output) && !Files.isRegularFile(output)) {
            throw new IOException("it is not a regular file");
        }
    }

    /** Named after the target, as far as a name that is long already leaves room. */
    private static Path beside(Path target) {
        String name = String.valueOf(target.getFileName());
        String salt = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        return target.resolveSibling("." + name.substring(0, Math.min(name.length(), SHOWN)) + "." + salt + ".part");
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                position += channel.write(bytes);
            }
        } catch (IOException problem) {
            throw failed(kind, output, reason(problem), problem);
        }
    }

    /**
     * Renames the file into its place, replacing what is there. Not forced to disk: that is the caller's to ask for.
     */
    public void publish() {
        try {
            channel.close();
            FileChannel replaced = Replaced.hold(output);
            try {
                Files.move(aside, output, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Replaced.letGo(replaced);
            }
            Unfinished.remove(aside);
        } catch (IOException problem) {
            throw failed(kind, output, reason(problem), problem);
        }
    }

    /** Deletes what was written; what stood in its place stays. */
    public void discard() {
        try {
            channel.close();
            Files.deleteIfExists(aside);
            Unfinished.remove(aside);
        } catch (IOException problem) {
            throw failed(kind, output,
                    "its unfinished part " + aside + " could not be deleted: " + problem.getMessage(),
                    problem);
        }
    }

    /**
     * Refuses an output that is the input, under whatever name: the same path, a symbolic link or a hard link.
     *
     * @param kind what the output is, for messages
     * @throws UncheckedIOException where they are one file, or that cannot be found out
     */
    public static void requireDistinct(String kind, Path input, Path output) {
        try {
            if (Files.exists(output) && Files.exists(input) && Files.isSameFile(input, output)) {
                throw failed(kind, output, "it is the input " + input + ": choose another output",
                        new IOException("same file"));
            }
        } catch (IOException problem) {
            throw failed(kind, output, String.valueOf(problem.getMessage()), problem);
        }
    }

    private static String reason(IOException problem) {
        return switch (problem) {
            case NoSuchFileException missing -> "its folder does not exist";
            case AccessDeniedException denied -> "permission denied in its folder";
            default -> FileProblem.reason(problem);
        };
    }

    private static UncheckedIOException failed(String kind, Path output, String reason,
            IOException cause) {
        return new UncheckedIOException("cannot write " + kind + " " + output + ": " + reason, cause);
    }
}
