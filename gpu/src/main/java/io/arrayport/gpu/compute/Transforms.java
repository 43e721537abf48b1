package io.arrayport.gpu.compute;

import java.util.Arrays;
import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Fourier;
import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.gpu.driver.Gpu;
import io.arrayport.gpu.library.Fft;
import org.jspecify.annotations.Nullable;

/**
 * Fourier transforms: rows are brought together as float64 numbers, transformed by cuFFT where it is here, else by
 * kernels of ours, and go to their places times the factor.
 */
final class Transforms {
    private static final Signature NUMBERS = new Signature(List.of(DType.FLOAT64, DType.FLOAT64),
            List.of(DType.FLOAT64));
    private static final Signature COMPLEX = new Signature(List.of(DType.COMPLEX128), List.of(DType.COMPLEX128));

    private final Backend backend;
    private final @Nullable Fft library;

    Transforms(Backend backend, @Nullable Fft library) {
        this.backend = backend;
        this.library = library;
    }

    /** As {@link Backend#fourier}. */
    void run(Fourier kind, Operand in, int axis, long n, double factor, Operand out) {
        if (out.layout().size() == 0) {
            return;
        }
        if (in.layout().size() == 0) {
            backend.fill(out, 0L);
            return;
        }
        Operand from = last(in, axis);
        Operand to = last(out, axis);
        try (Temporaries temporaries = new Temporaries(backend)) {
            boolean numbers = in.dtype().kind() != 'c' && (kind == Fourier.FORWARD || kind == Fourier.BACKWARD);
            Operand done = numbers ? mirrored(temporaries, half(temporaries, Fourier.REAL, from, n), n,
                    kind == Fourier.BACKWARD) : half(temporaries, kind, from, n);
            scale(temporaries, done, factor);
            backend.copy(done, to);
        }
    }

    private Operand half(Temporaries temporaries, Fourier kind, Operand in, long n) {
        Operand done = library == null ? byOurs(temporaries, kind, in, n)
                : byLibrary(library, temporaries, kind, in, n);
        if (kind == Fourier.REAL) {
            requireReal(done, n); // which not a number hides
        }
        return done;
    }

    /** The whole spectrum of real numbers: the second half is the first, conjugate and backwards. */
    private Operand mirrored(Temporaries temporaries, Operand half, long n, boolean back) {
        Operand all = temporaries.of(half.device(), withLast(half.shape(), n), DType.COMPLEX128);
        Operand first = all.with(all.layout().slice(-1, 0L, n / 2 + 1, null));
        turned(half, first, back);
        if (n > 2) {
            Operand inner = half.with(half.layout().slice(-1, 1L, (n - 1) / 2 + 1, null));
            turned(inner, all.with(all.layout().slice(-1, n - 1, n / 2, -1L)), !back);
        }
        return all;
    }

    private void turned(Operand in, Operand out, boolean conjugate) {
        if (conjugate) {
            backend.unary(Op.CONJUGATE, COMPLEX, in, out, null);
        } else {
            backend.copy(in, out);
        }
    }

    private Operand byOurs(Temporaries temporaries, Fourier kind, Operand in, long n) {
        boolean back = kind == Fourier.BACKWARD || kind == Fourier.HERMITIAN;
        Operand rows = rows(temporaries, in, kind == Fourier.HERMITIAN ? n / 2 + 1 : n, n, DType.COMPLEX128);
        if (kind == Fourier.HERMITIAN) {
            requireReal(rows, n);
            if (n > 2) {
                Layout layout = rows.layout();
                Operand half = rows.with(layout.slice(-1, 1L, (n - 1) / 2 + 1, null));
                Operand mirrored = rows.with(layout.slice(-1, n - 1, n / 2, -1L));
                backend.unary(Op.CONJUGATE, COMPLEX, half, mirrored, null);
            }
        }
        OwnTransforms.run(temporaries, rows, n, back);
        return switch (kind) {
            case REAL -> rows.with(rows.layout().slice(-1, 0L, n / 2 + 1, null));
            case HERMITIAN -> Operand.of(DType.FLOAT64, rows.layout(), rows.storage());
            default -> rows;
        };
    }

