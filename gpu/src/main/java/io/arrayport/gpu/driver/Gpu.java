package io.arrayport.gpu.driver;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

import io.arrayport.core.error.DeviceException;
import io.arrayport.core.memory.Device;
import io.arrayport.gpu.CudaDriver;
import io.arrayport.gpu.CudaStatus;
import io.arrayport.gpu.CudaStream;
import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdevice_attribute;
import jcuda.driver.CUfunction;
import jcuda.driver.CUmodule;
import jcuda.driver.CUresult;
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
    private final OwnStream stream = new OwnStream();
    private final int mostBlocks;
    private final int generation;
    private final ReentrantLock turn = new ReentrantLock();
    /** The address of the arguments, as the driver wants it, and behind it these. */
    private final MemorySegment arguments;
    private final DevicePool pool = new DevicePool(this);
    private final ArrayDeque<FirstWrong> cells = new ArrayDeque<>();
    private final Staging staging = new Staging(this);
    /** Whether a neighbour's memory has gone on to another one. */
    private volatile boolean relays;

    private Gpu(int ordinal) {
        this.ordinal = ordinal;
        CUdevice device = new CUdevice();
        Calls.check("cuInit", JCudaDriver.cuInit(0));
        Calls.check("cuDeviceGet", JCudaDriver.cuDeviceGet(device, ordinal));
        Calls.check("cuDevicePrimaryCtxRetain", JCudaDriver.cuDevicePrimaryCtxRetain(context, device));
        Calls.check("cuCtxSetCurrent", JCudaDriver.cuCtxSetCurrent(context));
        Calls.check("cuStreamCreate", JCudaDriver.cuStreamCreate(stream, CUstream_flags.CU_STREAM_NON_BLOCKING));
        mostBlocks = Math.max(1, attribute(device, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT))
                * BLOCKS_PER_PROCESSOR;
        generation = attribute(device, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR) * 10
                + attribute(device, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR);
        arguments = Arena.global().allocate(Long.BYTES + ARGUMENTS, Long.BYTES);
        arguments.set(ValueLayout.JAVA_LONG, 0, arguments.address() + Long.BYTES);
    }

    private static int attribute(CUdevice device, int attribute) {
        int[] value = new int[1];
        Calls.check("cuDeviceGetAttribute", JCudaDriver.cuDeviceGetAttribute(value, attribute, device));
        return value[0];
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

    /** Returns the GPU of that number; none without a driver, or where it has none of that number. */
    public static Optional<Gpu> ifThere(int ordinal) {
        Gpu known = FOUND.get(ordinal);
        if (known != null) {
            return Optional.of(known);
        }
        CudaStatus status = CudaDriver.probe();
        return status.available() && ordinal < status.devices().size() ? Optional.of(of(ordinal)) : Optional.empty();
    }

    private static Gpu found(int ordinal) {
        CudaDriver.require(ordinal);
        JCudaNatives.load();
        return new Gpu(ordinal);
    }

    /** Returns its memory. */
    public DevicePool pool() {
        return pool;
    }

    /** Returns what is kept for operations that may find an element wrong. */
    ArrayDeque<FirstWrong> cells() {
        return cells;
    }

    /** Returns its number. */
    public int ordinal() {
        return ordinal;
    }

    /** Returns its stream. */
    public CudaStream stream() {
        return new CudaStream(Device.cuda(ordinal), stream.handle());
    }

    /** What comes between no two parts of an operation. */
    void inTurn(Runnable action) {
        turn.lock();
        try {
            action.run();
        } finally {
            turn.unlock();
        }
    }

    /**
     * Waits until all is done that anybody has asked of this GPU in this process. Without the turn: what is waited for
     * may be a neighbour's function on the host, which waits for somebody who asks for it.
     */
    void synchronizeAll() {
        Calls.check("cuCtxSetCurrent", JCudaDriver.cuCtxSetCurrent(context));
        Calls.check("cuCtxSynchronize", JCudaDriver.cuCtxSynchronize());
    }

    /** A neighbour's memory goes to another one, who may have work queued on it when it is given back. */
    void relay() {
        relays = true;
    }

    /**
     * Waits until memory of a neighbour may go back to it; which of it went on to another one, nobody knows then. For
     * our own work first: the context cannot be waited for while somebody captures a stream.
     */
    void settle() {
        synchronize();
        if (relays) {
            synchronizeAll();
        }
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

    /** A function of a library that works on a stream. */
    @FunctionalInterface
    public interface StreamCall {
        /** Returns a status; {@code stream} is CUDA's handle. */
        int run(MemorySegment stream);
    }

    /** Calls a library that computes here, with this GPU's context current, and returns what it says. */
    public int callLibrary(StreamCall call) {
        return tried(() -> call.run(MemorySegment.ofAddress(stream.handle())));
    }

    /** Returns the generation of its instructions: 90 for sm_90. */
    public int generation() {
        return generation;
    }

    /** Waits until everything asked so far is done. */
    public void synchronize() {
        call("cuStreamSynchronize", () -> JCudaDriver.cuStreamSynchronize(stream));
    }

    /** Copies bytes here from main memory, which may be written again afterwards. */
    public void upload(long source, long target, long bytes) {
        if (bytes > Staging.PIECE && staging.upload(source, target, bytes)) {
            return;
        }
        // Pageable memory: the driver has taken it all when it returns
        copyIn(source, target, bytes);
        synchronize();
    }

    void copyIn(long source, long target, long bytes) {
        call("cuMemcpyHtoDAsync", () -> JCudaDriver.cuMemcpyHtoDAsync(DeviceAddress.device(target),
                DeviceAddress.host(source), bytes, stream));
    }

    /** Copies bytes from here to main memory, where they are afterwards. */
    public void download(long source, long target, long bytes) {
        if (bytes > Staging.PIECE && staging.download(source, target, bytes)) {
            return;
        }
        copyOut(source, target, bytes);
        synchronize();
    }

    void copyOut(long source, long target, long bytes) {
        call("cuMemcpyDtoHAsync", () -> JCudaDriver.cuMemcpyDtoHAsync(DeviceAddress.host(target),
                DeviceAddress.device(source), bytes, stream));
    }

    /** Returns main memory that the device copies by itself; 0 if the system gives none. */
    long allocateHost(long bytes) {
        HostAddress address = new HostAddress();
        return tried(() -> JCudaDriver.cuMemHostAlloc(address, bytes, 0)) == CUresult.CUDA_SUCCESS ? address.value()
                : 0;
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
        launchBlocks(function, threads, Math.clamp((n + threads - 1) / threads, 1, mostBlocks), write);
    }

    /** Starts a kernel of one argument, a struct, in so many blocks. */
    public void launchBlocks(CUfunction function, int threads, int blocks, Arguments write) {
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

    /** Loads a module of machine code and returns its function of that name; as {@link #load(String, String)}. */
    public CUfunction load(byte[] code, String name) {
        CUmodule module = new CUmodule();
        CUfunction function = new CUfunction();
        call("cuModuleLoadData of " + name, () -> JCudaDriver.cuModuleLoadData(module, code));
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
