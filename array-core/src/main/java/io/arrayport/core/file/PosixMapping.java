package io.arrayport.core.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Mapping by {@code mmap} itself, for two things that {@code FileChannel.map} does not do: it maps a file privately that
 * may only be read, and it reserves no swap for pages that nobody will write, so that a file larger than memory maps.
 */
final class PosixMapping {
    private static final String OS = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    private static final boolean LINUX = OS.startsWith("linux");
    private static final boolean MAC = OS.startsWith("mac");

    private static final int O_RDONLY = 0;
    private static final int O_RDWR = 2;
    private static final int SEEK_END = 2;
    private static final int PROT_READ_WRITE = 3;
    private static final int MAP_SHARED = 1;
    private static final int MAP_PRIVATE = 2;
    private static final int MAP_NORESERVE = LINUX ? 0x4000 : 0x40;
    private static final int MS_SYNC = LINUX ? 4 : 0x10;

    private PosixMapping() {}

    static boolean isAvailable() {
        return LINUX || MAC;
    }

    static Mapping map(Path path, Sharing sharing) throws IOException {
        if (!path.getFileSystem().equals(FileSystems.getDefault())) {
            throw new IOException("it is inside another file, which cannot be mapped: unpack it first");
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(Calls.STATE);
            // The JVM hands names to the system in this charset
            Charset names = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
            MemorySegment name = arena.allocateFrom(path.toAbsolutePath().toString(), names);
            int file = (int) Calls.OPEN.invokeExact(errno, name, sharing == Sharing.SHARED ? O_RDWR : O_RDONLY);
            if (file < 0) {
                throw failed("open", errno);
            }
            try {
                return map(file, sharing, errno);
            } finally {
                int ignored = (int) Calls.CLOSE.invokeExact(file);
            }
        } catch (IOException | RuntimeException | Error problem) {
            throw problem;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Mapping map(int file, Sharing sharing, MemorySegment errno) throws Throwable {
        long size = (long) Calls.LSEEK.invokeExact(errno, file, 0L, SEEK_END);
        if (size < 0) {
            throw failed("lseek", errno);
        }
        if (size == 0) {
            return new Mapping(MemorySegment.NULL, () -> {}, () -> {});
        }
        int flags = sharing == Sharing.SHARED ? MAP_SHARED : MAP_PRIVATE | MAP_NORESERVE;
        long address = (long) Calls.MMAP.invokeExact(errno, 0L, size, PROT_READ_WRITE, flags, file, 0L);
        if (address == -1) {
            throw failed("mmap of " + size + " bytes", errno);
        }
        return new Mapping(MemorySegment.ofAddress(address).reinterpret(size), () -> flush(address, size),
                () -> unmap(address, size));
    }

    private static void flush(long address, long size) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(Calls.STATE);
            int result = (int) Calls.MSYNC.invokeExact(errno, address, size, MS_SYNC);
            if (result != 0) {
                throw new UncheckedIOException(failed("msync of " + size + " bytes", errno));
            }
        } catch (RuntimeException | Error problem) {
            throw problem;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void unmap(long address, long size) {
        try {
            int result = (int) Calls.MUNMAP.invokeExact(address, size);
            if (result != 0) {
                throw new IllegalStateException("munmap of " + size + " bytes at 0x" + Long.toHexString(address));
            }
        } catch (RuntimeException | Error problem) {
            throw problem;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static IOException failed(String call, MemorySegment errno) {
        return new IOException(call + " failed with errno " + (int) Calls.ERRNO.get(errno, 0L));
    }

    /** Bound on first use: a system without these functions never gets here. */
    private static final class Calls {
        static final StructLayout STATE = Linker.Option.captureStateLayout();
        static final VarHandle ERRNO = STATE.varHandle(PathElement.groupElement("errno"));
        private static final Linker.Option CAPTURE = Linker.Option.captureCallState("errno");
        private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
        private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;

        static final MethodHandle OPEN = bind("open", FunctionDescriptor.of(INT, ValueLayout.ADDRESS, INT), CAPTURE,
                Linker.Option.firstVariadicArg(2));
        static final MethodHandle CLOSE = bind("close", FunctionDescriptor.of(INT, INT));
        static final MethodHandle LSEEK = bind("lseek", FunctionDescriptor.of(LONG, INT, LONG, INT), CAPTURE);
        static final MethodHandle MMAP = bind("mmap", FunctionDescriptor.of(LONG, LONG, LONG, INT, INT, INT, LONG),
                CAPTURE);
        static final MethodHandle MSYNC = bind("msync", FunctionDescriptor.of(INT, LONG, LONG, INT), CAPTURE);
        static final MethodHandle MUNMAP = bind("munmap", FunctionDescriptor.of(INT, LONG, LONG));

        private static MethodHandle bind(String name, FunctionDescriptor type, Linker.Option... options) {
            Linker linker = Linker.nativeLinker();
            return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type, options);
        }
    }
}
