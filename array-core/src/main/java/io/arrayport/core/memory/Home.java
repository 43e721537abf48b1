package io.arrayport.core.memory;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where the blocks are that a thread has made: it keeps them reachable, so that the collector tells when their
 * storages are gone, and keeps small memory that was freed for the next ones of its size. Two calls into C, locks, and
 * counters that all threads share cost more than adding ten numbers; so most of it is done by the thread that owns the
 * home, which needs none of them.
 *
 * <p>A home is owned by one platform thread until that ends; another one takes it over then. Threads that find theirs
 * taken, and virtual ones, live in homes that they share, under a lock. Other threads than the owner do one thing
 * there: they clear the place of a block that is gone.
 */
final class Home {
    private static final int OWNED = 32;
    private static final int SHARED = 8;
    private static final int SIZES = (int) (SizeClass.SMALL / Memory.ALIGNMENT);
    /** Of each size: 5 MB in all homes. */
    private static final int DEPTH = 14;
    /** Places for blocks that are made at once. */
    private static final int CHUNK = 1 << 8;
    /** Beyond so many places, they are given up when none is taken. */
    private static final int MANY = 1 << 14;
    private static final Home[] ALL = new Home[OWNED + SHARED];

    static {
        for (int i = ALL.length - 1; i >= 0; i--) {
            ALL[i] = new Home(i < OWNED ? ALL[OWNED + i % SHARED] : null);
        }
    }

    /** Where memory goes that others than the owner free, and where he finds it; null in a shared one. */
    private final @Nullable Home spare;
    /** The owner's id, which no other thread ever has: whoever reads his own there has written it. */
    private long owner;
    private @Nullable WeakReference<Thread> thread;

    private long[] addresses = {};
    private final int[] counts = new int[SIZES];
    /** Bytes of small memory that waits, which counts as held. */
    private long waiting;
    /** Whether the owner is asked to give it up. */
    private volatile boolean wanted;

    /** The places of blocks: chunks stay where they are, as any thread may clear a place. */
    private volatile @Nullable Block[][] chunks = {};
    /** Places that nobody has, of those that the owner knows of. */
    private int[] vacant = {};
    private int vacancies;

    /** Room for a number beside arrays, in which only the owner computes; and whether it is lent. */
    private @Nullable Storage room;
    private boolean lent;

    private Home(@Nullable Home spare) {
        this.spare = spare;
    }

    /** That of the calling thread. */
    static Home mine() {
        long id = Thread.currentThread().threadId();
        Home home = ALL[(int) id & OWNED - 1];
        return home.owner == id || home.claim(Thread.currentThread()) ? home : ALL[OWNED + ((int) id & SHARED - 1)];
    }

    /** Whether the calling thread owns it. */
    boolean isMine() {
        return owner == Thread.currentThread().threadId();
    }

    /** Whether no thread ever owns it. */
    boolean isShared() {
        return spare == null;
    }

    /** Lends its room, which comes back by {@link Storage#close}; null if there is none left, or no owner. */
    @Nullable
    Storage lend() {
        if (lent || spare == null) {
            return null;
        }
        Storage lending = room;
        if (lending == null) {
            lending = Storage.room(this);
            room = lending;
        }
        lent = true;
        return lending;
    }

    void takeBack() {
        lent = false;
    }

    private boolean claim(Thread caller) {
        if (caller.isVirtual() || isTaken()) {
            return false;
        }
        synchronized (this) {
            if (isTaken()) {
                return false;
            }
            thread = new WeakReference<>(caller); // may fail, and then nobody owns it
            owner = caller.threadId();
            return true;
        }
    }

    private boolean isTaken() {
        WeakReference<Thread> seen = thread;
        Thread before = seen == null ? null : seen.get();
        return before != null && before.isAlive();
    }

    /**
     * Takes a block in, of the calling thread's home.
     *
     * @param capacity of small memory that it may be given; 0 if none
     * @return the memory's address, or 0
     */
    long open(Block block, long capacity) {
        Home other = spare;
        if (other == null) {
            synchronized (this) {
                settle(block);
                return take(capacity);
            }
        }
        settle(block);
        long address = take(capacity);
        return address == 0 && other.waiting > 0 ? other.hand(capacity) : address;
    }

    private synchronized long hand(long capacity) {
        return take(capacity);
    }

