package io.arrayport.core.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;

/**
 * A whole file in memory. A mapping of a file that is only read is private all the same: what a neighbour writes, who
 * ignores that nobody may, changes a copy of the page rather than end the process.
 *
 * @param segment the file's bytes, bounds-checked; to be read only while the storage is held
 * @param storage owns the mapping; the last lease on it unmaps
 */
public record MappedFile(MemorySegment segment, Storage storage) {
    /** What brings shared mappings to the disk, by their addresses. */
    private static final Map<Long, Runnable> SHARED = new ConcurrentHashMap<>();

    /**
     * Maps a file that nobody writes: IMMUTABLE. Needs only the permission to read it. The file itself is closed again:
     * a mapping does not need it.
     *
     * @param kind what it is, for messages: {@code "Arrow file"}
     * @param path a regular file; an empty one gives an empty segment
     * @throws UncheckedIOException where it cannot be opened or mapped; the message names it and says why
     */
    public static MappedFile open(String kind, Path path) {
        return open(kind, path, Sharing.PRIVATE, Access.IMMUTABLE);
    }

    /**
     * Maps a file as {@link #open(String, Path)}, for writing.
     *
     * @param sharing who sees what is written; SHARED needs the permission to write the file
     */
    public static MappedFile openWriteable(String kind, Path path, Sharing sharing) {
        return open(kind, path, sharing, Access.WRITEABLE);
    }

    private static MappedFile open(String kind, Path path, Sharing sharing, Access access) {
        try {
            requireFile(path, sharing);
            Mapping mapping = PosixMapping.isAvailable() ? PosixMapping.map(path, sharing)
                    : ChannelMapping.map(path, sharing);
            MemorySegment segment = mapping.segment();
            Long address = segment.address();
            Runnable unmap = mapping.unmap();
            if (sharing == Sharing.SHARED && address != 0) {
                SHARED.put(address, mapping.flush());
                unmap = () -> {
                    SHARED.remove(address);
                    mapping.unmap().run();
                };
            }
            Storage storage = Storage.foreign(kind + " " + path, address, segment.byteSize(), Device.CPU, access,
                    unmap);
            return new MappedFile(segment, storage);
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot open " + kind + " " + path + ": " + FileProblem.reason(problem),
                    problem);
        }
    }

    /**
     * Brings to the disk what was written to a file through a shared mapping. Other processes see it before.
     *
     * @param storage any; if it is not such a mapping, there is nothing to do
     * @throws UncheckedIOException where the disk refuses
     */
    public static void flush(Storage storage) {
        storage.acquire();
        try {
            Runnable flush = SHARED.get(storage.address());
            if (flush != null) {
                flush.run();
            }
        } finally {
            storage.release();
        }
    }

    private static void requireFile(Path path, Sharing sharing) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (Files.isDirectory(path)) {
            throw new IOException("it is a directory");
        }
        if (!Files.isRegularFile(path)) {
            throw new IOException("it is a pipe or a device, which cannot be mapped");
        }
        if (!Files.isReadable(path) || sharing == Sharing.SHARED && !Files.isWritable(path)) {
            throw new AccessDeniedException(path.toString());
        }
    }
}
