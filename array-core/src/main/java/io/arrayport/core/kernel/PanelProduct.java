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
    /** Elements of rows that are made to alternate at a time: all of a few rows', and so few that they stay near. */
    private static final long ALTERNATING = MOST * DEPTH;
    /** Between so many products OpenBLAS reads a matrix of rows where it lies, faster than panels of it are read. */
    private static final long MIDDLING = 1 << 18;
    private static final long MANY = 1 << 20;
    /** Rows that it takes for that; twice as many, and it is faster from fewer products on. */
    private static final long SOME = 8;
    private static final long FEW = 1 << 14;

    /** A step from row to row that no matrix has: rows alternate. */
    private static final long DENSE = Long.MIN_VALUE;

    private final Supplier<Tiles> maker;
    private final AtomicBoolean started = new AtomicBoolean();
    /** What computes: at first what needs no time to be compiled. Both give the same bits. */
    private volatile Tiles tiles;
    private final int element;
    /** Columns of a panel. */
    private final int columns;
    /** Bytes of a panel's row. */
    private final int width;
    /** Room for a piece of a panel, a tile and alternating rows; 0 while a thread uses it: others have their own. */
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
        return (long) (DEPTH + Tiles.ROWS) * width + ALTERNATING * element;
    }

    /** Whether this is the way to compute a product: by lengths and strides alone, so that bits depend on no more. */
    public boolean suits(Matrix a, Matrix b, Matrix out, long m, long k, long n) {
        return m <= MOST && k >= LEAST && n >= columns && a.column() == element && out.column() == element
                && (b.column() == element ? !isMiddling(m, k, n) : b.row() == element && m > 1);
    }

    private static boolean isMiddling(long m, long k, long n) {
        return m >= SOME && k <= MANY && n <= MANY && m * k * n >= (m < 2 * SOME ? MIDDLING : FEW)
                && m * k * n <= MANY;
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
            started.set(TileTraining.start(maker, width, compiled -> tiles = compiled));
        }
        boolean dense = out.row() == n * element;
        for (long i = 0; i < (dense ? 1 : m); i++) {
            Memory.segment(out.at(i, 0), n * element * (dense ? m : 1)).fill((byte) 0);
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
        if (packed == 0 && b.column() == element && m <= UNPACKED) {
            lying(a, b, out, m, k, n, room);
            return;
        }
        long deepest = m == 1 ? k : ALTERNATING / alternating(m) / DEPTH * DEPTH;
        for (long p = 0; p < k; p += deepest) {
            long deep = Math.min(deepest, k - p);
            long left = m == 1 ? a.at(0, p) : alternating(a.from(0, p), m, deep, room);
            panels(left, b.from(p, 0), packed == 0 ? 0 : packed + p * width, k * width, out, m, deep, n, room);
        }
    }

    /** Lets the elements of two tiles' rows alternate, a piece after the other. */
    private long alternating(Matrix a, long m, long k, long room) {
        long left = room + (long) (DEPTH + Tiles.ROWS) * width;
        long to = left;
        for (long p = 0; p < k; p += DEPTH) {
            long deep = Math.min(DEPTH, k - p);
            long count = tiles(m);
            for (long i = 0; i < m; count -= 2) {
                int first = high(m - i, count);
                int both = count == 1 ? first : first + high(m - i - first, count - 1);
                tiles.alternate(a.at(i, p), a.row(), both, (int) deep, to);
                to += Tiles.APART * deep * element;
                i += both;
            }
        }
        return left;
    }

    /**
     * Goes down one panel after the other: so they lie.
     *
     * @param left rows that alternate
     * @param packed where the first panel begins, or 0
     * @param panel bytes from there to the next one
     */
    private void panels(long left, Matrix b, long packed, long panel, Matrix out, long m, long k, long n, long room) {
        long j = 0;
        if (m == 1 && packed != 0) {
            for (; n - j >= 2L * columns; j += 2L * columns) {
                for (long p = 0; p < k; p += DEPTH) {
                    tiles.add(Tiles.PAIR, left + p * element, 0, packed + j / columns * panel + p * width, width, panel,
                            (int) Math.min(DEPTH, k - p), out.at(0, j), 0);
                }
            }
        }
        for (; j < n; j += columns) {
            for (long p = 0; p < k; p += DEPTH) {
                int deep = (int) Math.min(DEPTH, k - p);
                long wide = Math.min(columns, n - j);
                long right = packed + j / columns * panel + p * width;
                if (packed == 0) {
                    pack(b.from(p, j), deep, wide, room);
                    right = room;
                }
                Matrix rows = m == 1 ? new Matrix(left + p * element, 0, element)
                        : new Matrix(left + p * alternating(m) * element, DENSE, element);
                rows(rows, right, width, deep, out.from(0, j), m, wide, room);
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

    private static long tiles(long m) {
        return (m + Tiles.ROWS - 1) / Tiles.ROWS;
    }

    /** Rows of the next of so many tiles, which all have about as many. */
    private static int high(long rows, long left) {
        return (int) ((rows + left - 1) / left);
    }

    /** How many rows there are where they alternate. */
    private static long alternating(long m) {
        return (tiles(m) + 1) / 2 * Tiles.APART;
    }

    /** Adds to all rows of a panel; those of {@code a} alternate if they are {@link #DENSE}. */
    private void rows(Matrix a, long b, long bRow, int deep, Matrix out, long m, long wide, long room) {
        long count = tiles(m);
        long pair = a.at();
        int second = 0;
        for (long i = 0; i < m; count--) {
            int high = high(m - i, count);
            boolean whole = wide == columns;
            long tile = whole ? out.at(i, 0) : room + (long) DEPTH * width;
            long row = whole ? out.row() : width;
            for (int r = 0; r < high && !whole; r++) {
                Memory.copy(out.at(i + r, 0), tile + (long) r * width, wide * element);
            }
            if (a.row() == DENSE) {
                tiles.dense(high, pair + (long) second * element, b, deep, tile, row);
                pair += second == 0 ? 0 : Tiles.APART * (long) deep * element;
                second = second == 0 ? high : 0;
            } else {
                tiles.add(high, a.at(i, 0), a.row(), b, bRow, 0, deep, tile, row);
            }
            for (int r = 0; r < high && !whole; r++) {
                Memory.copy(tile + (long) r * width, out.at(i + r, 0), wide * element);
            }
            i += high;
        }
    }
}
