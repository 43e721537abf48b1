package io.arrayport.gpu;

/**
 * How exactly products of float32 and complex64 matrices are computed on NVIDIA devices: as on the CPU, unless somebody
 * asks for TF32, whose products have 10 bits and are several times as fast. Other types are never rounded on their way.
 */
public final class CudaPrecision {
    /** Allowed from the start if this system property is {@code true}. */
    private static final String PROPERTY = "io.arrayport.cuda.tf32";

    private static volatile boolean allowed = Boolean.getBoolean(PROPERTY);

    private CudaPrecision() {}

    /** Returns whether elements of float32 and complex64 matrices may be rounded to 10 bits for a product. */
    public static boolean isTf32Allowed() {
        return allowed;
    }

    /** Allows it or not, for all products of this process that are asked for from now on. */
    public static void allowTf32(boolean allow) {
        allowed = allow;
    }
}