    /**
     * Lets a block go.
     *
     * @param capacity of its small memory, which may stay; 0 if none
     * @return whether that stays
     */
    boolean close(Block block, long capacity) {
        Home other = spare;
        if (other == null) {
            synchronized (this) {
                leave(block);
                return keep(block.address, capacity);
            }
        }
        if (isMine()) {
            leave(block);
            if (wanted) {
                wanted = false;
                empty(Allocator.current());
            }
            return keep(block.address, capacity);
        }
        block.chunk[block.place % CHUNK] = null;
        return size(capacity) >= 0 && other.receive(block.address, capacity);
    }

    private synchronized boolean receive(long address, long capacity) {
        return keep(address, capacity);
    }

    private void settle(Block block) {
        if (vacancies == 0) {
            findVacant();
        }
        int place = vacant[--vacancies];
        @Nullable
        Block[] chunk = chunks[place / CHUNK];
        block.chunk = chunk;
        block.place = place;
        chunk[place % CHUNK] = block;
    }

    private void leave(Block block) {
        block.chunk[block.place % CHUNK] = null;
        vacant[vacancies++] = block.place;
        if (vacancies == vacant.length && vacancies > MANY) {
            chunks = new Block[0][];
            vacant = new int[0];
            vacancies = 0;
        }
    }

    /** Others have cleared places, or there have to be more: as many again, so that looking costs little. */
    private void findVacant() {
        @Nullable
        Block[][] all = chunks;
        for (int place = all.length * CHUNK - 1; place >= 0; place--) {
            if (all[place / CHUNK][place % CHUNK] == null) {
                vacant[vacancies++] = place;
            }
        }
        if (vacancies <= vacant.length / 4) {
            @Nullable
            Block[][] more = Arrays.copyOf(all, Math.max(1, 2 * all.length));
            for (int i = all.length; i < more.length; i++) {
                more[i] = new Block[CHUNK];
            }
            vacant = Arrays.copyOf(vacant, more.length * CHUNK);
            chunks = more; // from here on nothing can fail
            for (int i = more.length - 1; i >= all.length; i--) {
                for (int place = CHUNK - 1; place >= 0; place--) {
                    vacant[vacancies++] = i * CHUNK + place;
                }
            }
        }
    }

    private static int size(long capacity) {
        return capacity > SizeClass.SMALL ? -1 : (int) (capacity / Memory.ALIGNMENT) - 1;
    }

    private long take(long capacity) {
        int size = size(capacity);
        if (size < 0 || counts[size] == 0) {
            return 0;
        }
        waiting -= capacity;
        return addresses[size * DEPTH + --counts[size]];
    }

    private boolean keep(long address, long capacity) {
        int size = size(capacity);
        if (size < 0 || counts[size] == DEPTH) {
            return false;
        }
        if (addresses.length == 0) {
            addresses = new long[SIZES * DEPTH];
        }
        waiting += capacity;
        addresses[size * DEPTH + counts[size]++] = address;
        return true;
    }

    /** Bytes of small memory that waits. */
    static long waiting() {
        long waiting = 0;
        for (Home home : ALL) {
            waiting += home.waiting;
        }
        return waiting;
    }

    /** All live blocks. */
    static List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (Home home : ALL) {
            for (@Nullable
            Block[] chunk : home.chunks) {
                for (Block block : chunk) {
                    if (block != null) {
                        blocks.add(block);
                    }
                }
            }
        }
        return blocks;
    }

    /**
     * Gives small memory that waits to {@code allocator}; other threads are asked to do so when they next free some.
     *
     * @return how many bytes were given
     */
    static long giveUp(Allocator allocator) {
        long given = 0;
        for (Home home : ALL) {
            given += home.isMine() ? home.empty(allocator) : home.giveUpUnlessTaken(allocator);
        }
        return given;
    }

    private synchronized long giveUpUnlessTaken(Allocator allocator) {
        if (isTaken()) {
            wanted = waiting > 0;
            return 0;
        }
        return empty(allocator);
    }

    private long empty(Allocator allocator) {
        long given = waiting;
        for (int size = 0; size < SIZES; size++) {
            while (counts[size] > 0) {
                allocator.free(addresses[size * DEPTH + --counts[size]], (size + 1) * Memory.ALIGNMENT);
            }
        }
        waiting = 0;
        return given;
    }
}
