package io.arrayport.core.loop;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Fourier;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.error.MemoryBudgetException;
import io.arrayport.core.fourier.Buffers;
import io.arrayport.core.fourier.Plan;

/**
 * Hands rows to the plan of their length, through Java arrays: as many rows at once as the plan takes together. Each is
 * read wholly before it is written.
 */
final class FourierLoop {
    private final Fourier kind;
    private final int n;
    private final double factor;
    private final FourierRow in;
    private final FourierRow out;
    private final Plan plan;
    private final int lanes;
    private final Buffers buffers;
    private final long[] from;
    private final long[] to;
    /** How many rows wait. */
    private int rows;

    private FourierLoop(Fourier kind, int n, double factor, FourierRow in, FourierRow out, Plan plan, int lanes) {
        this.kind = kind;
        this.n = n;
        this.factor = factor;
        this.in = in;
        this.out = out;
        this.plan = plan;
        this.lanes = lanes;
        buffers = plan.buffers(lanes);
        from = new long[lanes];
        to = new long[lanes];
    }

    private static void requireHeap(int n, long bytes) {
        long most = Runtime.getRuntime().maxMemory();
        if (bytes > most) {
            throw new MemoryBudgetException("fft: rows of " + n + " elements are transformed in Java's heap and take "
                    + bytes + " bytes of it, it may grow to " + most + "; start java with a larger -Xmx");
        }
    }

    /** As {@link Backend#fourier}; {@code in} is not empty along the axis, {@code out} not at all. */
    static void run(Fourier kind, Operand in, int axis, int n, double factor, Operand out) {
        long all = out.layout().size() / out.layout().dim(axis);
        FourierRow from = FourierRow.along(in, axis);
        FourierRow to = FourierRow.along(out, axis);
        boolean real = !from.isComplex() || !to.isComplex();
        requireHeap(n, Plan.bytesOf(real && n % 2 == 0 ? n / 2 : n));
        Plan plan = Plan.of(n, real);
        int lanes = all < plan.lanes() ? 1 : plan.lanes();
        requireHeap(n, plan.bytes(lanes));
        UnaryLoop.rows(n * (long) (Integer.SIZE - Integer.numberOfLeadingZeros(n)), lanes,
                in.storage().address(), in.layout().index(axis, 0), out.storage().address(),
                out.layout().index(axis, 0), walk -> {
                    FourierLoop loop = new FourierLoop(kind, n, factor, from, to, plan, lanes);
                    walk.accept(loop::strip);
                    loop.flush();
                    plan.giveBack(loop.buffers);
                });
    }

    private void strip(long start, long step, long target, long targetStep, long count) {
        for (long i = 0; i < count; i++) {
            from[rows] = start + i * step;
            to[rows] = target + i * targetStep;
            rows++;
            if (rows == lanes) {
                flush();
            }
        }
    }

    /** Lanes without a row are computed, too, from what happens to be in them. */
    private void flush() {
        if (rows > 0) {
            read();
            transform();
            write();
            rows = 0;
        }
    }

    private void read() {
        if (kind == Fourier.HERMITIAN) {
            in.read(from, rows, lanes, n / 2 + 1, buffers);
            if (!plan.isHalved()) {
                FourierRow.mirror(n, lanes, buffers);
            }
        } else if (plan.isHalved()) {
            in.pairs().read(from, rows, lanes, n / 2, buffers);
            if (in.length() < n && in.length() % 2 == 1) {
                in.readLast(from, rows, lanes, (int) in.length() / 2, buffers);
            }
        } else {
            in.read(from, rows, lanes, n, buffers);
        }
    }

    private void transform() {
        if (kind == Fourier.HERMITIAN) {
            plan.hermitian(buffers, lanes);
        } else if (in.isComplex()) {
            plan.complex(buffers, lanes, kind == Fourier.BACKWARD);
        } else {
            plan.real(buffers, lanes);
        }
    }

    private void write() {
        if (kind == Fourier.HERMITIAN) {
            FourierRow numbers = plan.isHalved() ? out.pairs() : out;
            numbers.write(buffers, lanes, factor, factor, 0, plan.isHalved() ? n / 2 : n, to, rows);
        } else if (in.isComplex()) {
            out.write(buffers, lanes, factor, factor, 0, n, to, rows);
        } else {
            // Backward is the conjugate of forward here
            double imaginary = kind == Fourier.BACKWARD ? -factor : factor;
            out.write(buffers, lanes, factor, imaginary, 0, n / 2 + 1, to, rows);
            if (kind != Fourier.REAL) {
                mirror(imaginary);
            }
        }
    }

    /** Writes the second half of the transform of real numbers: the first, conjugate and backwards. */
    private void mirror(double imaginary) {
        for (int lane = 0; lane < rows; lane++) {
            to[lane] += (n - 1) * out.stride();
        }
        out.backwards().write(buffers, lanes, factor, -imaginary, 1, (n - 1) / 2, to, rows);
    }
}
