package io.arrayport.core.kernel;

import java.lang.foreign.Arena;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import io.arrayport.core.kernel.ProductKernel.Matrix;
import io.arrayport.core.memory.Memory;

/**
 * Products of few rows by a matrix: by tiles whose sums stay in registers and which read panels of the matrix, a few
 * vectors wide. The panels are packed ones, if the caller has kept them; else the matrix is read where it lies, or
 * packed piece by piece. Each element is the sum of sums of {@link #DEPTH} products, whichever it is: the same bits.
 *
 * <p>For vectors of 512 bits, of which there are registers enough; nothing else was measured.
 */
public final class PanelProduct {
    /** Products that are added up before the sum goes to memory: a panel's stay in the first cache. */
    private static final int DEPTH = 128;
    /** The most rows: with more of them the time that it takes to pack no longer matters. */
    private static final long MOST = 128;
    /** So many rows are computed faster than a panel is packed. */
    private static final long UNPACKED = 2L * Tiles.ROWS;
    private static final long LEAST = 16;
    /** Between so many products OpenBLAS reads a matrix of rows where it lies, faster than panels of it are read. */
    private static final long MIDDLING = 1 << 18;
    private static final long MANY = 1 << 20;
    /** Rows that it takes for that. */
    private static final long SOME = 8;

    private final Supplier<Tiles> maker;
    private final AtomicBoolean started = new AtomicBoolean();
    /** What computes: at first what needs no time to be compiled. Both give the same bits. */
    private volatile Tiles tiles;
    private final int element;
    /** Columns of a panel. */
    private final int columns;
    /** Bytes of a panel's row. */
    private final int width;
    /** Room for a piece of a panel and a tile: 0 while a thread uses it, and others have their own. */
    private final AtomicLong spare;

    /** @param maker makes the tiles that are to be used once they are compiled */
    PanelProduct(Supplier<Tiles> maker, Lane lane, int vector) {
        this.maker = maker;
        this.element = lane.bytes();
        this.width = Tiles.WIDTH * vector;
        this.tiles = new ArrayTiles(lane == Lane.F64, width);
        this.columns = width / element;
        this.spare = new AtomicLong(Arena.global().allocate(room(), Memory.ALIGNMENT).address());
    }

    private long room() {
        return (long) (DEPTH + Tiles.ROWS) * width;
    }

    /** Whether this is the way to compute a product: by lengths and strides alone, so that bits depend on no more. */
    public boolean suits(Matrix a, Matrix b, Matrix out, long m, long k, long n) {
        return m <= MOST && k >= LEAST && n >= columns && a.column() == element && out.column() == element
                && (b.column() == element ? !isMiddling(m, k, n) : b.row() == element && m > 1);
    }

    private static boolean isMiddling(long m, long k, long n) {
        return m >= SOME && k <= MANY && n <= MANY && m * k * n >= MIDDLING && m * k * n <= MANY;
    }

    /** Bytes that all panels of a matrix take. */
    public long packedBytes(long k, long n) {
        return Math.multiplyExact((n + columns - 1) / columns * width, k);
    }

    /** Packs a matrix into panels, of which the last may be filled up with zeros. */
    public void pack(Matrix b, long k, long n, long to) {
        for (long j = 0; j < n; j += columns) {
            for (long p = 0; p < k; p += DEPTH) {
                pack(b.from(p, j), (int) Math.min(DEPTH, k - p), Math.min(columns, n - j),
                        to + (j / columns * k + p) * width);
            }
        }
    }

    private void pack(Matrix b, int deep, long wide, long to) {
        if (wide < columns) {
            Memory.segment(to, (long) deep * width).fill((byte) 0);
        }
        if (b.column() != element) {
            Transposition.run(element, b.at(), b.column(), to, width, wide, deep);
        } else if (wide == columns) {
            tiles.pack(b.at(), b.row(), deep, to);
        } else {
            for (long p = 0; p < deep; p++) {
                Memory.copy(b.at(p, 0), to + p * width, wide * element);
            }
        }
    }

