package io.arrayport.core.memory;

import java.lang.ref.Reference;
import java.util.List;
import java.util.Objects;

import io.arrayport.core.error.DeviceException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.ShapeException;
import org.jspecify.annotations.Nullable;

/**
 * The one owner of a range of bytes: what we allocated, or foreign memory together with the hook that gives it back.
 *
 * <p><b>Life.</b> {@link #close()} ends Java's access through every array over it at once and never blocks. Leases
 * (a running operation, an export to a neighbour) only defer the physical release to the last of them. Whoever drops
 * all arrays without closing leaves the release to the collector.
 *
 * <p>Thread-safe. The release hook runs exactly once: on the thread that gives the last lease back, or, if that one
 * could not see that it was the last, on a thread of ours some seconds later. What is acquired is released on the same
 * thread; a {@link Lease} may be closed on any.
 */
@SuppressWarnings("ReachabilityFenceUsage") // a call that threw has done nothing the collector could undo
public final class Storage implements Stored, AutoCloseable {
    private final Block block;
    private final long address;

    /** Fresh memory. */
    private Storage(String origin, long bytes, boolean zeroed) {
        block = Block.allocate(this, origin, bytes, zeroed);
        address = block.address;
        Scope.adopt(block);
    }

    private Storage(Home home) {
        block = Block.room(this, home);
        address = block.address;
    }

    /** Foreign memory. */
    private Storage(String origin, long address, long byteSize, Device device, Access access, Runnable release) {
        this.address = address;
        this.block = Block.of(this, origin, address, byteSize, device, access, release);
        Scope.adopt(block);
    }

    /**
     * Fresh native memory, uninitialised, 64-byte aligned and padded to 64 bytes.
     *
     * @param bytes at least 0
     * @throws io.arrayport.core.error.MemoryBudgetException if there is no room, after the collector was asked to help
     */
    public static Storage allocate(long bytes) {
        return allocate("native", bytes, false);
    }

    /**
     * Memory for what can be made again, {@link Derived} from others: no scope closes it, and nobody has to make room.
     *
     * @param origin what it is, for people
     * @return null if less than half of the budget would be left
     */
    public static @Nullable Storage allocateSpare(String origin, long bytes) {
        return Budget.isHalved(bytes) ? null : Scope.outside(() -> allocate(origin, bytes, false));
    }

    /**
     * Memory for a number beside arrays, which the calling thread closes before it gives control away: one operation is
     * all that ever sees it.
     */
    public static Storage lend(long bytes) {
        Storage lent = bytes <= Block.ROOM ? Home.mine().lend() : null;
        return lent == null ? allocate(bytes) : lent;
    }

    static Storage room(Home home) {
        return new Storage(home);
    }

    /** As {@link #allocate(long)}, filled with zeros; large blocks come from the system already zero, untouched. */
    public static Storage allocateZeroed(long bytes) {
        return allocate("native", bytes, true);
    }

    private static Storage allocate(String origin, long bytes, boolean zeroed) {
        if (bytes < 0) {
            throw new ShapeException("allocate: a storage of " + bytes + " bytes; at least 0 are needed");
        }
        return new Storage(origin, bytes, zeroed);
    }

    /**
     * Foreign memory, imported without moving a byte. The caller gives up ownership: {@code release} is called exactly
     * once, also when nobody closes; what it throws is logged and goes no further. Where this method throws, nothing
     * was taken over and {@code release} is not called.
     *
     * @param origin who owns the bytes, for messages: {@code "arrow"}, {@code "torch"}, a file name
     * @param address first byte; any alignment; may be 0 only if {@code byteSize} is 0
     * @param byteSize bytes that may be touched
     * @param release gives the memory back to its owner, on whichever thread lets go last, or one of ours; must not
     *        block for long and must not refer to an array over this storage, which would keep it reachable for ever
     * @throws ForeignDescriptorException if the bytes are not a range of addresses
     */
    public static Storage foreign(String origin, long address, long byteSize, Device device, Access access,
            Runnable release) {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(release, "release");
        if (byteSize < 0 || address < 0 || address == 0 && byteSize > 0 || address + byteSize < 0) {
            throw new ForeignDescriptorException("foreign: " + byteSize + " bytes at address 0x"
                    + Long.toHexString(address) + " from " + origin + " are not a range of memory");
        }
        if (Recorder.isOn()) {
            new ImportEvent().emit(origin, address, byteSize);
        }
        return new Storage(origin, address, byteSize, device, access, release);
    }

    /**
     * Nobody gets at the bytes before {@code condition} holds: the first {@link #acquire()}, {@link #lease} or
     * {@link #freeze} looks, and throws what it throws. For imports that would have to look at all they take, which
     * would cost time that grows with it. Takes the condition; closes it.
     *
     * @throws IllegalStateException if the storage has one, was used already, or is closed: nothing was taken
     */
    public Storage require(Condition condition) {
        block.require(Objects.requireNonNull(condition, "condition"));
        Reference.reachabilityFence(this);
        return this;
    }

    /** The storage itself. */
    @Override
    public Storage storage() {
        return this;
    }

    /** Address of the first byte: only to be followed under a lease. */
    public long address() {
        return address;
    }

    /** Bytes that may be touched; padding is not counted. */
    public long byteSize() {
        return block.byteSize;
    }

