/** DJL's PyTorch tensors as arrays, and back, without a copy. */
module io.arrayport.torch {
    requires transitive io.arrayport.core;
    requires io.arrayport.dlpack;
    requires transitive ai.djl.api;
    requires ai.djl.pytorch_engine;
    requires static org.jspecify;

    exports io.arrayport.torch;
}
