/** Checks of Arrayport against the world outside it; benchmarks. */
module io.arrayport.conformance {
    requires io.arrayport.interop;
    requires com.fasterxml.jackson.databind;
    requires info.picocli;
    requires java.management;
    requires jdk.jfr;
    requires ai.djl.pytorch_engine;
    requires static org.jspecify;

    opens io.arrayport.conformance.bench to info.picocli;
    opens io.arrayport.conformance.bench.child to com.fasterxml.jackson.databind;
    opens io.arrayport.conformance.bench.report to com.fasterxml.jackson.databind;
    opens io.arrayport.conformance.bench.run to com.fasterxml.jackson.databind;
    opens io.arrayport.conformance.fuzz to info.picocli, com.fasterxml.jackson.databind;
    opens io.arrayport.conformance.matrix to info.picocli, com.fasterxml.jackson.databind;
    opens io.arrayport.conformance.parity to info.picocli, com.fasterxml.jackson.databind;

    provides io.arrayport.interop.cli.CommandProvider
            with io.arrayport.conformance.bench.BenchCommands, io.arrayport.conformance.fuzz.FuzzCommands,
            io.arrayport.conformance.matrix.MatrixCommands, io.arrayport.conformance.parity.ParityCommands;
}
