package io.arrayport.core.memory;

import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The collector's backstop: keeps live blocks reachable and closes those whose storage nobody can reach any more. Its
 * thread also tells the allocator that time passes.
 *
 * <p>Our own blocks and imports have a queue and a thread each. A neighbour's hook may wait for a lock of its own, such
 * as Python's: it must hold up neither the freeing of our memory nor a thread that only wants to allocate.
 */
final class Reaper {
    private static final ReferenceQueue<Storage> OURS = new ReferenceQueue<>();
    private static final ReferenceQueue<Storage> IMPORTS = new ReferenceQueue<>();

    /** How often what is kept grows older, and how often to see whether there is any. */
    private static final long TICK_MILLIS = 1_000;
    private static final long IDLE_MILLIS = 10_000;

    private static @Nullable Block first;
    /** How many of the live blocks are ours. */
    private static long natives;

    static {
        start("arrayport-reaper", OURS);
        start("arrayport-import-reaper", IMPORTS);
    }

    private Reaper() {}

    private static void start(String name, ReferenceQueue<Storage> queue) {
        // Whoever allocates first must not lend this thread its class loader or its thread locals for ever.
        Thread thread = Thread.ofPlatform().name(name).daemon().inheritInheritableThreadLocals(false)
                .unstarted(() -> run(queue));
        thread.setContextClassLoader(null);
        thread.start();
    }

    static ReferenceQueue<Storage> queue(Block.Kind kind) {
        return kind == Block.Kind.NATIVE ? OURS : IMPORTS;
    }

    static synchronized void add(Block block) {
        Block head = first;
        block.next = head;
        if (head != null) {
            head.previous = block;
        }
        first = block;
        natives += block.kind == Block.Kind.NATIVE ? 1 : 0;
    }

    static synchronized long natives() {
        return natives;
    }

    static synchronized void remove(Block block) {
        Block before = block.previous;
        Block after = block.next;
        if (before != null) {
            before.next = after;
        } else {
            first = after;
        }
        if (after != null) {
            after.previous = before;
        }
        block.previous = null;
        block.next = null;
        natives -= block.kind == Block.Kind.NATIVE ? 1 : 0;
    }

    static synchronized List<Block> live() {
        List<Block> blocks = new ArrayList<>();
        for (Block block = first; block != null; block = block.next) {
            blocks.add(block);
        }
        return blocks;
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

    private static boolean drain(ReferenceQueue<Storage> queue) {
        boolean any = false;
        for (Block block = (Block) queue.poll(); block != null; block = (Block) queue.poll()) {
            reap(block);
            any = true;
        }
        return any;
    }

    private static void run(ReferenceQueue<Storage> queue) {
        long next = System.nanoTime();
        while (true) {
            try {
                Block block = (Block) queue.remove(Budget.pooled() > 0 ? TICK_MILLIS : IDLE_MILLIS);
                if (block != null) {
                    reap(block);
                }
                if (queue == OURS && System.nanoTime() - next >= 0) {
                    next = System.nanoTime() + TICK_MILLIS * 1_000_000;
                    Allocator.current().tick();
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
