/** Arrays that own or borrow off-heap memory, and NumPy's operations on them; knows no framework. */
@SuppressWarnings("module") // interop and conformance are built after this module
module io.arrayport.core {
    requires static jdk.incubator.vector;
    requires jdk.jfr;
    requires jdk.management;
    requires ch.randelshofer.fastdoubleparser;
    requires static transitive org.jspecify;

    exports io.arrayport.core;
    exports io.arrayport.core.backend;
    exports io.arrayport.core.dtype;
    exports io.arrayport.core.error;
    exports io.arrayport.core.exchange;
    exports io.arrayport.core.element to io.arrayport.arrow;
    exports io.arrayport.core.file to io.arrayport.arrow;
    exports io.arrayport.core.blas to io.arrayport.interop;
    exports io.arrayport.core.foreign to io.arrayport.dlpack, io.arrayport.arrow, io.arrayport.conformance;
    exports io.arrayport.core.kernel to io.arrayport.interop, io.arrayport.conformance;
    exports io.arrayport.core.index;
    exports io.arrayport.core.layout;
    exports io.arrayport.core.loop to io.arrayport.gpu;
    exports io.arrayport.core.memory;
    exports io.arrayport.core.ndarray;
    exports io.arrayport.core.polynomial;
    exports io.arrayport.core.print;
    exports io.arrayport.core.ufunc;

    uses io.arrayport.core.backend.Backend;
}
