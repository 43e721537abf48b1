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

    private FourierLoop(Fourier kind, int n, double factor, FourierRow in, FourierRow out, long all) {
        this.kind = kind;
        this.n = n;
        this.factor = factor;
        this.in = in;
        this.out = out;
        plan = Plan.of(n, !in.isComplex() || !out.isComplex());
        lanes = all < plan.lanes() ? 1 : plan.lanes();
        long bytes = plan.bytes(lanes);
        long most = Runtime.getRuntime().maxMemory();
        if (bytes > most) {
            throw new MemoryBudgetException("fft: rows of " + n + " elements are transformed in Java's heap and take "
                    + bytes + " bytes of it, it may grow to " + most + "; start java with a larger -Xmx");
        }
        buffers = plan.buffers(lanes);
        from = new long[lanes];
        to = new long[lanes];
    }

    /** As {@link Backend#fourier}; {@code in} is not empty along the axis, {@code out} not at all. */
    static void run(Fourier kind, Operand in, int axis, int n, double factor, Operand out) {
        long all = out.layout().size() / out.layout().dim(axis);
        FourierLoop loop = new FourierLoop(kind, n, factor, FourierRow.along(in, axis), FourierRow.along(out, axis),
                all);
        UnaryLoop.run(loop::strip, in.storage().address(), in.layout().index(axis, 0), out.storage().address(),
                out.layout().index(axis, 0));
        loop.flush();
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
            in.complex(from, rows, lanes, n / 2 + 1, buffers);
            if (!plan.isHalved()) {
                FourierRow.mirror(n, lanes, buffers);
            }
        } else if (plan.isHalved()) {
            in.pairs(from, rows, lanes, n / 2, buffers);
        } else {
            in.complex(from, rows, lanes, n, buffers);
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
        switch (kind) {
            case HERMITIAN -> {
                if (plan.isHalved()) {
                    out.pairs(buffers, lanes, factor, n / 2, to, rows);
                } else {
                    out.reals(buffers, lanes, factor, n, to, rows);
                }
            }
            case REAL -> out.complex(buffers, lanes, factor, factor, n / 2 + 1, to, rows);
            case FORWARD,BACKWARD -> {
                if (in.isComplex()) {
                    out.complex(buffers, lanes, factor, factor, n, to, rows);
                } else {
                    // Of real numbers the second half mirrors the first, and backward is the conjugate of forward
                    double imag = kind == Fourier.FORWARD ? factor : -factor;
                    out.complex(buffers, lanes, factor, imag, n / 2 + 1, to, rows);
                    out.mirrored(buffers, lanes, factor, -imag, n, to, rows);
                }
            }
        }
    }
}
