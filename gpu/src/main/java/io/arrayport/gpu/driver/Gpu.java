package io.arrayport.gpu.driver;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

import io.arrayport.core.error.DeviceException;
import io.arrayport.gpu.CudaDriver;
import io.arrayport.gpu.CudaStatus;
import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdevice_attribute;
import jcuda.driver.CUfunction;
import jcuda.driver.CUmodule;
import jcuda.driver.CUresult;
import jcuda.driver.CUstream;
import jcuda.driver.CUstream_flags;
import jcuda.driver.JCudaDriver;

/**
 * One GPU: its primary context, which other libraries in the process share, and one stream on which all of our work is
 * done in order. Every call makes the context current first, since threads come and go under virtual ones; and calls
 * are one at a time, so that two operations cannot come between each other's parts.
 */
public final class Gpu {
    /** Bytes of a kernel's arguments at most, as CUDA has it. */
    private static final long ARGUMENTS = 4096;
    /** Blocks of one launch at most: elements beyond are walked in further steps. */
    private static final int BLOCKS_PER_PROCESSOR = 32;

    private static final ConcurrentHashMap<Integer, Gpu> FOUND = new ConcurrentHashMap<>();

    private final int ordinal;
    private final CUcontext context = new CUcontext();
    private final CUstream stream = new CUstream();
    private final int mostBlocks;
    private final ReentrantLock turn = new ReentrantLock();
    /** The address of the arguments, as the driver wants it, and behind it these. */
    private final MemorySegment arguments;
    private final DevicePool pool = new DevicePool(this);

    private Gpu(int ordinal) {
        this.ordinal = ordinal;
        CUdevice device = new CUdevice();
        Calls.check("cuInit", JCudaDriver.cuInit(0));
        Calls.check("cuDeviceGet", JCudaDriver.cuDeviceGet(device, ordinal));
        Calls.check("cuDevicePrimaryCtxRetain", JCudaDriver.cuDevicePrimaryCtxRetain(context, device));
        Calls.check("cuCtxSetCurrent", JCudaDriver.cuCtxSetCurrent(context));
        Calls.check("cuStreamCreate", JCudaDriver.cuStreamCreate(stream, CUstream_flags.CU_STREAM_NON_BLOCKING));
        int[] processors = new int[1];
        Calls.check("cuDeviceGetAttribute", JCudaDriver.cuDeviceGetAttribute(processors,
                CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT, device));
        mostBlocks = Math.max(1, processors[0]) * BLOCKS_PER_PROCESSOR;
        arguments = Arena.global().allocate(Long.BYTES + ARGUMENTS, Long.BYTES);
        arguments.set(ValueLayout.JAVA_LONG, 0, arguments.address() + Long.BYTES);
    }

    /**
     * Returns the GPU of that number.
     *
     * @throws DeviceException if there is no driver or no such GPU
     */
    public static Gpu of(int ordinal) {
        Gpu known = FOUND.get(ordinal);
        return known != null ? known : FOUND.computeIfAbsent(ordinal, Gpu::found);
    }

    private static Gpu found(int ordinal) {
        CudaStatus status = CudaDriver.probe();
        if (!status.available()) {
            throw new DeviceException("cuda:" + ordinal + ": " + status.detail() + "; " + status.remedy());
        }
        if (ordinal >= status.devices().size()) {
            throw new DeviceException("cuda:" + ordinal + ": there are " + status.devices().size()
                    + " devices, numbered from 0: " + status.detail());
        }
        JCudaNatives.load();
        return new Gpu(ordinal);
    }

    /** Returns its memory. */
    public DevicePool pool() {
        return pool;
    }

    /** Returns its number. */
    public int ordinal() {
        return ordinal;
    }

    /** What the driver is asked to do. */
    @FunctionalInterface
    interface Call {
        int run();
    }

    /** Calls the driver with this GPU's context current, and throws what it says. */
    void call(String function, Call call) {
        int result = tried(call);
        if (result != CUresult.CUDA_SUCCESS) {
            throw Calls.failure(function, result);
        }
    }

    /** Calls the driver with this GPU's context current, and returns what it says. */
    int tried(Call call) {
        turn.lock();
        try {
            Calls.check("cuCtxSetCurrent", JCudaDriver.cuCtxSetCurrent(context));
            return call.run();
        } finally {
            turn.unlock();
        }
    }

    /** Waits until everything asked so far is done. */
    public void synchronize() {
        call("cuStreamSynchronize", () -> JCudaDriver.cuStreamSynchronize(stream));
    }

    /** Copies bytes here from main memory, which may be written again afterwards. */
    public void upload(long source, long target, long bytes) {
        // Pageable memory: the driver has taken it all when it returns
        call("cuMemcpyHtoDAsync", () -> JCudaDriver.cuMemcpyHtoDAsync(DeviceAddress.device(target),
                DeviceAddress.host(source), bytes, stream));
        synchronize();
    }

    /** Copies bytes from here to main memory, where they are afterwards. */
    public void download(long source, long target, long bytes) {
        call("cuMemcpyDtoHAsync", () -> JCudaDriver.cuMemcpyDtoHAsync(DeviceAddress.host(target),
                DeviceAddress.device(source), bytes, stream));
        synchronize();
    }

    /** Copies bytes inside of this device's memory; the ranges must not overlap. */
    public void copy(long source, long target, long bytes) {
        call("cuMemcpyDtoDAsync", () -> JCudaDriver.cuMemcpyDtoDAsync(DeviceAddress.device(target),
                DeviceAddress.device(source), bytes, stream));
    }

    /** What writes a kernel's arguments. */
    @FunctionalInterface
    public interface Arguments {
        void write(MemorySegment to);
    }

    /**
     * Starts a kernel of one argument, a struct.
     *
     * @param threads of a block
     * @param n elements, each of which a thread takes; a grid that is too small for them takes several steps
     */
    public void launch(CUfunction function, int threads, long n, Arguments write) {
        int blocks = Math.clamp((n + threads - 1) / threads, 1, mostBlocks);
        call("cuLaunchKernel", () -> {
            write.write(arguments.asSlice(Long.BYTES));
            return JCudaDriver.cuLaunchKernel(function, blocks, 1, 1, threads, 1, 1, 0, stream,
                    DeviceAddress.host(arguments.address()), null);
        });
    }

    /** Loads PTX and returns its function of that name; the driver keeps both as long as the process lives. */
    public CUfunction load(String ptx, String name) {
        CUmodule module = new CUmodule();
        CUfunction function = new CUfunction();
        call("cuModuleLoadData of " + name, () -> JCudaDriver.cuModuleLoadData(module, ptx));
        call("cuModuleGetFunction of " + name, () -> JCudaDriver.cuModuleGetFunction(function, module, name));
        return function;
    }

    int allocate(DeviceAddress address, long bytes) {
        return tried(() -> JCudaDriver.cuMemAlloc(address, bytes));
    }

    void free(long address) {
        call("cuMemFree", () -> JCudaDriver.cuMemFree(DeviceAddress.device(address)));
    }

    /** Returns how many bytes are free, and how many there are. */
    long[] memory() {
        long[] free = new long[1];
        long[] total = new long[1];
        call("cuMemGetInfo", () -> JCudaDriver.cuMemGetInfo(free, total));
        return new long[]{free[0], total[0]};
    }
}
