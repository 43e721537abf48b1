package io.arrayport.gpu.library;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Map;

import io.arrayport.core.dtype.DType;
import org.jspecify.annotations.Nullable;

/**
 * How cuBLAS calls an element type, and what it computes products of it in.
 *
 * @param data its cudaDataType_t
 * @param compute its cublasComputeType_t
 * @param fast the one whose products are of 10 bits; the same where there is none
 * @param one the number in the type that scales, and behind it its zero
 */
public record BlasType(int data, int compute, int fast, MemorySegment one) {
    private static final int COMPUTE_32F = 68;
    private static final int COMPUTE_32F_FAST_TF32 = 77;
    private static final int COMPUTE_64F = 70;
    /** Bytes of the longest number. */
    private static final long ZERO = 16;

    private static final Map<DType, BlasType> TYPES = Map.of(
            DType.FLOAT32, single(0, COMPUTE_32F_FAST_TF32),
            DType.FLOAT64, twice(1),
            DType.FLOAT16, single(2, COMPUTE_32F),
            DType.COMPLEX64, single(4, COMPUTE_32F_FAST_TF32),
            DType.COMPLEX128, twice(5),
            DType.BFLOAT16, single(14, COMPUTE_32F));

    private static BlasType single(int data, int fast) {
        MemorySegment one = Arena.global().allocate(2 * ZERO, ZERO);
        one.set(ValueLayout.JAVA_FLOAT, 0, 1);
        return new BlasType(data, COMPUTE_32F, fast, one);
    }

    private static BlasType twice(int data) {
        MemorySegment one = Arena.global().allocate(2 * ZERO, ZERO);
        one.set(ValueLayout.JAVA_DOUBLE, 0, 1);
        return new BlasType(data, COMPUTE_64F, COMPUTE_64F, one);
    }

    /** Returns that of a type; null if cuBLAS multiplies none of it. */
    public static @Nullable BlasType of(DType type) {
        return TYPES.get(type);
    }

    MemorySegment zero() {
        return one.asSlice(ZERO);
    }
}
