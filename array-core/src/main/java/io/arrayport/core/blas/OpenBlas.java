package io.arrayport.core.blas;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * The functions of a loaded OpenBLAS. It is told to use one thread, the caller's: sums then come in one order. No more
 * threads than there are processors are inside at a time, because it ends the process where too many are.
 */
final class OpenBlas {
    /** Addresses are passed as numbers. */
    static final MemoryLayout POINTER = JAVA_LONG;

    private static final List<String> NEEDED = List.of("cblas_sgemm", "cblas_dgemm", "cblas_cgemm", "cblas_zgemm",
            "cblas_sgemv", "cblas_dgemv", "cblas_cgemv", "cblas_zgemv", "cblas_cdotu_sub", "cblas_cdotc_sub",
            "cblas_zdotu_sub", "cblas_zdotc_sub", "cblas_ssyrk", "cblas_dsyrk");
    /** Counts are 32-bit in the library we know. */
    private static final String WIDE = "USE64BITINT";
    private static final int MOST_INSIDE = 32;
    /** Processors with vectors of 512 bits, as it calls them. */
    private static final Set<String> WITH_SMALL = Set.of("SkylakeX", "Cooperlake", "Sapphirerapids");

    private final Semaphore inside = new Semaphore(
            Math.min(Runtime.getRuntime().availableProcessors(), MOST_INSIDE));
    private final String config;
    private final boolean small;
    private final SymbolLookup symbols;
    /** @throws UnusableLibrary if it is another library, or one with 64-bit counts */
    OpenBlas(SymbolLookup symbols) throws UnusableLibrary {
        this.symbols = symbols;
        String built = text("openblas_get_config");
        String processor = text("openblas_get_corename");
        config = built + " on " + processor;
        small = WITH_SMALL.stream().anyMatch(processor::equalsIgnoreCase);
        if (config.contains(WIDE)) {
            throw new UnusableLibrary("it counts with 64 bits (" + config + "), one that counts with 32 is needed");
        }
        for (String name : NEEDED) {
            require(name);
        }
        require("openblas_set_num_threads");
        try {
            function("openblas_set_num_threads", FunctionDescriptor.ofVoid(JAVA_INT)).invokeExact(1);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** Waits for a place in the library. */
    void enter() {
        inside.acquireUninterruptibly();
    }

    void leave() {
        inside.release();
    }

    /** Whether it has kernels of its own for small matrices of float32 and float64. */
    boolean hasSmall() {
        return small;
    }

    /** Version and processor, for people. */
    String describe() {
        return config.replaceAll("\\s+", " ") + ", 1 thread";
    }

    /** What a call of one of the handles throws, which declares anything and throws nothing. */
    static RuntimeException failed(Throwable thrown) {
        return switch (thrown) {
            case RuntimeException exception -> exception;
            case Error error -> throw error;
            default -> new IllegalStateException("OpenBLAS", thrown);
        };
    }

    private String text(String name) throws UnusableLibrary {
        require(name);
        try {
            MemorySegment text = (MemorySegment) function(name, FunctionDescriptor.of(ADDRESS)).invokeExact();
            return text.reinterpret(Long.MAX_VALUE).getString(0).strip();
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    private void require(String name) throws UnusableLibrary {
        if (symbols.find(name).isEmpty()) {
            throw new UnusableLibrary("it has no function " + name);
        }
    }

    /** Order, two readings, m, n, k, factor, a and its width, b and its width, factor, the result and its width. */
    MethodHandle gemm(String name, MemoryLayout factor) {
        return function(name, FunctionDescriptor.ofVoid(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT,
                factor, POINTER, JAVA_INT, POINTER, JAVA_INT, factor, POINTER, JAVA_INT));
    }

    /** Order, triangle, reading, n, k, factor, the matrix and its width, factor, the result and its width. */
    MethodHandle syrk(String name, MemoryLayout factor) {
        return function(name, FunctionDescriptor.ofVoid(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, factor,
                POINTER, JAVA_INT, factor, POINTER, JAVA_INT));
    }

    /** Order, reading, rows, columns, factor, the matrix and its width, x and its step, factor, y and its step. */
    MethodHandle gemv(String name, MemoryLayout factor) {
        return function(name, FunctionDescriptor.ofVoid(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, factor, POINTER,
                JAVA_INT, POINTER, JAVA_INT, factor, POINTER, JAVA_INT));
    }

    /** Count, a vector and its step, another and its step, where the sum goes. */
    MethodHandle dot(String name) {
        return function(name, FunctionDescriptor.ofVoid(JAVA_INT, POINTER, JAVA_INT, POINTER, JAVA_INT, POINTER));
    }

    private MethodHandle function(String name, FunctionDescriptor type) {
        return Linker.nativeLinker().downcallHandle(symbols.findOrThrow(name), type);
    }
}
