package io.arrayport.core.memory;

import java.lang.ref.ReferenceQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.arrayport.core.threads.Daemon;

/**
 * The collector's backstop: closes the blocks whose storage nobody can reach any more. Its
 * thread also tells the allocator that time passes.
 *
 * <p>Our own blocks and imports have a queue and a thread each. A neighbour's hook may wait for a lock of its own, such
 * as Python's: it must hold up neither the freeing of our memory nor a thread that only wants to allocate.
 */
final class Reaper {
    private static final ReferenceQueue<Storage> OURS = new ReferenceQueue<>();
    private static final ReferenceQueue<Storage> IMPORTS = new ReferenceQueue<>();

    /** Closed while their owner may have held them, or just let go: ours, and those whose hook is a neighbour's. */
    private static final Queue<Block> OURS_AGAIN = new ConcurrentLinkedQueue<>();
    private static final Queue<Block> IMPORTS_AGAIN = new ConcurrentLinkedQueue<>();

    /** How often what is kept grows older, and how often to see whether there is any. */
    private static final long TICK_MILLIS = 1_000;
    private static final long IDLE_MILLIS = 3_000;

    static {
        start("arrayport-reaper", OURS);
        start("arrayport-import-reaper", IMPORTS);
    }

    private Reaper() {}

    private static void start(String name, ReferenceQueue<Storage> queue) {
        Daemon.unstarted(name, () -> run(queue)).start();
    }

    static ReferenceQueue<Storage> queue(Block.Kind kind) {
        return kind == Block.Kind.NATIVE ? OURS : IMPORTS;
    }

    /** Closes what the collector has found so far; says whether there was anything. */
    static boolean drain() {
        boolean ours = drain(OURS);
        return drain(IMPORTS) || ours;
    }

    /** As {@link #drain()}, for our own blocks: no hook of a neighbour runs on the calling thread. */
    static boolean drainOurs() {
        return drain(OURS);
    }

    /** Frees {@code block}, which is closed, if nobody does who holds it. */
    static void lookAgain(Block block) {
        again(queue(block.kind)).add(block);
    }

    @SuppressWarnings("ReferenceEquality") // which of the queues it is
    private static Queue<Block> again(ReferenceQueue<Storage> queue) {
        return queue == OURS ? OURS_AGAIN : IMPORTS_AGAIN;
    }

    private static void lookAgain(Queue<Block> again) {
        for (int i = again.size(); i > 0; i--) {
            Block block = again.poll();
            if (block != null) {
                block.freeUnlessHeld(); // or comes again
            }
        }
    }

    private static boolean drain(ReferenceQueue<Storage> queue) {
        boolean any = false;
        Queue<Block> again = again(queue);
        if (!again.isEmpty()) {
            lookAgain(again);
        }
        for (Block block = (Block) queue.poll(); block != null; block = (Block) queue.poll()) {
            reap(block);
            any = true;
        }
        return any;
    }

    @SuppressWarnings("ReferenceEquality") // which of the queues it is
    private static void run(ReferenceQueue<Storage> queue) {
        long next = System.nanoTime();
        while (true) {
            try {
                Block block = (Block) queue.remove(Budget.pooled() > 0 ? TICK_MILLIS : IDLE_MILLIS);
                if (block != null) {
                    reap(block);
                }
                if (System.nanoTime() - next >= 0) {
                    next = System.nanoTime() + TICK_MILLIS * 1_000_000;
                    lookAgain(again(queue));
                    if (queue == OURS) {
                        Allocator.current().tick();
                    }
                }
            } catch (InterruptedException | RuntimeException | Error ignored) {
                // A daemon nobody may stop: without it dropped arrays would never be released.
            }
        }
    }

    private static void reap(Block block) {
        // Dropped temporaries are everyday; a dropped import held a neighbour's memory for an unknown time.
        if (block.close() && block.kind == Block.Kind.IMPORT && Recorder.isOn()) {
            new LeakEvent().emit(block.origin, block.address, block.byteSize);
        }
    }
}
