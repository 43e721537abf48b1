/** The CUDA backend of arrays. */
module io.arrayport.gpu {
    requires transitive io.arrayport.core;
    requires io.arrayport.dlpack;
    requires static transitive org.jspecify;

    exports io.arrayport.gpu;
}
