package io.arrayport.conformance.bench.child;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import io.arrayport.core.memory.Ledger;

/** Figures beside what they may be at most; one that is more breaks the run. */
final class Limits {
    static final double MOST_GROWTH_KIB = 4096;

    private boolean broken;

    void check(String what, double measured, double most) {
        boolean kept = measured <= most;
        broken |= !kept;
        System.out.printf(Locale.ROOT, "  %-6s %s: %.0f, at most %.0f%n", kept ? "kept" : "BROKEN", what, measured,
                most);
    }

    boolean broken() {
        return broken;
    }

    /**
     * Resident size of this process, after a collection and after what it found was given back. C's heap gives back
     * what is free, too: it keeps the megabytes that the compiler took for a method, at any time of a run.
     */
    static long residentKib() throws IOException {
        System.gc();
        Ledger.drain();
        trimHeap();
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IOException("/proc/self/status has no VmRSS: this measurement needs Linux");
    }

    private static void trimHeap() throws IOException {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> trim = linker.defaultLookup().find("malloc_trim"); // of glibc
        if (trim.isPresent()) {
            MethodHandle handle = linker.downcallHandle(trim.get(),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG));
            try {
                int _ = (int) handle.invokeExact(0L);
            } catch (Throwable e) {
                throw new IOException("malloc_trim failed", e);
            }
        }
    }
}
