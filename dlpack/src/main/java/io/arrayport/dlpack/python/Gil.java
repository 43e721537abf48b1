package io.arrayport.dlpack.python;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import io.arrayport.core.error.ClosedException;
import io.arrayport.dlpack.DlpackRaw;

/**
 * CPython's global interpreter lock. Any thread may take it, and take it again inside; Python code lets it go now and
 * then, so that several threads come to run.
 *
 * <p>Python counts how deep its code recurses and reckons with the stack of a usual C program, 8 MiB. A Java thread has
 * an eighth of that, and native code that runs off its end takes the VM along. So what may run anybody's Python code
 * runs {@linkplain #code on a thread that has the stack}; what only passes arrays runs {@linkplain #hold where it is}.
 */
final class Gil {
    private static final AtomicInteger INSIDE = new AtomicInteger();
    private static volatile boolean leaving;

    private Gil() {}

    /**
     * Runs a section that holds the lock and that runs no Python code of a user's. It must be short in Java, and must
     * not wait for another thread that may want the lock.
     *
     * @throws StackOverflowError if too little stack is left
     */
    static <T> T hold(Supplier<T> section) {
        // The lock belongs to a thread of the system, and a virtual thread may go on on another one.
        return Thread.currentThread().isVirtual() ? Worker.run(() -> here(section)) : here(section);
    }

    /** Runs a section that may run Python code, on this thread's {@link Worker}. */
    static <T> T code(Supplier<T> section) {
        return Worker.run(() -> here(section));
    }

    /** Runs a section that gives back; at the end of this thread's stack, on another thread. */
    static void release(Runnable section) {
        Supplier<Boolean> all = () -> {
            section.run();
            return true;
        };
        try {
            hold(all);
        } catch (StackOverflowError e) {
            code(all);
        } catch (ClosedException e) {
            // The JVM is ending: what Python has, it keeps.
        }
    }

    private static <T> T here(Supplier<T> section) {
        DlpackRaw.requireLibraryStack("python");
        enter();
        try {
            Attachment.keep();
            return locked(section);
        } finally {
            exit();
        }
    }

    private static <T> T locked(Supplier<T> section) {
        int state = CPythonThreads.ensure();
        try {
            return section.get();
        } finally {
            CPythonThreads.leave(state);
        }
    }

    /**
     * Announces a thread that will take the lock. The end of the JVM stops threads wherever they are, and one that has
     * the lock then would never let it go, which matters where Python goes on: so the JVM waits for them.
     *
     * @throws ClosedException if the JVM is ending
     */
    static void enter() {
        INSIDE.incrementAndGet();
        if (leaving) {
            INSIDE.decrementAndGet();
            throw new ClosedException("python: the JVM is ending, and leaves Python alone");
        }
    }

    static void exit() {
        INSIDE.decrementAndGet();
    }

    /** Lets no other thread in any more, waits for those that are, and runs one last section. */
    static void last(Supplier<Boolean> section) {
        leaving = true;
        while (INSIDE.get() != 0) {
            LockSupport.parkNanos(1_000_000);
        }
        locked(section);
    }
}
