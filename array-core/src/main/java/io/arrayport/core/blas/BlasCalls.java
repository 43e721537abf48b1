package io.arrayport.core.blas;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandle;
import java.util.Objects;

import io.arrayport.core.kernel.Lane;
import io.arrayport.core.memory.Memory;

/** OpenBLAS's products. To be touched only where there is one: handles are constants, so that calls are compiled in. */
final class BlasCalls {
    static final int AS_IS = 111;
    static final int TRANSPOSED = 112;
    static final int CONJUGATED = 113;

    private static final int ROWS = 101;
    private static final int UPPER = 121;
    private static final OpenBlas LIBRARY = Objects.requireNonNull(Blas.library());
    private static final MethodHandle SGEMM = LIBRARY.gemm("cblas_sgemm", JAVA_FLOAT);
    private static final MethodHandle DGEMM = LIBRARY.gemm("cblas_dgemm", JAVA_DOUBLE);
    private static final MethodHandle CGEMM = LIBRARY.gemm("cblas_cgemm", OpenBlas.POINTER);
    private static final MethodHandle ZGEMM = LIBRARY.gemm("cblas_zgemm", OpenBlas.POINTER);
    private static final MethodHandle SSYRK = LIBRARY.syrk("cblas_ssyrk", JAVA_FLOAT);
    private static final MethodHandle DSYRK = LIBRARY.syrk("cblas_dsyrk", JAVA_DOUBLE);
    private static final MethodHandle SGEMV = LIBRARY.gemv("cblas_sgemv", JAVA_FLOAT);
    private static final MethodHandle DGEMV = LIBRARY.gemv("cblas_dgemv", JAVA_DOUBLE);
    private static final MethodHandle CGEMV = LIBRARY.gemv("cblas_cgemv", OpenBlas.POINTER);
    private static final MethodHandle ZGEMV = LIBRARY.gemv("cblas_zgemv", OpenBlas.POINTER);
    private static final MethodHandle CDOT = LIBRARY.dot("cblas_cdotu_sub");
    private static final MethodHandle CDOT_CONJUGATED = LIBRARY.dot("cblas_cdotc_sub");
    private static final MethodHandle ZDOT = LIBRARY.dot("cblas_zdotu_sub");
    private static final MethodHandle ZDOT_CONJUGATED = LIBRARY.dot("cblas_zdotc_sub");
    /** Complex factors are passed by address. */
    private static final long ONE32 = Arena.global().allocateFrom(JAVA_FLOAT, 1, 0).address();
    private static final long ONE64 = Arena.global().allocateFrom(JAVA_DOUBLE, 1, 0).address();
    private static final long ZERO = Arena.global().allocateFrom(JAVA_DOUBLE, 0, 0).address();

    private static final boolean SMALL = LIBRARY.hasSmall();

    private BlasCalls() {}

    /** Whether there are kernels that read small matrices where they lie. */
    static boolean hasSmall() {
        return SMALL;
    }

    /** {@code out = a b}: m rows, k summed, n columns; {@code width} elements from a row of the result to the next. */
    static void gemm(Lane lane, Stored a, Stored b, int m, int k, int n, long out, int width) {
        LIBRARY.enter();
        try {
            switch (lane) {
                case F32 -> SGEMM.invokeExact(ROWS, a.reading(), b.reading(), m, n, k, 1f, a.at(), a.width(), b.at(),
                        b.width(), 0f, out, width);
                case F64 -> DGEMM.invokeExact(ROWS, a.reading(), b.reading(), m, n, k, 1d, a.at(), a.width(), b.at(),
                        b.width(), 0d, out, width);
                case C64 -> CGEMM.invokeExact(ROWS, a.reading(), b.reading(), m, n, k, ONE32, a.at(), a.width(), b.at(),
                        b.width(), ZERO, out, width);
                default -> ZGEMM.invokeExact(ROWS, a.reading(), b.reading(), m, n, k, ONE64, a.at(), a.width(), b.at(),
                        b.width(), ZERO, out, width);
            }
        } catch (Throwable e) {
            throw OpenBlas.failed(e);
        } finally {
            LIBRARY.leave();
        }
    }

    /** The upper triangle of a real matrix by its transpose: m rows, k summed. */
    static void syrk(Lane lane, Stored a, int m, int k, long out, int width) {
        LIBRARY.enter();
        try {
            if (lane == Lane.F32) {
                SSYRK.invokeExact(ROWS, UPPER, a.reading(), m, k, 1f, a.at(), a.width(), 0f, out, width);
            } else {
                DSYRK.invokeExact(ROWS, UPPER, a.reading(), m, k, 1d, a.at(), a.width(), 0d, out, width);
            }
        } catch (Throwable e) {
            throw OpenBlas.failed(e);
        } finally {
            LIBRARY.leave();
        }
    }

    /** {@code y = a x}: m rows, k summed; steps in elements. */
    static void gemv(Lane lane, Stored a, int m, int k, long x, int xStep, long y, int yStep) {
        // What is there is multiplied by 0 otherwise, and may be no number
        if (yStep == 1) {
            Memory.segment(y, (long) m * lane.bytes()).fill((byte) 0);
        } else {
            for (long i = 0; i < m; i++) {
                Memory.segment(y + i * yStep * lane.bytes(), lane.bytes()).fill((byte) 0);
            }
        }
        int rows = a.reading() == AS_IS ? m : k;
        int columns = a.reading() == AS_IS ? k : m;
        LIBRARY.enter();
        try {
            switch (lane) {
                case F32 -> SGEMV.invokeExact(ROWS, a.reading(), rows, columns, 1f, a.at(), a.width(), x, xStep, 1f, y,
                        yStep);
                case F64 -> DGEMV.invokeExact(ROWS, a.reading(), rows, columns, 1d, a.at(), a.width(), x, xStep, 1d, y,
                        yStep);
                case C64 -> CGEMV.invokeExact(ROWS, a.reading(), rows, columns, ONE32, a.at(), a.width(), x, xStep,
                        ONE32, y, yStep);
                default -> ZGEMV.invokeExact(ROWS, a.reading(), rows, columns, ONE64, a.at(), a.width(), x, xStep,
                        ONE64, y, yStep);
            }
        } catch (Throwable e) {
            throw OpenBlas.failed(e);
        } finally {
            LIBRARY.leave();
        }
    }

    /** The sum of products of two complex vectors; steps in elements. */
    static void dot(Lane lane, boolean conjugate, int k, long a, int aStep, long b, int bStep, long out) {
        LIBRARY.enter();
        try {
            if (lane == Lane.C64) {
                if (conjugate) {
                    CDOT_CONJUGATED.invokeExact(k, a, aStep, b, bStep, out);
                } else {
                    CDOT.invokeExact(k, a, aStep, b, bStep, out);
                }
            } else if (conjugate) {
                ZDOT_CONJUGATED.invokeExact(k, a, aStep, b, bStep, out);
            } else {
                ZDOT.invokeExact(k, a, aStep, b, bStep, out);
            }
        } catch (Throwable e) {
            throw OpenBlas.failed(e);
        } finally {
            LIBRARY.leave();
        }
    }
}
