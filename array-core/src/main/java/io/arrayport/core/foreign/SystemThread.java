package io.arrayport.core.foreign;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Runs what may wait for a lock of C's, such as Python's, on a thread of the system. Inside of C a virtual thread keeps
 * its carrier, and there are only as many carriers as processors: where all of them wait so, whoever has the lock may
 * in turn wait for a virtual thread, the next in line for some monitor of Java's, and nobody goes on.
 */
public final class SystemThread {
    /** As the main thread of a C program has it, and as much again: it is only taken up as far as it is used. */
    public static final long STACK = 16L << 20;
    private static final ExecutorService POOL = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(null, work, "arrayport-foreign", STACK);
        thread.setDaemon(true);
        return thread;
    });

    private SystemThread() {}

    /**
     * Runs a task here, or, called by a virtual thread, on another thread, and waits for it, also if interrupted: C
     * cannot be stopped. What the task throws is thrown.
     */
    public static <T> T call(Supplier<T> task) {
        return Thread.currentThread().isVirtual() ? elsewhere(task) : task.get();
    }

    private static <T> T elsewhere(Supplier<T> task) {
        Future<T> future;
        try {
            future = POOL.submit(task::get);
        } catch (OutOfMemoryError noThread) {
            return task.get(); // what gives back must not be lost for it
        }
        return await(future);
    }

    /** As {@link #call}, of what has no result. */
    public static void run(Runnable task) {
        call(() -> {
            task.run();
            return true;
        });
    }

    /** Waits for what throws nothing checked, as long as it takes; an interrupt is kept until then. */
    public static <T> T await(Future<T> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw (Error) e.getCause();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