    /**
     * Computes a product that {@link #suits}.
     *
     * @param packed where all panels of {@code b} are, or 0
     */
    public void run(Matrix a, Matrix b, long packed, Matrix out, long m, long k, long n) {
        if (!started.getPlain() && !started.getAndSet(true)) {
            TileTraining.start(maker, width, compiled -> tiles = compiled);
        }
        for (long i = 0; i < m; i++) {
            Memory.segment(out.at(i, 0), n * element).fill((byte) 0);
        }
        long room = spare.getAndSet(0);
        if (room != 0) {
            try {
                multiply(a, b, packed, out, m, k, n, room);
            } finally {
                spare.set(room);
            }
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            multiply(a, b, packed, out, m, k, n, arena.allocate(room(), Memory.ALIGNMENT).address());
        }
    }

    private void multiply(Matrix a, Matrix b, long packed, Matrix out, long m, long k, long n, long room) {
        if (packed != 0) {
            packed(a, packed, out, m, k, n, room);
        } else if (b.column() == element && m <= UNPACKED) {
            lying(a, b, out, m, k, n, room);
        } else {
            for (long j = 0; j < n; j += columns) {
                for (long p = 0; p < k; p += DEPTH) {
                    int deep = (int) Math.min(DEPTH, k - p);
                    long wide = Math.min(columns, n - j);
                    pack(b.from(p, j), deep, wide, room);
                    rows(a.from(0, p), room, width, deep, out.from(0, j), m, wide, room);
                }
            }
        }
    }

    /** Goes down one panel after the other: so they lie. */
    private void packed(Matrix a, long panels, Matrix out, long m, long k, long n, long room) {
        long panel = k * width;
        long j = 0;
        if (m == 1) {
            for (; n - j >= 2L * columns; j += 2L * columns) {
                for (long p = 0; p < k; p += DEPTH) {
                    tiles.add(Tiles.PAIR, a.at(0, p), 0, panels + j / columns * panel + p * width, width, panel,
                            (int) Math.min(DEPTH, k - p), out.at(0, j), 0);
                }
            }
        }
        for (; j < n; j += columns) {
            for (long p = 0; p < k; p += DEPTH) {
                rows(a.from(0, p), panels + j / columns * panel + p * width, width, (int) Math.min(DEPTH, k - p),
                        out.from(0, j), m, Math.min(columns, n - j), room);
            }
        }
    }

    /** Goes along the rows of the matrix. */
    private void lying(Matrix a, Matrix b, Matrix out, long m, long k, long n, long room) {
        for (long p = 0; p < k; p += DEPTH) {
            int deep = (int) Math.min(DEPTH, k - p);
            long j = 0;
            if (m == 1) {
                for (; n - j >= 2L * columns; j += 2L * columns) {
                    tiles.add(Tiles.PAIR, a.at(0, p), 0, b.at(p, j), b.row(), width, deep, out.at(0, j), 0);
                }
            }
            for (; n - j >= columns; j += columns) {
                rows(a.from(0, p), b.at(p, j), b.row(), deep, out.from(0, j), m, columns, room);
            }
            if (j < n) {
                pack(b.from(p, j), deep, n - j, room);
                rows(a.from(0, p), room, width, deep, out.from(0, j), m, n - j, room);
            }
        }
    }

    /** Adds to all rows of a panel. */
    private void rows(Matrix a, long b, long bRow, int deep, Matrix out, long m, long wide, long room) {
        long left = (m + Tiles.ROWS - 1) / Tiles.ROWS;
        for (long i = 0; i < m; left--) {
            int high = (int) ((m - i + left - 1) / left);
            if (wide == columns) {
                tiles.add(high, a.at(i, 0), a.row(), b, bRow, 0, deep, out.at(i, 0), out.row());
            } else {
                long tile = room + (long) DEPTH * width;
                for (int r = 0; r < high; r++) {
                    Memory.copy(out.at(i + r, 0), tile + (long) r * width, wide * element);
                }
                tiles.add(high, a.at(i, 0), a.row(), b, bRow, 0, deep, tile, width);
                for (int r = 0; r < high; r++) {
                    Memory.copy(tile + (long) r * width, out.at(i + r, 0), wide * element);
                }
            }
            i += high;
        }
    }
}
