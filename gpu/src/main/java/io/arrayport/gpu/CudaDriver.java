package io.arrayport.gpu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

import io.arrayport.core.error.DeviceException;

/**
 * Asks the CUDA driver whether it is there, through the foreign function interface. Whatever binds the driver lazily
 * may only be touched once this says yes: a symbol that is missing at call time ends the JVM.
 */
public final class CudaDriver {
    private static final String REMEDY = "install NVIDIA's driver (it brings libcuda.so.1); "
            + "everything else works without";
    private static final int NAME_BYTES = 256;
    /** Of which kernels are made. */
    private static final int OLDEST = 12000;
    /** What this module calls, by JCuda or itself. */
    private static final List<String> FUNCTIONS = List.of("cuDeviceGet", "cuDeviceGetName", "cuDeviceTotalMem_v2",
            "cuDeviceGetAttribute", "cuDevicePrimaryCtxRetain", "cuCtxSetCurrent", "cuCtxSynchronize",
            "cuGetErrorString", "cuMemGetInfo_v2", "cuMemAlloc_v2", "cuMemFree_v2", "cuMemHostAlloc", "cuMemFreeHost",
            "cuMemcpyHtoDAsync_v2", "cuMemcpyDtoHAsync_v2", "cuMemcpyDtoDAsync_v2", "cuStreamCreate", "cuStreamQuery",
            "cuStreamSynchronize", "cuStreamWaitEvent", "cuEventCreate", "cuEventRecord", "cuEventQuery",
            "cuEventSynchronize", "cuEventDestroy_v2", "cuModuleLoadData", "cuModuleGetFunction", "cuLaunchKernel");

    private final Arena arena;
    private final SymbolLookup library;

    private CudaDriver(Arena arena, SymbolLookup library) {
        this.arena = arena;
        this.library = library;
    }

    /** Looks for a driver and its devices. Never throws, creates no context, allocates nothing on a device. */
    public static CudaStatus probe() {
        try (Arena arena = Arena.ofConfined()) {
            Optional<SymbolLookup> library = LibCuda.open();
            return library.isEmpty() ? CudaStatus.missing("no CUDA driver: libcuda is not on this machine", REMEDY)
                    : new CudaDriver(arena, library.get()).ask();
        } catch (NoSuchElementException unusable) {
            return CudaStatus.missing("the CUDA driver cannot be used: " + unusable.getMessage(), REMEDY);
        }
    }

    /**
     * Returns what there is.
     *
     * @throws DeviceException if there is no device of that number
     */
    public static CudaStatus require(int ordinal) {
        CudaStatus status = probe();
        if (!status.available()) {
            throw new DeviceException("cuda:" + ordinal + ": " + status.detail() + "; " + status.remedy());
        }
        if (ordinal >= status.devices().size()) {
            throw new DeviceException("cuda:" + ordinal + ": there are " + status.devices().size()
                    + " devices, numbered from 0: " + status.detail());
        }
        return status;
    }

    private CudaStatus ask() {
        int initialised = LibCuda.invoke(library, "cuInit", 0);
        if (initialised != 0) {
            return CudaStatus.missing("the CUDA driver does not start: cuInit gives error " + initialised,
                    initialised == 100 ? "no GPU is visible; check CUDA_VISIBLE_DEVICES" : REMEDY);
        }
        MemorySegment number = arena.allocate(ValueLayout.JAVA_INT);
        require("cuDriverGetVersion", number.address());
        int version = number.get(ValueLayout.JAVA_INT, 0);
        String driver = "CUDA driver " + version / 1000 + "." + version % 1000 / 10;
        List<String> lacking = FUNCTIONS.stream().filter(name -> library.find(name).isEmpty()).toList();
        if (version < OLDEST || !lacking.isEmpty()) {
            return CudaStatus.missing(driver + " is too old" + (lacking.isEmpty() ? "" : ": it lacks " + lacking),
                    "update NVIDIA's driver to one of CUDA 12 or newer");
        }
        require("cuDeviceGetCount", number.address());
        List<CudaDevice> devices = new ArrayList<>();
        for (int ordinal = 0, count = number.get(ValueLayout.JAVA_INT, 0); ordinal < count; ordinal++) {
            devices.add(device(ordinal));
        }
        return devices.isEmpty()
                ? CudaStatus.missing(driver + " has no device", "check CUDA_VISIBLE_DEVICES")
                : new CudaStatus(true, driver + ", " + describe(devices), "", List.copyOf(devices));
    }

    private CudaDevice device(int ordinal) {
        MemorySegment handle = arena.allocate(ValueLayout.JAVA_INT);
        require("cuDeviceGet", handle.address(), ordinal);
        int device = handle.get(ValueLayout.JAVA_INT, 0);
        MemorySegment name = arena.allocate(NAME_BYTES);
        require("cuDeviceGetName", name.address(), NAME_BYTES, device);
        MemorySegment bytes = arena.allocate(ValueLayout.JAVA_LONG);
        require("cuDeviceTotalMem_v2", bytes.address(), device);
        return new CudaDevice(ordinal, name.getString(0), bytes.get(ValueLayout.JAVA_LONG, 0));
    }

    private static String describe(List<CudaDevice> devices) {
        List<String> names = devices.stream().map(d -> d.name() + " (" + (d.memoryBytes() >> 30) + " GiB)").toList();
        return String.join(", ", names);
    }

    private void require(String function, Object... arguments) {
        int result = LibCuda.invoke(library, function, arguments);
        if (result != 0) {
            throw new NoSuchElementException(function + " gives error " + result);
        }
    }
}
