package io.arrayport.core.threads;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** One thread of the pool: helps, looks for the next job for a moment, and sleeps until it is woken. */
final class Helper implements Runnable {
    /** For about as long as waking a thread takes: operations that follow each other find it awake. */
    private static final long LOOKING_NANOS = 30_000;

    private final Helpers pool;
    private final AtomicBoolean asleep = new AtomicBoolean();
    private final Thread thread;

    private Helper(Helpers pool, int number) {
        this.pool = pool;
        thread = Daemon.unstarted("arrayport-" + number, this);
    }

    static Helper start(Helpers pool, int number) {
        Helper helper = new Helper(pool, number);
        helper.thread.start();
        return helper;
    }

    /** Returns whether it slept and does not any more. */
    boolean wake() {
        if (asleep.get() && asleep.compareAndSet(true, false)) {
            LockSupport.unpark(thread);
            return true;
        }
        return false;
    }

    @Override
    public void run() {
        Threads.setLimit(1); // loops inside of ranges are not split again
        while (true) {
            if (!pool.isWanted() && !looks()) {
                sleep();
            }
            pool.help(); // a call that ends: whoever sleeps keeps no job, and so no array, alive
        }
    }

    private boolean looks() {
        long end = System.nanoTime() + LOOKING_NANOS;
        while (System.nanoTime() < end) {
            if (pool.isWanted()) {
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }

    private void sleep() {
        asleep.set(true);
        if (pool.isWanted()) {
            asleep.set(false);
            return;
        }
        while (asleep.get()) {
            LockSupport.park(this);
        }
    }
}
