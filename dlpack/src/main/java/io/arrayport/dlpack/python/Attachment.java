package io.arrayport.dlpack.python;

import java.lang.ref.Cleaner;

/**
 * Python's record of a thread of Java's, kept for as long as that thread lives. Left to itself, Python makes one for
 * each call and drops it after: the call takes ten times as long, and what is kept by thread, as by
 * {@code numpy.seterr}, is forgotten.
 */
final class Attachment {
    private static final Cleaner AFTER_THREADS = Cleaner
            .create(Thread.ofPlatform().daemon().name("arrayport-python-threads-", 0).factory());
    private static final ThreadLocal<Boolean> DONE = new ThreadLocal<>();

    private Attachment() {}

    /** Sees to it that Python knows this thread, which is one of the system's. */
    static void keep() {
        if (DONE.get() != null) {
            return;
        }
        boolean ours = CPythonThreads.state() == 0; // or Python made the thread, and its record goes with it
        int state = CPythonThreads.ensure();
        if (ours) {
            long record = CPythonThreads.save(); // without the release, which would drop it
            AFTER_THREADS.register(Thread.currentThread(), () -> drop(record));
        } else {
            CPythonThreads.leave(state);
        }
        DONE.set(true);
    }

    private static void drop(long record) {
        Gil.enter();
        try {
            int state = CPythonThreads.ensure();
            try {
                CPythonThreads.delete(record);
            } finally {
                CPythonThreads.leave(state);
            }
        } finally {
            Gil.exit();
        }
    }
}
