package io.arrayport.arrow;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

import io.arrayport.arrow.c.StreamIn;
import io.arrayport.arrow.column.RecordBatch;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.core.foreign.Releases;
import io.arrayport.core.memory.DeviceType;

/**
 * A stream of batches from a producer that speaks the C stream interface, or the device's. Single use, as the interface
 * has it.
 *
 * <pre>{@code
 * try (ArrowStream stream = ArrowC.stream(address)) {
 *     for (var batch = stream.next(); batch.isPresent(); batch = stream.next()) {
 *         try (RecordBatch rows = batch.get()) { ... }
 *     }
 * }
 * }</pre>
 *
 * <p>Owns the producer's struct; {@link #close()} releases it, and one that is dropped unclosed is closed when the
 * collector finds it. Batches have lives of their own. For one thread at a time.
 */
public final class ArrowStream implements AutoCloseable {
    private final StreamIn stream;
    private final Cleaner.Cleanable cleanable;

    ArrowStream(StreamIn taken) {
        this.stream = taken;
        this.cleanable = Releases.whenDropped(this, stream.release());
    }

    /** The columns of every batch. */
    public ArrowSchema schema() {
        return stream.schema();
    }

    /**
     * The next batch, shared, which the caller owns and closes; empty at the end.
     *
     * @throws io.arrayport.core.error.ForeignDescriptorException where the producer's batch is malformed; it is
     *     released
     * @throws io.arrayport.core.error.ArrayportException where the producer fails; carries its message
     * @throws io.arrayport.core.error.ClosedException after {@link #close()}
     */
    public Optional<RecordBatch> next() {
        try {
            return stream.next();
        } finally {
            Reference.reachabilityFence(this); // or the cleaner could release the stream meanwhile
        }
    }

    /** Where the batches are. */
    DeviceType deviceType() {
        return stream.deviceType();
    }

    /** The batches for another consumer, and the end of both: each is closed for Java when the next is asked for. */
    Passing passing() {
        return new Passing();
    }

    final class Passing implements Iterator<RecordBatch>, AutoCloseable {
        private Optional<RecordBatch> ahead = Optional.empty();
        private Optional<RecordBatch> given = Optional.empty();

        @Override
        public boolean hasNext() {
            given.ifPresent(RecordBatch::close);
            given = Optional.empty();
            if (ahead.isEmpty()) {
                ahead = ArrowStream.this.next();
            }
            return ahead.isPresent();
        }

        @Override
        public RecordBatch next() {
            if (!hasNext()) {
                throw new NoSuchElementException("the stream is at its end");
            }
            given = ahead;
            ahead = Optional.empty();
            return given.orElseThrow();
        }

        @Override
        public void close() {
            try {
                given.ifPresent(RecordBatch::close);
                ahead.ifPresent(RecordBatch::close);
            } finally {
                ArrowStream.this.close();
            }
        }
    }

    /**
     * Releases the producer's stream; while {@link #next()} is under way, as that ends. Idempotent; batches live on.
     */
    @Override
    public void close() {
        cleanable.clean();
    }
}
