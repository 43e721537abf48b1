/** Checks of Arrayport against the world outside it; benchmarks. */
module io.arrayport.conformance {
    requires io.arrayport.interop;
    requires static org.jspecify;
}
