package io.arrayport.arrow.ipc;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

import io.arrayport.arrow.column.ArrowBuffer;
import io.arrayport.arrow.type.Compression;
import io.arrayport.core.exchange.CopyEvent;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;

/** The parts of a body packed, in memory of its own until they are written. */
final class Packing implements AutoCloseable {
    private final Compression compression;
    private final List<Storage> made = new ArrayList<>();

    Packing(Compression compression) {
        this.compression = compression;
    }

    /** The same body in packed parts; those without bytes stay without. */
    BatchBody body(BatchBody plain) {
        List<BodyPart> parts = new ArrayList<>(plain.parts().size());
        long bytes = 0;
        for (BodyPart part : plain.parts()) {
            parts.add(part.bytes() == 0 ? part : packed(part));
            bytes += part.bytes();
        }
        CopyEvent.emit("Arrow IPC", "its buffers are packed with " + compression, bytes);
        return new BatchBody(plain.lengths(), plain.nulls(), parts, plain.variadic(), compression);
    }

    private BodyPart packed(BodyPart part) {
        return switch (part) {
            case BodyPart.Region region -> packed(region.buffer().orElseThrow());
            case BodyPart.Gathered gathered -> {
                try (NdArray together = gathered.array().copy()) {
                    yield packed(new ArrowBuffer(together.storage(), 0, together.nbytes()));
                }
            }
            case BodyPart.Packed packed -> packed;
        };
    }

    private BodyPart packed(ArrowBuffer buffer) {
        buffer.storage().acquire();
        try {
            MemorySegment bytes = Memory.segment(buffer.address(), buffer.length());
            Codec.Packed packed = Codec.pack(compression, bytes);
            made.add(packed.storage());
            return new BodyPart.Packed(packed, buffer.length());
        } finally {
            buffer.storage().release();
        }
    }

    @Override
    public void close() {
        made.forEach(Storage::close);
    }
}
