package io.arrayport.core.memory;

import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The collector's backstop: keeps live blocks reachable and closes those whose storage nobody can reach any more. */
final class Reaper {
    static final ReferenceQueue<Storage> QUEUE = new ReferenceQueue<>();

    private static @Nullable Block first;

    static {
        // Whoever allocates first must not lend this thread its class loader or its thread locals for ever.
        Thread thread = Thread.ofPlatform().name("arrayport-reaper").daemon().inheritInheritableThreadLocals(false)
                .unstarted(Reaper::run);
        thread.setContextClassLoader(null);
        thread.start();
    }

    private Reaper() {}

    static synchronized void add(Block block) {
        Block head = first;
        block.next = head;
        if (head != null) {
            head.previous = block;
        }
        first = block;
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
        boolean any = false;
        for (Block block = (Block) QUEUE.poll(); block != null; block = (Block) QUEUE.poll()) {
            reap(block);
            any = true;
        }
        return any;
    }

    private static void run() {
        while (true) {
            try {
                reap((Block) QUEUE.remove());
            } catch (InterruptedException | RuntimeException | Error ignored) {
                // A daemon nobody may stop: without it dropped arrays would never be released.
            }
        }
    }

    private static void reap(Block block) {
        // Dropped temporaries are everyday; a dropped import held a neighbour's memory for an unknown time.
        if (block.close() && block.kind == Block.Kind.IMPORT) {
            LeakEvent.emit(block.origin, block.address, block.byteSize);
        }
    }
}
