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
    /**
     * A buffer.
     *
     * @param storage all that may be read; lives as long as the storage that has the elements
     * @param bytes how many of them are strings
     */
    public record Buffer(Storage storage, long bytes) {}

    /** What an element's place in a buffer counts to. */
    private static final int MOST = Integer.MAX_VALUE;
    private static final int FIRST = 256;
    private static final int LARGEST = 64 << 20;

    /** The buffers' bytes, by their numbers; replaced as a whole, so that a reader needs no lock. */
    private record Table(long[] addresses, long[] sizes) {
        Table with(Storage storage) {
            long[] longer = Arrays.copyOf(addresses, addresses.length + 1);
            long[] sized = Arrays.copyOf(sizes, sizes.length + 1);
            longer[addresses.length] = storage.address();
            sized[sizes.length] = storage.byteSize();
            return new Table(longer, sized);
        }
    }

    private volatile Table table = new Table(new long[0], new long[0]);
    private final List<Buffer> buffers = new ArrayList<>();
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
        if (length < 0) {
            throw new IllegalArgumentException("strings: a string of " + length + " bytes");
        }
        if (length > room - used) {
            grow(length);
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
        requireThere();
        long more = Math.max(bytes, Math.min(LARGEST, Math.max(FIRST, 2 * room)));
        settle();
        // Whoever has the elements has their bytes: no scope that happens to be open may close these. Zeros, because
        // neighbours see all of a buffer
        Storage made = Scope.outside(() -> Storage.allocateZeroed(more));
        open = add(new Buffer(made, 0));
        room = more;
    }

    private void requireThere() {
        if (freed) {
            throw new ArrayportException("strings: the storage of these elements is gone");
        }
    }

    /** Notes how much of the open buffer there is, and closes it for writing. */
    private void settle() {
        if (room > 0) {
            buffers.set(open, new Buffer(buffers.get(open).storage, used));
        }
        used = 0;
        room = 0;
    }

    private int add(Buffer buffer) {
        buffers.add(buffer);
        table = table.with(buffer.storage);
        return buffers.size() - 1;
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
        requireThere();
        Lease lease = storage.lease("strings");
        boolean done = false;
        try {
            Storage part = Scope.outside(() -> Storage.foreign(storage.origin(),
                    bytes == 0 ? 0 : storage.address() + offset, bytes, storage.device(), Access.IMMUTABLE,
                    lease::close));
            settle();
            done = true;
            return add(new Buffer(part, bytes));
        } finally {
            if (!done) {
                lease.close();
            }
        }
    }

    /** The buffers by their numbers. */
    public synchronized List<Buffer> buffers() {
        List<Buffer> all = new ArrayList<>(buffers);
        if (room > 0) {
            all.set(open, new Buffer(buffers.get(open).storage, used));
        }
        return List.copyOf(all);
    }

    /** Gives all of them back; as the storage's memory goes. */
    synchronized void free() {
        freed = true;
        table = new Table(new long[0], new long[0]);
        buffers.forEach(buffer -> buffer.storage.close());
        buffers.clear();
        used = 0;
        room = 0;
    }
}
