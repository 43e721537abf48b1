package io.arrayport.core.memory;

import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.PhantomReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.arrayport.core.error.ClosedException;
import org.jspecify.annotations.Nullable;

/**
 * The state behind a {@link Storage} that must outlive it: the collector finds the storage unreachable and this closes
 * the block.
 *
 * <p>One number holds it all: its sign says closed, bit 62 that a {@link Condition} is open, bit 61 that something is
 * {@link Derived} from the bytes, bit 20 that they were freed, 20 bits each count the exports, the operations that read
 * only, and others. The transition to "closed, nobody, freed" happens once, and that is when the hook runs. Exports are
 * counted apart, so that an operation which gives back more than it took is refused before it can take an export's hold
 * away.
 *
 * <p>The thread that owns the block's home counts its operations in a number of its own, {@link #own}, to which nobody
 * else writes: one fence instead of two exchanges, and one for all operands of an operation. It writes that number,
 * then looks whether the block is closed; who closes it marks it closed, then looks at the number. So one of the two
 * sees the other. Where the owner leaves while another thread closes, neither may: then the reaper looks again.
 */
final class Block extends PhantomReference<Storage> {
    /** What the ledger counts it as. */
    enum Kind {
        NATIVE, IMPORT,
        /** Nothing: a home's own. */
        ROOM
    }

    /** One hold of an operation. */
    static final long OPERATION = 1;
    /** One hold of an operation that reads only. */
    static final long READING = 1L << 21;
    /** One hold of an export. */
    static final long EXPORT = 1L << 41;

    /** Bytes of a home's room. */
    static final long ROOM = Memory.ALIGNMENT;

    private static final long CLOSED = Long.MIN_VALUE;
    private static final long CONDITIONAL = 1L << 62;
    private static final long BARRED = CLOSED | CONDITIONAL;
    private static final long DERIVED = 1L << 61;
    private static final long FREED = 1L << 20;
    private static final long OPERATIONS = FREED - 1;
    private static final long READINGS = EXPORT - READING;
    private static final long EXPORTS = DERIVED - EXPORT;
    /** What says nothing of who holds the bytes. */
    private static final long MARKS = CONDITIONAL | DERIVED;
    private static final VarHandle STATE = handle("state", long.class);
    private static final VarHandle OWN = handle("own", long.class);
    private static final @Nullable Block[] NOWHERE = {};
    private static final VarHandle FREEZERS = handle("freezers", List.class);
    private static final VarHandle SIDES = handle("sides", SideBuffers.class);

    final Kind kind;
    final String origin;
    final long byteSize;
    private final Home home;
    /** What its allocator gave, if it is ours. */
    private final long capacity;
    /** Set once, before anybody else sees the storage. */
    long address;
    final Device device;
    final Access access;
    final @Nullable Throwable trace;
    private @Nullable Runnable hook;
    private @Nullable Condition condition;
    /** Bytes of long strings, if elements have any. */
    private volatile @Nullable SideBuffers sides;
    /** What was made of the bytes as they are. */
    private volatile @Nullable Derived derived;
    private volatile long state;
    /** Holds of the home's owner, counted as in the state; only he writes them. */
    private long own;
    /** Who freezes it, a name for each lease: replaced as a whole. Null until then, as a first write takes a fence. */
    private volatile @Nullable List<String> freezers;
    /** Its place at home. */
    @Nullable
    Block[] chunk = NOWHERE;
    int place;

    private Block(Storage storage, Kind kind, Home home, String origin, long byteSize, Device device, Access access,
            long capacity) {
        super(storage, Reaper.queue(kind));
        this.home = home;
        this.kind = kind;
        this.origin = origin;
        this.byteSize = byteSize;
        this.device = device;
        this.access = access;
        this.capacity = capacity;
        this.trace = Ledger.TRACE ? new Throwable("made here") : null;
    }

    /** Foreign memory, which {@code hook} gives back. */
    static Block of(Storage storage, String origin, long address, long byteSize, Device device, Access access,
            Runnable hook) {
        Block block = new Block(storage, Kind.IMPORT, Home.mine(), origin, byteSize, device, access, 0);
        block.address = address;
        block.hook = hook;
        Ledger.imported();
        block.home.open(block, 0);
        return block;
    }

    /** Fresh memory. */
    static Block allocate(Storage storage, String origin, long byteSize, boolean zeroed) {
        Allocator allocator = Allocator.current();
        long capacity = allocator.capacity(byteSize);
        Block block = new Block(storage, Kind.NATIVE, Home.mine(), origin, byteSize, Device.CPU, Access.WRITEABLE,
                capacity);
        long address = block.home.open(block, allocator.lendsSmall() ? capacity : 0);
        if (address == 0) {
            try {
                address = allocator.allocate(capacity, zeroed);
            } finally {
                if (address == 0) {
                    block.unmade();
                }
            }
        } else if (zeroed) {
            allocator.clear(address, capacity);
        }
        block.address = address;
        if (Recorder.isOn()) {
            new AllocateEvent().emit(block.origin, address, byteSize);
        }
        return block;
    }

