package io.arrayport.arrow;

import java.lang.ref.Cleaner;

import io.arrayport.arrow.c.Interface;
import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.foreign.Releases;

/**
 * An exported column as a pair of structs that this object has the memory of, until a consumer takes them.
 *
 * <p>A consumer takes a struct by moving it: it copies the members and sets {@code release} to NULL here, and owns what
 * it took. {@link #close()} releases what nobody took, once, and frees the memory of the structs. One that is dropped
 * unclosed is closed when the collector finds it.
 */
public final class CStructs implements AutoCloseable {
    private final long pair;
    private final Cleaner.Cleanable cleanable;
    private volatile boolean closed;

    CStructs(ArrowColumn column) {
        long allocated = Interface.allocatePair();
        boolean filled = false;
        try {
            Interface.export(column, allocated, Interface.arrayOf(allocated));
            filled = true;
        } finally {
            if (!filled) {
                Interface.freePair(allocated);
            }
        }
        this.pair = allocated;
        // Captures the address only: what held this object would never let it go
        this.cleanable = Releases.whenDropped(this, () -> Interface.freePair(allocated));
    }

    /**
     * Address of the {@code ArrowSchema}: good while this object is open and reachable.
     *
     * @throws ClosedException after {@link #close()}
     */
    public long schema() {
        return open();
    }

    /**
     * Address of the {@code ArrowArray}: good while this object is open and reachable.
     *
     * @throws ClosedException after {@link #close()}
     */
    public long array() {
        return Interface.arrayOf(open());
    }

    private long open() {
        if (closed) {
            throw new ClosedException("arrow export: the pair of structs is closed; export the column again");
        }
        return pair;
    }

    /** Releases what no consumer took and frees the structs' memory. Idempotent. */
    @Override
    public void close() {
        closed = true;
        cleanable.clean();
    }
}
