package io.arrayport.core.kernel;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

import io.arrayport.core.backend.Op;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic of doubles as long as nothing is compiled: the twin of {@link RacedBinary}, but longer strips go through
 * Java's own arrays, on which the interpreter is a hundred times faster than on memory, and which the first compiler
 * is done with at once. A first addition of a million elements takes a third of the time so. It is not made from a
 * template, which takes as long as that addition.
 */
final class FirstBinary implements BinaryKernel {
    /** Shorter strips are not worth two arrays. */
    private static final long LEAST = 256;
    private static final int BLOCK = 8192;
    private static final long BYTES = Double.BYTES;

    private final Op op;
    private volatile @Nullable BinaryKernel twin;

    private FirstBinary(Op op) {
        this.op = op;
    }

    /** Returns the kernel with which a process starts. */
    static BinaryKernel of(Op op, Lane lane) {
        return lane == Lane.F64 && switch (op) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE -> true;
            default -> false;
        } ? new FirstBinary(op) : Simd.scalar().binary(op, lane);
    }

    /** Returns the scalar twin that {@code first} stands for. */
    static BinaryKernel twin(BinaryKernel first) {
        return first instanceof FirstBinary binary ? binary.twin() : first;
    }

    private BinaryKernel twin() {
        BinaryKernel made = twin;
        if (made == null) {
            made = Simd.scalar().binary(op, Lane.F64);
            twin = made;
        }
        return made;
    }

    @Override
    public void run(long a, long aStride, long b, long bStride, long out, long outStride, long n) {
        if (n < LEAST || !isNear(aStride) || !isNear(bStride) || outStride != BYTES) {
            twin().run(a, aStride, b, bStride, out, outStride, n);
            return;
        }
        double[] left = new double[(int) Math.min(n, BLOCK)];
        double[] right = new double[left.length];
        for (long done = 0; done < n; done += left.length) {
            int count = (int) Math.min(left.length, n - done);
            read(a + done * aStride, aStride, left, count);
            read(b + done * bStride, bStride, right, count);
            compute(left, right, count);
            MemorySegment.copy(left, 0, Raw.MEMORY, JAVA_DOUBLE_UNALIGNED, out + done * BYTES, count);
        }
    }

    private static boolean isNear(long stride) {
        return stride == BYTES || stride == 0;
    }

    private static void read(long from, long stride, double[] to, int n) {
        if (stride == 0) {
            Arrays.fill(to, 0, n, Raw.f64(from));
        } else {
            MemorySegment.copy(Raw.MEMORY, JAVA_DOUBLE_UNALIGNED, from, to, 0, n);
        }
    }

    private void compute(double[] a, double[] b, int n) {
        switch (op) {
            case ADD -> add(a, b, n);
            case SUBTRACT -> subtract(a, b, n);
            case MULTIPLY -> multiply(a, b, n);
            default -> divide(a, b, n);
        }
    }

    private static void add(double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            a[i] += b[i];
        }
    }

    private static void subtract(double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            a[i] -= b[i];
        }
    }

    private static void multiply(double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            a[i] *= b[i];
        }
    }

    private static void divide(double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            a[i] /= b[i];
        }
    }
}
