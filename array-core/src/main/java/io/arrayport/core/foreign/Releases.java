package io.arrayport.core.foreign;

import java.lang.ref.Cleaner;

/** Calls of release callbacks, which come back: whoever closes must not fail for the stack that they need. */
public final class Releases {
    /** Runs what a dropped owner, or a thread at the end of its stack, left to do: it has a stack of its own. */
    private static final Cleaner LATER = Cleaner
            .create(Thread.ofPlatform().daemon().name("arrayport-release-", 0).factory());

    private Releases() {}

    /** Runs {@code action} once: when asked to, or when the collector finds that {@code owner} was dropped. */
    public static Cleaner.Cleanable whenDropped(Object owner, Runnable action) {
        return LATER.register(owner, action);
    }

    /** Runs what calls a callback that waits for nobody: now, or, at the end of this thread's stack, later. */
    public static void withStack(Runnable release) {
        if (StackRoom.isShort()) {
            LATER.register(new Object(), release);
            return;
        }
        release.run();
    }

    /** As {@link #withStack}, of a callback that is somebody else's, and may wait for a lock of his. */
    public static void foreign(Runnable release) {
        SystemThread.run(() -> withStack(release));
    }
}
