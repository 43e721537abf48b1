package io.arrayport.core.memory;

import io.arrayport.core.error.MemoryBudgetException;

/**
 * Keeps blocks that were freed for the next ones of their {@link SizeClass}: the system would take their pages and
 * give others, each to be cleared at its first touch, which takes longer than computing what is written there. Before
 * anything new is taken from the system, what the collector has found comes back. What nobody has used for
 * {@value #PATIENCE} seconds goes back to the system.
 */
final class Pool implements Allocator, Kept {
    /** So many ticks of the reaper a block waits. */
    static final int PATIENCE = 10;

    private final Allocator under;
    private final FreeList[] lists = new FreeList[SizeClass.COUNT];
    private volatile int now;

    Pool(Allocator under) {
        this.under = under;
        for (int i = 0; i < lists.length; i++) {
            lists[i] = new FreeList();
        }
    }

    @Override
    public long capacity(long bytes) {
        long size = SizeClass.ceiling(Budget.checkedPadding(bytes));
        // Who asks for nearly all that is allowed gets it, though it is no size to be kept.
        return Budget.allows(size) ? size : Budget.checkedPadding(bytes);
    }

    @Override
    public long allocate(long bytes, boolean zeroed) {
        long again = reuse(bytes);
        if (again == 0) {
            again = Budget.reserve(bytes, this);
        }
        if (again == 0) {
            return fresh(bytes, zeroed);
        }
        if (zeroed) {
            under.clear(again, bytes);
        }
        return again;
    }

    @Override
    public boolean lendsSmall() {
        return true;
    }

    private long reuse(long bytes) {
        long again = take(bytes);
        if (again == 0 && Reaper.drainOurs()) {
            again = take(bytes);
        }
        if (again == 0 && Pressure.relieve()) {
            again = take(bytes);
        }
        return again;
    }

    private long fresh(long bytes, boolean zeroed) {
        long address = 0;
        try {
            long begin = System.nanoTime();
            address = attempt(bytes, zeroed);
            long taken = System.nanoTime();
            long touched = under.touch(address, bytes);
            Pressure.tookFresh(taken - begin + (System.nanoTime() - taken) * (bytes / touched));
            return address;
        } finally {
            if (address == 0) {
                Budget.release(bytes);
            }
        }
    }

    private long attempt(long bytes, boolean zeroed) {
        try {
            return under.allocate(bytes, zeroed);
        } catch (MemoryBudgetException full) {
            if (giveUp(Long.MAX_VALUE) + Home.giveUp(this) == 0) {
                throw full;
            }
            return under.allocate(bytes, zeroed);
        }
    }

    @Override
    public long take(long bytes) {
        if (!SizeClass.is(bytes)) {
            return 0;
        }
        long address = lists[SizeClass.index(bytes)].pop();
        if (address != 0) {
            Budget.taken(bytes);
        }
        return address;
    }

    @Override
    public void free(long address, long bytes) {
        if (SizeClass.is(bytes)) {
            // Counted first: whoever takes it at once takes it off again.
            Budget.kept(bytes);
            lists[SizeClass.index(bytes)].push(address, now);
        } else {
            under.free(address, bytes);
            Budget.release(bytes);
        }
    }

    /** The next larger first, of which one is enough; then the largest of those below. */
    @Override
    public long giveUp(long bytes) {
        int start = bytes <= SizeClass.SMALL ? 0 : Math.min(SizeClass.index(bytes), lists.length);
        long given = 0;
        for (int i = start; i < lists.length && given < bytes; i++) {
            given += giveUp(i, bytes - given);
        }
        for (int i = start - 1; i >= 0 && given < bytes; i--) {
            given += giveUp(i, bytes - given);
        }
        return given;
    }

    private long giveUp(int index, long enough) {
        long size = SizeClass.at(index);
        long given = 0;
        while (given < enough) {
            long address = lists[index].pop();
            if (address == 0) {
                break;
            }
            giveBack(address, size);
            given += size;
        }
        return given;
    }

    private void giveBack(long address, long size) {
        under.free(address, size);
        Budget.givenBack(size);
    }

    @Override
    public long trim() {
        long given = giveUp(Long.MAX_VALUE) + Home.giveUp(this);
        return given + under.trim();
    }

    @Override
    public void tick() {
        int moment = now + 1;
        now = moment;
        if (Budget.pooled() == 0) {
            return;
        }
        boolean[] any = new boolean[1];
        for (int i = 0; i < lists.length; i++) {
            long size = SizeClass.at(i);
            lists[i].drop(moment - PATIENCE, address -> {
                giveBack(address, size);
                any[0] = true;
            });
        }
        if (any[0]) {
            under.trim();
        }
    }
}
