package io.arrayport.dlpack.python;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import io.arrayport.dlpack.DlpackRaw;

/**
 * CPython's global interpreter lock. Any thread may take it, and take it again inside; Python code lets it go now and
 * then, so that several threads come to run.
 */
final class Gil {
    /** Python code that recurses through C needs more stack than a usual thread has. */
    private static final long STACK = 16L << 20;

    private static final ExecutorService PLATFORM = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(null, task, "arrayport-python", STACK);
        thread.setDaemon(true);
        return thread;
    });

    private Gil() {}

    /**
     * Runs a section that holds the lock. It must be short in Java, and must not wait for another thread that may want
     * the lock.
     *
     * @throws StackOverflowError if too little stack is left for Python
     */
    static <T> T hold(Supplier<T> section) {
        return Thread.currentThread().isVirtual() ? elsewhere(section) : here(section);
    }

    static void run(Runnable section) {
        hold(() -> {
            section.run();
            return true;
        });
    }

    /** Runs a section that gives back; at the end of this thread's stack, on another thread, and later. */
    static void release(Runnable section) {
        try {
            run(section);
        } catch (StackOverflowError e) {
            PLATFORM.execute(() -> run(section));
        }
    }

    private static <T> T here(Supplier<T> section) {
        DlpackRaw.requireLibraryStack("python");
        int state = CPython.ensure();
        try {
            return section.get();
        } finally {
            CPython.leave(state);
        }
    }

    /** The lock belongs to a thread of the system, and a virtual thread may go on on another one. */
    private static <T> T elsewhere(Supplier<T> section) {
        try {
            return CompletableFuture.supplyAsync(() -> here(section), PLATFORM).join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw e;
            }
        }
    }
}