    /** What a home lends, and never frees. */
    static Block room(Storage storage, Home home) {
        Block block = new Block(storage, Kind.ROOM, home, "native", ROOM, Device.CPU, Access.WRITEABLE, 0);
        block.address = Arena.global().allocate(ROOM, Memory.ALIGNMENT).address();
        return block;
    }

    /** There was no memory for it. */
    private void unmade() {
        home.close(this, 0);
        clear();
    }

    /**
     * Before anybody gets a hold by which he may write, what was derived from the bytes is dropped.
     *
     * @param hold {@link #OPERATION}, {@link #READING} or {@link #EXPORT}
     */
    void acquire(long hold) {
        if (hold == EXPORT || !home.isMine()) {
            count(hold);
            return;
        }
        enter(hold);
        VarHandle.fullFence();
        confirm(hold);
    }

    /** As {@link #acquire(long)} of both, or of none, with one fence for both. */
    static void acquire(Block a, Block b, long hold) {
        boolean both = a.home.isMine() && b.home.isMine();
        if (both) {
            b.requireCountable(a.equals(b) ? b.own + hold : b.own, hold); // before there is a hold on a
            a.enter(hold);
            b.enter(hold);
            VarHandle.fullFence();
        }
        int done = 0;
        try {
            a.confirm(hold, both);
            done++;
            b.confirm(hold, both);
            done++;
        } finally {
            if (done == 0 && both) {
                b.leave(hold);
            } else if (done == 1) {
                a.release(hold);
            }
        }
    }

    private void confirm(long hold, boolean entered) {
        if (entered) {
            confirm(hold);
        } else {
            acquire(hold);
        }
    }

    /** The owner's: not a hold yet. */
    private void enter(long hold) {
        long seen = own;
        requireCountable(seen, hold);
        OWN.setOpaque(this, seen + hold);
    }

    /** Makes it a hold, a fence after {@link #enter}; or takes it back. */
    private void confirm(long hold) {
        if ((state & bars(hold)) != 0) {
            leave(hold);
            count(hold);
        }
    }

    private void leave(long hold) {
        long left = own - hold;
        OWN.setRelease(this, left);
        if (left == 0 && state < 0) {
            freeUnlessHeld();
        }
    }

    private static long bars(long hold) {
        return hold == READING ? BARRED : BARRED | DERIVED;
    }

    private void count(long hold) {
        long bars = bars(hold);
        while (!take(hold, bars)) {
            if ((state & bars & DERIVED) != 0) {
                forget();
            } else {
                settle();
            }
        }
    }

    /** What is derived from the bytes as they are, for who holds them; null if nothing is. */
    @Nullable
    Derived derived() {
        return derived;
    }

    /** Takes what is derived, if nothing is and who holds the bytes only reads them; says whether it did. */
    boolean derive(Derived made) {
        synchronized (this) {
            long seen = state;
            if (kind != Kind.NATIVE || (seen & ~READINGS) != 0 || !STATE.compareAndSet(this, seen, seen | DERIVED)) {
                return false;
            }
            if (((long) OWN.getVolatile(this) & OPERATIONS) != 0) {
                STATE.getAndBitwiseAnd(this, ~DERIVED);
                return false;
            }
            derived = made;
        }
        Derivations.add(this);
        return true;
    }

    /** Drops what is derived; says whether there was anything. */
    boolean forget() {
        Derived old;
        synchronized (this) {
            old = derived;
            derived = null;
            STATE.getAndBitwiseAnd(this, ~DERIVED);
        }
        if (old != null) {
            Derivations.remove(this);
            old.drop();
        }
        return old != null;
    }

    /** Returns false if a condition bars it. */
    private boolean take(long hold, long bars) {
        long seen = state;
        while (true) {
            if ((seen & bars) != 0) {
                if (seen >= 0) {
                    return false;
                }
                throw new ClosedException("access: the storage of these " + byteSize + " bytes (" + origin
                        + ") is closed; keep it open while its arrays are used, or copy() what must outlive it");
            }
            requireCountable(seen, hold);
            long witness = (long) STATE.compareAndExchange(this, seen, seen + hold);
            if (witness == seen) {
                return true;
            }
            seen = witness;
        }
    }

    private void requireCountable(long seen, long hold) {
        long mask = mask(hold);
        if ((seen & mask) == mask) {
            throw new IllegalStateException(
                    "access: more leases on one storage (" + origin + ") than can be counted; give some back");
        }
    }

    private static long mask(long hold) {
        return hold == OPERATION ? OPERATIONS : hold == READING ? READINGS : EXPORTS;
    }

    /** Before anybody else has seen the storage. */
    synchronized void require(Condition required) {
        Condition before = condition;
        condition = before == null ? required : before;
        boolean barred = before == null && STATE.compareAndSet(this, 0L, CONDITIONAL);
        if (!barred || (long) OWN.getVolatile(this) != 0) {
            condition = before;
            if (barred) {
                STATE.getAndBitwiseAnd(this, ~CONDITIONAL);
            }
            throw new IllegalStateException(
                    "condition: the storage of " + origin + " has one, is used already, or closed");
        }
    }

