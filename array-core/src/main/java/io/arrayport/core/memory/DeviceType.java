package io.arrayport.core.memory;

/** Kinds of devices that memory lives on, with DLPack 1.3's numbers. */
public enum DeviceType {
    /** Main memory. */
    CPU(1),
    /** NVIDIA device memory. */
    CUDA(2),
    /** Pinned main memory of CUDA. */
    CUDA_HOST(3),
    /** OpenCL. */
    OPENCL(4),
    /** Vulkan buffers. */
    VULKAN(7),
    /** Metal. */
    METAL(8),
    /** Verilog simulation. */
    VPI(9),
    /** AMD device memory. */
    ROCM(10),
    /** Pinned main memory of ROCm. */
    ROCM_HOST(11),
    /** Reserved extension device. */
    EXT_DEV(12),
    /** CUDA managed memory. */
    CUDA_MANAGED(13),
    /** Unified shared memory of oneAPI. */
    ONEAPI(14),
    /** WebGPU buffers. */
    WEBGPU(15),
    /** Qualcomm Hexagon. */
    HEXAGON(16),
    /** Microsoft MAIA. */
    MAIA(17),
    /** AWS Trainium. */
    TRN(18);

    private final int code;

    DeviceType(int code) {
        this.code = code;
    }

    /** Whether the processor may follow addresses there at any time. Managed memory it may not: a kernel may run. */
    public boolean isHost() {
        return this == CPU || this == CUDA_HOST || this == ROCM_HOST;
    }

    /** DLPack's {@code DLDeviceType}. */
    public int code() {
        return code;
    }
}
