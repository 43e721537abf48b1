package io.arrayport.gpu.library;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.ConcurrentHashMap;

import io.arrayport.core.error.DeviceException;
import io.arrayport.gpu.driver.Gpu;
import org.jspecify.annotations.Nullable;

/** cuBLAS: a handle for each GPU, which works on our stream and in memory of ours. */
public final class Blas {
    /** What NVIDIA advises for the largest devices. */
    private static final long WORKSPACE = 32L << 20;
    /** 16-bit numbers are added in 32 bits throughout. */
    private static final int DISALLOW_REDUCED_PRECISION_REDUCTION = 16;
    private static final int DEFAULT_ALGORITHM = -1;
    private static final int NOT_INITIALIZED = 1;
    private static final int ALLOC_FAILED = 3;

    private final MethodHandle create;
    private final MethodHandle setStream;
    private final MethodHandle setWorkspace;
    private final MethodHandle setMathMode;
    private final MethodHandle gemm;
    private final ConcurrentHashMap<Integer, MemorySegment> handles = new ConcurrentHashMap<>();

    private Blas(CudaLibrary library) {
        create = library.function("cublasCreate_v2", ADDRESS);
        setStream = library.function("cublasSetStream_v2", ADDRESS, ADDRESS);
        setWorkspace = library.function("cublasSetWorkspace_v2", ADDRESS, JAVA_LONG, JAVA_LONG);
        setMathMode = library.function("cublasSetMathMode", ADDRESS, JAVA_INT);
        gemm = library.function("cublasGemmStridedBatchedEx", ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT,
                JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_LONG,
                ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT);
    }

    /** The one of this process, looked for when it is first asked for. */
    private static final class Found {
        static final @Nullable Blas BLAS = find();
    }

    /** Returns it; null if no cuBLAS of CUDA 12 or 13 is here. */
    public static @Nullable Blas get() {
        return Found.BLAS;
    }

    static @Nullable Blas find() {
        return CudaLibrary.find("matmul", "cublas", 13, 12, Blas::new);
    }

    /**
     * Queues products.
     *
     * @param fast whether products of float32 may be rounded to 10 bits
     * @throws DeviceException with the status if cuBLAS refuses
     */
    public void multiply(Gpu gpu, Gemm product, boolean fast) {
        MemorySegment handle = handles.computeIfAbsent(gpu.ordinal(), _ -> handle(gpu));
        check("cublasGemmStridedBatchedEx", gpu.callLibrary(_ -> run(handle, product, fast)));
    }

    private int run(MemorySegment handle, Gemm product, boolean fast) {
        BlasType type = product.type();
        Gemm.Side left = product.left();
        Gemm.Side right = product.right();
        Gemm.Side out = product.out();
        try {
            return (int) gemm.invokeExact(handle, left.turn().ordinal(), right.turn().ordinal(), product.rows(),
                    product.columns(), product.inner(), type.one(), left.address(), type.data(), left.lead(),
                    left.stride(), right.address(), type.data(), right.lead(), right.stride(), type.zero(),
                    out.address(), type.data(), out.lead(), out.stride(), product.count(),
                    fast ? type.fast() : type.compute(), DEFAULT_ALGORITHM);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** It takes memory of the driver, which what the pool keeps may stand in the way of. */
    private MemorySegment handle(Gpu gpu) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment place = arena.allocate(ADDRESS);
            int status = gpu.callLibrary(_ -> CudaLibrary.call(create, place));
            if ((status == ALLOC_FAILED || status == NOT_INITIALIZED) && gpu.pool().trim() > 0) {
                status = gpu.callLibrary(_ -> CudaLibrary.call(create, place));
            }
            check("cublasCreate", status);
            MemorySegment handle = MemorySegment.ofAddress(place.get(ADDRESS, 0).address());
            // Setting a stream sets the workspace back, so that comes first
            check("cublasSetStream", gpu.callLibrary(stream -> CudaLibrary.call(setStream, handle, stream)));
            long workspace = gpu.pool().take(WORKSPACE).address();
            check("cublasSetWorkspace",
                    gpu.callLibrary(_ -> CudaLibrary.call(setWorkspace, handle, workspace, WORKSPACE)));
            check("cublasSetMathMode", gpu.callLibrary(
                    _ -> CudaLibrary.call(setMathMode, handle, DISALLOW_REDUCED_PRECISION_REDUCTION)));
            return handle;
        }
    }

    private static void check(String function, int status) {
        if (status != 0) {
            throw new DeviceException("matmul: " + function + " gives " + text(status) + " (" + status + ")");
        }
    }

    private static String text(int status) {
        return switch (status) {
            case NOT_INITIALIZED -> "CUBLAS_STATUS_NOT_INITIALIZED, mostly for want of device memory";
            case ALLOC_FAILED -> "CUBLAS_STATUS_ALLOC_FAILED; close arrays that are no longer needed";
            case 7 -> "CUBLAS_STATUS_INVALID_VALUE";
            case 8 -> "CUBLAS_STATUS_ARCH_MISMATCH; this cuBLAS does not know this device";
            case 13 -> "CUBLAS_STATUS_EXECUTION_FAILED";
            case 15 -> "CUBLAS_STATUS_NOT_SUPPORTED";
            default -> "an error";
        };
    }
}
