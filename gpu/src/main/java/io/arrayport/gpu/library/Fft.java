package io.arrayport.gpu.library;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.LinkedHashMap;
import java.util.Map;

import io.arrayport.core.error.DeviceException;
import io.arrayport.gpu.driver.DevicePool;
import io.arrayport.gpu.driver.Gpu;
import org.jspecify.annotations.Nullable;

/** cuFFT: plans for rows of float64 numbers that lie one after the other, the latest of which are kept. */
public final class Fft {
    /** Plans that are kept, of all devices. */
    private static final int MOST = 16;

    private final MethodHandle create;
    private final MethodHandle setAutoAllocation;
    private final MethodHandle makePlan;
    private final MethodHandle setWorkArea;
    private final MethodHandle setStream;
    private final MethodHandle complex;
    private final MethodHandle real;
    private final MethodHandle hermitian;
    private final MethodHandle destroy;
    private final LinkedHashMap<Key, Plan> plans = new LinkedHashMap<>(MOST, 1, true);

    private Fft(CudaLibrary library) {
        create = library.function("cufftCreate", ADDRESS);
        setAutoAllocation = library.function("cufftSetAutoAllocation", JAVA_INT, JAVA_INT);
        makePlan = library.function("cufftMakePlanMany64", JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG,
                ADDRESS, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_LONG, ADDRESS);
        setWorkArea = library.function("cufftSetWorkArea", JAVA_INT, JAVA_LONG);
        setStream = library.function("cufftSetStream", JAVA_INT, ADDRESS);
        complex = library.function("cufftExecZ2Z", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT);
        real = library.function("cufftExecD2Z", JAVA_INT, JAVA_LONG, JAVA_LONG);
        hermitian = library.function("cufftExecZ2D", JAVA_INT, JAVA_LONG, JAVA_LONG);
        destroy = library.function("cufftDestroy", JAVA_INT);
    }

    /** What is transformed into what; cuFFT's number of it. */
    public enum Kind {
        COMPLEX(0x69),
        /** From real numbers to the first half of complex ones. */
        REAL(0x6a),
        /** The other way; what it reads may be written over. */
        HERMITIAN(0x6c);

        private final int type;

        Kind(int type) {
            this.type = type;
        }
    }

    /**
     * Transforms of rows, without any factor.
     *
     * @param n numbers of a row
     * @param backward for complex ones
     */
    public record Rows(Kind kind, boolean backward, long n, long count, long in, long out) {}

    private record Key(int device, Kind kind, long n, long count) {}

    private record Plan(Gpu gpu, int handle, long workBytes) {}

    /** The one of this process, looked for when it is first asked for. */
    private static final class Found {
        static final @Nullable Fft FFT = find();
    }

    /** Returns it; null if no cuFFT of CUDA 12 or 13 is here. */
    public static @Nullable Fft get() {
        return Found.FFT;
    }

    static @Nullable Fft find() {
        return CudaLibrary.find("fft", "cufft", 12, 11, Fft::new);
    }

    /**
     * Queues transforms.
     *
     * @throws DeviceException with the status if cuFFT refuses
     */
    public synchronized void transform(Gpu gpu, Rows rows) {
        Plan plan = plan(gpu, new Key(gpu.ordinal(), rows.kind(), rows.n(), rows.count()));
        // The pool's next owner of this memory comes after these transforms
        DevicePool.Block work = gpu.pool().take(Math.max(1, plan.workBytes()));
        try {
            check("cufftSetWorkArea",
                    gpu.callLibrary(_ -> CudaLibrary.call(setWorkArea, plan.handle(), work.address())));
            check("cufftExec", gpu.callLibrary(_ -> switch (rows.kind()) {
                case COMPLEX -> CudaLibrary.call(complex, plan.handle(), rows.in(), rows.out(),
                        rows.backward() ? 1 : -1);
                case REAL -> CudaLibrary.call(real, plan.handle(), rows.in(), rows.out());
                case HERMITIAN -> CudaLibrary.call(hermitian, plan.handle(), rows.in(), rows.out());
            }));
        } finally {
            gpu.pool().give(work);
        }
    }

    private Plan plan(Gpu gpu, Key key) {
        Plan known = plans.get(key);
        if (known != null) {
            return known;
        }
        while (plans.size() >= MOST) {
            Map.Entry<Key, Plan> eldest = plans.firstEntry();
            plans.remove(eldest.getKey());
            Plan old = eldest.getValue();
            old.gpu().synchronize();
            check("cufftDestroy", old.gpu().callLibrary(_ -> CudaLibrary.call(destroy, old.handle())));
        }
        Plan plan = made(gpu, key);
        plans.put(key, plan);
        return plan;
    }

    private Plan made(Gpu gpu, Key key) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment place = arena.allocate(JAVA_INT);
            check("cufftCreate", gpu.callLibrary(_ -> CudaLibrary.call(create, place)));
            int handle = place.get(JAVA_INT, 0);
            MemorySegment size = arena.allocate(JAVA_LONG);
            MemorySegment length = arena.allocateFrom(JAVA_LONG, key.n());
            try {
                check("cufftSetAutoAllocation",
                        gpu.callLibrary(_ -> CudaLibrary.call(setAutoAllocation, handle, 0)));
                check("cufftMakePlanMany64", gpu.callLibrary(_ -> CudaLibrary.call(makePlan, handle, 1, length,
                        MemorySegment.NULL, 1L, 0L, MemorySegment.NULL, 1L, 0L, key.kind().type, key.count(), size)));
                check("cufftSetStream", gpu.callLibrary(stream -> CudaLibrary.call(setStream, handle, stream)));
            } catch (DeviceException failure) {
                gpu.callLibrary(_ -> CudaLibrary.call(destroy, handle));
                throw failure;
            }
            return new Plan(gpu, handle, size.get(JAVA_LONG, 0));
        }
    }

    private static void check(String function, int status) {
        if (status != 0) {
            throw new DeviceException("fft: " + function + " gives " + text(status) + " (" + status + ")");
        }
    }

    private static String text(int status) {
        return switch (status) {
            case 2 -> "CUFFT_ALLOC_FAILED; close arrays that are no longer needed";
            case 6 -> "CUFFT_EXEC_FAILED";
            case 8 -> "CUFFT_INVALID_SIZE";
            default -> "an error";
        };
    }
}
