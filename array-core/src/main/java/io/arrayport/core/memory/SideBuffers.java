package io.arrayport.core.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.arrayport.core.dtype.StringHeap;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.ForeignDescriptorException;

/**
 * The bytes of long strings beside the elements of a storage, which owns them: own buffers, to which bytes are only
 * added, and neighbours', which are leased. All end with the storage's memory; nothing moves or shrinks before.
 *
 * <p>Thread-safe, for whoever holds the storage.
 */
public final class SideBuffers implements StringHeap {
    /** A buffer's bytes. */
    public record Buffer(long address, long bytes) {}

    /** What an element's place in a buffer counts to. */
    private static final int MOST = Integer.MAX_VALUE;
    private static final int FIRST = 256;
    private static final int LARGEST = 64 << 20;

    /** The buffers' bytes, by their numbers; replaced as a whole, so that a reader needs no lock. */
    private record Table(long[] addresses, long[] sizes) {
        Table with(long address, long size) {
            long[] longer = Arrays.copyOf(addresses, addresses.length + 1);
            long[] sized = Arrays.copyOf(sizes, sizes.length + 1);
            longer[addresses.length] = address;
            sized[sizes.length] = size;
            return new Table(longer, sized);
        }
    }

    private volatile Table table = new Table(new long[0], new long[0]);
    /** What gives the buffers back. */
    private final List<AutoCloseable> owners = new ArrayList<>();
    /** The buffer that is filled: its number, how far it is, and its size. */
    private int open;
    private long used;
    private long room;
    private boolean freed;

    SideBuffers() {}

    @Override
    public long address(int buffer, int offset, int length) {
        Table seen = table;
        if (buffer < 0 || buffer >= seen.sizes.length || offset < 0
                || (long) offset + length > seen.sizes[buffer]) {
            throw new ForeignDescriptorException("strings: an element names bytes " + offset + " to "
                    + ((long) offset + length) + " of side buffer " + buffer + ", "
                    + (buffer < 0 || buffer >= seen.sizes.length ? "of which there are " + seen.sizes.length
                            : "which has " + seen.sizes[buffer])
                    + "; another thread was writing it, or whoever made it was wrong");
        }
        return seen.addresses[buffer] + offset;
    }

    @Override
    public synchronized long reserve(int length) {
        if (length > room - used) {
            grow(Math.max(length, Math.min(LARGEST, Math.max(FIRST, 2 * room))));
        }
        long place = used;
        used += length;
        return place << Integer.SIZE | open;
    }

    @Override
    public synchronized void expect(long bytes) {
        if (bytes > room - used) {
            grow(Math.min(bytes, MOST));
        }
    }

    private void grow(long bytes) {
        if (freed) {
            throw new ArrayportException("strings: the storage of these elements is gone");
        }
        // Whoever has the elements has their bytes: no scope that happens to be open may close these
        Storage made = Scope.outside(() -> Storage.allocate(bytes));
        owners.add(made);
        open = table.addresses.length;
        used = 0;
        room = made.byteSize();
        table = table.with(made.address(), room);
    }

    /**
     * Adds a neighbour's buffer, which is read only; its storage is leased until this one's memory goes.
     *
     * @param offset first byte in the storage
     * @param bytes how many from there on
     * @return the number of the buffer
     * @throws ForeignDescriptorException if they are not all in the storage
     */
    public synchronized int adopt(Storage storage, long offset, long bytes) {
        if (offset < 0 || bytes < 0 || bytes > storage.byteSize() - offset) {
            throw new ForeignDescriptorException("strings: bytes " + offset + " to " + (offset + bytes)
                    + " are no side buffer in a storage of " + storage.byteSize());
        }
        if (freed) {
            throw new ArrayportException("strings: the storage of these elements is gone");
        }
        owners.add(storage.lease("strings"));
        table = table.with(storage.address() + offset, bytes);
        // What is reserved next goes to an own buffer
        room = 0;
        used = 0;
        return table.addresses.length - 1;
    }

    /** The buffers by their numbers; own ones with the room that is left in them. */
    public List<Buffer> buffers() {
        Table seen = table;
        List<Buffer> buffers = new ArrayList<>(seen.addresses.length);
        for (int i = 0; i < seen.addresses.length; i++) {
            buffers.add(new Buffer(seen.addresses[i], seen.sizes[i]));
        }
        return List.copyOf(buffers);
    }

    /** Gives all of them back; as the storage's memory goes. */
    synchronized void free() {
        freed = true;
        table = new Table(new long[0], new long[0]);
        for (AutoCloseable owner : owners) {
            try {
                owner.close();
            } catch (Exception impossible) {
                throw new AssertionError(impossible);
            }
        }
        owners.clear();
    }
}
