package io.arrayport.dlpack.python;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A thread with the stack that Python expects, which runs Python code for one Java thread and ends after it. One and the
 * same for all calls of that thread, so that what Python keeps by thread is found again, such as what
 * {@code numpy.seterr} set. Virtual threads, of which there may be many, share a pool instead.
 */
final class Worker {
    /** As the main thread of a C program has it, and as much again: it is only taken up as far as it is used. */
    private static final long STACK = 16L << 20;
    private static final ThreadLocal<Worker> MINE = ThreadLocal.withInitial(Worker::new);
    private static final ExecutorService SHARED = Executors.newCachedThreadPool(Worker::thread);

    private final SynchronousQueue<FutureTask<?>> tasks = new SynchronousQueue<>();
    private final Thread owner = Thread.currentThread();

    private Worker() {
        thread(this::work).start();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "arrayport-python", STACK);
        thread.setDaemon(true);
        return thread;
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
        FutureTask<T> future = new FutureTask<>(task::get);
        boolean interrupted = false;
        try {
            if (Thread.currentThread().isVirtual()) {
                SHARED.execute(future);
            } else {
                interrupted = hand(MINE.get(), future);
            }
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw unwrapped(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
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

    private static RuntimeException unwrapped(@Nullable Throwable thrown) {
        if (thrown instanceof PythonException python) {
            python.fillInStackTrace(); // where the caller stands; where Python stood is in the traceback
        }
        return switch (thrown) {
            case RuntimeException exception -> exception;
            case Error error -> throw error;
            case null, default -> Libpython.unexpected("code", new IllegalStateException(thrown));
        };
    }
}
