package io.arrayport.arrow;

import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file mapped copy-on-write.
 *
 * @param segment the file's bytes, for readers of metadata: bounds-checked, and dead once the mapping is gone
 * @param storage owns the mapping; its release hook unmaps
 */
record MappedFile(MemorySegment segment, Storage storage) {
    /**
     * Maps a whole file. The file itself is closed again: a mapping does not need it.
     *
     * @throws UncheckedIOException where the file cannot be opened or mapped; the message names it and says why
     */
    static MappedFile open(Path path) {
        if (Files.isDirectory(path)) {
            throw failed(path, "it is a directory", new IOException("Is a directory"));
        }
        // Shared: whoever drops the last lease unmaps, on whatever thread that happens
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            // READ alone does: a private mapping never writes to the file
            MemorySegment segment = channel.map(MapMode.PRIVATE, 0, channel.size(), arena);
            Storage storage = Storage.foreign("Arrow file " + path, segment.address(), segment.byteSize(), Device.CPU, Access.IMMUTABLE, arena::close);
            return new MappedFile(segment, storage);
        } catch (IOException | RuntimeException | Error problem) {
            arena.close();
            throw switch (problem) {
                case NoSuchFileException missing -> failed(path, "there is no such file", missing);
                case AccessDeniedException denied -> failed(path, "permission denied", denied);
                case IOException other -> failed(path, String.valueOf(other.getMessage()), other);
                case RuntimeException unexpected -> unexpected;
                case Error fatal -> throw fatal;
                default -> throw new AssertionError(problem);
            };
        }
    }

    private static UncheckedIOException failed(Path path, String reason, IOException cause) {
        return new UncheckedIOException("cannot open Arrow file %s: %s".formatted(path, reason), cause);
    }
}
