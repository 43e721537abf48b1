package io.arrayport.core.memory;

import io.arrayport.core.threads.Daemon;

/**
 * What the start of a process waits for, done on threads of their own meanwhile; they end when it is done. Without a
 * second processor nothing is done ahead.
 */
public final class Ahead {
    private static final boolean OTHERS = Runtime.getRuntime().availableProcessors() > 1;

    /** How many bytes are still touched ahead. Threads that take of it at once may take some more. */
    private static long left = 64L << 20;

    private Ahead() {}

    /**
     * Begins to make what calls C, which takes 50 ms, about as long as the namespace takes to load: the first array
     * finds it there, or waits for the rest. To be called once, as early as can be.
     *
     * @param then what is to be done ahead after that
     */
    public static void link(Runnable then) {
        if (OTHERS) {
            start(new Link(then));
        }
    }

    /**
     * Begins to touch fresh pages, the last one first, as long as the process is young: the system may take 5 ms for
     * one, where it has given its memory to another machine, while the JVM still loads what is going to write there.
     */
    static void touch(long address, long bytes) {
        if (OTHERS && bytes <= left) {
            left -= bytes;
            start(new Touch(address, bytes));
        }
    }

    private static void start(Runnable task) {
        Daemon.start("arrayport-start", task); // where there is no thread, it is done when it is needed
    }

    // Classes, for lambdas take as long as what is won.

    /** Touches no class that waits for one which others load. */
    private record Link(Runnable then) implements Runnable {
        @Override
        public void run() {
            try {
                NativeAllocator.link();
                then.run();
            } catch (RuntimeException | LinkageError refused) {
                // Who needs it is told
            }
        }
    }

    /** Whether the range has gone back meanwhile does not matter: nothing is written. */
    private record Touch(long address, long bytes) implements Runnable {
        @Override
        public void run() {
            HugePages.touch(address, bytes);
        }
    }
}
