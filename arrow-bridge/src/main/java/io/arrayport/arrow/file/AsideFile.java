package io.arrayport.arrow.file;

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

/**
 * A file that appears under its name whole or not at all: written beside its place, then renamed into it. What stood
 * there before stays until then.
 */
public final class AsideFile {
    private final Path output;
    private final Path aside;
    private final FileChannel channel;
    private long position;

    private AsideFile(Path output, Path aside, FileChannel channel) {
        this.output = output;
        this.aside = aside;
        this.channel = channel;
    }

    /**
     * Starts a file in the folder of {@code output}, so that a folder that cannot be written is found now.
     *
     * @throws UncheckedIOException where that fails; the message names the output and says why
     */
    public static AsideFile create(Path output) {
        try {
            if (Files.isDirectory(output)) {
                throw new IOException("it is a directory");
            }
            // The rename would replace a pipe or a device by a file
            if (Files.exists(output) && !Files.isRegularFile(output)) {
                throw new IOException("it is not a regular file");
            }
            // Through a link the linked file is replaced, not the link
            Path target = Files.exists(output) ? output.toRealPath() : output.toAbsolutePath();
            String salt = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
            Path aside = target.resolveSibling("." + target.getFileName() + "." + salt + ".part");
            FileChannel channel = FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new AsideFile(target, aside, channel);
        } catch (NoSuchFileException missing) {
            throw failed(output, "its folder does not exist", missing);
        } catch (AccessDeniedException denied) {
            throw failed(output, "permission denied in its folder", denied);
        } catch (IOException problem) {
            throw failed(output, String.valueOf(problem.getMessage()), problem);
        }
    }

    /** Bytes written so far. */
    public long position() {
        return position;
    }

    /** Writes all of {@code bytes}. */
    public void write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                position += channel.write(bytes);
            }
        } catch (IOException problem) {
            throw failed(output, String.valueOf(problem.getMessage()), problem);
        }
    }

    /**
     * Renames the file into its place, replacing what is there. Not forced to disk: that is the caller's to ask for.
     */
    public void publish() {
        try {
            channel.close();
            Files.move(aside, output, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException problem) {
            throw failed(output, String.valueOf(problem.getMessage()), problem);
        }
    }

    /** Deletes what was written; what stood in its place stays. */
    public void discard() {
        try {
            channel.close();
            Files.deleteIfExists(aside);
        } catch (IOException problem) {
            throw failed(output, "its unfinished part " + aside + " could not be deleted: " + problem.getMessage(),
                    problem);
        }
    }

    /**
     * Refuses an output that is the input, under whatever name: the same path, a symbolic link or a hard link.
     *
     * @throws UncheckedIOException where they are one file, or that cannot be found out
     */
    public static void requireDistinct(Path input, Path output) {
        try {
            if (Files.exists(output) && Files.exists(input) && Files.isSameFile(input, output)) {
                throw failed(output, "it is the input " + input + ": choose another output",
                        new IOException("same file"));
            }
        } catch (IOException problem) {
            throw failed(output, String.valueOf(problem.getMessage()), problem);
        }
    }

    private static UncheckedIOException failed(Path output, String reason, IOException cause) {
        return new UncheckedIOException("cannot write Arrow file " + output + ": " + reason, cause);
    }
}
