package io.arrayport.dlpack.python;

import java.util.concurrent.TimeUnit;

/**
 * What is done when the JVM ends, which Python may outlive: where it started the JVM, and where its own threads still
 * run. From then on nothing in Python leads into this VM any more; memory that Python has stays as long as the process.
 */
final class Farewell {
    /** Python code may hold the lock for ever; the JVM ends all the same. */
    private static final long MILLIS = TimeUnit.SECONDS.toMillis(2);

    private Farewell() {}

    static void install() {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(Farewell::run, "arrayport-python-exit"));
        } catch (IllegalStateException e) {
            run(); // the VM is going down already
        }
    }

    private static void run() {
        Thread thread = Thread.ofPlatform().daemon().name("arrayport-python-farewell").start(() -> Gil.hold(() -> {
            Capsules.disarm();
            JavaArrays.disarm();
            return true;
        }));
        try {
            thread.join(MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
