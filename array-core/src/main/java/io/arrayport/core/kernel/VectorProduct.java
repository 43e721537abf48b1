package io.arrayport.core.kernel;

import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicLong;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: {@link ProductKernel} by tiles of {@link #ROWS} rows and two vectors, whose sums stay in registers. Blocks
 * of both matrices are packed first, so that a tile reads them in order; those of {@code a} stay in the second cache
 * while the panels of {@code b} go by. {@link VectorRows} has small products and a row by few others, its scalar twin
 * what is too narrow, all with the same bits.
 */
final class VectorProduct<E> implements ProductKernel {
    /** @param rows what takes small products */
    record Spec(Lane lane, VectorSpecies<?> species, VectorSpecies<?> quarter, ProductKernel rows) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final Lane LANE = SPEC.lane();
    private static final boolean FLOAT = LANE.isFloat();
    /** Of whole numbers. */
    private static final Whole FORM = FLOAT ? Whole.I64 : Whole.of(LANE);
    private static final VectorSpecies<?> SPECIES = SPEC.species();
    private static final VectorSpecies<?> QUARTER = SPEC.quarter();
    private static final VectorSpecies<?> WHOLE = Repeated.whole(SPECIES);
    private static final Class<?> CLASS = SPECIES.vectorType();
    private static final Class<?> QUARTER_CLASS = QUARTER.vectorType();
    private static final ProductKernel SMALL = SPEC.rows();
    private static final int LENGTH = SPECIES.length();
    private static final int ELEMENT = SPECIES.elementSize() / Byte.SIZE;
    private static final int VECTOR = LENGTH * ELEMENT;
    private static final int PANEL = 2 * VECTOR;
    private static final int COLUMNS = 2 * LENGTH;
    private static final int QUARTER_BYTES = ScalarProduct.PARTS / 4;
    private static final int ROWS = 4;
    /** Of a block: rows of b, which a panel of 32 KB or less holds. */
    private static final long DEPTH = 256;
    /** Of a block: rows of a. */
    private static final long HEIGHT = 128;
    /** Products of fewer multiplications are not worth packing. */
    private static final long LEAST = 1024;

    /** Where partial sums go: 0 while a thread uses it, and others have their own. */
    private static final AtomicLong SPARE = new AtomicLong(
            Arena.global().allocate(ScalarProduct.PARTS, ScalarProduct.PARTS).address());

    @Override
    public void runAll(Matrix a, Matrix b, Matrix out, long m, long k, long n, long count, long... steps) {
        if ((!isDot(a, b, n) || k < ScalarProduct.PARTS / ELEMENT) && isSmall(a, b, m, k, n)) {
            SMALL.runAll(a, b, out, m, k, n, count, steps);
        } else {
            ProductKernel.super.runAll(a, b, out, m, k, n, count, steps);
        }
    }

    private static boolean isDot(Matrix a, Matrix b, long n) {
        return n == 1 && a.column() == ELEMENT && b.row() == ELEMENT;
    }

    private static boolean isSmall(Matrix a, Matrix b, long m, long k, long n) {
        return m * n * k < LEAST || Math.max(m, n) < LENGTH || m == 1 && isShallow(b, k)
                || n == 1 && isShallow(a.transposed(), k);
    }

    @Override
    public void run(Matrix a, Matrix b, Matrix out, long m, long k, long n) {
        if (isDot(a, b, n)) {
            dots(a, b, out, m, k);
        } else if (isSmall(a, b, m, k, n)) {
            SMALL.run(a, b, out, m, k, n);
        } else if (n < LENGTH) {
            tiles(b.transposed(), a.transposed(), out.transposed(), n, k, m);
        } else {
            tiles(a, b, out, m, k, n);
        }
    }

    /** Whether a row by this is best read as it lies: few rows, or such that overlap. */
    private static boolean isShallow(Matrix matrix, long rows) {
        return matrix.column() == ELEMENT && (rows <= DEPTH || matrix.row() <= VECTOR);
    }

    private void dots(Matrix a, Matrix b, Matrix out, long m, long k) {
        if (k < ScalarProduct.PARTS / ELEMENT) {
            SMALL.run(a, b, out, m, k, 1);
            return;
        }
        long spare = SPARE.getAndSet(0);
        if (spare != 0) {
            dots(a, b, out, m, k, spare);
            SPARE.set(spare);
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            dots(a, b, out, m, k, arena.allocate(ScalarProduct.PARTS, ScalarProduct.PARTS).address());
        }
    }

    private void dots(Matrix a, Matrix b, Matrix out, long m, long k, long sums) {
        long whole = k - k % (ScalarProduct.PARTS / ELEMENT);
        for (long i = 0; i < m; i++) {
            dot(a.at(i, 0), b.at(), whole * ELEMENT, sums);
            finish(sums, a.at(i, whole), b.at(whole, 0), k - whole, out.at(i, 0));
        }
    }

    private void dot(long a, long b, long end, long sums) {
        for (int q = 0; q < ScalarProduct.PARTS; q += 8) {
            Raw.i64(sums + q, 0);
        }
        long part = Template.PART * ScalarProduct.PARTS;
        for (long i = 0; i < end; i += part) {
            part(a + i, b + i, Math.min(part, end - i), sums);
        }
    }

    /** Adds to the partial sums. */
    private void part(long a, long b, long end, long sums) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        Vector<E> s0 = quarter(sums);
        Vector<E> s1 = quarter(sums + QUARTER_BYTES);
        Vector<E> s2 = quarter(sums + 2L * QUARTER_BYTES);
        Vector<E> s3 = quarter(sums + 3L * QUARTER_BYTES);
        for (long i = 0; i < end; i = Math.min(i + ScalarProduct.PARTS, end)) {
            long p = Raw.address(a + i);
            long q = Raw.address(b + i);
            s0 = more(quarter(p), quarter(q), s0);
            s1 = more(quarter(p + QUARTER_BYTES), quarter(q + QUARTER_BYTES), s1);
            s2 = more(quarter(p + 2L * QUARTER_BYTES), quarter(q + 2L * QUARTER_BYTES), s2);
            s3 = more(quarter(p + 3L * QUARTER_BYTES), quarter(q + 3L * QUARTER_BYTES), s3);
        }
        s0.intoMemorySegment(Raw.MEMORY, sums, ByteOrder.nativeOrder());
        s1.intoMemorySegment(Raw.MEMORY, sums + QUARTER_BYTES, ByteOrder.nativeOrder());
        s2.intoMemorySegment(Raw.MEMORY, sums + 2L * QUARTER_BYTES, ByteOrder.nativeOrder());
        s3.intoMemorySegment(Raw.MEMORY, sums + 3L * QUARTER_BYTES, ByteOrder.nativeOrder());
    }

    /** Adds the partial sums up, then the products that are left. */
    private static void finish(long sums, long a, long b, long left, long to) {
        if (LANE == Lane.F64) {
            double sum = 0;
            for (int q = 0; q < QUARTER_BYTES; q += ELEMENT) {
                sum += Raw.f64(sums + q) + Raw.f64(sums + q + QUARTER_BYTES)
                        + (Raw.f64(sums + q + 2L * QUARTER_BYTES) + Raw.f64(sums + q + 3L * QUARTER_BYTES));
            }
            for (long p = 0; p < left; p++) {
                sum = Math.fma(Raw.f64(a + p * ELEMENT), Raw.f64(b + p * ELEMENT), sum);
            }
            Raw.f64(to, sum);
        } else if (LANE == Lane.F32) {
            float sum = 0;
            for (int q = 0; q < QUARTER_BYTES; q += ELEMENT) {
                sum += Raw.f32(sums + q) + Raw.f32(sums + q + QUARTER_BYTES)
                        + (Raw.f32(sums + q + 2L * QUARTER_BYTES) + Raw.f32(sums + q + 3L * QUARTER_BYTES));
            }
            for (long p = 0; p < left; p++) {
                sum = Math.fma(Raw.f32(a + p * ELEMENT), Raw.f32(b + p * ELEMENT), sum);
            }
            Raw.f32(to, sum);
        } else {
            long sum = 0;
            for (int q = 0; q < ScalarProduct.PARTS; q += ELEMENT) {
                sum += FORM.get(sums + q);
            }
            for (long p = 0; p < left; p++) {
                sum += FORM.get(a + p * ELEMENT) * FORM.get(b + p * ELEMENT);
            }
            FORM.put(to, sum);
        }
    }

    private void tiles(Matrix a, Matrix b, Matrix out, long m, long k, long n) {
        long depth = Math.min(k, DEPTH);
        long height = Math.min((m + ROWS - 1) / ROWS * ROWS, HEIGHT);
        long panels = (n + COLUMNS - 1) / COLUMNS;
        try (Arena arena = Arena.ofConfined()) {
            long right = arena.allocate(panels * depth * PANEL, VECTOR).address();
            long left = arena.allocate(height * depth * ELEMENT, VECTOR).address();
            long tile = arena.allocate((long) ROWS * PANEL, VECTOR).address();
            zero(out, m, n);
            for (long p = 0; p < k; p += depth) {
                long deep = Math.min(depth, k - p);
                pack(b.from(p, 0).transposed(), right, n, deep, COLUMNS);
                for (long i = 0; i < m; i += height) {
                    long high = Math.min(height, m - i);
                    pack(a.from(i, p), left, high, deep, ROWS);
                    for (long j = 0; j < n; j += COLUMNS) {
                        panel(left, right + j / COLUMNS * deep * PANEL, out.from(i, j), high, deep,
                                Math.min(COLUMNS, n - j), tile);
                    }
                }
            }
        }
    }

    /** Adds to {@code columns} columns of the result the products of a block and a panel. */
    private void panel(long left, long right, Matrix out, long high, long deep, long columns, long tile) {
        for (long r = 0; r < high; r += ROWS) {
            long from = left + r * deep * ELEMENT;
            if (columns == COLUMNS && high - r >= ROWS && out.column() == ELEMENT) {
                add(from, right, deep, out.at(r, 0), out.row());
            } else {
                Matrix whole = new Matrix(tile, PANEL, ELEMENT);
                long rows = Math.min(ROWS, high - r);
                copy(out.from(r, 0), whole, rows, columns);
                add(from, right, deep, tile, PANEL);
                copy(whole, out.from(r, 0), rows, columns);
            }
        }
    }

    /** Adds a tile's products to what is at {@code out}. */
    private void add(long left, long right, long deep, long out, long row) {
        Vector<E> c00 = load(out);
        Vector<E> c01 = load(out + VECTOR);
        Vector<E> c10 = load(out + row);
        Vector<E> c11 = load(out + row + VECTOR);
        Vector<E> c20 = load(out + 2 * row);
        Vector<E> c21 = load(out + 2 * row + VECTOR);
        Vector<E> c30 = load(out + 3 * row);
        Vector<E> c31 = load(out + 3 * row + VECTOR);
        long a = left;
        long end = right + deep * PANEL;
        for (long b = right; b < end; b += PANEL) {
            Vector<E> b0 = load(b);
            Vector<E> b1 = load(b + VECTOR);
            Vector<E> a0 = repeat(a);
            Vector<E> a1 = repeat(a + ELEMENT);
            Vector<E> a2 = repeat(a + 2L * ELEMENT);
            Vector<E> a3 = repeat(a + 3L * ELEMENT);
            c00 = plus(a0, b0, c00);
            c01 = plus(a0, b1, c01);
            c10 = plus(a1, b0, c10);
            c11 = plus(a1, b1, c11);
            c20 = plus(a2, b0, c20);
            c21 = plus(a2, b1, c21);
            c30 = plus(a3, b0, c30);
            c31 = plus(a3, b1, c31);
            a += (long) ROWS * ELEMENT;
        }
        store(c00, out);
        store(c01, out + VECTOR);
        store(c10, out + row);
        store(c11, out + row + VECTOR);
        store(c20, out + 2 * row);
        store(c21, out + 2 * row + VECTOR);
        store(c30, out + 3 * row);
        store(c31, out + 3 * row + VECTOR);
    }

    /** Packs {@code n} rows, {@code width} at a time: of those first the elements of column 0, then of column 1. */
    private static void pack(Matrix from, long to, long n, long deep, int width) {
        for (long i = 0; i < n; i += width) {
            long block = to + i * deep * ELEMENT;
            long rows = Math.min(width, n - i);
            for (long p = 0; p < deep; p++) {
                long at = block + p * width * ELEMENT;
                for (long r = 0; r < rows; r++) {
                    element(from.at(i + r, p), at + r * ELEMENT);
                }
                for (long r = rows; r < width; r++) {
                    nothing(at + r * ELEMENT);
                }
            }
        }
    }

    private static void copy(Matrix from, Matrix to, long rows, long columns) {
        for (long i = 0; i < rows; i++) {
            for (long j = 0; j < columns; j++) {
                element(from.at(i, j), to.at(i, j));
            }
        }
    }

    private static void zero(Matrix out, long m, long n) {
        for (long i = 0; i < m; i++) {
            for (long j = 0; j < n; j++) {
                nothing(out.at(i, j));
            }
        }
    }

    private static void element(long from, long to) {
        if (ELEMENT == 8) {
            Raw.i64(to, Raw.i64(from));
        } else if (ELEMENT == 4) {
            Raw.i32(to, Raw.i32(from));
        } else {
            Raw.i16(to, Raw.i16(from));
        }
    }

    private static void nothing(long at) {
        if (ELEMENT == 8) {
            Raw.i64(at, 0);
        } else if (ELEMENT == 4) {
            Raw.i32(at, 0);
        } else {
            Raw.i16(at, (short) 0);
        }
    }

    @SuppressWarnings("unchecked") // SPECIES is the species of E: this class exists once per lane
    private Vector<E> plus(Vector<E> a, Vector<E> b, Vector<E> sum) {
        return (Vector<E>) CLASS.cast(FLOAT ? a.lanewise(VectorOperators.FMA, b, sum) : a.mul(b).add(sum));
    }

    /** {@link #plus} of quarters. */
    @SuppressWarnings("unchecked") // as plus
    private Vector<E> more(Vector<E> a, Vector<E> b, Vector<E> sum) {
        return (Vector<E>) QUARTER_CLASS.cast(FLOAT ? a.lanewise(VectorOperators.FMA, b, sum) : a.mul(b).add(sum));
    }

    private static void store(Vector<?> vector, long address) {
        ((Vector<?>) CLASS.cast(vector)).intoMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder());
    }

    @SuppressWarnings("unchecked") // as plus
    private Vector<E> load(long address) {
        return (Vector<E>) CLASS.cast(SPECIES.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder()));
    }

    @SuppressWarnings("unchecked") // as plus
    private Vector<E> repeat(long address) {
        return (Vector<E>) CLASS.cast(
                Exact.of(WHOLE, WHOLE.broadcast(Repeated.bits(ELEMENT, address))).reinterpretShape(SPECIES, 0));
    }

    @SuppressWarnings("unchecked") // as plus
    private Vector<E> quarter(long address) {
        return (Vector<E>) QUARTER_CLASS.cast(QUARTER.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder()));
    }
}
