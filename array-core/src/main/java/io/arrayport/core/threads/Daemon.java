package io.arrayport.core.threads;

/**
 * A thread of ours in the background. It may outlive whoever comes first and starts it, so that it inherits nothing of
 * him: no class loader, no thread locals.
 */
public final class Daemon {
    private Daemon() {}

    /** A thread that is still to be started. */
    public static Thread unstarted(String name, Runnable task) {
        Thread thread = Thread.ofPlatform().daemon().name(name).inheritInheritableThreadLocals(false).unstarted(task);
        thread.setContextClassLoader(null);
        return thread;
    }

    /** Has {@code task} run on such a thread; returns false, and nothing runs, where the system has no more threads. */
    public static boolean start(String name, Runnable task) {
        try {
            unstarted(name, task).start();
            return true;
        } catch (OutOfMemoryError noThread) {
            return false;
        }
    }
}