    /** Where the bytes lie. */
    public Device device() {
        return block.device;
    }

    /** What may be written, as long as nothing freezes it. */
    public Access access() {
        return block.access;
    }

    /** Whether writing is allowed now: {@link Access#WRITEABLE} and not frozen by a lease. */
    public boolean isWriteable() {
        return block.access == Access.WRITEABLE && block.freezers().isEmpty();
    }

    /** The holders of leases by which it is {@linkplain #freeze frozen} now; for messages. */
    public List<String> freezers() {
        return block.freezers();
    }

    /** Who owns the bytes, for messages. */
    public String origin() {
        return block.origin;
    }

    /** The bytes of long strings beside these: part of this storage, from its first look on until it is freed. */
    public SideBuffers sideBuffers() {
        return block.sides();
    }

    /** Whether {@link #close()} was called; exports may still keep the bytes. */
    public boolean isClosed() {
        return block.isClosed();
    }

    /** Long-lived leases that are out: exports to neighbours. */
    public int exports() {
        return block.exports();
    }

    /**
     * Holds the bytes for one operation. Pair with {@link #release()} in a {@code finally}, on the same thread.
     *
     * @throws io.arrayport.core.error.ClosedException after {@link #close()}
     */
    public void acquire() {
        block.acquire(Block.OPERATION);
        Reference.reachabilityFence(this);
    }

    /**
     * As {@link #acquire()}, for an operation that reads only: what is {@link #derived} from the bytes stays. Pair with
     * {@link #releaseReading()}.
     */
    public void acquireReading() {
        block.acquire(Block.READING);
        Reference.reachabilityFence(this);
    }

    /** Gives back one {@link #acquireReading()}. */
    public void releaseReading() {
        block.release(Block.READING);
        Reference.reachabilityFence(this);
    }

    /**
     * As {@link #acquireReading()} of each, for less: both, or none. Pair with
     * {@link #releaseReading(Storage, Storage)}.
     */
    public static void acquireReading(Storage a, Storage b) {
        Block.acquire(a.block, b.block, Block.READING);
        Reference.reachabilityFence(a);
        Reference.reachabilityFence(b);
    }

    /** Gives back one {@link #acquireReading(Storage, Storage)}. */
    public static void releaseReading(Storage a, Storage b) {
        a.releaseReading();
        b.releaseReading();
    }

    /** As {@link #acquire()} of each, for less: both, or none. Pair with a {@link #release()} of each. */
    public static void acquire(Storage a, Storage b) {
        Block.acquire(a.block, b.block, Block.OPERATION);
        Reference.reachabilityFence(a);
        Reference.reachabilityFence(b);
    }

    /** What was made of the bytes as they are; null if nothing was. Only under {@link #acquireReading}. */
    public @Nullable Derived derived() {
        return block.derived();
    }

    /**
     * Takes something made, or to be made, of the bytes. It is dropped before anybody else acquires these otherwise
     * than for reading, takes a lease, or the bytes are freed; also where memory is short.
     *
     * <p>Refused, and nothing is taken, if there are other holds on the bytes than {@link #acquireReading}, the
     * caller's among them: who has such may be writing. So is what lies in a neighbour's memory, who may write without
     * asking.
     *
     * @return whether it was taken
     */
    public boolean derive(Derived made) {
        boolean taken = block.derive(made);
        Reference.reachabilityFence(this);
        return taken;
    }

    /**
     * As {@link #acquire()}, for an operation in which this processor itself follows the address.
     *
     * @throws DeviceException if the bytes lie on a device
     */
    public void acquireOnHost() {
        if (!block.device.type().isHost()) {
            throw new DeviceException("access: these " + byteSize() + " bytes (" + origin() + ") lie on " + device()
                    + ", where the processor cannot follow; copy them to the host first");
        }
        acquire();
    }

    /**
     * Gives back one {@link #acquire()}, and only one's own: giving back what another operation holds frees the bytes
     * under its hands, which is as wrong as a wild address.
     *
     * @throws IllegalStateException if no operation holds the bytes
     */
    public void release() {
        block.release(Block.OPERATION);
        Reference.reachabilityFence(this);
    }

    /**
     * Holds the bytes for a neighbour until the lease is closed, {@link #close()} or not.
     *
     * @param holder who, for messages and leak reports
     * @throws io.arrayport.core.error.ClosedException after {@link #close()}
     */
    public Lease lease(String holder) {
        Lease lease = Lease.take(block, holder, false);
        // Without it the collector may close a storage whose last use is this very call.
        Reference.reachabilityFence(this);
        return lease;
    }

    /** As {@link #lease}, and until it is closed nothing may be written through this storage. */
    public Lease freeze(String holder) {
        Lease lease = Lease.take(block, holder, true);
        Reference.reachabilityFence(this);
        return lease;
    }

    /** Ends Java's access through every array over these bytes. Never blocks; calling it again does nothing. */
    @Override
    public void close() {
        block.close();
        Reference.reachabilityFence(this);
    }

    @Override
    public String toString() {
        return "Storage[" + byteSize() + " bytes at 0x" + Long.toHexString(address) + ", " + origin() + ", " + device()
                + ", " + access() + (isClosed() ? ", closed" : "") + "]";
    }

    Block block() {
        return block;
    }
}
