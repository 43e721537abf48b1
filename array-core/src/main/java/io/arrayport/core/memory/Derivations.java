package io.arrayport.core.memory;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The blocks from which something is derived: it goes where memory is short. */
final class Derivations {
    private static final Set<Block> BLOCKS = ConcurrentHashMap.newKeySet();

    private Derivations() {}

    static void add(Block block) {
        BLOCKS.add(block);
        // Whoever forgot it in between found nothing to remove
        if (block.derived() == null) {
            BLOCKS.remove(block);
        }
    }

    static void remove(Block block) {
        BLOCKS.remove(block);
    }

    /** Drops all that is derived; says whether there was anything. */
    static boolean drop() {
        boolean any = false;
        for (Block block : BLOCKS) {
            any |= block.forget();
        }
        return any;
    }
}
