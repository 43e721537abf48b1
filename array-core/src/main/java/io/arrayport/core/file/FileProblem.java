package io.arrayport.core.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What went wrong with a file, in words; the JDK's own for most of it are the bare path. */
public final class FileProblem {
    private FileProblem() {}

    /** @param operation what was to be done: {@code "load"} */
    public static UncheckedIOException reading(String operation, Path path, IOException cause) {
        return new UncheckedIOException(operation + ": cannot read " + path + ": " + reason(cause), cause);
    }

    /** @param operation what was to be done: {@code "memmap"} */
    public static UncheckedIOException writing(String operation, Path path, IOException cause) {
        return new UncheckedIOException(operation + ": cannot write " + path + ": " + reason(cause), cause);
    }

    static String reason(IOException problem) {
        return switch (problem) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException named when named.getReason() != null -> named.getReason();
            default -> String.valueOf(problem.getMessage());
        };
    }
}
