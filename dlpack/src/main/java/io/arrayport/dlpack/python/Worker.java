package io.arrayport.dlpack.python;

import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.arrayport.core.foreign.SystemThread;

/**
 * A thread with the stack that Python expects, which runs Python code for one Java thread and ends after it. One and
 * the same for all calls of that thread, so that what Python keeps by thread is found again, such as what
 * {@code numpy.seterr} set. Virtual threads, of which there may be many, share {@linkplain SystemThread a pool}
 * instead.
 */
final class Worker {
    private static final ThreadLocal<Worker> MINE = ThreadLocal.withInitial(Worker::new);

    private final SynchronousQueue<FutureTask<?>> tasks = new SynchronousQueue<>();
    private final Thread owner = Thread.currentThread();

    private Worker() {
        Thread thread = new Thread(null, this::work, "arrayport-python", SystemThread.STACK);
        thread.setDaemon(true);
        thread.start();
    }

    private void work() {
        while (true) {
            try {
                FutureTask<?> task = tasks.poll(1, TimeUnit.SECONDS);
                if (task != null) {
                    task.run();
                } else if (!owner.isAlive()) {
                    return;
                }
            } catch (InterruptedException e) {
                // Nobody has a reason to: what waits for an answer has to get it.
            }
        }
    }

    /** Runs a task on the worker of this thread and waits for it, also if interrupted: Python cannot be stopped. */
    static <T> T run(Supplier<T> task) {
        try {
            if (Thread.currentThread().isVirtual()) {
                return SystemThread.call(task);
            }
            FutureTask<T> future = new FutureTask<>(task::get);
            boolean interrupted = hand(MINE.get(), future);
            try {
                return SystemThread.await(future);
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        } catch (PythonException e) {
            e.fillInStackTrace(); // where the caller stands; where Python stood is in the traceback
            throw e;
        }
    }

    private static boolean hand(Worker worker, FutureTask<?> task) {
        boolean interrupted = false;
        while (true) {
            try {
                worker.tasks.put(task);
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }
}
