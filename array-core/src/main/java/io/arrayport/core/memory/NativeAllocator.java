package io.arrayport.core.memory;

import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Objects;
import java.util.Optional;

import io.arrayport.core.error.MemoryBudgetException;

/**
 * C's {@code malloc} and {@code calloc}, over-allocated so that every platform can align; the pointer to free stands in
 * the 8 bytes before the block. An arena per block would cost 15 us where this costs 13 ns. Large blocks are
 * {@link HugePages} where there are any.
 */
final class NativeAllocator implements Allocator {
    /**
     * From here on a block is made zero by giving its pages back: as many as are touched come anew. Below, clearing
     * costs less than that, if it is touched at all; C's {@code calloc} draws the line here too.
     */
    private static final long LAZY = 32L << 20;
    private static final boolean PAGES = HugePages.areThere();
    /**
     * Where blocks of a page and more begin. A processor tells a store from a later load by their places within a page:
     * where a result lies 64 to 448 bytes behind an input there, as by {@code malloc} one after the other do, each load
     * seems to read what was just stored (measured on a Zen 4: sums take 1.3 to 3.5 times as long). At the same place
     * what is stored was loaded before.
     */
    private static final long APART = 512;
    private static final long PAGE = 4096;
    /** What is touched of smaller blocks: whole pages of most systems. */
    private static final long SAMPLE = 16L << 10;

    private static final ValueLayout.OfLong SIZE = ValueLayout.JAVA_LONG;

    // What calls a function is made when it is needed: the first takes 5 ms, the others less.

    private static final class Taking {
        static final MethodHandle MALLOC = CLibrary.bind("malloc");

        static {
            Objects.requireNonNull(Giving.FREE);
        }
    }

    /** Made with {@link Taking}: at the end of a stack, where arrays are closed that filled it, it could not be. */
    private static final class Giving {
        static final MethodHandle FREE = CLibrary.bind("free");
    }

    private static final class Zeroed {
        static final MethodHandle CALLOC = CLibrary.bind("calloc");
    }

    private static final class Clearing {
        /** Twice as fast as filling a segment. */
        static final Optional<MethodHandle> MEMSET = CLibrary.find("memset");
    }

    private static final class Trimming {
        /** GNU's: what was freed between blocks in use goes back as well. */
        static final Optional<MethodHandle> MALLOC_TRIM = PAGES
                ? CLibrary.find("malloc_trim")
                : Optional.empty();
    }

    /** Makes what calls the functions that every process needs. */
    static void link() {
        if (PAGES) {
            HugePages.link();
        }
        Objects.requireNonNull(Taking.MALLOC);
    }

    @Override
    public long allocate(long bytes, boolean zeroed) {
        long address = isPages(bytes) ? HugePages.map(bytes) : aligned(bytes, zeroed);
        if (address == 0) {
            throw new MemoryBudgetException("allocate: the system refused " + bytes + " bytes; "
                    + Budget.describe() + "; close arrays that are no longer needed");
        }
        return address;
    }

    private static long aligned(long bytes, boolean zeroed) {
        long alignment = bytes < PAGE ? Memory.ALIGNMENT : APART;
        long room = Math.addExact(bytes, alignment);
        try {
            long raw = zeroed ? (long) Zeroed.CALLOC.invokeExact(1L, room, 0L, 0L, 0L, 0L)
                    : (long) Taking.MALLOC.invokeExact(room, 0L, 0L, 0L, 0L, 0L);
            if (raw == 0) {
                return 0;
            }
            long address = (raw + alignment) & -alignment;
            Memory.RAW.set(SIZE, address - Long.BYTES, raw);
            return address;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public long touch(long address, long bytes) {
        long sample = isPages(bytes) ? SizeClass.HUGE_PAGE : SAMPLE;
        if (!PAGES || bytes < 2 * sample) {
            long touched = Math.min(bytes, SAMPLE);
            for (long page = 0; page < touched; page += PAGE) {
                Memory.RAW.set(ValueLayout.JAVA_BYTE, address + page, (byte) 0);
            }
            return touched;
        }
        HugePages.populate(address + sample - 1 & -sample, sample);
        return sample;
    }

    @Override
    public void clear(long address, long bytes) {
        if (isPages(bytes) && bytes >= LAZY && HugePages.clear(address, bytes)) {
            return;
        }
        if (Clearing.MEMSET.isEmpty()) {
            Memory.segment(address, bytes).fill((byte) 0);
            return;
        }
        try {
            long ignored = (long) Clearing.MEMSET.get().invokeExact(address, 0L, bytes, 0L, 0L, 0L);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public void free(long address, long bytes) {
        if (isPages(bytes)) {
            HugePages.free(address, bytes);
            return;
        }
        try {
            long taken = Memory.RAW.get(SIZE, address - Long.BYTES);
            long ignored = (long) Giving.FREE.invokeExact(taken, 0L, 0L, 0L, 0L, 0L);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public long trim() {
        if (Trimming.MALLOC_TRIM.isPresent()) {
            try {
                long ignored = (long) Trimming.MALLOC_TRIM.get().invokeExact(0L, 0L, 0L, 0L, 0L, 0L);
            } catch (Throwable impossible) {
                throw new AssertionError(impossible);
            }
        }
        return 0;
    }

    private static boolean isPages(long bytes) {
        return PAGES && bytes >= SizeClass.HUGE;
    }
}
