package io.arrayport.conformance.fuzz.cases;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.memory.Memory;

/**
 * Memory between pages that nobody may touch: each buffer ends right before one, or begins right behind one, so that a
 * read of a single byte outside it ends the process. Lives as long as the process; not thread-safe.
 */
final class Guarded {
    /** A multiple of every page size there is. */
    static final int SLOT = 1 << 16;
    private static final int NO_ACCESS = 0;
    private static final int READ_WRITE = 3;
    private static final int PRIVATE_ANONYMOUS = System.getProperty("os.name", "").startsWith("Mac") ? 0x1002 : 0x22;

    private final long first;
    private final int slots;
    private int used;

    /** @param slots how many buffers there can be at once */
    Guarded(int slots) {
        this.slots = slots;
        long bytes = (2L * slots + 1) * SLOT;
        long base = Calls.mmap(bytes);
        Calls.protect(base, bytes, NO_ACCESS);
        first = base + SLOT;
        for (int slot = 0; slot < slots; slot++) {
            Calls.protect(at(slot), SLOT, READ_WRITE);
        }
    }

    private long at(int slot) {
        return first + 2L * SLOT * slot;
    }

    /** Forgets all buffers. */
    void reset() {
        used = 0;
    }

    /** A buffer whose end is guarded; what it holds is left over from others. */
    long before(long bytes) {
        return next(bytes) + SLOT - bytes;
    }

    /** A buffer whose beginning is guarded. */
    long behind(long bytes) {
        return next(bytes);
    }

    /** A buffer of these bytes, whose end is guarded. */
    long holding(byte... bytes) {
        long address = before(bytes.length);
        write(address, bytes);
        return address;
    }

    static void write(long address, byte... bytes) {
        Memory.segment(address, bytes.length).copyFrom(MemorySegment.ofArray(bytes));
    }

    private long next(long bytes) {
        if (bytes < 0 || bytes > SLOT || used == slots) {
            throw new IllegalStateException(bytes + " bytes as buffer " + used + " of " + slots + " in slots of "
                    + SLOT);
        }
        return at(used++);
    }

    /** Bound on first use. */
    private static final class Calls {
        private static final MethodHandle MMAP = bind("mmap", FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG,
                JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
        private static final MethodHandle MPROTECT = bind("mprotect",
                FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT));

        private static MethodHandle bind(String name, FunctionDescriptor type) {
            Linker linker = Linker.nativeLinker();
            return linker.downcallHandle(linker.defaultLookup().find(name).orElseThrow(() -> new ArrayportException(
                    "fuzz: this system has no " + name + ", which guards the buffers: run it on Linux or macOS")),
                    type);
        }

        static long mmap(long bytes) {
            long address;
            try {
                address = (long) MMAP.invokeExact(0L, bytes, READ_WRITE, PRIVATE_ANONYMOUS, -1, 0L);
            } catch (Throwable impossible) {
                throw new AssertionError(impossible);
            }
            if (address <= 0) {
                throw new ArrayportException("fuzz: mmap of " + bytes + " bytes failed");
            }
            return address;
        }

        static void protect(long address, long bytes, int how) {
            int result;
            try {
                result = (int) MPROTECT.invokeExact(address, bytes, how);
            } catch (Throwable impossible) {
                throw new AssertionError(impossible);
            }
            if (result != 0) {
                throw new ArrayportException("fuzz: mprotect of " + bytes + " bytes failed");
            }
        }
    }
}
