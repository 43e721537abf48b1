package io.arrayport.core.threads;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/** A loop that is shared: who takes part takes its next range until there is none. */
final class Job {
    /** Looks at whether helpers have ended before the caller sleeps: a range of theirs takes some ten microseconds. */
    private static final int LOOKS = 2_000;
    /** Added to {@link #inside} once nobody may join any more. */
    private static final int CLOSED = 1 << 30;

    private static final VarHandle NEXT;
    private static final VarHandle INSIDE;

    static {
        try {
            NEXT = MethodHandles.lookup().findVarHandle(Job.class, "next", long.class);
            INSIDE = MethodHandles.lookup().findVarHandle(Job.class, "inside", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final Split.Range range;
    private final long end;
    private final long step;
    private final int helpers;
    private final Thread caller = Thread.currentThread();
    private volatile long next;
    private volatile int inside; // how many helpers are
    private @Nullable Throwable failure; // guarded by this
    private long failedAt; // guarded by this

    /** @param helpers how many may take part at a time, besides the caller */
    Job(Split.Range range, long first, long end, long step, int helpers) {
        this.range = range;
        this.next = first;
        this.end = end;
        this.step = step;
        this.helpers = helpers;
    }

    /** Returns how many helpers could find a range each. */
    int wanted() {
        return (int) Math.min(helpers, (end - next - 1) / step);
    }

    /** Whether another helper could find a range. */
    boolean isOpen() {
        return inside < helpers && next < end;
    }

    /** Returns whether the calling helper takes part from now on: it works, and then leaves. */
    boolean join() {
        int now = inside;
        while (now < helpers && next < end) {
            int seen = (int) INSIDE.compareAndExchange(this, now, now + 1);
            if (seen == now) {
                return true;
            }
            now = seen;
        }
        return false;
    }

    void leave() {
        if ((int) INSIDE.getAndAdd(this, -1) == CLOSED + 1) {
            LockSupport.unpark(caller);
        }
    }

    /** Computes ranges until there is none that nobody has taken. */
    void work() {
        while (true) {
            long from = next < end ? (long) NEXT.getAndAdd(this, step) : end;
            if (from >= end) {
                return;
            }
            try {
                range.run(from, Math.min(step, end - from) + from);
            } catch (Throwable thrown) {
                fail(from, thrown);
            }
        }
    }

    /** Ranges are begun in order, so that those before this one end, and an earlier failure is still found. */
    private synchronized void fail(long from, Throwable thrown) {
        if (failure == null || from < failedAt) {
            failure = thrown;
            failedAt = from;
        }
        next = end;
    }

    /** Waits, however often the caller is interrupted meanwhile, until no helper is inside; nobody joins any more. */
    void await() {
        boolean interrupted = false;
        int looks = 0;
        INSIDE.getAndAdd(this, CLOSED);
        while (inside != CLOSED) {
            if (looks < LOOKS) {
                looks++;
                Thread.onSpinWait();
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            caller.interrupt();
        }
    }

    /** Throws what the first of the ranges that failed has thrown; if on a helper, with the caller's calls below. */
    void rethrow() {
        Throwable thrown;
        synchronized (this) {
            thrown = failure;
        }
        if (thrown == null) {
            return;
        }
        StackTraceElement[] here = new Throwable().getStackTrace();
        StackTraceElement[] there = thrown.getStackTrace();
        if (there.length > 0 && !there[there.length - 1].equals(here[here.length - 1])) {
            StackTraceElement[] both = Arrays.copyOf(there, there.length + here.length);
            System.arraycopy(here, 0, both, there.length, here.length);
            thrown.setStackTrace(both);
        }
        switch (thrown) {
            case RuntimeException exception -> throw exception;
            case Error error -> throw error;
            default -> throw new IllegalStateException("threads: a range threw what it does not declare", thrown);
        }
    }
}
