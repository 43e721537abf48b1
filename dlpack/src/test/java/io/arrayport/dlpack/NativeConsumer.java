package io.arrayport.dlpack;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/** A consumer in native code, without a C compiler: what libc offers, and 12 bytes of machine code. */
final class NativeConsumer {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup LIBC = LINKER.defaultLookup();

    private NativeConsumer() {}

    static boolean canRun() {
        return System.getProperty("os.name").equals("Linux") && System.getProperty("os.arch").equals("amd64")
                && LIBC.find("__cxa_atexit").isPresent() && LIBC.find("pthread_create").isPresent();
    }

    private static MethodHandle function(String name, FunctionDescriptor type) {
        return LINKER.downcallHandle(LIBC.findOrThrow(name), type);
    }

    /** {@code if (self->deleter) self->deleter(self);} as every consumer in C has it. */
    static MemorySegment finish(Abi.Form form) throws Throwable {
        byte[] code = {0x48, (byte) 0x8b, 0x47, (byte) form.deleter, // mov rax, [rdi + deleter]
                0x48, (byte) 0x85, (byte) 0xc0, // test rax, rax
                0x74, 0x02, // jz over the jump
                (byte) 0xff, (byte) 0xe0, // jmp rax
                (byte) 0xc3}; // ret
        int readWrite = 3;
        int readExecute = 5;
        int privateAnonymous = 0x22;
        MemorySegment page = (MemorySegment) function("mmap",
                FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG))
                .invokeExact(MemorySegment.NULL, 4096L, readWrite, privateAnonymous, -1, 0L);
        page.reinterpret(4096).copyFrom(MemorySegment.ofArray(code));
        int rc = (int) function("mprotect", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT))
                .invokeExact(page, 4096L, readExecute);
        if (rc != 0) {
            throw new AssertionError("mprotect failed");
        }
        return page;
    }

    /**
     * Calls {@code function(argument)} at the exit of the process, after Java is gone; last registered, first called.
     */
    static void atExit(MemorySegment function, MemorySegment argument) throws Throwable {
        int rc = (int) function("__cxa_atexit", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS)).invokeExact(
                function, argument,
                MemorySegment.NULL);
        if (rc != 0) {
            throw new AssertionError("__cxa_atexit failed");
        }
    }

    /** Prints a line at the exit of the process. */
    static void printAtExit(String line) throws Throwable {
        atExit(LIBC.findOrThrow("puts"), Arena.global().allocateFrom(line));
    }

    /** Calls {@code function(argument)} on a thread that Java did not make, and waits for it. */
    static void onNativeThread(MemorySegment function, MemorySegment argument) throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment thread = arena.allocate(JAVA_LONG);
            int rc = (int) function("pthread_create",
                    FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS))
                    .invokeExact(thread, MemorySegment.NULL, function, argument);
            if (rc != 0) {
                throw new AssertionError("pthread_create failed: " + rc);
            }
            rc = (int) function("pthread_join", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, ADDRESS)).invokeExact(
                    thread.get(JAVA_LONG, 0),
                    MemorySegment.NULL);
            if (rc != 0) {
                throw new AssertionError("pthread_join failed: " + rc);
            }
        }
    }
}