    private Operand byLibrary(Fft fft, Temporaries temporaries, Fourier kind, Operand in, long n) {
        long half = n / 2 + 1;
        long width = kind == Fourier.HERMITIAN ? half : n;
        Operand rows = rows(temporaries, in, width, width, kind == Fourier.REAL ? DType.FLOAT64 : DType.COMPLEX128);
        Operand result = switch (kind) {
            case REAL -> temporaries.of(in.device(), withLast(rows.shape(), half), DType.COMPLEX128);
            case HERMITIAN -> temporaries.of(in.device(), withLast(rows.shape(), n), DType.FLOAT64);
            default -> rows;
        };
        if (kind == Fourier.HERMITIAN) {
            requireReal(rows, n);
        }
        Fft.Kind transform = switch (kind) {
            case REAL -> Fft.Kind.REAL;
            case HERMITIAN -> Fft.Kind.HERMITIAN;
            default -> Fft.Kind.COMPLEX;
        };
        fft.transform(Gpu.of(in.device().id()), new Fft.Rows(transform, kind == Fourier.BACKWARD, n,
                rows.layout().size() / width, rows.storage().address(), result.storage().address()));
        return result;
    }

    /** The first elements of each row, as many as are taken; zeros behind them up to {@code width}. */
    private Operand rows(Temporaries temporaries, Operand in, long taken, long width, DType type) {
        long there = Math.min(taken, in.shape().dim(in.shape().ndim() - 1));
        Operand rows = temporaries.of(in.device(), withLast(in.shape(), width), type);
        if (there < width) {
            backend.fill(rows.with(rows.layout().slice(-1, there, null, null)), 0L);
        }
        backend.copy(in.with(in.layout().slice(-1, 0L, there, null)),
                rows.with(rows.layout().slice(-1, 0L, there, null)));
        return rows;
    }

    /** What of half a spectrum no real numbers have is nobody's: the imaginary parts of both ends. */
    private void requireReal(Operand rows, long n) {
        Layout layout = rows.layout();
        for (long end : n % 2 == 0 && n > 1 ? new long[]{0, n / 2} : new long[]{0}) {
            Layout ends = layout.index(layout.ndim() - 1, end).shifted(DType.FLOAT64.itemsize());
            backend.fill(Operand.of(DType.FLOAT64, ends, rows.storage()), 0L);
        }
    }

    private void scale(Temporaries temporaries, Operand done, double factor) {
        if (factor == 1) {
            return;
        }
        Operand one = temporaries.of(done.device(), Shape.of(), DType.FLOAT64);
        backend.fill(one, factor);
        boolean isComplex = done.dtype().kind() == 'c';
        Operand numbers = isComplex ? parts(done) : done;
        backend.binary(Op.MULTIPLY, NUMBERS, numbers, one.with(one.layout().broadcastTo(numbers.shape())), numbers,
                null);
    }

    /** Complex numbers as pairs along one more axis. */
    private static Operand parts(Operand complex) {
        Layout layout = complex.layout();
        int ndim = layout.ndim();
        long[] dims = Arrays.copyOf(layout.shape().toArray(), ndim + 1);
        long[] strides = Arrays.copyOf(layout.strides(), ndim + 1);
        dims[ndim] = 2;
        strides[ndim] = DType.FLOAT64.itemsize();
        return Operand.of(DType.FLOAT64, Layout.of(Shape.of(dims), strides, layout.offset()), complex.storage());
    }

    private static Shape withLast(Shape shape, long length) {
        long[] dims = shape.toArray();
        dims[dims.length - 1] = length;
        return Shape.of(dims);
    }

    /** The operand with that axis last. */
    private static Operand last(Operand operand, int axis) {
        int ndim = operand.layout().ndim();
        int[] order = new int[ndim];
        for (int i = 0, at = 0; i < ndim; i++) {
            if (i != axis) {
                order[at++] = i;
            }
        }
        order[ndim - 1] = axis;
        return operand.with(operand.layout().transpose(order));
    }
}
