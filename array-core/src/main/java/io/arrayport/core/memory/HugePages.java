package io.arrayport.core.memory;

import java.lang.invoke.MethodHandle;

/**
 * Ranges of whole huge pages from Linux itself: they begin where a page does, come zero, and go back as a whole, which
 * those of C's allocator may not.
 */
final class HugePages {
    private static final long PAGE = SizeClass.HUGE_PAGE;
    private static final long PROT_READ_WRITE = 3;
    private static final long MAP_PRIVATE_ANONYMOUS = 0x22;
    private static final long MADV_DONTNEED = 4;
    private static final long MADV_HUGEPAGE = 14;
    private static final long MADV_POPULATE_WRITE = 23;

    private HugePages() {}

    /** Linux's own; loaded where it is Linux. */
    private static final class Calls {
        static final MethodHandle MMAP = CLibrary.bind("mmap");
        static final MethodHandle MADVISE = CLibrary.bind("madvise");
    }

    /** Bound when the first range goes back. */
    private static final class LastCall {
        static final MethodHandle MUNMAP = CLibrary.bind("munmap");
    }

    static boolean areThere() {
        return System.getProperty("os.name").startsWith("Linux");
    }

    /** Makes what {@link #map} calls; no bytes are asked for. */
    static void link() {
        mmap(0);
        advise(0, 0, MADV_HUGEPAGE);
    }

    /** @return the address of zeros, or 0 if the system refuses */
    static long map(long bytes) {
        long span = span(bytes);
        long address = mmap(span);
        if (address != 0 && (address & PAGE - 1) != 0) {
            // An older kernel: one page more, of which both ends go back.
            unmap(address, span);
            address = aligned(span);
        }
        if (address != 0) {
            // Advice only: a kernel without huge pages says no and nothing is lost.
            advise(address, span, MADV_HUGEPAGE);
            Ahead.touch(address, span);
        }
        return address;
    }

    /** Lets the system give the pages of a range, the last one first; where it cannot, they come as they are used. */
    static void touch(long address, long bytes) {
        long page = address + span(bytes);
        do {
            page -= PAGE;
        } while (page >= address && populate(page, PAGE));
    }

    /** Lets the system give these pages; says whether it can. */
    static boolean populate(long address, long bytes) {
        return advise(address, bytes, MADV_POPULATE_WRITE);
    }

    private static long aligned(long span) {
        long raw = span + PAGE < 0 ? 0 : mmap(span + PAGE);
        if (raw == 0) {
            return 0;
        }
        long address = raw + PAGE - 1 & -PAGE;
        if (address > raw) {
            unmap(raw, address - raw);
        }
        if (address < raw + PAGE) {
            unmap(address + span, raw + PAGE - address);
        }
        return address;
    }

    /** Takes back what {@link #map} gave. */
    static void free(long address, long bytes) {
        unmap(address, span(bytes));
    }

    /** Gives back the pages, not the range: what is touched next is zero. */
    static boolean clear(long address, long bytes) {
        return advise(address, span(bytes), MADV_DONTNEED);
    }

    private static long span(long bytes) {
        return bytes + PAGE - 1 & -PAGE;
    }

    private static long mmap(long bytes) {
        try {
            long address = (long) Calls.MMAP.invokeExact(0L, bytes, PROT_READ_WRITE, MAP_PRIVATE_ANONYMOUS, -1L, 0L);
            return address == -1 ? 0 : address;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void unmap(long address, long bytes) {
        try {
            if ((int) (long) LastCall.MUNMAP.invokeExact(address, bytes, 0L, 0L, 0L, 0L) != 0) {
                // A process may have so many ranges and no more: then this one stays, without its pages.
                advise(address, bytes, MADV_DONTNEED);
            }
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static boolean advise(long address, long bytes, long advice) {
        try {
            return (int) (long) Calls.MADVISE.invokeExact(address, bytes, advice, 0L, 0L, 0L) == 0;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }
}
