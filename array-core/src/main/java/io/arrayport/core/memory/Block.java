package io.arrayport.core.memory;

import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.PhantomReference;

import io.arrayport.core.error.ClosedException;
import org.jspecify.annotations.Nullable;

/**
 * The state behind a {@link Storage} that must outlive it: the collector finds the storage unreachable and this closes
 * the block. One integer counts the leases, its sign says closed; the transition to "closed and no lease" happens once,
 * and that is when the hook runs.
 */
final class Block extends PhantomReference<Storage> {
    /** What the ledger counts it as. */
    enum Kind {
        NATIVE, IMPORT
    }

    private static final int CLOSED = Integer.MIN_VALUE;
    private static final VarHandle STATE = handle("state");
    private static final VarHandle FROZEN = handle("frozen");
    private static final VarHandle EXPORTS = handle("exports");

    final Kind kind;
    final String origin;
    final long address;
    final long byteSize;
    final Device device;
    final Access access;
    final @Nullable Throwable trace;
    private @Nullable Runnable hook;
    private volatile int state;
    private volatile int frozen;
    private volatile int exports;
    /** Neighbours in the reaper's list of live blocks, guarded by it. */
    @Nullable
    Block previous;
    @Nullable
    Block next;

    Block(Storage storage, Kind kind, String origin, long address, long byteSize, Device device, Access access,
            Runnable hook) {
        super(storage, Reaper.QUEUE);
        this.kind = kind;
        this.origin = origin;
        this.address = address;
        this.byteSize = byteSize;
        this.device = device;
        this.access = access;
        this.hook = hook;
        this.trace = Ledger.TRACE ? new Throwable("made here") : null;
        Ledger.made(this);
        Reaper.add(this);
    }

    void acquire() {
        int seen = state;
        while (true) {
            if (seen < 0) {
                throw new ClosedException("access: the storage of these " + byteSize + " bytes (" + origin
                        + ") is closed; keep it open for as long as its arrays are used, or copy() what must outlive it");
            }
            if (seen == Integer.MAX_VALUE) {
                throw new ClosedException("access: more leases on one storage (" + origin + ") than can be counted");
            }
            int witness = (int) STATE.compareAndExchange(this, seen, seen + 1);
            if (witness == seen) {
                return;
            }
            seen = witness;
        }
    }

    void release() {
        int before = (int) STATE.getAndAdd(this, -1);
        if (before == CLOSED + 1) {
            free();
        } else if ((before & Integer.MAX_VALUE) == 0) {
            STATE.getAndAdd(this, 1);
            throw new IllegalStateException("release: no lease is out on this storage (" + origin
                    + "); each release() must follow its own acquire()");
        }
    }

    /** @return whether this call was the one that closed it */
    boolean close() {
        int before = (int) STATE.getAndBitwiseOr(this, CLOSED);
        if (before == 0) {
            free();
        }
        return before >= 0;
    }

    boolean isClosed() {
        return state < 0;
    }

    int frozen() {
        return frozen;
    }

    int exports() {
        return exports;
    }

    void exported(boolean freezes, int by) {
        EXPORTS.getAndAdd(this, by);
        if (freezes) {
            FROZEN.getAndAdd(this, by);
        }
    }

    private void free() {
        Runnable last = hook;
        hook = null;
        Reaper.remove(this);
        clear();
        try {
            if (last != null) {
                last.run();
            }
        } catch (Throwable failure) {
            // A hook may run on a neighbour's thread, under native frames: nothing may escape from here.
            System.getLogger("io.arrayport.core.memory").log(Level.ERROR,
                    "release of " + byteSize + " bytes (" + origin + ") failed", failure);
        } finally {
            Ledger.gone(this);
            ReleaseEvent.emit(origin, address, byteSize);
        }
    }

    private static VarHandle handle(String field) {
        try {
            return MethodHandles.lookup().findVarHandle(Block.class, field, int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }
}
