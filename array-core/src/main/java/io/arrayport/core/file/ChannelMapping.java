package io.arrayport.core.file;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Mapping through the JDK, where there is no {@code mmap} to call. It asks for the permission to write the file, though
 * a private mapping never does.
 */
final class ChannelMapping {
    private ChannelMapping() {}

    static Mapping map(Path path, Sharing sharing) throws IOException {
        // Shared: whoever drops the last lease unmaps, on whatever thread that happens
        Arena arena = Arena.ofShared();
        boolean mapped = false;
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MapMode mode = sharing == Sharing.SHARED ? MapMode.READ_WRITE : MapMode.PRIVATE;
            MemorySegment segment = channel.map(mode, 0, channel.size(), arena);
            Mapping mapping = new Mapping(segment, segment::force, arena::close);
            mapped = true;
            return mapping;
        } finally {
            if (!mapped) {
                arena.close();
            }
        }
    }
}
