/** DLPack: arrays to and from every library that speaks it, without a copy. */
module io.arrayport.dlpack {
    requires transitive io.arrayport.core;
    requires static org.jspecify;

    exports io.arrayport.dlpack;
    exports io.arrayport.dlpack.python;
}
