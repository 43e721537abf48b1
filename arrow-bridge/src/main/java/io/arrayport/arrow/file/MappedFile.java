package io.arrayport.arrow.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;

/**
 * A whole file in memory, copy-on-write: a write through its address changes a private copy of the page, never the
 * file.
 *
 * @param segment the file's bytes, bounds-checked; to be read only while the storage is held
 * @param storage owns the mapping, IMMUTABLE; the last lease on it unmaps
 */
public record MappedFile(MemorySegment segment, Storage storage) {
    /**
     * Maps a file. Needs only the permission to read it. The file itself is closed again: a mapping does not need it.
     *
     * @param path a regular file; an empty one gives an empty segment
     * @throws UncheckedIOException where it cannot be opened or mapped; the message names it and says why
     */
    public static MappedFile open(Path path) {
        try {
            requireFile(path);
            Mapping mapping = PosixMapping.isAvailable() ? PosixMapping.map(path) : ChannelMapping.map(path);
            MemorySegment segment = mapping.segment();
            Storage storage = Storage.foreign("Arrow file " + path, segment.address(), segment.byteSize(), Device.CPU,
                    Access.IMMUTABLE, mapping.unmap());
            return new MappedFile(segment, storage);
        } catch (NoSuchFileException missing) {
            throw failed(path, "there is no such file", missing);
        } catch (AccessDeniedException denied) {
            throw failed(path, "permission denied", denied);
        } catch (IOException problem) {
            throw failed(path, String.valueOf(problem.getMessage()), problem);
        }
    }

    private static void requireFile(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (Files.isDirectory(path)) {
            throw new IOException("it is a directory");
        }
        if (!Files.isRegularFile(path)) {
            throw new IOException("it is a pipe or a device, which cannot be mapped");
        }
        if (!Files.isReadable(path)) {
            throw new AccessDeniedException(path.toString());
        }
    }

    private static UncheckedIOException failed(Path path, String reason, IOException cause) {
        return new UncheckedIOException("cannot open Arrow file " + path + ": " + reason, cause);
    }
}
