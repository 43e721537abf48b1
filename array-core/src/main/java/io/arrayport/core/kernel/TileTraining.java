package io.arrayport.core.kernel;

import java.lang.foreign.Arena;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.arrayport.core.memory.Memory;
import io.arrayport.core.threads.Daemon;

/**
 * Runs tiles on a thread of its own until they are compiled, and hands them over then: uncompiled they are a thousand
 * times slower, because each vector is an object. It ends by itself, also where they are never compiled.
 */
final class TileTraining {
    private static final int TURNS = 16;
    private static final int CALLS = 1200;
    /** A busy machine compiles late. */
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    /** What a compiled tile of so many turns takes well below: a tenth of a microsecond is usual. */
    private static final long FAST_NANOS = 3_000;
    private static final long PAUSE_MILLIS = 5;

    private TileTraining() {}

    /**
     * @param width bytes of a panel's row
     * @return false where the system has no thread for it
     */
    static boolean start(Supplier<Tiles> maker, int width, Consumer<Tiles> ready) {
        return Daemon.start(RacedSort.THREAD + "tiles", () -> run(maker.get(), width, ready));
    }

    private static void run(Tiles tiles, int width, Consumer<Tiles> ready) {
        try (Arena arena = Arena.ofConfined()) {
            long room = arena.allocate((long) (TURNS + 2 * Tiles.ROWS) * width, Memory.ALIGNMENT).address();
            long sums = room + (long) TURNS * width;
            long start = System.nanoTime();
            for (int round = 0; System.nanoTime() - start < PATIENCE_NANOS; round++) {
                boolean fast = true;
                int calls = round == 0 ? CALLS : TURNS;
                for (int rows = 0; rows <= Tiles.ROWS; rows++) {
                    int count = rows;
                    fast &= isFast(calls, () -> tiles.add(count, room, 0, room, 0, 0, TURNS, sums, width));
                    fast &= rows < 2 || isFast(calls, () -> tiles.dense(count, room, room, TURNS, sums, width));
                }
                for (int call = 0; call < CALLS && round == 0; call++) {
                    tiles.pack(room, 0, TURNS, room);
                    tiles.alternate(room, 0, Tiles.APART, TURNS, sums);
                }
                if (fast) {
                    ready.accept(tiles);
                    return;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isFast(int calls, Runnable tile) {
        long best = Long.MAX_VALUE;
        for (int call = 0; call < calls; call++) {
            long begin = System.nanoTime();
            tile.run();
            best = Math.min(best, System.nanoTime() - begin);
        }
        return best < FAST_NANOS;
    }
}
