package io.arrayport.core.memory;

import java.util.ArrayList;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Closes, at its end, every storage that this thread made or imported since it was opened, except what was kept:
 *
 * <pre>{@code
 * try (Scope scope = Scope.open()) {
 *     return scope.keep(compute());
 * }
 * }</pre>
 *
 * Scopes nest; a kept storage passes to the enclosing scope, or to nobody. A scope belongs to the thread that opened
 * it. It does not keep storages reachable: the collector may take a dropped one earlier.
 */
public final class Scope implements AutoCloseable {
    private static final ThreadLocal<Scope> CURRENT = new ThreadLocal<>();

    /** Whether any thread ever opened one: spares all others the look at {@link #CURRENT} for each storage. */
    private static volatile boolean used;

    private final @Nullable Scope outer;
    private final Thread owner = Thread.currentThread();
    private final ArrayList<Block> blocks = new ArrayList<>();
    private int prune = 64;
    private boolean open = true;

    private Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    /** Opens a scope on this thread, inside the current one. */
    public static Scope open() {
        Scope scope = new Scope(CURRENT.get());
        used = true;
        CURRENT.set(scope);
        return scope;
    }

    /**
     * Takes {@code value}'s storage out of this scope and of those open inside it. Without effect on what belongs to
     * an enclosing scope, to another thread, or to nobody.
     *
     * @return {@code value}
     */
    public <T extends Stored> T keep(T value) {
        requireOwner("keep");
        Block block = value.storage().block();
        boolean found = blocks.remove(block);
        for (Scope scope = CURRENT.get(); !found && scope != null && scope != this; scope = scope.outer) {
            found = scope.blocks.remove(block);
        }
        if (found && outer != null) {
            outer.add(block);
        }
        return value;
    }

    /**
     * Runs what makes or imports storages that no scope of this thread shall close: they live on with whoever holds
     * them, such as a cache or a neighbour.
     */
    public static <T> T outside(Supplier<T> making) {
        Scope current = CURRENT.get();
        if (current == null) {
            return making.get();
        }
        CURRENT.remove();
        try {
            return making.get();
        } finally {
            CURRENT.set(current);
        }
    }

    /** Closes what was made in this scope and not kept; scopes still open inside it end with it. */
    @Override
    public void close() {
        if (!open) {
            return;
        }
        requireOwner("close");
        Scope innermost = CURRENT.get();
        // Before anything is closed: a release hook that makes a storage must find the scope that outlives this one.
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
        for (Scope scope = innermost; scope != null && scope != outer; scope = scope.outer) {
            scope.end();
        }
    }

    private void end() {
        open = false;
        for (Block block : blocks) {
            block.close();
        }
        blocks.clear();
    }

    static void adopt(Block block) {
        Scope scope = used ? CURRENT.get() : null;
        if (scope != null) {
            scope.add(block);
        }
    }

    private void add(Block block) {
        if (blocks.size() >= prune) {
            blocks.removeIf(Block::isClosed);
            prune = Math.max(64, 2 * blocks.size());
        }
        blocks.add(block);
    }

    /** How many storages it remembers: those still open and a bounded number of others. */
    int size() {
        return blocks.size();
    }

    private void requireOwner(String operation) {
        if (!Thread.currentThread().equals(owner)) {
            throw new IllegalStateException(
                    operation + ": this scope belongs to " + owner + ", not to " + Thread.currentThread());
        }
        if (!open) {
            throw new IllegalStateException(operation + ": this scope is closed");
        }
    }
}
