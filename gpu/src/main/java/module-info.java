/** The CUDA backend of arrays. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // JCuda has no module descriptor
module io.arrayport.gpu {
    requires transitive io.arrayport.core;
    requires jcuda;
    requires jdk.jfr;
    requires static transitive org.jspecify;

    exports io.arrayport.gpu;

    provides io.arrayport.core.backend.Backend with io.arrayport.gpu.compute.CudaBackend;
}
