package io.arrayport.core.memory;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Ranges of whole huge pages from Linux itself: they begin where a page does, come zero, and go back as a whole, which
 * those of C's allocator may not.
 */
final class HugePages {
    private static final long PAGE = SizeClass.HUGE_PAGE;
    private static final int PROT_READ_WRITE = 3;
    private static final int MAP_PRIVATE_ANONYMOUS = 0x22;
    private static final int MADV_DONTNEED = 4;
    private static final int MADV_HUGEPAGE = 14;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;

    private HugePages() {}

    /** Linux's own; loaded where it is Linux. */
    private static final class Calls {
        static final MethodHandle MMAP = bind("mmap", LONG, LONG, LONG, INT, INT, INT, LONG);
        static final MethodHandle MADVISE = bind("madvise", INT, LONG, LONG, INT);
    }

    /** Bound when the first range goes back. */
    private static final class LastCall {
        static final MethodHandle MUNMAP = bind("munmap", INT, LONG, LONG);
    }

    private static MethodHandle bind(String name, MemoryLayout result, MemoryLayout... arguments) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(result, arguments));
    }

    static boolean areThere() {
        return System.getProperty("os.name").startsWith("Linux");
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
        }
        return address;
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
            long address = (long) Calls.MMAP.invokeExact(0L, bytes, PROT_READ_WRITE, MAP_PRIVATE_ANONYMOUS, -1, 0L);
            return address == -1 ? 0 : address;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void unmap(long address, long bytes) {
        try {
            if ((int) LastCall.MUNMAP.invokeExact(address, bytes) != 0) {
                // A process may have so many ranges and no more: then this one stays, without its pages.
                advise(address, bytes, MADV_DONTNEED);
            }
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static boolean advise(long address, long bytes, int advice) {
        try {
            return (int) Calls.MADVISE.invokeExact(address, bytes, advice) == 0;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }
}
