package io.arrayport.core.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

import org.jspecify.annotations.Nullable;

/**
 * A hold on a storage's bytes that outlives the call that took it: an export to a neighbour. {@link #close()} may be
 * called from any thread, any number of times; it counts once. A lease that is dropped instead holds the bytes for
 * ever: only its holder can know when the neighbour has done with them.
 */
public final class Lease implements AutoCloseable {
    private static final VarHandle CLOSED;

    static {
        try {
            CLOSED = MethodHandles.lookup().findVarHandle(Lease.class, "closed", boolean.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final Block block;
    private final String holder;
    private final boolean freezes;
    final @Nullable Throwable trace;
    private volatile boolean closed; // not "open", as writing that takes a fence

    private Lease(Block block, String holder, boolean freezes) {
        this.block = block;
        this.holder = holder;
        this.freezes = freezes;
        this.trace = Ledger.TRACE ? new Throwable("exported here") : null;
    }

    static Lease take(Block block, String holder, boolean freezes) {
        block.acquire(Block.EXPORT);
        Lease lease = new Lease(block, holder, freezes);
        if (freezes) {
            block.freeze(holder);
        }
        Ledger.exported(lease);
        if (Recorder.isOn()) {
            ExportEvent.emit(holder, block.address, block.byteSize);
        }
        return lease;
    }

    /** Who holds it. */
    public String holder() {
        return holder;
    }

    /** Whether {@link #close()} has not been called yet. */
    public boolean isOpen() {
        return !closed;
    }

    /** Gives the hold back; the last one on a closed storage releases its memory. */
    @Override
    public void close() {
        if ((boolean) CLOSED.compareAndSet(this, false, true)) {
            if (freezes) {
                block.thaw(holder);
            }
            Ledger.returned(this);
            block.release(Block.EXPORT);
        }
    }

    @Override
    public String toString() {
        return "Lease[" + holder + " on " + block.byteSize + " bytes of " + block.origin + (closed ? ", closed" : "")
                + "]";
    }
}
