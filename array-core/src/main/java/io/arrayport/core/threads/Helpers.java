package io.arrayport.core.threads;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The helpers: daemon threads, one less than operations may use, started when the first operation wants them. They
 * serve all callers, oldest first. Callers and helpers together are no more than operations may use, unless callers
 * alone are: then each computes by itself.
 */
final class Helpers {
    static final Helpers POOL = new Helpers();

    private final Queue<Job> open = new ConcurrentLinkedQueue<>();
    private final List<Helper> helpers = new CopyOnWriteArrayList<>();
    /** How many threads compute: callers that share, and helpers. */
    private final AtomicInteger running = new AtomicInteger();

    private Helpers() {}

    /** Computes all of a job, with what helpers there are; returns when none of them is inside any more. */
    void share(Job job) {
        hire(job.wanted());
        running.incrementAndGet();
        open.add(job);
        try {
            wake(job.wanted());
            job.work();
        } finally {
            open.remove(job);
            running.decrementAndGet();
            if (!open.isEmpty()) {
                wake(1); // another caller's job, which may have found no room
            }
            job.await();
        }
        job.rethrow();
    }

    /** Whether there seems to be something to do. */
    boolean isWanted() {
        if (running.get() >= Threads.count()) {
            return false;
        }
        for (Job job : open) {
            if (job.isOpen()) {
                return true;
            }
        }
        return false;
    }

    /** Takes part in the oldest job that wants more helpers; returns false if there is none, or no room for one. */
    boolean help() {
        if (!enter()) {
            return false;
        }
        try {
            for (Job job : open) {
                if (job.join()) {
                    try {
                        job.work();
                    } finally {
                        job.leave();
                    }
                    return true;
                }
            }
            return false;
        } finally {
            running.decrementAndGet();
        }
    }

    private boolean enter() {
        int now = running.get();
        while (now < Threads.count()) {
            int seen = running.compareAndExchange(now, now + 1);
            if (seen == now) {
                return true;
            }
            now = seen;
        }
        return false;
    }

    private void wake(int count) {
        int left = count;
        for (Helper helper : helpers) {
            if (left <= 0) {
                return;
            }
            if (helper.wake()) {
                left--;
            }
        }
    }

    /** Sees to it that there are {@code wanted} helpers; if the system has no more threads, those are all. */
    private void hire(int wanted) {
        if (helpers.size() >= wanted) {
            return;
        }
        synchronized (this) {
            try {
                while (helpers.size() < wanted) {
                    helpers.add(Helper.start(this, helpers.size() + 1));
                }
            } catch (OutOfMemoryError noThread) {
                System.getLogger(Helpers.class.getName()).log(Level.WARNING,
                        "threads: the system has none for helper " + (helpers.size() + 1) + " of " + wanted
                                + ", operations use fewer; np.threads(n) asks for no more than there are",
                        noThread);
            }
        }
    }
}