    /** Looks at the condition, one thread at a time; others wait, and find it settled or look themselves. */
    private synchronized void settle() {
        Condition open = condition;
        if (open == null || (state & CONDITIONAL) == 0) {
            return;
        }
        take(OPERATION, CLOSED);
        try {
            open.check();
            STATE.getAndBitwiseAnd(this, ~CONDITIONAL);
        } finally {
            release(OPERATION);
        }
        condition = null;
        open.close();
    }

    /** @param hold what was acquired */
    void release(long hold) {
        if (home.isMine() && (own & mask(hold)) != 0) {
            leave(hold);
        } else {
            giveBack(hold);
        }
    }

    private void giveBack(long hold) {
        long mask = mask(hold);
        long seen = state;
        while (true) {
            // Checked before the count changes: one that wrapped for a moment could swallow a close on its way.
            if ((seen & mask) == 0) {
                throw new IllegalStateException("release: no lease is out on this storage (" + origin
                        + "); each release() must follow its own acquire()");
            }
            long witness = (long) STATE.compareAndExchange(this, seen, seen - hold);
            if (witness == seen) {
                if (((seen - hold) & ~MARKS) == CLOSED) {
                    freeUnlessHeld();
                }
                return;
            }
            seen = witness;
        }
    }

    /** @return whether this call was the one that closed it */
    boolean close() {
        if (kind == Kind.ROOM) {
            home.takeBack();
            return false;
        }
        // Only the owner knows of himself; others look once it is closed
        boolean unowned = home.isShared() || home.isMine() && own == 0;
        long seen = state;
        while (seen >= 0) {
            boolean last = unowned && (seen & ~MARKS) == 0;
            long witness = (long) STATE.compareAndExchange(this, seen, seen | (last ? CLOSED | FREED : CLOSED));
            if (witness == seen) {
                if (last) {
                    free();
                } else {
                    freeUnlessHeld();
                }
                return true;
            }
            seen = witness;
        }
        return false;
    }

    /** Of a closed one. */
    void freeUnlessHeld() {
        if ((long) OWN.getVolatile(this) != 0) {
            if (!home.isMine()) {
                Reaper.lookAgain(this);
            }
            return;
        }
        long seen = state;
        while ((seen & ~MARKS) == CLOSED) {
            long witness = (long) STATE.compareAndExchange(this, seen, seen | FREED);
            if (witness == seen) {
                free();
                return;
            }
            seen = witness;
        }
    }

    boolean isClosed() {
        return state < 0;
    }

    List<String> freezers() {
        List<String> seen = freezers;
        return seen == null ? List.of() : seen;
    }

    int exports() {
        return (int) ((state & EXPORTS) / EXPORT);
    }

    void freeze(String holder) {
        change(holders -> holders.add(holder));
    }

    /** Leases of one name are as good as each other: any of them goes. */
    void thaw(String holder) {
        change(holders -> holders.remove(holder));
    }

    private void change(Consumer<List<String>> by) {
        List<String> seen;
        List<String> changed;
        do {
            seen = freezers;
            changed = seen == null ? new ArrayList<>() : new ArrayList<>(seen);
            by.accept(changed);
        } while (!FREEZERS.compareAndSet(this, seen, List.copyOf(changed)));
    }

    /** The bytes of long strings beside these, made when they are asked for. */
    SideBuffers sides() {
        SideBuffers seen = sides;
        if (seen == null) {
            SideBuffers made = new SideBuffers();
            SideBuffers first = (SideBuffers) SIDES.compareAndExchange(this, null, made);
            seen = first == null ? made : first;
        }
        return seen;
    }

    private void free() {
        if ((state & DERIVED) != 0) {
            forget();
        }
        // Which makes the hook visible however the storage reached this thread.
        Allocator allocator = Allocator.current();
        boolean ours = kind == Kind.NATIVE;
        boolean stays = home.close(this, ours && allocator.lendsSmall() ? capacity : 0);
        clear();
        if (!ours || condition != null) {
            runHook();
        }
        if (!ours) {
            Ledger.givenBack();
        } else if (!stays) {
            allocator.free(address, capacity);
        }
        SideBuffers beside = sides;
        if (beside != null) {
            beside.free();
        }
        if (Recorder.isOn()) {
            new ReleaseEvent().emit(origin, address, byteSize);
        }
    }

    private void runHook() {
        Runnable last = hook;
        Condition open = condition;
        hook = null;
        try (open) {
            if (last != null) {
                last.run();
            }
        } catch (Throwable failure) {
            report(failure);
        }
    }

    /** A hook may run on a neighbour's thread, under native frames: nothing may escape, a broken logger included. */
    private void report(Throwable failure) {
        try {
            System.getLogger("io.arrayport.core.memory").log(Level.ERROR,
                    "release of " + byteSize + " bytes (" + origin + ") failed", failure);
        } catch (Throwable unheard) {
            System.err.println("arrayport: release of " + byteSize + " bytes (" + origin + ") failed");
        }
    }

    private static VarHandle handle(String field, Class<?> type) {
        try {
            return MethodHandles.lookup().findVarHandle(Block.class, field, type);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }
}
